<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::AuditExport</name>
    <message>
        <source>The export was cancelled. No file was written.</source>
        <translation>내보내기를 취소했습니다. 저장된 파일은 없습니다.</translation>
    </message>
    <message>
        <source>%1 could not be written (%2). Free some space or choose another place; no half file was left behind.</source>
        <translation>%1 파일을 저장하지 못했습니다(%2). 공간을 비우거나 다른 위치를 선택하세요. 쓰다 만 파일은 남지 않았습니다.</translation>
    </message>
    <message>
        <source>The export did not finish, and no file was written. %1</source>
        <translation>내보내기를 마치지 못했고, 저장된 파일은 없습니다. %1</translation>
    </message>
    <message>
        <source>%1 entries were written to %2 (times in UTC).</source>
        <translation>기록 %1건을 %2에 저장했습니다(시각은 UTC).</translation>
    </message>
    <message>
        <source>The audit trail is being written to %1.</source>
        <translation>감사 기록을 %1에 저장하는 중입니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::AuditFilterBar</name>
    <message>
        <source>Search the audit trail</source>
        <translation>감사 기록 검색</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>한 일</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>시작일(&amp;F)</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>이날부터</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>첫날</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>종료일(&amp;U)</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>이날까지</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>마지막 날</translation>
    </message>
    <message>
        <source>Search who, details, result</source>
        <translation>누가, 내용, 결과 검색</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>모든 일</translation>
    </message>
    <message>
        <source>Only the first %1 letters are searched for.</source>
        <translation>앞의 %1자까지만 검색합니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::AuditModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>What</source>
        <translation>한 일</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
</context>
<context>
    <name>seonchak::AuditPhrases</name>
    <message>
        <source>%1 codes, %2 to %3</source>
        <translation>번호 %1개, %2부터 %3까지</translation>
    </message>
    <message>
        <source>%1 coupons, beginning &quot;%2&quot;, length %3</source>
        <translation>쿠폰 %1장, 접두사 &quot;%2&quot;, 길이 %3</translation>
    </message>
    <message>
        <source>all staged coupons</source>
        <translation>대기 중인 쿠폰 모두</translation>
    </message>
    <message>
        <source>coupon %1</source>
        <translation>쿠폰 %1</translation>
    </message>
    <message>
        <source>coupon %1, new code %2</source>
        <translation>쿠폰 %1, 새 번호 %2</translation>
    </message>
    <message>
        <source>every coupon that is not issued</source>
        <translation>발급되지 않은 쿠폰 모두</translation>
    </message>
    <message>
        <source>%1 chosen coupons, No. %2 to %3</source>
        <translation>선택한 쿠폰 %1장, 순번 %2 ~ %3</translation>
    </message>
    <message>
        <source>%1 voided; kept: %2 issued, %3 in doubt, %4 void before, %5 others</source>
        <translation>%1장 폐기, 그대로 둠: 발급 %2장, 확인 필요 %3장, 이미 폐기 %4장, 그 밖 %5장</translation>
    </message>
    <message>
        <source>issuing</source>
        <translation>발급</translation>
    </message>
    <message>
        <source>Redis, from the database</source>
        <translation>데이터베이스에서 Redis로</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>바뀐 항목: %1</translation>
    </message>
    <message>
        <source>%1 added, %2 pushed</source>
        <translation>%1장 추가, %2장 올림</translation>
    </message>
    <message>
        <source>%1 generated, %2 pushed</source>
        <translation>%1장 생성, %2장 올림</translation>
    </message>
    <message>
        <source>%1 pushed, %2 in stock</source>
        <translation>%1장 올림, 재고 %2장</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>수정함</translation>
    </message>
    <message>
        <source>%1 voided</source>
        <translation>%1장 폐기</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>goes on after %1</source>
        <translation>%1장 다음부터 계속</translation>
    </message>
    <message>
        <source>broke off after %1 of %2</source>
        <translation>%2장 중 %1장에서 끊김</translation>
    </message>
    <message>
        <source>broke off after %1</source>
        <translation>%1장에서 끊김</translation>
    </message>
    <message>
        <source>failed after %1: %2</source>
        <translation>%1장에서 실패: %2</translation>
    </message>
    <message>
        <source>voided %1</source>
        <translation>%1 폐기</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시정지함</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>was paused already</source>
        <translation>이미 멈춰 있었음</translation>
    </message>
    <message>
        <source>was not paused</source>
        <translation>멈춰 있지 않았음</translation>
    </message>
    <message>
        <source>of the sale</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>opens %1, closes %2; before: %3, %4</source>
        <translation>시작 %1, 종료 %2 (이전: 시작 %3, 종료 %4)</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>closesAt is in the past</source>
        <translation>종료 시각이 이미 지났습니다</translation>
    </message>
    <message>
        <source>closesAt is not after opensAt</source>
        <translation>종료 시각이 시작 시각보다 늦지 않습니다</translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation>%1세대</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>기록 %1건</translation>
    </message>
    <message>
        <source>these keys are deleted</source>
        <translation>이 키들을 삭제했습니다</translation>
    </message>
    <message>
        <source>version %1, strategy %2</source>
        <translation>버전 %1, 발급 방식 %2</translation>
    </message>
    <message>
        <source>process %1, since %2</source>
        <translation>프로세스 %1, %2부터 실행</translation>
    </message>
    <message>
        <source>the server ended without a word</source>
        <translation>종료 기록 없이 멈춤</translation>
    </message>
    <message>
        <source>codes exist already or stand twice: %1</source>
        <translation>이미 있거나 두 번 적힌 번호: %1</translation>
    </message>
    <message>
        <source>coupons to %1</source>
        <translation>쿠폰을 %1에 저장</translation>
    </message>
    <message>
        <source>between 1 and %1 coupons are voided at once</source>
        <translation>한 번에 1장부터 %1장까지 폐기할 수 있습니다</translation>
    </message>
    <message>
        <source>what this request made has been voided by an operator</source>
        <translation>이 요청으로 만든 쿠폰을 운영자가 폐기했습니다</translation>
    </message>
    <message>
        <source>the book does not know what is left to be done</source>
        <translation>남은 작업이 무엇인지 기록에 없습니다</translation>
    </message>
    <message>
        <source>the book does not know which coupons this act moved</source>
        <translation>이 작업으로 옮긴 쿠폰이 무엇인지 기록에 없습니다</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>%1 codes, %2 to %3, into the stock</source>
        <translation>번호 %1개, %2부터 %3까지, 재고에 올림</translation>
    </message>
    <message>
        <source>%1 coupons, length %2, into the stock</source>
        <translation>쿠폰 %1장, 길이 %2, 재고에 올림</translation>
    </message>
    <message>
        <source>%1 coupons, length %2</source>
        <translation>쿠폰 %1장, 길이 %2</translation>
    </message>
    <message>
        <source>%1 coupons, beginning &quot;%2&quot;, length %3, into the stock</source>
        <translation>쿠폰 %1장, 접두사 &quot;%2&quot;, 길이 %3, 재고에 올림</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1, 키 %2</translation>
    </message>
    <message>
        <source>reservation %1, code %2</source>
        <translation>예약 %1, 쿠폰 번호 %2</translation>
    </message>
    <message>
        <source>reservation %1</source>
        <translation>예약 %1</translation>
    </message>
    <message>
        <source>code %1, user %2: %3</source>
        <translation>쿠폰 번호 %1, 사용자 %2: %3</translation>
    </message>
    <message>
        <source>user %1: Redis had &quot;%2&quot;</source>
        <translation>사용자 %1: Redis의 번호는 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>the book has &quot;%1&quot;</source>
        <translation>장부의 번호는 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the book does not know the user</source>
        <translation>장부에 없는 사용자</translation>
    </message>
    <message>
        <source>the book does not know it</source>
        <translation>장부에 없는 번호</translation>
    </message>
    <message>
        <source>it is another user&apos;s in the book</source>
        <translation>장부에는 다른 사용자의 쿠폰</translation>
    </message>
    <message>
        <source>the store gives it to user %1, the book does not</source>
        <translation>편의점에는 사용자 %1의 쿠폰이지만 장부에는 아님</translation>
    </message>
    <message>
        <source>the store gives it to someone else than the book does</source>
        <translation>편의점과 장부에 적힌 사용자가 다름</translation>
    </message>
    <message>
        <source>the store has it for user %1</source>
        <translation>편의점에 사용자 %1의 쿠폰으로 등록되어 있음</translation>
    </message>
    <message>
        <source>the store never heard of it, but our own call may still arrive</source>
        <translation>편의점에 등록 기록은 없으나 우리 요청이 늦게 도착할 수 있음</translation>
    </message>
    <message>
        <source>the store never heard of it</source>
        <translation>편의점에 등록 기록이 없음</translation>
    </message>
    <message>
        <source>the store gave no answer</source>
        <translation>편의점이 응답하지 않음</translation>
    </message>
    <message>
        <source>the store could not be told to forget it</source>
        <translation>편의점에 등록 취소를 요청하지 못함</translation>
    </message>
    <message>
        <source>the store has forgotten it</source>
        <translation>편의점이 등록을 취소함</translation>
    </message>
    <message>
        <source>issued to user %1</source>
        <translation>사용자 %1에게 발급</translation>
    </message>
    <message>
        <source>restored to the stock</source>
        <translation>재고로 되돌림</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>따로 보관</translation>
    </message>
    <message>
        <source>still unknown; %1</source>
        <translation>아직 알 수 없음. %1</translation>
    </message>
    <message>
        <source>still unknown</source>
        <translation>아직 알 수 없음</translation>
    </message>
    <message>
        <source>found</source>
        <translation>발견</translation>
    </message>
    <message>
        <source>decided: take over</source>
        <translation>결정: 넘겨받기</translation>
    </message>
    <message>
        <source>decided: delete</source>
        <translation>결정: 삭제</translation>
    </message>
    <message>
        <source>decided: leave alone</source>
        <translation>결정: 그대로 두기</translation>
    </message>
    <message>
        <source>taken over; found %1</source>
        <translation>넘겨받음. 찾은 것: %1</translation>
    </message>
    <message>
        <source>deleted; found %1</source>
        <translation>삭제함. 찾은 것: %1</translation>
    </message>
    <message>
        <source>codes: %1, user keys: %2, other keys: %3</source>
        <translation>코드 %1개, 사용자 키 %2개, 그 밖의 키 %3개</translation>
    </message>
    <message>
        <source>%1; %2 not taken over: %3</source>
        <translation>%1. 넘겨받지 못함 %2건: %3</translation>
    </message>
    <message>
        <source>%1, %2 would have expired</source>
        <translation>%1, 만료될 예정이던 것 %2건</translation>
    </message>
    <message>
        <source>%1 available, %2 issued, %3 known before, %4 double</source>
        <translation>재고 %1장, 발급 %2장, 이미 알던 것 %3장, 겹친 것 %4장</translation>
    </message>
    <message>
        <source>%1 voided of what was made</source>
        <translation>만든 것 가운데 %1장 폐기</translation>
    </message>
    <message>
        <source>begun: voids what exists, %1</source>
        <translation>시작: 이미 만든 %1장 폐기</translation>
    </message>
    <message>
        <source>kept what exists, %1 of %2</source>
        <translation>만든 것 유지, %2장 중 %1장</translation>
    </message>
    <message>
        <source>kept what exists, %1</source>
        <translation>만든 것 유지, %1장</translation>
    </message>
    <message>
        <source>stopped after %1 of %2: %3</source>
        <translation>%2장 중 %1장에서 멈춤: %3</translation>
    </message>
    <message>
        <source>stopped after %1: %2</source>
        <translation>%1장에서 멈춤: %2</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1회</translation>
    </message>
    <message>
        <source>audit trail to %1</source>
        <translation>감사 기록을 %1에 저장</translation>
    </message>
    <message>
        <source>coupons to %1: %2</source>
        <translation>쿠폰을 %1에 저장: %2</translation>
    </message>
    <message>
        <source>all coupons</source>
        <translation>모든 쿠폰</translation>
    </message>
    <message>
        <source>code begins &quot;%1&quot;</source>
        <translation>번호 앞부분 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>code contains &quot;%1&quot;</source>
        <translation>번호에 &quot;%1&quot; 포함</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>상태 %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소함</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지함</translation>
    </message>
    <message>
        <source>the window has gone</source>
        <translation>창이 닫힘</translation>
    </message>
    <message>
        <source>the files could not be written</source>
        <translation>파일을 저장하지 못함</translation>
    </message>
    <message>
        <source>codes exist already or stand twice</source>
        <translation>이미 있거나 겹치는 번호가 있음</translation>
    </message>
    <message>
        <source>the codes of this shape are used up</source>
        <translation>이 형식으로 만들 수 있는 번호를 모두 씀</translation>
    </message>
    <message>
        <source>the code is taken: %1</source>
        <translation>이미 쓰는 번호: %1</translation>
    </message>
    <message>
        <source>the code is taken</source>
        <translation>이미 쓰는 번호</translation>
    </message>
    <message>
        <source>the coupon is in a push or another edit: %1</source>
        <translation>재고에 올리거나 수정하는 중인 쿠폰: %1</translation>
    </message>
    <message>
        <source>the coupon is in a push or another edit</source>
        <translation>재고에 올리거나 수정하는 중인 쿠폰</translation>
    </message>
    <message>
        <source>the coupon is in a push or an edit just now</source>
        <translation>재고에 올리거나 수정하는 중인 쿠폰</translation>
    </message>
    <message>
        <source>the coupon is reserved or issued by now</source>
        <translation>그사이 예약되었거나 발급된 쿠폰</translation>
    </message>
    <message>
        <source>the coupon is issued by now</source>
        <translation>그사이 발급된 쿠폰</translation>
    </message>
    <message>
        <source>the coupon is being changed just now</source>
        <translation>지금 바뀌고 있는 쿠폰</translation>
    </message>
    <message>
        <source>the coupon has moved</source>
        <translation>쿠폰의 자리가 바뀜</translation>
    </message>
    <message>
        <source>the coupon is %1: %2</source>
        <translation>%1 상태인 쿠폰: %2</translation>
    </message>
    <message>
        <source>the coupon is %1</source>
        <translation>%1 상태인 쿠폰</translation>
    </message>
    <message>
        <source>there is no coupon %1</source>
        <translation>쿠폰 %1 없음</translation>
    </message>
    <message>
        <source>there is no such act</source>
        <translation>그런 작업이 없음</translation>
    </message>
    <message>
        <source>another server has taken this act over</source>
        <translation>다른 서버가 이 작업을 넘겨받음</translation>
    </message>
    <message>
        <source>somebody else has decided about this act</source>
        <translation>다른 사람이 이미 이 작업을 결정함</translation>
    </message>
    <message>
        <source>Redis was rebuilt meanwhile</source>
        <translation>그사이 Redis가 재구성됨</translation>
    </message>
    <message>
        <source>another server rebuilds Redis by now</source>
        <translation>다른 서버가 Redis를 재구성하는 중</translation>
    </message>
    <message>
        <source>another server is rebuilding Redis</source>
        <translation>다른 서버가 Redis를 재구성하는 중</translation>
    </message>
    <message>
        <source>the coupon, the user or the reservation is in another doubt</source>
        <translation>쿠폰이나 사용자나 예약이 다른 확인 필요 건에 있음</translation>
    </message>
    <message>
        <source>the book knows no such code</source>
        <translation>장부에 없는 번호</translation>
    </message>
    <message>
        <source>reservation %1 is in the book for somebody else: Redis counts lower than the book</source>
        <translation>예약 %1번은 장부에 다른 사람의 것으로 있음: Redis의 번호가 장부보다 뒤처짐</translation>
    </message>
    <message>
        <source>too many entries are waiting for the database</source>
        <translation>데이터베이스를 기다리는 기록이 너무 많음</translation>
    </message>
    <message>
        <source>too many database jobs are waiting</source>
        <translation>데이터베이스를 기다리는 작업이 너무 많음</translation>
    </message>
    <message>
        <source>other programs&apos; transactions came in between</source>
        <translation>다른 프로그램의 트랜잭션이 끼어듦</translation>
    </message>
    <message>
        <source>the commit&apos;s outcome is unknown: %1</source>
        <translation>저장되었는지 알 수 없음: %1</translation>
    </message>
    <message>
        <source>the commit&apos;s outcome is unknown</source>
        <translation>저장되었는지 알 수 없음</translation>
    </message>
    <message>
        <source>Qt&apos;s %1 driver is not installed</source>
        <translation>Qt의 %1 드라이버가 설치되어 있지 않음</translation>
    </message>
    <message>
        <source>a statement of the transaction had failed</source>
        <translation>트랜잭션의 명령이 실패함</translation>
    </message>
    <message>
        <source>the database is not connected</source>
        <translation>데이터베이스에 연결되어 있지 않음</translation>
    </message>
    <message>
        <source>the program is stopping</source>
        <translation>프로그램을 종료하는 중</translation>
    </message>
    <message>
        <source>the program is ending</source>
        <translation>프로그램을 종료하는 중</translation>
    </message>
    <message>
        <source>the server is being stopped</source>
        <translation>서버를 종료하는 중</translation>
    </message>
    <message>
        <source>the key was used for another request</source>
        <translation>다른 요청에 쓴 키</translation>
    </message>
    <message>
        <source>the first request still runs</source>
        <translation>먼저 온 요청을 아직 처리하는 중</translation>
    </message>
    <message>
        <source>there are no keys of another program</source>
        <translation>다른 프로그램의 키가 없음</translation>
    </message>
    <message>
        <source>Redis or the database is away</source>
        <translation>Redis나 데이터베이스가 응답하지 않음</translation>
    </message>
    <message>
        <source>it is being asked just now</source>
        <translation>지금 문의하는 중</translation>
    </message>
    <message>
        <source>its user or its code is in another issue by now</source>
        <translation>사용자나 번호가 그사이 다른 발급에 있음</translation>
    </message>
    <message>
        <source>no doubt %1 is open</source>
        <translation>확인 필요 %1번은 이미 처리됨</translation>
    </message>
    <message>
        <source>Redis is away or being rebuilt: nothing can be pushed now</source>
        <translation>Redis가 응답하지 않거나 재구성 중이라 지금은 재고에 올릴 수 없음</translation>
    </message>
    <message>
        <source>Redis is away or being rebuilt: no coupon can be changed now</source>
        <translation>Redis가 응답하지 않거나 재구성 중이라 지금은 쿠폰을 바꿀 수 없음</translation>
    </message>
    <message>
        <source>Redis is away or being rebuilt</source>
        <translation>Redis가 응답하지 않거나 재구성 중</translation>
    </message>
    <message>
        <source>Redis is away</source>
        <translation>Redis가 응답하지 않음</translation>
    </message>
    <message>
        <source>Redis is to be rebuilt first</source>
        <translation>Redis를 먼저 재구성해야 함</translation>
    </message>
    <message>
        <source>Redis gave a senseless answer to %1</source>
        <translation>Redis가 %1에 알 수 없는 응답을 보냄</translation>
    </message>
    <message>
        <source>Redis is being changed by another server</source>
        <translation>다른 서버가 Redis를 바꾸는 중</translation>
    </message>
    <message>
        <source>issues are still under way</source>
        <translation>아직 발급이 진행 중</translation>
    </message>
    <message>
        <source>this server&apos;s rebuild took longer than its lease, and was stopped</source>
        <translation>이 서버의 재구성이 허용된 시간을 넘겨 멈춤</translation>
    </message>
    <message>
        <source>Redis does not hold the present generation</source>
        <translation>Redis의 내용이 현재 세대가 아님</translation>
    </message>
    <message>
        <source>Redis and the book are being reconciled</source>
        <translation>Redis와 장부를 맞추는 중</translation>
    </message>
    <message>
        <source>the stock is being changed too fast to look</source>
        <translation>재고가 너무 빨리 바뀌어 찾지 못함</translation>
    </message>
    <message>
        <source>the stock is being changed too fast</source>
        <translation>재고가 너무 빨리 바뀜</translation>
    </message>
    <message>
        <source>%1 commands wait for Redis already</source>
        <translation>이미 명령 %1개가 Redis를 기다리는 중</translation>
    </message>
    <message>
        <source>Redis is not connected: %1</source>
        <translation>Redis에 연결되어 있지 않음: %1</translation>
    </message>
    <message>
        <source>Redis is not connected</source>
        <translation>Redis에 연결되어 있지 않음</translation>
    </message>
    <message>
        <source>The connection to Redis is ending.</source>
        <translation>Redis 연결을 끝내는 중</translation>
    </message>
    <message>
        <source>Not run: %1</source>
        <translation>실행하지 못함: %1</translation>
    </message>
    <message>
        <source>Sent, but not answered: %1</source>
        <translation>보냈으나 응답이 없음: %1</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>메모리 부족</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not asked: the book has it issued to user %1</source>
        <translation>문의하지 않음: 장부에 사용자 %1에게 발급된 것으로 있음</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>문의하지 않음</translation>
    </message>
    <message>
        <source>token %1, role %2</source>
        <translation>토큰 %1, 역할 %2</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>토큰 %1</translation>
    </message>
    <message>
        <source>added</source>
        <translation>추가함</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>폐기함</translation>
    </message>
    <message>
        <source>coupon %1, code %2, new code %3</source>
        <translation>쿠폰 %1, 번호 %2, 새 번호 %3</translation>
    </message>
    <message>
        <source>delivery %1: %2 to %3</source>
        <translation>%1번 전송: %2, 받는 곳 %3</translation>
    </message>
    <message>
        <source>is sent again</source>
        <translation>다시 보냄</translation>
    </message>
    <message>
        <source>there is no such delivery</source>
        <translation>그런 전송이 없습니다</translation>
    </message>
    <message>
        <source>before opening at once</source>
        <translation>지금 시작하기 전에</translation>
    </message>
    <message>
        <source>before opening at %1</source>
        <translation>%1에 시작하기 전에</translation>
    </message>
    <message>
        <source>before the first push</source>
        <translation>처음 재고에 올리기 전에</translation>
    </message>
    <message>
        <source>%1 min before the opening</source>
        <translation>시작 시각 %1분 전</translation>
    </message>
    <message>
        <source>nothing stands against it</source>
        <translation>시작해도 됨</translation>
    </message>
    <message>
        <source>stands against it: %1</source>
        <translation>시작하면 안 되는 이유: %1</translation>
    </message>
    <message>
        <source>went on in spite of it; %1</source>
        <translation>그래도 진행함; %1</translation>
    </message>
    <message>
        <source>dossier to %1</source>
        <translation>판매 기록철을 %1에</translation>
    </message>
    <message>
        <source>%1; the judge found faults</source>
        <translation>%1; 검증에서 문제를 찾음</translation>
    </message>
    <message>
        <source>%1 coupons, %2 issued</source>
        <translation>쿠폰 %1장, 발급 %2장</translation>
    </message>
    <message>
        <source>another dossier is being written</source>
        <translation>다른 판매 기록철을 저장하는 중</translation>
    </message>
    <message>
        <source>this book is kept as %1</source>
        <translation>이 장부를 %1(으)로 보관</translation>
    </message>
    <message>
        <source>the book before is kept as %1</source>
        <translation>앞의 장부는 %1(으)로 보관됨</translation>
    </message>
    <message>
        <source>begun: %1 coupons, %2 issued, %3 left</source>
        <translation>시작: 쿠폰 %1장, 발급 %2, 남음 %3</translation>
    </message>
    <message>
        <source>%1 tokens taken over</source>
        <translation>토큰 %1개 이어받음</translation>
    </message>
    <message>
        <source>%1, approved by %2</source>
        <translation>%1, 승인: %2</translation>
    </message>
    <message>
        <source>%1, asked by %2</source>
        <translation>%1, 요청: %2</translation>
    </message>
    <message>
        <source>void every coupon that is not issued</source>
        <translation>발급되지 않은 쿠폰 모두 폐기</translation>
    </message>
    <message>
        <source>declare reservation %1 issued</source>
        <translation>예약 %1을(를) 발급된 것으로 기록</translation>
    </message>
    <message>
        <source>restore reservation %1</source>
        <translation>예약 %1을(를) 재고로 되돌리기</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>요청함</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>승인함</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>거절함</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>요청을 취소함</translation>
    </message>
</context>
<context>
    <name>seonchak::AuditTrailPage</name>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Writes everything that matches into a CSV file</source>
        <translation>조건에 맞는 모든 기록을 CSV 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Ends the export; no file is written</source>
        <translation>내보내기를 그만둡니다. 파일은 저장되지 않습니다</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>내보내기 취소</translation>
    </message>
    <message>
        <source>The audit trail, the newest first</source>
        <translation>감사 기록, 최근 순</translation>
    </message>
    <message>
        <source>The export&apos;s progress</source>
        <translation>내보내기 진행 상황</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>내보내는 중…</translation>
    </message>
    <message>
        <source>Exporting: %1 entries so far…</source>
        <translation>내보내는 중: 지금까지 %1건…</translation>
    </message>
    <message>
        <source>The database does not answer</source>
        <translation>데이터베이스가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>The audit trail cannot be read now. Nothing of it is lost; it comes back by itself when the database light is green.</source>
        <translation>지금은 감사 기록을 읽을 수 없습니다. 사라진 것은 없으며, 데이터베이스 표시등이 초록색이 되면 자동으로 다시 나타납니다.</translation>
    </message>
    <message>
        <source>The audit trail could not be read</source>
        <translation>감사 기록을 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>맞는 기록이 없습니다</translation>
    </message>
    <message>
        <source>No entry has this text, action and time together. Ask for less, or see everything.</source>
        <translation>이 검색어와 한 일, 기간에 모두 맞는 기록이 없습니다. 조건을 줄이거나 전체를 보세요.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>아직 기록이 없습니다</translation>
    </message>
    <message>
        <source>Whatever is generated, edited, voided, paused, settled or set up is written down here, and never changed.</source>
        <translation>생성, 수정, 폐기, 일시정지, 확인 처리, 설정 변경이 모두 여기에 남으며, 한번 남은 기록은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>This is the last that was read: the database does not answer. Wait for its light.</source>
        <translation>데이터베이스가 응답하지 않아 마지막으로 읽은 기록을 보여 줍니다. 표시등이 초록색이 될 때까지 기다려 주세요.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3
%4
%5</source>
        <comment>time, who, what; details; result</comment>
        <translation>%1 · %2 · %3
%4
%5</translation>
    </message>
    <message>
        <source>Select an entry to read all of it here.</source>
        <translation>기록을 선택하면 전체 내용이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 파일 (*.csv)</translation>
    </message>
    <message>
        <source>Entries: %1</source>
        <translation>기록 %1건</translation>
    </message>
    <message>
        <source>Entries: more than %1</source>
        <translation>기록 %1건 이상</translation>
    </message>
    <message>
        <source>Export the audit trail (times in UTC)</source>
        <translation>감사 기록 내보내기(시각은 UTC)</translation>
    </message>
    <message>
        <source>Waiting for new numbers</source>
        <translation>수치 갱신을 기다리는 중입니다</translation>
    </message>
    <message>
        <source>Redis or the database is slow. Nothing of the audit trail is lost; it comes back by itself.</source>
        <translation>Redis나 데이터베이스의 응답이 느립니다. 감사 기록은 모두 보존되며, 응답이 오면 자동으로 갱신됩니다.</translation>
    </message>
    <message>
        <source>This is the last that was read. Waiting for new numbers.</source>
        <translation>마지막으로 읽은 내용입니다. 수치 갱신을 기다리는 중입니다.</translation>
    </message>
    <message>
        <source>This is the last that was read. %1</source>
        <translation>마지막으로 읽은 내용입니다. %1</translation>
    </message>
</context>
<context>
    <name>seonchak::AuditWords</name>
    <message>
        <source>Generated</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>수정</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>재고 올리기</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>폐기</translation>
    </message>
    <message>
        <source>Paused issuing</source>
        <translation>발급 일시정지</translation>
    </message>
    <message>
        <source>Set the times of the sale</source>
        <translation>판매 시각 설정</translation>
    </message>
    <message>
        <source>Resumed issuing</source>
        <translation>발급 재개</translation>
    </message>
    <message>
        <source>Asked the store again</source>
        <translation>편의점에 다시 문의</translation>
    </message>
    <message>
        <source>Declared issued</source>
        <translation>발급 확정</translation>
    </message>
    <message>
        <source>Restored to stock</source>
        <translation>재고로 되돌림</translation>
    </message>
    <message>
        <source>Changed settings</source>
        <translation>설정 변경</translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation>토큰 거절</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>따로 보관</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>이 창</translation>
    </message>
    <message>
        <source>The settler</source>
        <translation>자동 확인</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>일시정지함</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a result and what is known of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Rebuilt Redis</source>
        <translation>Redis 재구성</translation>
    </message>
    <message>
        <source>The keeper of Redis</source>
        <translation>Redis 관리기</translation>
    </message>
    <message>
        <source>Another program&apos;s keys</source>
        <translation>다른 프로그램의 키</translation>
    </message>
    <message>
        <source>Server started</source>
        <translation>서버 시작</translation>
    </message>
    <message>
        <source>Server ended</source>
        <translation>서버 종료</translation>
    </message>
    <message>
        <source>Server died</source>
        <translation>서버 비정상 종료</translation>
    </message>
    <message>
        <source>Window of %1</source>
        <translation>%1의 창</translation>
    </message>
    <message>
        <source>Server of %1</source>
        <translation>%1의 서버</translation>
    </message>
    <message>
        <source>Wrong user key in Redis</source>
        <translation>Redis의 잘못된 사용자 키</translation>
    </message>
    <message>
        <source>Unknown code in Redis</source>
        <translation>Redis의 모르는 번호</translation>
    </message>
    <message>
        <source>Code in Redis that is no stock</source>
        <translation>재고가 아닌데 Redis에 있는 번호</translation>
    </message>
    <message>
        <source>Code twice in Redis</source>
        <translation>Redis에 두 번 있는 번호</translation>
    </message>
    <message>
        <source>Unknown code reserved in Redis</source>
        <translation>Redis에 예약된 모르는 번호</translation>
    </message>
    <message>
        <source>Unreadable reservation in Redis</source>
        <translation>Redis의 읽을 수 없는 예약</translation>
    </message>
    <message>
        <source>The issuing</source>
        <translation>발급 처리</translation>
    </message>
    <message>
        <source>Added a token</source>
        <translation>토큰 추가</translation>
    </message>
    <message>
        <source>Revoked a token</source>
        <translation>토큰 폐기</translation>
    </message>
    <message>
        <source>Command line of %1</source>
        <translation>%1의 명령줄</translation>
    </message>
    <message>
        <source>Sent a webhook again</source>
        <translation>웹훅을 다시 보냄</translation>
    </message>
    <message>
        <source>Examined the surroundings</source>
        <translation>환경 진단</translation>
    </message>
    <message>
        <source>Closed the books</source>
        <translation>장부 마감</translation>
    </message>
    <message>
        <source>%1 on the server&apos;s machine</source>
        <translation>서버 컴퓨터의 %1</translation>
    </message>
    <message>
        <source>Started a new sale</source>
        <translation>새 판매 시작</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>두 번째 사람</translation>
    </message>
</context>
</TS>

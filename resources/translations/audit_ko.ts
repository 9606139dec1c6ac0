<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::AuditExport</name>
    <message>
        <source>%1 entries were written to %2.</source>
        <translation>기록 %1건을 %2에 저장했습니다.</translation>
    </message>
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
        <translation>쿠폰 %1장, 앞글자 "%2", 길이 %3</translation>
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
        <translation>멈춤</translation>
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
        <source>generation %1</source>
        <translation>%1세대</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>기록 %1건</translation>
    </message>
    <message>
        <source>decided to take them over</source>
        <translation>넘겨받기로 결정</translation>
    </message>
    <message>
        <source>decided to delete them</source>
        <translation>삭제하기로 결정</translation>
    </message>
    <message>
        <source>taken over; found codes: %1, user keys: %2, other keys: %3</source>
        <translation>넘겨받음. 찾은 것: 코드 %1개, 사용자 키 %2개, 그 밖의 키 %3개</translation>
    </message>
    <message>
        <source>deleted; found codes: %1, user keys: %2, other keys: %3</source>
        <translation>삭제함. 찾은 것: 코드 %1개, 사용자 키 %2개, 그 밖의 키 %3개</translation>
    </message>
    <message>
        <source>found codes: %1, user keys: %2, other keys: %3</source>
        <translation>찾은 것: 코드 %1개, 사용자 키 %2개, 그 밖의 키 %3개</translation>
    </message>
    <message>
        <source>%1 available, %2 issued, %3</source>
        <translation>재고 %1장, 발급 %2장, %3</translation>
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
        <source>coupons to %1: all coupons</source>
        <translation>쿠폰을 %1에 저장: 전체</translation>
    </message>
    <message>
        <source>coupons to %1</source>
        <translation>쿠폰을 %1에 저장</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1줄</translation>
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
        <translation>지금은 감사 기록을 읽을 수 없습니다. 사라진 것은 없으며, 데이터베이스 표시등이 초록색이 되면 저절로 다시 나타납니다.</translation>
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
        <source>Export the audit trail</source>
        <translation>감사 기록 내보내기</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 파일 (*.csv)</translation>
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
        <translation>멈춤</translation>
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
</context>
</TS>

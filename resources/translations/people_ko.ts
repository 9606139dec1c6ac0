<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::BiographyPage</name>
    <message>
        <source>Whose life?</source>
        <translation>어느 쿠폰의 이력을 볼까요?</translation>
    </message>
    <message>
        <source>Type a coupon&apos;s code above and press Enter, or open one from the list of coupons.</source>
        <translation>위에 쿠폰 번호를 입력하고 Enter를 누르거나, 쿠폰 목록에서 하나를 여세요.</translation>
    </message>
    <message>
        <source>Coupon c&amp;ode</source>
        <translation>쿠폰 번호(&amp;O)</translation>
    </message>
    <message>
        <source>Show its life</source>
        <translation>이력 보기</translation>
    </message>
    <message>
        <source>Everything the book knows of this coupon (Enter)</source>
        <translation>이 쿠폰에 대해 기록된 모든 것 (Enter)</translation>
    </message>
    <message>
        <source>Why this user got it, or what became of it</source>
        <translation>이 사용자에게 있었던 일을 봅니다</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>번호 복사</translation>
    </message>
    <message>
        <source>Type a code first.</source>
        <translation>먼저 쿠폰 번호를 입력하세요.</translation>
    </message>
    <message>
        <source>This cannot be a code: 1 to 64 bytes without white space.</source>
        <translation>쿠폰 번호가 될 수 없습니다. 빈칸 없이 1~64바이트여야 합니다.</translation>
    </message>
    <message>
        <source>There is no such coupon</source>
        <translation>그런 쿠폰이 없습니다</translation>
    </message>
    <message>
        <source>The database is away</source>
        <translation>데이터베이스에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>This life could not be read</source>
        <translation>이력을 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>순번 %1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>생성 %1</translation>
    </message>
    <message>
        <source>issued %1</source>
        <translation>발급 %1</translation>
    </message>
    <message>
        <source>The code %1 was changed: this is the coupon that had it.</source>
        <translation>%1 번호는 바뀌었습니다. 그 번호를 쓰던 쿠폰의 이력입니다.</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>Which of them?</source>
        <translation>어느 쿠폰인가요?</translation>
    </message>
    <message>
        <source>These codes differ only in small and capital letters: %1</source>
        <translation>대문자와 소문자만 다른 쿠폰이 여럿 있습니다: %1</translation>
    </message>
    <message>
        <source>No coupon has this code now, in small or capital letters, and none that was edited had it.</source>
        <translation>대소문자를 가리지 않아도 이 번호의 쿠폰이 지금 없으며, 수정된 쿠폰 가운데에도 이 번호였던 것이 없습니다.</translation>
    </message>
    <message>
        <source>It was looked for as %1, in other small and capital letters.</source>
        <translation>%1(으)로 찾았지만 대소문자가 다른 이 쿠폰이 있습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::LifeWords</name>
    <message>
        <source>Came into the book</source>
        <translation>생성됨</translation>
    </message>
    <message>
        <source>Pushed into the stock</source>
        <translation>재고에 올림</translation>
    </message>
    <message>
        <source>Reserved for user %1</source>
        <translation>사용자 %1에게 예약</translation>
    </message>
    <message>
        <source>Refused by the store for user %1</source>
        <translation>편의점이 거절 (사용자 %1)</translation>
    </message>
    <message>
        <source>Back in the stock</source>
        <translation>재고로 복원</translation>
    </message>
    <message>
        <source>In doubt: no word from the store about user %1</source>
        <translation>확인 필요: 편의점의 응답 없음 (사용자 %1)</translation>
    </message>
    <message>
        <source>The store was asked again</source>
        <translation>편의점에 다시 물음</translation>
    </message>
    <message>
        <source>Issued to user %1</source>
        <translation>사용자 %1에게 발급</translation>
    </message>
    <message>
        <source>Code changed</source>
        <translation>번호 수정</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>폐기</translation>
    </message>
    <message>
        <source>Set aside: in no stock and no hands</source>
        <translation>따로 보관: 재고에도, 사용자에게도 없음</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>처리: %1</translation>
    </message>
    <message>
        <source>it was called %1 before</source>
        <translation>이전 번호: %1</translation>
    </message>
    <message>
        <source>it said: %1</source>
        <translation>응답: %1</translation>
    </message>
    <message>
        <source>+%1 ms</source>
        <translation>+%1밀리초</translation>
    </message>
    <message>
        <source>+%1 s</source>
        <translation>+%1초</translation>
    </message>
</context>
<context>
    <name>seonchak::Timeline</name>
    <message>
        <source>The coupon&apos;s life</source>
        <translation>쿠폰의 이력</translation>
    </message>
</context>
<context>
    <name>seonchak::WhyNotPage</name>
    <message>
        <source>Who asks?</source>
        <translation>누가 문의했나요?</translation>
    </message>
    <message>
        <source>Type the user ID of somebody who got no coupon and press Enter. The answer says why, with a reply ready to send.</source>
        <translation>쿠폰을 받지 못한 분의 사용자 ID를 입력하고 Enter를 누르세요. 이유와 함께 바로 보낼 수 있는 답변이 나옵니다.</translation>
    </message>
    <message>
        <source>User &amp;ID</source>
        <translation>사용자 ID(&amp;I)</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>이유 찾기</translation>
    </message>
    <message>
        <source>Looks for every trace of this user (Enter)</source>
        <translation>이 사용자의 모든 흔적을 찾습니다 (Enter)</translation>
    </message>
    <message>
        <source>The coupon&apos;s biography</source>
        <translation>쿠폰 이력 보기</translation>
    </message>
    <message>
        <source>The whole life of this coupon</source>
        <translation>이 쿠폰의 모든 이력</translation>
    </message>
    <message>
        <source>Reply in Korean</source>
        <translation>보낼 답변</translation>
    </message>
    <message>
        <source>Reply in English</source>
        <translation>영어 답변</translation>
    </message>
    <message>
        <source>Copy reply</source>
        <translation>답변 복사</translation>
    </message>
    <message>
        <source>Ready to be pasted into an answer</source>
        <translation>바로 붙여 넣을 수 있습니다</translation>
    </message>
    <message>
        <source>Type a user ID first.</source>
        <translation>먼저 사용자 ID를 입력하세요.</translation>
    </message>
    <message>
        <source>A user ID is a whole number from 1, without signs.</source>
        <translation>사용자 ID는 부호 없는 1 이상의 정수입니다.</translation>
    </message>
    <message>
        <source>Redis or the database is away</source>
        <translation>Redis나 데이터베이스에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>There is no answer</source>
        <translation>답을 얻지 못했습니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>seonchak::WhyWords</name>
    <message>
        <source>User %1 has a coupon</source>
        <translation>사용자 %1: 쿠폰을 받았습니다</translation>
    </message>
    <message>
        <source>It is in doubt whether user %1 has a coupon</source>
        <translation>사용자 %1: 발급 여부를 확인해야 합니다</translation>
    </message>
    <message>
        <source>User %1 is being served at this moment</source>
        <translation>사용자 %1: 지금 발급하는 중입니다</translation>
    </message>
    <message>
        <source>User %1 came too late: all coupons were gone</source>
        <translation>사용자 %1: 매진된 뒤에 신청했습니다</translation>
    </message>
    <message>
        <source>The store refused user %1&apos;s coupon</source>
        <translation>사용자 %1: 편의점이 쿠폰을 거절했습니다</translation>
    </message>
    <message>
        <source>User %1 never asked, as far as is known</source>
        <translation>사용자 %1: 신청한 기록이 없습니다</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>First told “sold out” at %1</source>
        <translation>처음 매진 안내를 받은 시각: %1</translation>
    </message>
    <message>
        <source>%1 after the last coupon had gone, at %2</source>
        <translation>마지막 쿠폰이 나간 %2 이후 %1 뒤</translation>
    </message>
    <message>
        <source>No. %1 in line of the %2 who were told so</source>
        <translation>매진 안내를 받은 %2명 가운데 %1번째</translation>
    </message>
    <message>
        <source>Told so %1 times, the last time at %2</source>
        <translation>매진 안내 %1번, 마지막은 %2</translation>
    </message>
    <message>
        <source>The store refused once, at %1; the coupon went back into the stock</source>
        <translation>편의점 거절 1번, %1 (쿠폰은 재고로 복원)</translation>
    </message>
    <message>
        <source>The store refused %1 times, the last time at %2; each coupon went back into the stock</source>
        <translation>편의점 거절 %1번, 마지막은 %2 (쿠폰은 모두 재고로 복원)</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>쿠폰 번호 %1</translation>
    </message>
    <message>
        <source>Issued at %1</source>
        <translation>발급 시각 %1</translation>
    </message>
    <message>
        <source>Code %1, of which the store has not said whether it took it</source>
        <translation>쿠폰 번호 %1 (편의점이 등록 여부를 답하지 않음)</translation>
    </message>
    <message>
        <source>In doubt since %1</source>
        <translation>확인 필요 상태가 된 시각: %1</translation>
    </message>
    <message>
        <source>It is asked about by itself; the page In doubt settles it by hand</source>
        <translation>자동으로 다시 묻고 있으며, &apos;확인 필요&apos; 화면에서 직접 정리할 수 있습니다</translation>
    </message>
    <message>
        <source>Ask again in a second: then it is clear</source>
        <translation>잠시 후 다시 조회하면 결과가 나옵니다</translation>
    </message>
    <message>
        <source>The user did not come back while there was stock</source>
        <translation>재고가 남아 있는 동안 다시 신청하지 않았습니다</translation>
    </message>
    <message>
        <source>Refusals are remembered since %1; what was before is forgotten</source>
        <translation>거절 기록은 %1 이후의 것만 남아 있습니다</translation>
    </message>
    <message>
        <source>Is the ID right? It may also be that the request never reached the server</source>
        <translation>ID가 맞는지 확인하세요. 요청이 서버에 닿지 않았을 수도 있습니다</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of this window, as its code: &quot;ko&quot; in the Korean file.</extracomment>
        <translation>ko</translation>
    </message>
    <message>
        <source>User %1 came too early: the sale had not begun</source>
        <translation>사용자 %1: 발급이 시작되기 전에 신청했습니다</translation>
    </message>
    <message>
        <source>User %1 came while the sale was paused</source>
        <translation>사용자 %1: 발급을 일시정지한 동안 신청했습니다</translation>
    </message>
    <message>
        <source>User %1 came while no coupon could be issued</source>
        <translation>사용자 %1: 쿠폰을 발급할 수 없을 때 신청했습니다</translation>
    </message>
    <message>
        <source>User %1 came after the rest of the stock had been voided</source>
        <translation>사용자 %1: 남은 재고를 폐기한 뒤에 신청했습니다</translation>
    </message>
    <message>
        <source>First told “sold out” at %1, before any coupon was in the stock</source>
        <translation>처음 매진 안내를 받은 시각: %1. 재고에 쿠폰을 올리기 전이었습니다</translation>
    </message>
    <message>
        <source>Told at %1 that the sale had not begun</source>
        <translation>발급 시작 전 안내를 받은 시각: %1</translation>
    </message>
    <message>
        <source>Told %1 times that the sale had not begun, the last time at %2</source>
        <translation>발급 시작 전 안내를 %1번 받음, 마지막은 %2</translation>
    </message>
    <message>
        <source>Told at %1 that the sale was paused</source>
        <translation>일시정지 안내를 받은 시각: %1</translation>
    </message>
    <message>
        <source>Told %1 times that the sale was paused, the last time at %2</source>
        <translation>일시정지 안내를 %1번 받음, 마지막은 %2</translation>
    </message>
    <message>
        <source>Told at %1 to come again, since Redis, the database or the store was away</source>
        <translation>연결 문제(Redis, 데이터베이스, 편의점)로 다시 신청하라는 안내를 받은 시각: %1</translation>
    </message>
    <message>
        <source>Told %1 times to come again, since Redis, the database or the store was away; the last time at %2</source>
        <translation>연결 문제(Redis, 데이터베이스, 편의점)로 다시 신청하라는 안내를 %1번 받음, 마지막은 %2</translation>
    </message>
    <message>
        <source>The rest of the stock was voided at %1</source>
        <translation>남은 재고를 폐기한 시각: %1</translation>
    </message>
    <message>
        <source>Refusals are remembered, and none of this user&apos;s is among them</source>
        <translation>거절 기록을 남기고 있으나 이 사용자의 것은 없습니다</translation>
    </message>
    <message>
        <source>User %1 came after the end of the sale</source>
        <translation>사용자 %1: 판매가 끝난 뒤에 신청했습니다</translation>
    </message>
    <message>
        <source>Told at %1 that the sale was over</source>
        <translation>종료 안내를 받은 시각: %1</translation>
    </message>
    <message>
        <source>Told %1 times that the sale was over, the last time at %2</source>
        <translation>종료 안내를 %1번 받음, 마지막은 %2</translation>
    </message>
    <message>
        <source>%1 before the opening at %2</source>
        <translation>시작 시각(%2)보다 %1 이른 신청</translation>
    </message>
</context>
</TS>

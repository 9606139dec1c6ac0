<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::DoubtModel</name>
    <message>
        <source>%1 s</source>
        <comment>an age in seconds</comment>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1일 %2시간</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>쿠폰 번호</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>발생 시각</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>지난 시간</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>문의 횟수</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>마지막 문의</translation>
    </message>
    <message>
        <source>Last answer of the store</source>
        <translation>편의점의 마지막 응답</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>unknown there, but our call may still arrive</source>
        <translation>등록 기록은 없으나 우리 요청이 늦게 도착할 수 있음</translation>
    </message>
    <message>
        <source>could not be told to forget it</source>
        <translation>등록 취소를 요청하지 못함</translation>
    </message>
    <message>
        <source>when Redis is back</source>
        <translation>Redis가 돌아오면</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 뒤</translation>
    </message>
    <message>
        <source>The store does not answer. The server goes on asking and settles the coupon by itself once it does: look whether the store can be reached. Settle it yourself only when you have seen the store&apos;s own records.</source>
        <translation>편의점이 응답하지 않습니다. 서버가 계속 문의하며, 응답이 오면 자동으로 처리합니다. 편의점에 연결되는지 확인하세요. 편의점 쪽 기록을 직접 본 경우에만 직접 처리하세요.</translation>
    </message>
    <message>
        <source>The store does not know the coupon, but our call may still arrive there. There is nothing to do: the server waits, has the store forget it, and gives it back to the stock.</source>
        <translation>편의점은 이 쿠폰을 모르지만 우리 요청이 늦게 도착할 수 있습니다. 할 일은 없습니다. 서버가 기다렸다가 편의점의 등록을 취소하게 하고 재고로 되돌립니다.</translation>
    </message>
    <message>
        <source>The store did not confirm that it forgot the coupon, so it cannot go back to the stock yet. The server tries again. If it stays, ask the store to cancel it, then press &quot;Restore to stock&quot;.</source>
        <translation>편의점이 등록 취소를 확인해 주지 않아 아직 재고로 되돌릴 수 없습니다. 서버가 다시 시도합니다. 계속 남아 있으면 편의점에 취소를 요청한 뒤 ‘재고로 되돌리기’를 누르세요.</translation>
    </message>
    <message>
        <source>The store was not asked since the doubt began. The server does so by itself.</source>
        <translation>아직 편의점에 다시 문의하지 않았습니다. 서버가 곧 자동으로 문의합니다.</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>다음 문의</translation>
    </message>
    <message>
        <source>settled meanwhile</source>
        <translation>그사이 정리됨</translation>
    </message>
    <message>
        <source>open at %1&apos;s desk since %2</source>
        <translation>%2부터 %1 님의 데스크에서 보는 중</translation>
    </message>
</context>
<context>
    <name>seonchak::DoubtWork</name>
    <message>
        <source>Was it issued?</source>
        <translation>발급된 쿠폰이 맞나요?</translation>
    </message>
    <message>
        <source>Coupon %1 is booked as issued to user %2, for good, and the store is not asked. Do this only when you have seen it in the store&apos;s own records.</source>
        <translation>편의점에 문의하지 않고, 쿠폰 %1을(를) 사용자 %2 님에게 발급된 것으로 확정합니다. 되돌릴 수 없으므로 편의점 쪽 기록에서 직접 확인한 경우에만 진행하세요.</translation>
    </message>
    <message>
        <source>Book as issued</source>
        <translation>발급 확정</translation>
    </message>
    <message>
        <source>Restore to stock?</source>
        <translation>재고로 되돌릴까요?</translation>
    </message>
    <message>
        <source>The store is asked to forget coupon %1, then it goes back to the end of the stock. User %2 gets none of it.</source>
        <translation>편의점에 쿠폰 %1의 등록 취소를 요청한 뒤, 재고의 맨 뒤로 되돌립니다. 사용자 %2 님은 이 쿠폰을 받지 못합니다.</translation>
    </message>
    <message>
        <source>Restore to stock</source>
        <translation>재고로 되돌리기</translation>
    </message>
    <message>
        <source>Asking the store about coupon %1…</source>
        <translation>쿠폰 %1을(를) 편의점에 문의하는 중…</translation>
    </message>
    <message>
        <source>Taking coupon %1 back from the store…</source>
        <translation>편의점에서 쿠폰 %1의 등록을 취소하는 중…</translation>
    </message>
    <message>
        <source>Booking coupon %1 as issued…</source>
        <translation>쿠폰 %1을(를) 발급된 것으로 기록하는 중…</translation>
    </message>
    <message>
        <source>Coupon %1 is no longer in doubt: it was settled meanwhile.</source>
        <translation>쿠폰 %1은(는) 그사이에 확인이 끝났습니다.</translation>
    </message>
    <message>
        <source>Coupon %1 is being asked about just now. Look again in a few seconds.</source>
        <translation>쿠폰 %1은(는) 지금 문의 중입니다. 몇 초 뒤에 다시 확인하세요.</translation>
    </message>
    <message>
        <source>Coupon %1 is as it was. %2</source>
        <translation>쿠폰 %1은(는) 그대로입니다. %2</translation>
    </message>
    <message>
        <source>Coupon %1 was issued to user %2.</source>
        <translation>쿠폰 %1이(가) 사용자 %2 님에게 발급되었습니다.</translation>
    </message>
    <message>
        <source>Coupon %1 is back in the stock.</source>
        <translation>쿠폰 %1을(를) 재고로 되돌렸습니다.</translation>
    </message>
    <message>
        <source>Our book and the store contradict each other about coupon %1, so it was set aside. The audit trail says why.</source>
        <translation>쿠폰 %1에 대한 우리 장부와 편의점의 기록이 서로 달라 따로 보관했습니다. 이유는 감사 기록에 있습니다.</translation>
    </message>
    <message>
        <source>The store gives no clear answer about coupon %1. Nothing changed; try again later.</source>
        <translation>편의점이 쿠폰 %1에 대해 분명한 응답을 주지 않았습니다. 바뀐 것은 없으니 잠시 후 다시 시도하세요.</translation>
    </message>
    <message>
        <source>%1 of user %2</source>
        <translation>사용자 %2의 %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 밖에 %1장</translation>
    </message>
    <message>
        <source>Were these %1 coupons issued?</source>
        <translation>쿠폰 %1장을 발급된 것으로 처리할까요?</translation>
    </message>
    <message>
        <source>Restore these %1 coupons to the stock?</source>
        <translation>쿠폰 %1장을 재고로 되돌릴까요?</translation>
    </message>
    <message>
        <source>They are booked as issued to their users, for good, and the store is not asked. Do this only when you have seen each of them in the store&apos;s own records.</source>
        <translation>편의점에 묻지 않고 각 사용자에게 발급된 것으로 기록하며, 되돌릴 수 없습니다. 편의점의 기록에서 한 장 한 장 확인한 경우에만 하세요.</translation>
    </message>
    <message>
        <source>The store is asked to forget each of them, then it goes back to the end of the stock. Their users get none of them.</source>
        <translation>편의점에 한 장씩 등록 취소를 요청한 다음 재고의 맨 뒤로 되돌립니다. 해당 사용자는 이 쿠폰을 받지 못합니다.</translation>
    </message>
    <message>
        <source>Book %1 as issued</source>
        <translation>%1장 발급 확정</translation>
    </message>
    <message>
        <source>Restore %1 to the stock</source>
        <translation>%1장 재고로 되돌리기</translation>
    </message>
    <message>
        <source>Settling %1 coupons, one after another…</source>
        <translation>쿠폰 %1장을 한 장씩 처리하는 중…</translation>
    </message>
    <message>
        <source>Settled: %1 issued, %2 back in the stock, %3 still open.</source>
        <translation>처리 결과: 발급 %1장, 재고로 되돌림 %2장, 남은 확인 %3장.</translation>
    </message>
    <message>
        <source>Settled meanwhile: %1.</source>
        <translation>그사이 처리됨: %1장.</translation>
    </message>
    <message>
        <source>Set aside: %1; our book and the store contradict each other.</source>
        <translation>따로 보관: %1장(장부와 편의점의 기록이 다릅니다).</translation>
    </message>
    <message>
        <source>Being asked about just now: %1; look again in a few seconds.</source>
        <translation>지금 문의 중: %1장. 몇 초 뒤에 다시 확인하세요.</translation>
    </message>
    <message>
        <source>Stopped before the last %1.</source>
        <translation>중지하여 나머지 %1장은 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>Coupon %1 is no longer in doubt: %2 gave it back to the stock at %3.</source>
        <translation>쿠폰 %1은(는) 확인이 끝났습니다. %2 님이 %3에 재고로 되돌렸습니다.</translation>
    </message>
    <message>
        <source>Coupon %1 is no longer in doubt: %2 booked it as issued at %3.</source>
        <translation>쿠폰 %1은(는) 확인이 끝났습니다. %2 님이 %3에 발급으로 처리했습니다.</translation>
    </message>
    <message>
        <source>Coupon %1 is no longer in doubt: %2 asked the store at %3, and its answer settled it.</source>
        <translation>쿠폰 %1은(는) 확인이 끝났습니다. %2 님이 %3에 편의점에 물었고, 그 답으로 정리되었습니다.</translation>
    </message>
    <message>
        <source>Coupon %1 is still in doubt: a second person has five minutes to approve it.</source>
        <translation>쿠폰 %1은(는) 아직 확인 필요입니다. 다른 사람이 5분 안에 승인해야 합니다.</translation>
    </message>
    <message>
        <source>%1 settled %2 of them, the last at %3.</source>
        <translation>그중 %2건은 %1, 마지막은 %3.</translation>
    </message>
    <message>
        <source>Waiting for a second person, who has five minutes: %1.</source>
        <translation>다른 사람의 승인(5분 안)을 기다림: %1건.</translation>
    </message>
</context>
<context>
    <name>seonchak::DoubtsPage</name>
    <message>
        <source>&amp;Ask again</source>
        <translation>다시 문의(&amp;A)</translation>
    </message>
    <message>
        <source>Asks the store about the selected coupons, and settles them by its answer</source>
        <translation>선택한 쿠폰을 편의점에 문의하고, 응답에 따라 처리합니다</translation>
    </message>
    <message>
        <source>&amp;Book as issued</source>
        <translation>발급 확정(&amp;B)</translation>
    </message>
    <message>
        <source>Books the coupon as its user&apos;s, because you know that the store has it</source>
        <translation>편의점에 등록된 것을 확인했을 때, 사용자에게 발급된 것으로 확정합니다</translation>
    </message>
    <message>
        <source>&amp;Restore to stock</source>
        <translation>재고로 되돌리기(&amp;R)</translation>
    </message>
    <message>
        <source>Has the store forget the coupon, then gives it back to the stock</source>
        <translation>편의점의 등록을 취소한 뒤 재고로 되돌립니다</translation>
    </message>
    <message>
        <source>Its &amp;life</source>
        <translation>쿠폰 이력(&amp;L)</translation>
    </message>
    <message>
        <source>Shows everything that happened to the coupon</source>
        <translation>이 쿠폰에 일어난 모든 일을 보여 줍니다</translation>
    </message>
    <message>
        <source>Coupons in doubt</source>
        <translation>확인이 필요한 쿠폰</translation>
    </message>
    <message>
        <source>In doubt: %1</source>
        <translation>확인 필요: %1장</translation>
    </message>
    <message>
        <source>In doubt: %1 · the list stands still while rows are selected (Esc lets it go)</source>
        <translation>확인 필요: %1장 · 선택하는 동안 목록을 갱신하지 않습니다(Esc로 선택 해제)</translation>
    </message>
    <message>
        <source>The store has not said whether it took these coupons. The server asks about each of them every %1. Select one to read what to do.</source>
        <translation>편의점이 이 쿠폰들을 등록했는지 알려 주지 않았습니다. 서버가 %1마다 다시 문의합니다. 쿠폰을 선택하면 할 일을 알려 줍니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Settles no more; what is settled stays so</source>
        <translation>더 처리하지 않습니다. 이미 처리한 것은 그대로 유지됩니다</translation>
    </message>
    <message>
        <source>Settling: %1 of %2…</source>
        <translation>처리 중: %2장 중 %1장…</translation>
    </message>
    <message>
        <source>Settled meanwhile: it is in doubt no more. Its biography says how it ended.</source>
        <translation>그사이 정리되어 더 이상 확인이 필요하지 않습니다. 결과는 이력에 있습니다.</translation>
    </message>
    <message>
        <source>Coupon %1 is %2. Talk to each other before one of you settles it.</source>
        <translation>쿠폰 %1: %2입니다. 처리하기 전에 서로 상의하세요.</translation>
    </message>
</context>
<context>
    <name>seonchak::DoubtsWords</name>
    <message>
        <source>The database does not answer</source>
        <translation>데이터베이스가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>What is in doubt cannot be read now. It is kept; the list comes back by itself when the database light is green.</source>
        <translation>지금은 확인이 필요한 쿠폰을 읽을 수 없습니다. 내용은 그대로 보관되어 있으며, 데이터베이스 표시등이 초록색이 되면 목록이 자동으로 다시 나타납니다.</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>목록을 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Nothing is in doubt</source>
        <translation>확인이 필요한 쿠폰이 없습니다</translation>
    </message>
    <message>
        <source>When the store does not say whether it took a coupon, the coupon waits here. The server asks again by itself; you can step in.</source>
        <translation>편의점이 쿠폰을 등록했는지 알려 주지 않으면 그 쿠폰이 여기에서 기다립니다. 서버가 자동으로 다시 문의하며, 직접 처리할 수도 있습니다.</translation>
    </message>
    <message>
        <source>The list is the last one known: the database does not answer. Wait for its light.</source>
        <translation>데이터베이스가 응답하지 않아 마지막으로 읽은 목록을 보여 줍니다. 표시등이 초록색이 될 때까지 기다려 주세요.</translation>
    </message>
    <message>
        <source>Redis does not answer</source>
        <translation>Redis가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>The database has no open doubt. What Redis has reserved cannot be read now; what became of it is seen when its light is green.</source>
        <translation>데이터베이스에는 확인할 쿠폰이 없습니다. Redis에 예약된 쿠폰은 지금 읽을 수 없으며, Redis 표시가 초록색이 되면 결과를 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Waiting for new numbers</source>
        <translation>수치 갱신을 기다리는 중입니다</translation>
    </message>
    <message>
        <source>Redis or the database is slow. What is in doubt is kept; the list comes back by itself.</source>
        <translation>Redis나 데이터베이스의 응답이 느립니다. 확인이 필요한 쿠폰은 그대로 보존되며, 응답이 오면 목록이 자동으로 갱신됩니다.</translation>
    </message>
    <message>
        <source>The list is the last one known. Waiting for new numbers.</source>
        <translation>마지막으로 읽은 목록입니다. 수치 갱신을 기다리는 중입니다.</translation>
    </message>
    <message>
        <source>The list is the last one known. %1</source>
        <translation>마지막으로 읽은 목록입니다. %1</translation>
    </message>
</context>
</TS>

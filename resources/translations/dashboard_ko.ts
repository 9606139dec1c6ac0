<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::ConservationLight</name>
    <message>
        <source>Last known</source>
        <translation>마지막으로 확인된 값</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>아직 모름</translation>
    </message>
    <message>
        <source>Waiting for the first numbers.</source>
        <translation>첫 숫자를 기다리는 중입니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::DashboardPage</name>
    <message>
        <source>Stock in Redis</source>
        <translation>Redis 재고</translation>
    </message>
    <message>
        <source>Issued users</source>
        <translation>발급된 사용자</translation>
    </message>
    <message>
        <source>API failures</source>
        <translation>API 실패</translation>
    </message>
    <message>
        <source>Compensations</source>
        <translation>보상(재고 복원)</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>초당 요청</translation>
    </message>
    <message>
        <source>Conservation</source>
        <translation>수량 일치</translation>
    </message>
    <message>
        <source>Coupons put back into the stock after a refusal by the store</source>
        <translation>편의점이 거절해 재고로 되돌린 쿠폰</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>생성 %1</translation>
    </message>
    <message>
        <source>Coupons: %1</source>
        <translation>쿠폰 %1</translation>
    </message>
    <message>
        <source>In doubt: %1</source>
        <translation>확인 중 %1</translation>
    </message>
    <message>
        <source>p99 %1 ms</source>
        <translation>p99 %1 ms</translation>
    </message>
    <message>
        <source>Difference: %1</source>
        <translation>차이 %1</translation>
    </message>
    <message>
        <source>Last known</source>
        <translation>마지막으로 확인된 값</translation>
    </message>
</context>
<context>
    <name>seonchak::StockPanel</name>
    <message>
        <source>&amp;Generate %1</source>
        <translation>%1장 생성</translation>
    </message>
    <message>
        <source>Makes new coupons, which wait to be pushed</source>
        <translation>새 쿠폰을 만듭니다. 재고에 올릴 때까지 대기합니다</translation>
    </message>
    <message>
        <source>&amp;Push inventory</source>
        <translation>재고 올리기</translation>
    </message>
    <message>
        <source>Puts every waiting coupon into the stock in Redis</source>
        <translation>대기 중인 모든 쿠폰을 Redis 재고에 올립니다</translation>
    </message>
    <message>
        <source>Generate coupons, then push them into the stock.</source>
        <translation>쿠폰을 생성한 다음 재고에 올리세요.</translation>
    </message>
    <message>
        <source>Waiting to be pushed: %1</source>
        <translation>올릴 쿠폰 %1장</translation>
    </message>
    <message>
        <source>Ending: what is under way is being finished.</source>
        <translation>끝내는 중입니다. 진행 중인 일을 마무리하고 있습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::StockWork</name>
    <message>
        <source>Generating %1 coupons…</source>
        <translation>쿠폰 %1장을 생성하는 중…</translation>
    </message>
    <message>
        <source>Pushing the waiting coupons into the stock…</source>
        <translation>대기 중인 쿠폰을 재고에 올리는 중…</translation>
    </message>
    <message>
        <source>Generating did not finish. %1</source>
        <translation>쿠폰 생성을 마치지 못했습니다. %1</translation>
    </message>
    <message>
        <source>Only %1 of %2 coupons were generated: the database stopped answering. Generate again when its light is green.</source>
        <translation>%2장 중 %1장만 생성했습니다. 데이터베이스가 응답하지 않았습니다. 데이터베이스 표시가 녹색이 되면 다시 생성하세요.</translation>
    </message>
    <message>
        <source>%1 coupons were generated. They wait to be pushed into the stock.</source>
        <translation>쿠폰 %1장을 생성했습니다. 재고에 올릴 때까지 대기합니다.</translation>
    </message>
    <message>
        <source>The push did not finish. %1</source>
        <translation>재고 올리기를 마치지 못했습니다. %1</translation>
    </message>
    <message>
        <source>There was nothing to push: no coupon is waiting. Generate some first.</source>
        <translation>올릴 쿠폰이 없습니다. 먼저 쿠폰을 생성하세요.</translation>
    </message>
    <message>
        <source>%1 coupons were pushed. The stock holds %2 now.</source>
        <translation>쿠폰 %1장을 재고에 올렸습니다. 현재 재고는 %2장입니다.</translation>
    </message>
</context>
</TS>

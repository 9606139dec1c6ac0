<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::ActionButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
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
    <name>seonchak::DeskWindow</name>
    <message>
        <source>Seonchak</source>
        <translation>선착</translation>
    </message>
</context>
<context>
    <name>seonchak::HeaderStrip</name>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Where the server answers</source>
        <translation>서버 주소</translation>
    </message>
    <message>
        <source>Copies the server&apos;s address</source>
        <translation>서버 주소를 복사합니다</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>%1: connecting</source>
        <translation>%1 연결하는 중</translation>
    </message>
    <message>
        <source>%1: no answer</source>
        <translation>%1 응답 없음</translation>
    </message>
    <message>
        <source>%1: connected</source>
        <translation>%1 연결됨</translation>
    </message>
    <message>
        <source>%1: away</source>
        <translation>%1 끊김</translation>
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
<context>
    <name>seonchak::Words</name>
    <message>
        <source>%1%</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Generated %1 = staged %2 + in stock %3 + reserved %4 + in doubt %5 + issued %6 + void %7</source>
        <translation>생성 %1 = 대기 %2 + 재고 %3 + 예약 %4 + 확인 중 %5 + 발급 %6 + 폐기 %7</translation>
    </message>
    <message>
        <source>Generated %1 ≠ staged %2 + in stock %3 + reserved %4 + in doubt %5 + issued %6 + void %7</source>
        <translation>생성 %1 ≠ 대기 %2 + 재고 %3 + 예약 %4 + 확인 중 %5 + 발급 %6 + 폐기 %7</translation>
    </message>
    <message>
        <source>All accounted for</source>
        <translation>모두 맞습니다</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1장 부족</translation>
    </message>
    <message>
        <source>%1 too many</source>
        <translation>%1장 초과</translation>
    </message>
    <message>
        <source>Redis (private)</source>
        <translation>Redis (전용)</translation>
    </message>
    <message>
        <source>Redis (Sentinel)</source>
        <translation>Redis (Sentinel)</translation>
    </message>
    <message>
        <source>Redis (Cluster)</source>
        <translation>Redis (Cluster)</translation>
    </message>
    <message>
        <source>Redis (socket)</source>
        <translation>Redis (소켓)</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>SQLite</source>
        <translation>SQLite</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>Store: %1</source>
        <translation>편의점 %1</translation>
    </message>
    <message>
        <source>Store: mock, refuses %1</source>
        <translation>편의점 모의, 거절 %1</translation>
    </message>
    <message>
        <source>The convenience store at %1. After %2 ms without an answer its outcome is unknown.</source>
        <translation>%1의 편의점입니다. %2 ms 안에 응답이 없으면 결과를 알 수 없는 것으로 봅니다.</translation>
    </message>
    <message>
        <source>An imitated convenience store: it refuses %1 of the calls, leaves %2 of them unknown, and takes %3 ms. Seed %4.</source>
        <translation>모의 편의점입니다. 호출의 %1를 거절하고, %2는 결과를 알 수 없게 하며, 응답에 %3 ms가 걸립니다. 시드 %4.</translation>
    </message>
    <message>
        <source>Redis or the database is away, or busy. Try again when both lights above are green.</source>
        <translation>Redis나 데이터베이스가 끊겼거나 바쁩니다. 위의 두 표시가 모두 녹색이 되면 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The stock in Redis is being rebuilt from the database. Try again in half a minute.</source>
        <translation>Redis 재고를 데이터베이스에서 다시 만들고 있습니다. 30초 뒤에 다시 시도하세요.</translation>
    </message>
    <message>
        <source>No answer came, so it may have happened or not. Look at the numbers before trying again.</source>
        <translation>응답이 없어 처리되었는지 알 수 없습니다. 숫자를 확인한 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Another change came first. Try again.</source>
        <translation>다른 변경이 먼저 처리되었습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The order was not accepted. The log says why.</source>
        <translation>요청이 받아들여지지 않았습니다. 이유는 로그에 있습니다.</translation>
    </message>
    <message>
        <source>Something unexpected happened. The log says what; look at the numbers before trying again.</source>
        <translation>예상하지 못한 일이 생겼습니다. 로그를 보고 숫자를 확인한 다음 다시 시도하세요.</translation>
    </message>
</context>
</TS>

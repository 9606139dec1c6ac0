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
    <message>
        <source>The numbers last added up at %1.</source>
        <translation>마지막으로 수량이 맞은 시각은 %1입니다.</translation>
    </message>
    <message>
        <source>The numbers add up, but Redis and the book do not agree on &quot;%1&quot;. Audit names each of them.</source>
        <translation>수량은 맞지만 &quot;%1&quot;은(는) Redis와 장부가 서로 다릅니다. 하나하나의 내용은 감사 기록에 있습니다.</translation>
    </message>
    <message>
        <source>Look first at issued: the book holds %1, but Redis holds %2 user keys. Open Coupons, status issued, and Audit.</source>
        <translation>먼저 발급을 확인하세요. 장부에는 %1장인데 Redis의 사용자 키는 %2개입니다. 쿠폰에서 발급 상태를, 그리고 감사 기록을 여세요.</translation>
    </message>
    <message>
        <source>Look first at in stock (%1): a code may have been taken out of Redis by hand. Audit says who did what.</source>
        <translation>먼저 재고(%1)를 확인하세요. 누군가 Redis에서 코드를 직접 꺼냈을 수 있습니다. 누가 무엇을 했는지는 감사 기록에 있습니다.</translation>
    </message>
    <message>
        <source>Look first at in stock (%1): a code may have been put into Redis by hand, or stand there although it was issued. Audit says who did what.</source>
        <translation>먼저 재고(%1)를 확인하세요. 누군가 Redis에 코드를 직접 넣었거나, 발급된 코드가 아직 남아 있을 수 있습니다. 누가 무엇을 했는지는 감사 기록에 있습니다.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>아직 읽지 못함</translation>
    </message>
    <message>
        <source>Nothing has been counted since Seonchak was started: Redis or the database is away.</source>
        <translation>선착을 시작한 뒤로 아직 한 번도 세지 못했습니다. Redis나 데이터베이스가 연결되지 않습니다.</translation>
    </message>
    <message>
        <source>1 coupon is nowhere.</source>
        <translation>쿠폰 1장이 어디에도 없습니다.</translation>
    </message>
    <message>
        <source>%1 coupons are nowhere.</source>
        <translation>쿠폰 %1장이 어디에도 없습니다.</translation>
    </message>
    <message>
        <source>1 coupon is counted twice.</source>
        <translation>쿠폰 1장이 두 번 집계되었습니다.</translation>
    </message>
    <message>
        <source>%1 coupons are counted twice.</source>
        <translation>쿠폰 %1장이 두 번 집계되었습니다.</translation>
    </message>
    <message>
        <source>Generated is %1, the others are %2 together: %3</source>
        <translation>생성은 %1장인데 나머지를 합하면 %2장입니다. %3</translation>
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
        <source>p99 %1 ms</source>
        <translation>p99 %1 ms</translation>
    </message>
    <message>
        <source>Last known</source>
        <translation>마지막으로 확인된 값</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>Reservations of which nobody knows what the store did. They are asked about by themselves; the page In doubt settles them by hand.</source>
        <translation>편의점의 처리 결과를 알 수 없는 예약입니다. 자동으로 다시 묻고 있으며, 확인 필요 화면에서 직접 정리할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 of calls</source>
        <translation>호출의 %1</translation>
    </message>
    <message>
        <source>no calls yet</source>
        <translation>호출 없음</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>가장 오래된 %1</translation>
    </message>
    <message>
        <source>being asked about</source>
        <translation>다시 묻는 중</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Coupons that can be issued now (LLEN of the list), and how they changed within the last second</source>
        <translation>지금 발급할 수 있는 쿠폰(Redis 목록의 길이)과 최근 1초 동안의 변화입니다</translation>
    </message>
    <message>
        <source>User keys in Redis: each user gets one coupon at most. Below: how many more within the last second</source>
        <translation>Redis의 사용자 키입니다. 한 사람은 쿠폰을 한 장만 받습니다. 아래는 최근 1초 동안 늘어난 수입니다</translation>
    </message>
    <message>
        <source>A coupon is taken out of the stock, and then the convenience store refuses it: it is put back, and the next person can get it. This counts how often that happened.</source>
        <translation>재고에서 꺼낸 쿠폰을 편의점이 거절하면 재고에 되돌려 다음 사람이 받을 수 있게 합니다. 그렇게 되돌린 횟수입니다.</translation>
    </message>
    <message>
        <source>back in the stock</source>
        <translation>편의점 거절로 되돌림</translation>
    </message>
    <message>
        <source>none so far</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>p99 –</source>
        <translation>p99 –</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>최고 %1</translation>
    </message>
    <message>
        <source>Answers of this server to requests for a coupon within the last second, and the time in which 99 of 100 of them were given.</source>
        <translation>이 서버가 최근 1초 동안 쿠폰 요청에 응답한 수와, 그 가운데 100개 중 99개가 응답된 시간입니다.</translation>
    </message>
    <message>
        <source>Peak: the most answers in one second since the server was started, at %1.</source>
        <translation>최고: 서버를 시작한 뒤 1초 동안 가장 많이 응답한 수이며, %1의 기록입니다.</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%2부터 %1</translation>
    </message>
    <message>
        <source>Calls that the convenience store refused, of all calls by every server of this sale. Red while the last one is less than 5 minutes ago.</source>
        <translation>이 판매의 모든 서버가 편의점을 호출한 것 가운데 거절된 호출입니다. 마지막 거절이 5분 이내이면 빨간색입니다.</translation>
    </message>
    <message>
        <source>Counted since %1.</source>
        <translation>%1부터 센 수입니다.</translation>
    </message>
    <message>
        <source>The last one: %1.</source>
        <translation>마지막 거절: %1.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>아직 읽지 못함</translation>
    </message>
</context>
<context>
    <name>seonchak::EventCard</name>
    <message>
        <source>Hold</source>
        <translation>목록 고정</translation>
    </message>
    <message>
        <source>The list stands still until it is pressed again; nothing is lost meanwhile</source>
        <translation>다시 누를 때까지 목록을 그대로 둡니다. 그동안의 이벤트는 사라지지 않습니다</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>최근 이벤트</translation>
    </message>
    <message>
        <source>Which events</source>
        <translation>이벤트 종류</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>모든 이벤트</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급</translation>
    </message>
    <message>
        <source>Got none</source>
        <translation>받지 못함</translation>
    </message>
    <message>
        <source>In doubt and settled</source>
        <translation>확인 필요와 결과</translation>
    </message>
    <message>
        <source>Sale and operator</source>
        <translation>판매와 운영</translation>
    </message>
    <message>
        <source>On hold: %1 came meanwhile</source>
        <translation>고정됨 · 새 이벤트 %1건</translation>
    </message>
    <message>
        <source>On hold: nothing came meanwhile</source>
        <translation>고정됨 · 새 이벤트 없음</translation>
    </message>
</context>
<context>
    <name>seonchak::EventView</name>
    <message>
        <source>Latest events</source>
        <translation>최근 이벤트</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Requests, pushes and pauses appear here as they happen.</source>
        <translation>아직 아무 일도 없습니다. 요청, 재고 올리기, 일시정지가 일어나는 대로 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>None of these among the latest events.</source>
        <translation>최근 이벤트 가운데 이 종류는 없습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::EventWords</name>
    <message>
        <source>User %1 got %2 in %3 ms</source>
        <translation>사용자 %1 · 발급 %2 · %3 ms</translation>
    </message>
    <message>
        <source>User %1 has a coupon already</source>
        <translation>사용자 %1 · 이미 발급됨</translation>
    </message>
    <message>
        <source>User %1 has %2 already</source>
        <translation>사용자 %1 · 이미 발급됨 %2</translation>
    </message>
    <message>
        <source>User %1 came after the stock was sold out</source>
        <translation>사용자 %1 · 매진 뒤에 도착</translation>
    </message>
    <message>
        <source>The store refused user %1: %2 goes back into the stock</source>
        <translation>사용자 %1 · 편의점 거절 → 재고 복원 %2</translation>
    </message>
    <message>
        <source>The store gave no answer for user %1: %2 is in doubt</source>
        <translation>사용자 %1 · 편의점 응답 없음 → 확인 필요 %2</translation>
    </message>
    <message>
        <source>User %1 could not be served: Redis or the database was away</source>
        <translation>사용자 %1 · 처리하지 못함: Redis나 데이터베이스가 끊김</translation>
    </message>
    <message>
        <source>Settled: %1 belongs to user %2</source>
        <translation>정리됨: %1 → 사용자 %2의 쿠폰</translation>
    </message>
    <message>
        <source>Settled: %1 is back in the stock</source>
        <translation>정리됨: %1 → 재고로 복원</translation>
    </message>
    <message>
        <source>%1 was set aside: book and store contradict each other</source>
        <translation>%1 · 따로 보관: 장부와 편의점의 내용이 서로 다름</translation>
    </message>
    <message>
        <source>%1 coupons were generated</source>
        <translation>쿠폰 %1장 생성</translation>
    </message>
    <message>
        <source>%1 coupons were added</source>
        <translation>쿠폰 %1장 추가</translation>
    </message>
    <message>
        <source>%1 coupons were pushed into the stock</source>
        <translation>쿠폰 %1장을 재고에 올림</translation>
    </message>
    <message>
        <source>A code was changed to %1</source>
        <translation>번호 변경 → %1</translation>
    </message>
    <message>
        <source>%1 coupons were voided</source>
        <translation>쿠폰 %1장 폐기</translation>
    </message>
    <message>
        <source>%1 was voided</source>
        <translation>%1 폐기</translation>
    </message>
    <message>
        <source>Issuing was paused</source>
        <translation>발급 일시정지</translation>
    </message>
    <message>
        <source>Issuing was resumed</source>
        <translation>발급 재개</translation>
    </message>
    <message>
        <source>Redis went away: nothing is issued</source>
        <translation>Redis 연결 끊김: 발급되지 않음</translation>
    </message>
    <message>
        <source>Redis is back</source>
        <translation>Redis 다시 연결됨</translation>
    </message>
    <message>
        <source>The stock in Redis was rebuilt from the database</source>
        <translation>데이터베이스에서 Redis 재고를 다시 만듦</translation>
    </message>
    <message>
        <source>%1 more users got a coupon</source>
        <translation>그 밖에 사용자 %1명 · 발급</translation>
    </message>
    <message>
        <source>%1 more coupons are in doubt</source>
        <translation>그 밖에 쿠폰 %1장 · 확인 필요</translation>
    </message>
    <message>
        <source>Settled: %1 more coupons belong to their users</source>
        <translation>정리됨: 그 밖에 쿠폰 %1장 → 사용자에게 발급</translation>
    </message>
    <message>
        <source>Settled: %1 more coupons are back in the stock</source>
        <translation>정리됨: 그 밖에 쿠폰 %1장 → 재고로 복원</translation>
    </message>
    <message>
        <source>%1 more coupons were set aside</source>
        <translation>그 밖에 쿠폰 %1장 · 따로 보관</translation>
    </message>
    <message>
        <source>The database went away: nothing is issued</source>
        <translation>데이터베이스 연결 끊김: 발급되지 않음</translation>
    </message>
    <message>
        <source>The database is back</source>
        <translation>데이터베이스 다시 연결됨</translation>
    </message>
    <message>
        <source>The database has trouble: %1</source>
        <translation>데이터베이스에 문제가 있음: %1</translation>
    </message>
    <message>
        <source>The database&apos;s trouble is over</source>
        <translation>데이터베이스의 문제가 해결됨</translation>
    </message>
    <message>
        <source>The book had counted itself wrong and was set right: %1</source>
        <translation>장부의 집계가 틀려서 바로잡음: %1</translation>
    </message>
    <message>
        <source>User %1 came before the sale had begun</source>
        <translation>사용자 %1 · 발급 시작 전에 신청</translation>
    </message>
    <message>
        <source>%1 (until %2)</source>
        <translation>%1 (%2까지)</translation>
    </message>
    <message>
        <source>%1 × had a coupon already</source>
        <translation>%1건 · 이미 쿠폰 있음</translation>
    </message>
    <message>
        <source>%1 × came after the stock was sold out</source>
        <translation>%1건 · 매진 뒤에 도착</translation>
    </message>
    <message>
        <source>%1 × came before the sale had begun</source>
        <translation>%1건 · 판매 시작 전에 도착</translation>
    </message>
    <message>
        <source>%1 × refused by the store</source>
        <translation>%1건 · 편의점 거절</translation>
    </message>
    <message>
        <source>%1 × could not be served</source>
        <translation>%1건 · 처리하지 못함</translation>
    </message>
    <message>
        <source>%1 × came after the end of the sale</source>
        <translation>%1건 · 판매 종료 뒤에 도착</translation>
    </message>
    <message>
        <source>User %1 came after the end of the sale</source>
        <translation>사용자 %1: 판매 종료 뒤에 도착</translation>
    </message>
    <message>
        <source>The times of the sale were set</source>
        <translation>판매 시각이 설정되었습니다</translation>
    </message>
    <message>
        <source>The sale has opened</source>
        <translation>판매가 시작되었습니다</translation>
    </message>
    <message>
        <source>The sale has ended</source>
        <translation>판매가 종료되었습니다</translation>
    </message>
    <message>
        <source>%1 × came while issuing was paused</source>
        <translation>%1건 · 일시정지한 동안 도착</translation>
    </message>
    <message>
        <source>User %1 came while issuing was paused</source>
        <translation>사용자 %1 · 일시정지한 동안 도착</translation>
    </message>
    <message>
        <source>1 coupon was generated</source>
        <translation>쿠폰 1장 생성</translation>
    </message>
    <message>
        <source>1 coupon was added</source>
        <translation>쿠폰 1장 추가</translation>
    </message>
    <message>
        <source>1 coupon was pushed into the stock</source>
        <translation>쿠폰 1장을 재고에 올림</translation>
    </message>
    <message>
        <source>1 coupon was voided</source>
        <translation>쿠폰 1장 폐기</translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>경보: %1</translation>
    </message>
    <message>
        <source>Alarm over: %1</source>
        <translation>경보 해제: %1</translation>
    </message>
    <message>
        <source>%1 min before the opening the surroundings are not fit: %2</source>
        <translation>판매 시작 %1분 전, 주변 상태가 판매를 시작하기에 알맞지 않습니다: %2</translation>
    </message>
</context>
<context>
    <name>seonchak::GenerateDialog</name>
    <message>
        <source>P&amp;ush them into the stock at once</source>
        <translation>바로 재고에 올리기(&amp;U)</translation>
    </message>
    <message>
        <source>Generate coupons</source>
        <translation>쿠폰 생성</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>몇 장(&amp;H)</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1부터 %1까지</translation>
    </message>
    <message>
        <source>P&amp;refix (may be empty)</source>
        <translation>접두사(&amp;R) — 비워도 됩니다</translation>
    </message>
    <message>
        <source>&amp;Letters after the prefix</source>
        <translation>접두사 뒤의 글자 수(&amp;L)</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Type a whole number from 1 to %1.</source>
        <translation>1부터 %1까지의 정수를 입력하세요.</translation>
    </message>
    <message>
        <source>Too short for so many: codes could be guessed. Take more letters.</source>
        <translation>장수에 비해 너무 짧아 코드를 추측할 수 있습니다. 글자 수를 늘리세요.</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>예: %1</translation>
    </message>
    <message>
        <source>Stands before each code: no white space, at most %1 bytes</source>
        <translation>번호마다 맨 앞에 붙습니다. 빈칸 없이 %1바이트까지</translation>
    </message>
    <message>
        <source>At most %1 bytes (a Korean letter takes three).</source>
        <translation>%1바이트까지 쓸 수 있습니다(한글 한 글자는 3바이트).</translation>
    </message>
    <message>
        <source>A code has no white space and no invisible characters.</source>
        <translation>쿠폰 번호에는 빈칸이나 보이지 않는 문자를 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::SaleStateWords</name>
    <message>
        <source>The numbers have not been read yet.</source>
        <translation>아직 수치를 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The present numbers are not known: Redis or the database does not answer.</source>
        <translation>지금 수치를 알 수 없습니다. Redis나 데이터베이스가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Issuing is paused. Who asks for a coupon is told to come back later.</source>
        <translation>발급이 일시정지되어 있습니다. 쿠폰을 요청하면 나중에 다시 오라고 안내합니다.</translation>
    </message>
    <message>
        <source>Generate coupons, then push them into the stock.</source>
        <translation>쿠폰을 생성한 다음 재고에 올리세요.</translation>
    </message>
    <message>
        <source>Coupons are being issued: %1 are in the stock, %2 wait to be pushed.</source>
        <translation>발급 중입니다. 재고 %1장, 대기 %2장.</translation>
    </message>
    <message>
        <source>Coupons are being issued: %1 are in the stock.</source>
        <translation>발급 중입니다. 재고 %1장.</translation>
    </message>
    <message>
        <source>%1 coupons wait. Push them into the stock when the sale is to begin.</source>
        <translation>쿠폰 %1장이 대기 중입니다. 판매를 시작할 때 재고에 올리세요.</translation>
    </message>
    <message>
        <source>Every coupon is void. Generate coupons, then push them into the stock.</source>
        <translation>모든 쿠폰이 폐기되었습니다. 쿠폰을 생성한 다음 재고에 올리세요.</translation>
    </message>
    <message>
        <source>Sold out. %1 coupons wait to be pushed.</source>
        <translation>매진되었습니다. 쿠폰 %1장이 대기 중입니다.</translation>
    </message>
    <message>
        <source>Sold out.</source>
        <translation>매진되었습니다.</translation>
    </message>
    <message>
        <source>No coupon can be issued now: the banner above says why.</source>
        <translation>지금은 쿠폰을 발급할 수 없습니다. 위의 배너에 이유가 있습니다.</translation>
    </message>
    <message>
        <source>The stock is empty: %1 coupons are issued, %2 are void, %3 wait to be pushed.</source>
        <translation>재고가 없습니다. 발급 %1장, 폐기 %2장, 대기 %3장.</translation>
    </message>
    <message>
        <source>The stock is empty: %1 coupons are issued, %2 are void.</source>
        <translation>재고가 없습니다. 발급 %1장, 폐기 %2장.</translation>
    </message>
    <message>
        <source>The sale opens at %1: until then nobody gets a coupon. %2 are in the stock.</source>
        <translation>판매는 %1에 시작됩니다. 그때까지는 아무도 쿠폰을 받을 수 없습니다. 재고 %2장.</translation>
    </message>
    <message>
        <source>The sale ended at %1: nobody gets a coupon any more.</source>
        <translation>판매는 %1에 끝났습니다. 더는 쿠폰을 발급하지 않습니다.</translation>
    </message>
    <message>
        <source>1 coupon waits. Push it into the stock when the sale is to begin.</source>
        <translation>쿠폰 1장이 대기 중입니다. 판매를 시작할 때 재고에 올리세요.</translation>
    </message>
    <message>
        <source>Sold out. 1 coupon waits to be pushed.</source>
        <translation>매진되었습니다. 쿠폰 1장이 대기 중입니다.</translation>
    </message>
    <message>
        <source>The present numbers are not known: the server is not connected.</source>
        <translation>지금 수치를 알 수 없습니다. 서버에 연결되어 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::SellOutCard</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Puts this away; the next time the stock sells out it is told again</source>
        <translation>이 알림을 닫습니다. 다음에 매진되면 다시 알려 줍니다</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Sold out at %1</source>
        <translation>%1 매진</translation>
    </message>
    <message>
        <source>1 coupon</source>
        <translation>쿠폰 1장</translation>
    </message>
    <message>
        <source>%1 coupons in %2</source>
        <translation>%2 동안 쿠폰 %1장</translation>
    </message>
    <message>
        <source>nobody came too late</source>
        <translation>매진 뒤에 온 사람 없음</translation>
    </message>
    <message>
        <source>1 person came too late</source>
        <translation>매진 뒤에 온 사람 1명</translation>
    </message>
    <message>
        <source>%1 people came too late</source>
        <translation>매진 뒤에 온 사람 %1명</translation>
    </message>
    <message>
        <source>counting who came too late…</source>
        <translation>매진 뒤에 온 사람을 세는 중…</translation>
    </message>
    <message>
        <source>%1 people came too late, still counting…</source>
        <translation>매진 뒤에 온 사람 %1명, 아직 세는 중…</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1ms</translation>
    </message>
    <message>
        <source>From the book: the time from the first coupon that left the stock after the last filling to the last one, and everybody who was told since that all was sold out. The median wait is this server&apos;s own: of the coupons that it gave out since it started, from the request read to the answer; the way through the network is not in it</source>
        <translation>장부의 기록입니다. 재고를 마지막으로 올린 뒤 첫 쿠폰이 나간 때부터 마지막 쿠폰이 나간 때까지의 시간과, 그 뒤에 매진 응답을 받은 사람의 수입니다. 대기 시간 중앙값은 이 서버가 시작한 뒤 직접 발급한 쿠폰에서 잰 것으로, 요청을 읽은 때부터 응답할 때까지이며 네트워크를 지나는 시간은 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>median wait %1</source>
        <translation>대기 시간 중앙값 %1</translation>
    </message>
    <message>
        <source>median wait %1, measured for %2</source>
        <translation>대기 시간 중앙값 %1(쿠폰 %2장에서 측정)</translation>
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
        <source>Waiting to be pushed: %1</source>
        <translation>올릴 쿠폰 %1장</translation>
    </message>
    <message>
        <source>Ending: what is under way is being finished.</source>
        <translation>끝내는 중입니다. 진행 중인 일을 마무리하고 있습니다.</translation>
    </message>
    <message>
        <source>Other counts, a prefix, another length</source>
        <translation>다른 장수, 접두사, 글자 수</translation>
    </message>
    <message>
        <source>More ways to generate</source>
        <translation>다른 방법으로 생성</translation>
    </message>
    <message>
        <source>Pause &amp;issuing</source>
        <translation>발급 일시정지</translation>
    </message>
    <message>
        <source>&amp;Void unissued…</source>
        <translation>미발급 폐기…</translation>
    </message>
    <message>
        <source>Takes every coupon out of the sale that nobody has yet; it shows first what that means</source>
        <translation>아직 발급되지 않은 쿠폰을 모두 폐기합니다. 어떻게 되는지 먼저 보여 줍니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Ends the work under way; what was done by then stays</source>
        <translation>진행 중인 일을 멈춥니다. 그때까지 한 일은 남습니다</translation>
    </message>
    <message>
        <source>Generate %1 and push them</source>
        <translation>%1장을 생성해 바로 재고에 올리기</translation>
    </message>
    <message>
        <source>Generate %1</source>
        <translation>%1장 생성</translation>
    </message>
    <message>
        <source>Other count, prefix, length…</source>
        <translation>다른 장수, 접두사, 글자 수…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Resume &amp;issuing</source>
        <translation>발급 재개</translation>
    </message>
    <message>
        <source>Serves requests again</source>
        <translation>다시 발급합니다</translation>
    </message>
    <message>
        <source>Tells everybody who asks for a coupon to come back later</source>
        <translation>쿠폰을 요청하는 모든 사람에게 나중에 다시 오라고 알립니다</translation>
    </message>
    <message>
        <source>No coupon waits to be pushed: generate some first</source>
        <translation>대기 중인 쿠폰이 없습니다. 먼저 생성하세요</translation>
    </message>
    <message>
        <source>Issuing was not paused.</source>
        <translation>발급을 일시정지하지 않았습니다.</translation>
    </message>
    <message>
        <source>Issuing was not resumed.</source>
        <translation>발급을 재개하지 않았습니다.</translation>
    </message>
    <message>
        <source>Redis or the database is away: nothing can be put into the stock</source>
        <translation>Redis나 데이터베이스가 응답하지 않아 재고에 올릴 수 없습니다</translation>
    </message>
    <message>
        <source>Nothing was put into the stock.</source>
        <translation>재고에 올린 것은 없습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::StockQuestions</name>
    <message>
        <source>Pause issuing?</source>
        <translation>발급을 일시정지할까요?</translation>
    </message>
    <message>
        <source>Resume issuing?</source>
        <translation>발급을 재개할까요?</translation>
    </message>
    <message>
        <source>This is the real sale. Until you resume, nobody gets a coupon, from any server of this sale; who asks is told to come back later.</source>
        <translation>실제 판매입니다. 재개할 때까지 이 판매의 어느 서버에서도 쿠폰이 발급되지 않으며, 요청한 사람에게는 나중에 다시 오라고 알립니다.</translation>
    </message>
    <message>
        <source>This is the real sale. Coupons are issued again at once, by every server of this sale.</source>
        <translation>실제 판매입니다. 이 판매의 모든 서버에서 바로 쿠폰 발급이 다시 시작됩니다.</translation>
    </message>
    <message>
        <source>Pause issuing</source>
        <translation>발급 일시정지</translation>
    </message>
    <message>
        <source>Resume issuing</source>
        <translation>발급 재개</translation>
    </message>
    <message>
        <source>Void all unissued coupons?</source>
        <translation>미발급 쿠폰을 모두 폐기할까요?</translation>
    </message>
    <message>
        <source>Voids %1 unissued coupons: %2 wait to be pushed, %3 are in the stock. %4 are in flight and stay; %5 are issued and stay. A voided coupon does not come back.</source>
        <translation>미발급 쿠폰 %1장을 폐기합니다. 올릴 쿠폰 %2장, 재고 %3장입니다. 처리 중인 %4장과 발급된 %5장은 그대로 남습니다. 폐기한 쿠폰은 되살릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Void %1 coupons</source>
        <translation>쿠폰 %1장 폐기</translation>
    </message>
    <message>
        <source>Void 1 coupon</source>
        <translation>쿠폰 1장 폐기</translation>
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
        <source>Only %1 of %2 coupons were generated, %3 of them are in the stock. Generate the missing ones when both lights are green.</source>
        <translation>쿠폰 %2장 중 %1장만 만들었고, 그중 %3장이 재고에 있습니다. 두 표시등이 모두 초록색이 되면 모자란 만큼 더 만드세요.</translation>
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
        <source>Voiding the unissued coupons…</source>
        <translation>미발급 쿠폰을 폐기하는 중…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>일시정지하는 중…</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>재개하는 중…</translation>
    </message>
    <message>
        <source>Counting what would be voided…</source>
        <translation>폐기될 쿠폰을 세는 중…</translation>
    </message>
    <message>
        <source>Stopping: what has been begun is finished first…</source>
        <translation>중지하는 중입니다. 이미 시작한 부분까지는 마칩니다…</translation>
    </message>
    <message>
        <source>Issuing was not paused. %1</source>
        <translation>발급을 일시정지하지 못했습니다. %1</translation>
    </message>
    <message>
        <source>Issuing was not resumed. %1</source>
        <translation>발급을 재개하지 못했습니다. %1</translation>
    </message>
    <message>
        <source>It could not be counted what would be voided. %1</source>
        <translation>폐기될 쿠폰을 세지 못했습니다. %1</translation>
    </message>
    <message>
        <source>There is nothing to void: no coupon is unissued.</source>
        <translation>폐기할 미발급 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 coupons were generated.</source>
        <translation>중지했습니다. %2장 중 %1장을 생성했습니다.</translation>
    </message>
    <message>
        <source>%1 coupons were generated and pushed into the stock.</source>
        <translation>쿠폰 %1장을 생성해 재고에 올렸습니다.</translation>
    </message>
    <message>
        <source>%1 coupons were generated, %2 of them pushed. Push the others when Redis is back.</source>
        <translation>쿠폰 %1장을 생성해 그중 %2장을 재고에 올렸습니다. Redis가 돌아오면 나머지를 올리세요.</translation>
    </message>
    <message>
        <source>Stopped: %1 coupons were pushed.</source>
        <translation>중지했습니다. 쿠폰 %1장을 재고에 올렸습니다.</translation>
    </message>
    <message>
        <source>Voiding did not finish. %1</source>
        <translation>폐기를 마치지 못했습니다. %1</translation>
    </message>
    <message>
        <source>Stopped: %1 coupons were voided.</source>
        <translation>중지했습니다. 쿠폰 %1장을 폐기했습니다.</translation>
    </message>
    <message>
        <source>%1 coupons were voided.</source>
        <translation>쿠폰 %1장을 폐기했습니다.</translation>
    </message>
    <message>
        <source>Issuing was paused.</source>
        <translation>발급을 일시정지했습니다.</translation>
    </message>
    <message>
        <source>Issuing was resumed.</source>
        <translation>발급을 재개했습니다.</translation>
    </message>
    <message>
        <source>%1 coupons were pushed into the stock.</source>
        <translation>쿠폰 %1장을 재고에 올렸습니다.</translation>
    </message>
    <message>
        <source>Generating 1 coupon…</source>
        <translation>쿠폰 1장을 생성하는 중…</translation>
    </message>
    <message>
        <source>1 coupon was generated. It waits to be pushed into the stock.</source>
        <translation>쿠폰 1장을 생성했습니다. 재고에 올릴 때까지 대기합니다.</translation>
    </message>
    <message>
        <source>1 coupon was generated and pushed into the stock.</source>
        <translation>쿠폰 1장을 생성해 재고에 올렸습니다.</translation>
    </message>
    <message>
        <source>Stopped: 1 coupon was pushed.</source>
        <translation>중지했습니다. 쿠폰 1장을 재고에 올렸습니다.</translation>
    </message>
    <message>
        <source>1 coupon was pushed into the stock.</source>
        <translation>쿠폰 1장을 재고에 올렸습니다.</translation>
    </message>
    <message>
        <source>Stopped: 1 coupon was voided.</source>
        <translation>중지했습니다. 쿠폰 1장을 폐기했습니다.</translation>
    </message>
    <message>
        <source>1 coupon was voided.</source>
        <translation>쿠폰 1장을 폐기했습니다.</translation>
    </message>
    <message>
        <source>Issuing was paused already: %1 did it at %2.</source>
        <translation>이미 일시정지되어 있습니다. %1 님이 %2에 멈췄습니다.</translation>
    </message>
    <message>
        <source>Issuing was resumed already: %1 did it at %2.</source>
        <translation>이미 재개되어 있습니다. %1 님이 %2에 재개했습니다.</translation>
    </message>
    <message>
        <source>There was nothing left to push: %1 pushed at %2.</source>
        <translation>올릴 쿠폰이 남지 않았습니다. %1 님이 %2에 올렸습니다.</translation>
    </message>
    <message>
        <source>Nothing was voided yet: a second person has five minutes to approve it.</source>
        <translation>아직 폐기하지 않았습니다. 다른 사람이 5분 안에 승인해야 합니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::TallyWords</name>
    <message>
        <source>Being pushed</source>
        <translation>올리는 중</translation>
    </message>
    <message>
        <source>Entries of issues</source>
        <translation>발급 기록</translation>
    </message>
</context>
<context>
    <name>seonchak::TrendPanel</name>
    <message>
        <source>Stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>매진</translation>
    </message>
    <message>
        <source>Time to answer, ms</source>
        <translation>응답 시간(ms)</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>The last</source>
        <translation>표시 구간</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>Charts of the last minute</source>
        <translation>최근 1분의 그래프</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10분</translation>
    </message>
    <message>
        <source>Charts of the last ten minutes</source>
        <translation>최근 10분의 그래프</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>Charts of the last hour</source>
        <translation>최근 1시간의 그래프</translation>
    </message>
    <message>
        <source>Coupons that could be issued, as read four times a second. A gap: Redis or the database was away.</source>
        <translation>발급할 수 있던 쿠폰을 1초에 네 번 읽은 값입니다. 끊긴 곳은 Redis나 데이터베이스가 응답하지 않은 때입니다.</translation>
    </message>
    <message>
        <source>Answers in one second</source>
        <translation>1초 동안의 응답</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>Not served</source>
        <translation>처리 못함</translation>
    </message>
    <message>
        <source>Of the answers of this server within the last second, half were given faster than p50 and 99 of 100 faster than p99. A gap: there were none.</source>
        <translation>이 서버가 최근 1초 동안 보낸 응답의 절반은 p50보다, 100개 중 99개는 p99보다 빨랐습니다. 끊긴 곳은 응답이 없던 때입니다.</translation>
    </message>
    <message>
        <source>No claim</source>
        <translation>중복·시간 외</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>편의점 거절</translation>
    </message>
    <message>
        <source>Answers of this server within the last second, counted one by one. Where one point stands for more time it is the largest of them. No claim: had a coupon already, asked twice at once, or came before the opening or after the end. Not served: paused, or Redis or the database was away (503).</source>
        <translation>이 서버가 최근 1초 동안 응답한 것을 하나하나 센 수입니다. 한 점이 더 긴 시간을 나타내면 그 가운데 가장 큰 값입니다. 중복·시간 외: 이미 쿠폰이 있거나, 동시에 두 번 요청했거나, 오픈 전이나 종료 후에 온 것. 처리 못함: 일시정지 중이거나 Redis나 데이터베이스가 응답하지 않아 503으로 답한 것.</translation>
    </message>
</context>
<context>
    <name>seonchak::TrendView</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>매진</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>재고 올림</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료</translation>
    </message>
</context>
</TS>

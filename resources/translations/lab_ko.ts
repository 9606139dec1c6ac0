<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::FiguresModel</name>
    <message>
        <source>(generator) %1</source>
        <translation>(발생기) %1</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>측정 안 함</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>아니오</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>Median of %1 runs; from %2 to %3</source>
        <translation>실행 %1회의 중앙값, 최소 %2, 최대 %3</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>실행 안 함</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>Answers/s</source>
        <translation>응답/초</translation>
    </message>
    <message>
        <source>p99 ms</source>
        <translation>p99 ms</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
</context>
<context>
    <name>seonchak::LabDesk</name>
    <message>
        <source>Experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>The strategies side by side under load</source>
        <translation>부하를 걸고 전략을 나란히 비교합니다</translation>
    </message>
    <message>
        <source>Race replay</source>
        <translation>경합 재생</translation>
    </message>
    <message>
        <source>Two requests against each other, step by step</source>
        <translation>두 요청의 경합을 한 단계씩 재생합니다</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Earlier comparisons: open, check and compare them</source>
        <translation>이전 비교를 열고, 검증하고, 나란히 비교합니다</translation>
    </message>
</context>
<context>
    <name>seonchak::LabForm</name>
    <message>
        <source>as fast as they go</source>
        <translation>가능한 한 빠르게</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>요청 수(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Stock</source>
        <translation>재고(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Users</source>
        <translation>사용자 수(&amp;U)</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>초당 요청</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>연결 수(&amp;C)</translation>
    </message>
    <message>
        <source>Refused by the store</source>
        <translation>편의점 거절 비율</translation>
    </message>
    <message>
        <source>&amp;Repetitions</source>
        <translation>반복(&amp;R)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>And on a &amp;PostgreSQL server (a database of its own is made and dropped)</source>
        <translation>PostgreSQL 서버에서도 (전용 데이터베이스를 만들고 끝나면 지웁니다)(&amp;P)</translation>
    </message>
    <message>
        <source>The &amp;documents&apos; three tables</source>
        <translation>문서의 표 세 개(&amp;D)</translation>
    </message>
    <message>
        <source>a new one each time</source>
        <translation>실행할 때마다 새로</translation>
    </message>
    <message>
        <source>1,500 users, each asking once within a second, 1,000 coupons, 10% refused, three strategies: the report sets what is measured here beside the documents&apos; figures.</source>
        <translation>1초 동안 한 번씩 요청하는 사용자 1,500명, 쿠폰 1,000장, 거절 10%, 전략 세 가지. 보고서에서 문서의 값과 여기서 측정한 값을 나란히 보여 줍니다.</translation>
    </message>
    <message>
        <source>the lab&apos;s own generator</source>
        <translation>실험실의 부하 발생기</translation>
    </message>
    <message>
        <source>JMeter (cannot be run here)</source>
        <translation>JMeter (실행할 수 없음)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1부터 %2까지</translation>
    </message>
    <message>
        <source>Requests are sent &amp;by</source>
        <translation>요청을 보내는 프로그램(&amp;B)</translation>
    </message>
    <message>
        <source>A number from %1 to %2</source>
        <translation>%1부터 %2까지의 수를 입력하세요</translation>
    </message>
    <message>
        <source>%1 at most with JMeter: each user is a thread.</source>
        <translation>JMeter에서는 최대 %1입니다. 사용자마다 스레드를 하나씩 씁니다.</translation>
    </message>
    <message>
        <source>JMeter&apos;s users arrive within whole seconds: the requests must be a multiple of this, such as %1.</source>
        <translation>JMeter의 사용자는 초 단위로 들어옵니다. 요청 수가 이 값의 배수여야 합니다(예: %1).</translation>
    </message>
    <message>
        <source>Digits only, %1 at most; empty for a new one each time.</source>
        <translation>숫자만 %1자리까지 쓸 수 있습니다. 비우면 실행할 때마다 새로 정합니다.</translation>
    </message>
    <message>
        <source>This is not the address of a PostgreSQL server. Write it as in: %1</source>
        <translation>PostgreSQL 서버의 주소가 아닙니다. 이렇게 쓰세요: %1</translation>
    </message>
    <message>
        <source>JMeter cannot be run here. Install the packages jmeter and jmeter-http, or name another JMeter in the environment variable JMETER.</source>
        <translation>여기서는 JMeter를 실행할 수 없습니다. jmeter와 jmeter-http 패키지를 설치하거나 환경 변수 JMETER에 다른 JMeter를 지정하세요.</translation>
    </message>
    <message>
        <source>Choose at least one strategy.</source>
        <translation>전략을 하나 이상 고르세요.</translation>
    </message>
    <message>
        <source>Choose SQLite, or name a PostgreSQL server.</source>
        <translation>SQLite를 고르거나 PostgreSQL 서버를 입력하세요.</translation>
    </message>
    <message>
        <source>A share from 0 to 100 %</source>
        <translation>0부터 100 %까지의 비율을 입력하세요</translation>
    </message>
    <message>
        <source>More than %1 letters: the rest was cut off.</source>
        <translation>%1자를 넘습니다. 나머지는 잘렸습니다.</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>open already</source>
        <translation>이미 시작됨</translation>
    </message>
    <message>
        <source>The sale of each run opens by itself after so many seconds, and the load begins 2 seconds before: the report shows the first second in milliseconds.</source>
        <translation>실행마다 판매가 이 시간이 지나면 저절로 시작하고, 요청은 그 2초 전부터 보냅니다. 보고서는 시작 직후 1초를 밀리초로 보여 줍니다.</translation>
    </message>
    <message>
        <source>The sale &amp;opens after</source>
        <translation>판매 시작까지(&amp;O)</translation>
    </message>
    <message>
        <source>More than %1: these would be over before the sale opens.</source>
        <translation>%1보다 많아야 합니다. 이만큼은 판매 시작 전에 끝납니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::LabPage</name>
    <message>
        <source>Run the comparison</source>
        <translation>비교 실행</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Runs of the comparison</source>
        <translation>비교 실행 목록</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>아직 실행이 없습니다</translation>
    </message>
    <message>
        <source>Choose what to compare and run it. Each run has a server, a Redis key space and a database of its own: the sale is not touched.</source>
        <translation>비교할 것을 고르고 실행하세요. 실행마다 전용 서버와 Redis 키 공간, 데이터베이스를 쓰므로 판매에는 손대지 않습니다.</translation>
    </message>
    <message>
        <source>Cancelling: the present run&apos;s server is ended.</source>
        <translation>취소하는 중입니다. 지금 실행의 서버를 끝냅니다.</translation>
    </message>
    <message>
        <source>The first server starts…</source>
        <translation>첫 서버를 시작합니다…</translation>
    </message>
    <message>
        <source>time left not known yet</source>
        <translation>남은 시간은 아직 모릅니다</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>약 %1 남음</translation>
    </message>
    <message>
        <source>Cancelled. The report holds the %1 finished runs.</source>
        <translation>취소했습니다. 보고서에는 끝난 실행 %1회가 들어 있습니다.</translation>
    </message>
    <message>
        <source>%1 runs, %2 of them lost or doubled coupons. The report says which.</source>
        <translation>실행 %1회 가운데 %2회에서 쿠폰이 사라지거나 겹쳤습니다. 어느 것인지는 보고서에 있습니다.</translation>
    </message>
    <message>
        <source>%1 runs, every coupon accounted for in each.</source>
        <translation>실행 %1회, 모든 실행에서 쿠폰이 한 장도 어긋나지 않았습니다.</translation>
    </message>
    <message>
        <source>The comparison cannot start: see what is red above.</source>
        <translation>비교를 시작할 수 없습니다. 위의 빨간 안내를 확인하세요.</translation>
    </message>
    <message>
        <source>The comparison was not started.</source>
        <translation>비교를 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>Run %1 of %2: %3 on %4, %5, %6</source>
        <translation>실행 %1/%2: %3, %4, %5, %6</translation>
    </message>
    <message>
        <source>In %1 of them the generator was the bottleneck.</source>
        <translation>그 가운데 %1회는 부하 발생기가 병목이었습니다.</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>실행 중: %1</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>아래 실행의 조건: %1</translation>
    </message>
    <message>
        <source>The report is written when the last run has ended.</source>
        <translation>마지막 실행이 끝나면 보고서를 씁니다.</translation>
    </message>
    <message>
        <source>No report yet. Earlier ones are under Reports.</source>
        <translation>아직 보고서가 없습니다. 이전 보고서는 위의 ‘보고서’에 있습니다.</translation>
    </message>
    <message>
        <source>The first run is under way</source>
        <translation>첫 실행을 진행하고 있습니다</translation>
    </message>
    <message>
        <source>Its row appears here when its answers are judged.</source>
        <translation>응답의 판정이 끝나면 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>The comparison could not be made. %1</source>
        <translation>비교하지 못했습니다. %1</translation>
    </message>
</context>
<context>
    <name>seonchak::LabParameters</name>
    <message>
        <source>%1 requests</source>
        <translation>요청 %1건</translation>
    </message>
    <message>
        <source>stock %1</source>
        <translation>재고 %1장</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>사용자 %1명</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>초당 %1건</translation>
    </message>
    <message>
        <source>as fast as they go</source>
        <translation>가능한 한 빠르게</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>거절 %1</translation>
    </message>
    <message>
        <source>1 repetition</source>
        <translation>반복 1회</translation>
    </message>
    <message>
        <source>%1 repetitions</source>
        <translation>반복 %1회</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>시드 %1</translation>
    </message>
    <message>
        <source>the documents&apos; tables</source>
        <translation>문서의 표</translation>
    </message>
    <message>
        <source>opens after %1 s</source>
        <translation>%1초 뒤 시작</translation>
    </message>
</context>
<context>
    <name>seonchak::LabQuestion</name>
    <message>
        <source>Run the lab beside a LIVE sale?</source>
        <translation>LIVE 판매 중에 비교를 실행할까요?</translation>
    </message>
    <message>
        <source>Run the lab while coupons are issued?</source>
        <translation>쿠폰을 발급하는 중에 비교를 실행할까요?</translation>
    </message>
    <message>
        <source>The comparison takes about half of the %1 processors of this machine, for as long as it runs: the sale answers more slowly, and its own figures are measured less well. It does not touch the sale&apos;s coupons.</source>
        <translation>비교하는 동안 이 컴퓨터의 프로세서 %1개를 절반쯤 씁니다. 판매의 응답이 느려지고, 비교의 측정값도 부정확해집니다. 판매의 쿠폰에는 손대지 않습니다.</translation>
    </message>
    <message>
        <source>This is the real sale “%1”.</source>
        <translation>실제 판매 ‘%1’입니다.</translation>
    </message>
    <message>
        <source>Run the comparison</source>
        <translation>비교 실행</translation>
    </message>
    <message>
        <source>The race starts a server and stores of its own on this machine for a few seconds: the sale may answer more slowly meanwhile. It does not touch the sale&apos;s coupons.</source>
        <translation>이 컴퓨터에서 몇 초 동안 별도의 서버와 저장소를 띄웁니다. 그동안 판매의 응답이 느려질 수 있습니다. 판매 중인 쿠폰은 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>All records of the report are read again, which keeps a processor of this machine busy for up to minutes: the sale may answer more slowly meanwhile. It does not touch the sale&apos;s coupons.</source>
        <translation>보고서의 모든 기록을 다시 읽느라 이 컴퓨터의 프로세서 하나를 길게는 몇 분 동안 씁니다. 그동안 판매의 응답이 느려질 수 있습니다. 판매 중인 쿠폰은 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>Check the report</source>
        <translation>보고서 검증</translation>
    </message>
    <message>
        <source>Plant faults</source>
        <translation>결함 주입</translation>
    </message>
    <message>
        <source>Run the race</source>
        <translation>경합 실행</translation>
    </message>
</context>
<context>
    <name>seonchak::LabWords</name>
    <message>
        <source>no stock</source>
        <translation>재고 없음</translation>
    </message>
    <message>
        <source>This strategy has no stock: it makes a coupon for everybody who asks, so nothing can be lost, left or sold out.</source>
        <translation>이 전략에는 재고가 없습니다. 요청하는 누구에게나 쿠폰을 만들어 주므로 유실되거나 남거나 매진될 것이 없습니다.</translation>
    </message>
    <message>
        <source>The generator of the requests was the bottleneck of this run: its speed and latencies are not the server&apos;s.</source>
        <translation>이 실행에서는 부하 발생기가 병목이었습니다. 속도와 지연은 서버의 것이 아닙니다.</translation>
    </message>
    <message>
        <source>cut off before a report was written</source>
        <translation>보고서를 쓰기 전에 끊겼습니다</translation>
    </message>
    <message>
        <source>report.json cannot be read: %1</source>
        <translation>report.json을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>report.json is not a report of the lab</source>
        <translation>report.json이 실험실의 보고서가 아닙니다</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>실행 1회</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>실행 %1회</translation>
    </message>
    <message>
        <source>%1 of %2 runs, cut off</source>
        <translation>실행 %2회 가운데 %1회에서 끊김</translation>
    </message>
    <message>
        <source>coupons lost or doubled in %1</source>
        <translation>%1회에서 유실 또는 중복</translation>
    </message>
    <message>
        <source>nothing lost or doubled</source>
        <translation>유실과 중복 없음</translation>
    </message>
    <message>
        <source>generator the bottleneck in %1</source>
        <translation>%1회는 부하 발생기가 병목</translation>
    </message>
    <message>
        <source>%1 of %2 rows as in the documents</source>
        <translation>문서와 같은 항목 %1/%2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>its server starts</source>
        <translation>전용 서버를 시작하는 중</translation>
    </message>
    <message>
        <source>JMeter sends</source>
        <translation>JMeter가 요청을 보내는 중</translation>
    </message>
    <message>
        <source>requests are sent</source>
        <translation>요청을 보내는 중</translation>
    </message>
    <message>
        <source>all answered, the stores are read</source>
        <translation>응답을 모두 받고 저장소를 읽는 중</translation>
    </message>
    <message>
        <source>waiting for its opening</source>
        <translation>판매 시작을 기다림</translation>
    </message>
</context>
<context>
    <name>seonchak::RacePage</name>
    <message>
        <source>Run the race</source>
        <translation>경합 실행</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>◀ Back</source>
        <translation>◀ 이전</translation>
    </message>
    <message>
        <source>One step back (Left)</source>
        <translation>한 단계 뒤로 (←)</translation>
    </message>
    <message>
        <source>Next ▶</source>
        <translation>다음 ▶</translation>
    </message>
    <message>
        <source>One step on (Right)</source>
        <translation>한 단계 앞으로 (→)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>From here to the end, or from the beginning (Space)</source>
        <translation>여기서 끝까지, 끝에서는 처음부터 (스페이스)</translation>
    </message>
    <message>
        <source>S&amp;trategy</source>
        <translation>전략(&amp;T)</translation>
    </message>
    <message>
        <source>Sce&amp;nario</source>
        <translation>상황(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;PostgreSQL server (empty: SQLite)</source>
        <translation>&amp;PostgreSQL 서버 (비우면 SQLite)</translation>
    </message>
    <message>
        <source>The race is on</source>
        <translation>경합이 진행 중입니다</translation>
    </message>
    <message numerus="yes">
        <source>%n steps so far.</source>
        <translation>
            <numerusform>지금까지 %n단계입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소했습니다</translation>
    </message>
    <message>
        <source>The race&apos;s server and its stores are gone again.</source>
        <translation>경합용 서버와 저장소를 모두 정리했습니다.</translation>
    </message>
    <message>
        <source>The race could not be run</source>
        <translation>경합을 실행하지 못했습니다</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>%2단계 중 %1단계</translation>
    </message>
    <message>
        <source>Its server starts…</source>
        <translation>전용 서버를 시작하는 중입니다…</translation>
    </message>
    <message>
        <source>No race yet</source>
        <translation>아직 실행한 경합이 없습니다</translation>
    </message>
    <message>
        <source>Two requests are stepped against each other, a step of each in turn, on a server and stores of their own: the sale is not touched.</source>
        <translation>두 요청을 전용 서버와 저장소에서 한 단계씩 번갈아 진행합니다. 실제 판매에는 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
</context>
<context>
    <name>seonchak::RaceView</name>
    <message>
        <source>Time axis of the race</source>
        <translation>경합의 시간 축</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>User keys</source>
        <translation>사용자 키</translation>
    </message>
    <message>
        <source>Rows in the book</source>
        <translation>장부의 발급 행</translation>
    </message>
    <message>
        <source>Step %1 of %2. %3</source>
        <translation>%2단계 중 %1단계. %3</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>seonchak::RaceWords</name>
    <message>
        <source>Two users, one coupon</source>
        <translation>사용자 두 명, 쿠폰 한 장</translation>
    </message>
    <message>
        <source>One user clicks twice</source>
        <translation>한 사용자의 두 번 클릭</translation>
    </message>
    <message>
        <source>The store refuses</source>
        <translation>편의점이 거절할 때</translation>
    </message>
    <message>
        <source>%1 · user %2</source>
        <translation>%1 · 사용자 %2</translation>
    </message>
    <message>
        <source>200 · issued %1</source>
        <translation>200 · %1 발급</translation>
    </message>
    <message>
        <source>200 · has %1 already</source>
        <translation>200 · 이미 %1 보유</translation>
    </message>
    <message>
        <source>404 · sold out</source>
        <translation>404 · 매진</translation>
    </message>
    <message>
        <source>500 · store refused</source>
        <translation>500 · 편의점 거절</translation>
    </message>
    <message>
        <source>202 · in doubt</source>
        <translation>202 · 확인 중</translation>
    </message>
    <message>
        <source>409 · in progress</source>
        <translation>409 · 처리 중</translation>
    </message>
    <message>
        <source>409 · conflict</source>
        <translation>409 · 충돌</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>%1 reads its user key in Redis: has this user a coupon already?</source>
        <translation>%1: Redis의 사용자 키를 읽어 이미 쿠폰이 있는지 확인합니다.</translation>
    </message>
    <message>
        <source>%1 takes the first coupon off the list in Redis (LPOP).</source>
        <translation>%1: Redis 목록에서 첫 쿠폰을 꺼냅니다(LPOP).</translation>
    </message>
    <message>
        <source>%1 tells the store about its coupon.</source>
        <translation>%1: 편의점에 쿠폰을 알립니다.</translation>
    </message>
    <message>
        <source>%1 writes its user key in Redis (SET).</source>
        <translation>%1: Redis에 사용자 키를 씁니다(SET).</translation>
    </message>
    <message>
        <source>%1&apos;s row is written into the database, behind the answer.</source>
        <translation>%1: 응답 뒤에 데이터베이스에 발급 행을 씁니다.</translation>
    </message>
    <message>
        <source>%1 puts its coupon back at the end of the list (RPUSH): the compensation.</source>
        <translation>%1: 쿠폰을 목록 끝에 되돌립니다(RPUSH). 보상 처리입니다.</translation>
    </message>
    <message>
        <source>%1 makes a coupon of its own and saves it in the database.</source>
        <translation>%1: 쿠폰을 새로 만들어 데이터베이스에 저장합니다.</translation>
    </message>
    <message>
        <source>%1 asks for the lock and, holding it, looks for a free coupon.</source>
        <translation>%1: 잠금을 얻은 뒤 남은 쿠폰을 찾습니다.</translation>
    </message>
    <message>
        <source>%1 reads a free coupon and its version, without a lock.</source>
        <translation>%1: 잠금 없이 남은 쿠폰과 그 버전을 읽습니다.</translation>
    </message>
    <message>
        <source>%1 marks the coupon as issued; others see it only after the commit.</source>
        <translation>%1: 쿠폰을 발급됨으로 표시합니다. 다른 쪽에는 커밋 뒤에 보입니다.</translation>
    </message>
    <message>
        <source>%1 commits its transaction.</source>
        <translation>%1: 트랜잭션을 커밋합니다.</translation>
    </message>
    <message>
        <source>%1 runs one script in Redis: check the user, take a coupon, note the reservation.</source>
        <translation>%1: Redis 스크립트 하나로 사용자를 확인하고 쿠폰을 꺼내 예약을 기록합니다.</translation>
    </message>
    <message>
        <source>%1&apos;s issue is committed to the database.</source>
        <translation>%1: 발급을 데이터베이스에 커밋합니다.</translation>
    </message>
    <message>
        <source>%1&apos;s reservation becomes its user key in Redis.</source>
        <translation>%1: 예약을 Redis의 사용자 키로 확정합니다.</translation>
    </message>
    <message>
        <source>%1&apos;s reservation goes back into the stock: the compensation.</source>
        <translation>%1: 예약한 쿠폰을 재고로 되돌립니다. 보상 처리입니다.</translation>
    </message>
    <message>
        <source>%1&apos;s doubt is written into the database.</source>
        <translation>%1: 결과를 모르는 건으로 데이터베이스에 적습니다.</translation>
    </message>
    <message>
        <source>%1&apos;s reservation is marked as in doubt.</source>
        <translation>%1: 예약을 확인 필요로 표시합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 leaves the stock, %n left.</source>
        <translation>
            <numerusform>%1을(를) 재고에서 꺼내 %n장 남았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is in the stock again.</source>
        <translation>%1이(가) 재고로 돌아왔습니다.</translation>
    </message>
    <message>
        <source>User %1&apos;s key is %2.</source>
        <translation>사용자 %1의 키는 %2입니다.</translation>
    </message>
    <message>
        <source>User %1&apos;s key was %2 and is overwritten by %3.</source>
        <translation>사용자 %1의 키를 덮어씁니다: %2 → %3.</translation>
    </message>
    <message>
        <source>%1 is reserved.</source>
        <translation>%1이(가) 예약되었습니다.</translation>
    </message>
    <message>
        <source>The book gives %1 to user %2.</source>
        <translation>장부에서 %1은(는) 사용자 %2의 것입니다.</translation>
    </message>
    <message>
        <source>Nothing changes in the stores.</source>
        <translation>저장소는 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>%1 waits in %2: the other one holds the lock.</source>
        <translation>%1: %2에서 기다립니다. 상대 요청이 잠금을 쥐고 있습니다.</translation>
    </message>
    <message>
        <source>%1 is answered: %2.</source>
        <translation>%1에게 응답: %2.</translation>
    </message>
    <message>
        <source>Two coupons for one user: step %1 takes %2 although the other click has one.</source>
        <translation>한 사용자에게 두 장: 먼저 온 클릭이 받았는데도 %1단계에서 %2을(를) 또 꺼냅니다.</translation>
    </message>
    <message>
        <source>Oversold: with step %1 more users were told that they have a coupon than there were.</source>
        <translation>초과 발급: %1단계로 쿠폰 수보다 많은 사용자가 발급 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>%1 is lost: taken at step %2, and after step %3 nobody has it and no stock holds it.</source>
        <translation>%1 유실: %2단계에서 꺼냈지만 %3단계 뒤로는 장부에도 재고에도 없습니다.</translation>
    </message>
    <message>
        <source>%1 was promised %2, and the book does not give it to this user.</source>
        <translation>%1에게 %2을(를) 주었다고 응답했지만 장부는 이 사용자의 것이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 was told &quot;sold out&quot; while coupons waited.</source>
        <translation>%1은(는) 쿠폰이 남아 있는데도 매진 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>%1 went back into the stock at step %2: nothing is lost.</source>
        <translation>%1은(는) %2단계에서 재고로 돌아왔습니다. 잃은 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 was rightly told &quot;sold out&quot;; the coupon that came back later waits for the next one.</source>
        <translation>%1의 매진 응답은 그때 옳았습니다. 나중에 돌아온 쿠폰은 다음 사람을 기다립니다.</translation>
    </message>
    <message>
        <source>%1 found its version overtaken and started over at step %2.</source>
        <translation>%1은(는) 버전이 바뀐 것을 알고 %2단계에서 다시 시작했습니다.</translation>
    </message>
    <message>
        <source>%1 waited for the lock from step %2 to step %3.</source>
        <translation>%1은(는) %2단계부터 %3단계까지 잠금을 기다렸습니다.</translation>
    </message>
    <message>
        <source>%1 was held off: this user&apos;s other request was under way. One user, one coupon.</source>
        <translation>%1은(는) 같은 사용자의 요청이 처리 중이라 물러났습니다. 한 사람에 한 장입니다.</translation>
    </message>
    <message>
        <source>%1 was shown the coupon this user has already, %2. One user, one coupon.</source>
        <translation>%1에게 이미 받은 쿠폰 %2을(를) 보여 주었습니다. 한 사람에 한 장입니다.</translation>
    </message>
    <message>
        <source>%1 was made for %2: this strategy has no stock to run out.</source>
        <translation>%1은(는) %2을(를) 위해 만들었습니다. 이 전략에는 바닥날 재고가 없습니다.</translation>
    </message>
    <message>
        <source>%1 found the stock empty at step %2: sold out, correctly.</source>
        <translation>%1은(는) %2단계에서 빈 재고를 보았습니다. 올바른 매진입니다.</translation>
    </message>
    <message>
        <source>%1 gave up after too many tries.</source>
        <translation>%1은(는) 여러 번 시도한 끝에 포기했습니다.</translation>
    </message>
    <message>
        <source>%1 got no answer about a coupon.</source>
        <translation>%1은(는) 쿠폰에 대한 응답을 받지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::ReportBar</name>
    <message>
        <source>Open the report</source>
        <translation>보고서 열기</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>경로 복사</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Derives the verdict again from the records</source>
        <translation>기록으로 판정을 다시 계산합니다</translation>
    </message>
    <message>
        <source>Plant faults</source>
        <translation>결함 주입</translation>
    </message>
    <message>
        <source>Plants known faults in a copy of each run: each must be found</source>
        <translation>각 실행의 사본에 알려진 결함을 주입합니다. 모두 찾아내야 합니다</translation>
    </message>
    <message>
        <source>The report is not there any more: %1</source>
        <translation>보고서가 없어졌습니다: %1</translation>
    </message>
    <message>
        <source>The browser was asked to open the report.</source>
        <translation>브라우저에 보고서를 열어 달라고 요청했습니다.</translation>
    </message>
    <message>
        <source>No program on this machine opens the report. Copy its path and open it in a browser, here or on another machine.</source>
        <translation>이 컴퓨터에는 보고서를 열 프로그램이 없습니다. 경로를 복사해 이 컴퓨터나 다른 컴퓨터의 브라우저에서 여세요.</translation>
    </message>
    <message>
        <source>No program on this machine shows folders. Copy the path instead.</source>
        <translation>이 컴퓨터에는 폴더를 보여 줄 프로그램이 없습니다. 경로를 복사해 쓰세요.</translation>
    </message>
    <message>
        <source>Reading the records…</source>
        <translation>기록을 읽는 중…</translation>
    </message>
    <message>
        <source>The report does not hold: %1</source>
        <translation>보고서가 맞지 않습니다: %1</translation>
    </message>
    <message>
        <source>Planted faults were missed: %1</source>
        <translation>주입한 결함을 찾지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The reading was cut off. Nothing is known of the rest.</source>
        <translation>읽기를 중간에 멈췄습니다. 나머지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Every record is as it was written, and the verdict follows from the records.</source>
        <translation>기록이 변경되지 않았고, 다시 계산한 판정도 같습니다.</translation>
    </message>
    <message>
        <source>No run of this report sold out: nothing could be planted.</source>
        <translation>이 보고서에는 매진된 실행이 없어 결함을 주입할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 faults were planted, and exactly those were found.</source>
        <translation>결함 %1개를 주입해 모두 찾아냈습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::ReportsModel</name>
    <message>
        <source>being read…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>검증 전</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>%1 faults</source>
        <translation>오류 %1건</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>작성 시각</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검증</translation>
    </message>
</context>
<context>
    <name>seonchak::ReportsPage</name>
    <message>
        <source>Earlier comparisons</source>
        <translation>이전 비교</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>검증 전</translation>
    </message>
    <message>
        <source>The selected comparisons side by side</source>
        <translation>선택한 비교를 나란히</translation>
    </message>
    <message>
        <source>What is wrong with the report</source>
        <translation>보고서에서 맞지 않는 것</translation>
    </message>
    <message>
        <source>The report does not hold: %1 faults.</source>
        <translation>보고서가 맞지 않습니다. 오류 %1건입니다.</translation>
    </message>
    <message>
        <source>Reading the reports</source>
        <translation>보고서를 읽는 중입니다</translation>
    </message>
    <message>
        <source>They appear here in a moment.</source>
        <translation>곧 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>No report yet</source>
        <translation>아직 보고서가 없습니다</translation>
    </message>
    <message>
        <source>Run a comparison under Experiment. Its report is kept in %1 and listed here.</source>
        <translation>‘실험’에서 비교를 실행하세요. 보고서는 %1에 보관되고 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Select a report to see its figures; several, to compare them.</source>
        <translation>보고서를 하나 고르면 수치를, 여러 개 고르면 비교를 보여 줍니다.</translation>
    </message>
    <message>
        <source>%1 reports are compared below.</source>
        <translation>아래에서 보고서 %1개를 비교합니다.</translation>
    </message>
    <message>
        <source>They were made with different parameters: their speeds tell little of each other.</source>
        <translation>서로 다른 조건에서 만든 보고서입니다. 속도를 견주어도 알 수 있는 것이 적습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::TrialModel</name>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>아니오</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>측정 안 함</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>이상 없음</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>매진</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>유실</translation>
    </message>
    <message>
        <source>Doubled</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>Answers/s</source>
        <translation>응답/초</translation>
    </message>
    <message>
        <source>p99 ms</source>
        <translation>p99 ms</translation>
    </message>
    <message>
        <source>JMeter tells no schedule to count the latency from.</source>
        <translation>JMeter는 지연을 잴 기준이 되는 예정 시각을 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>(generator) %1</source>
        <translation>(발생기) %1</translation>
    </message>
</context>
</TS>

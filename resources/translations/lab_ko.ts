<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
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
        <source>Open the report</source>
        <translation>보고서 열기</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Derives the verdict again from the records</source>
        <translation>기록만으로 판정을 다시 끌어냅니다</translation>
    </message>
    <message>
        <source>Test the tester</source>
        <translation>심판 시험</translation>
    </message>
    <message>
        <source>Plants known faults in a copy of each run: each must be found</source>
        <translation>각 실행의 사본에 아는 잘못을 심습니다. 모두 찾아내야 합니다</translation>
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
        <translation>비교할 것을 고르고 실행하십시오. 실행마다 전용 서버와 Redis 키 공간, 데이터베이스를 쓰므로 판매에는 손대지 않습니다.</translation>
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
        <source>Run %1 of %2: %3 on %4, %5</source>
        <translation>실행 %1/%2: %4에서 %3, %5</translation>
    </message>
    <message>
        <source>The comparison could not be made: %1</source>
        <translation>비교하지 못했습니다: %1</translation>
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
        <source>Reading the records…</source>
        <translation>기록을 읽는 중…</translation>
    </message>
    <message>
        <source>Every record is as it was written, and the verdict follows from the records.</source>
        <translation>모든 기록이 쓰인 그대로이고, 판정은 기록에서 그대로 나옵니다.</translation>
    </message>
    <message>
        <source>The report does not hold: %1</source>
        <translation>보고서가 맞지 않습니다: %1</translation>
    </message>
    <message>
        <source>Planted faults were missed: %1</source>
        <translation>심은 잘못을 놓쳤습니다: %1</translation>
    </message>
    <message>
        <source>No run of this report sold out: nothing could be planted.</source>
        <translation>이 보고서에는 매진된 실행이 없어 심을 수 없었습니다.</translation>
    </message>
    <message>
        <source>%1 faults were planted, and exactly those were found.</source>
        <translation>잘못 %1개를 심었고, 정확히 그것만 찾아냈습니다.</translation>
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
        <translation>맞음</translation>
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
</context>
</TS>

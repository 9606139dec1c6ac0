<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <comment>All other platforms</comment>
        <translation>폴더</translation>
    </message>
</context>
<context>
    <name>seonchak::ActionButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>seonchak::AlarmWords</name>
    <message>
        <source>The numbers do not add up</source>
        <translation>수량 합계가 맞지 않습니다</translation>
    </message>
    <message>
        <source>Nothing can be issued</source>
        <translation>쿠폰을 발급할 수 없습니다</translation>
    </message>
    <message>
        <source>Few coupons are left</source>
        <translation>남은 쿠폰이 얼마 없습니다</translation>
    </message>
    <message>
        <source>The stock is sold out</source>
        <translation>쿠폰이 매진되었습니다</translation>
    </message>
    <message>
        <source>The sale is open</source>
        <translation>판매가 열려 있습니다</translation>
    </message>
    <message>
        <source>The sale is closed</source>
        <translation>판매가 종료되었습니다</translation>
    </message>
    <message>
        <source>A coupon has been in doubt for long</source>
        <translation>오랫동안 확인되지 않은 쿠폰이 있습니다</translation>
    </message>
    <message>
        <source>The store keeps failing and is not called for a moment</source>
        <translation>편의점 호출이 계속 실패하여 잠시 호출하지 않습니다</translation>
    </message>
</context>
<context>
    <name>seonchak::CopyText</name>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
</context>
<context>
    <name>seonchak::CouponWords</name>
    <message>
        <source>Staged</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발급</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>폐기</translation>
    </message>
</context>
<context>
    <name>seonchak::DialogButtons</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>seonchak::FileDrop</name>
    <message>
        <source>%1 files were dropped. Drop one CSV file at a time.</source>
        <translation>파일을 %1개 놓았습니다. CSV 파일을 하나씩 놓아 주세요.</translation>
    </message>
    <message>
        <source>What was dropped is no file of this computer. Save it here first.</source>
        <translation>이 컴퓨터에 있는 파일이 아닙니다. 먼저 이 컴퓨터에 저장해 주세요.</translation>
    </message>
    <message>
        <source>%1 is a folder. Drop the CSV file itself.</source>
        <translation>%1: 폴더입니다. CSV 파일을 놓아 주세요.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Is it still there, and may you read it?</source>
        <translation>%1 파일을 읽을 수 없습니다. 파일이 그대로 있는지, 읽을 권한이 있는지 확인해 주세요.</translation>
    </message>
</context>
<context>
    <name>seonchak::FolderButton</name>
    <message>
        <source>Show in folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Opens the folder that the file lies in</source>
        <translation>파일이 있는 폴더를 엽니다</translation>
    </message>
    <message>
        <source>No file manager opened the folder. The file lies here: %1</source>
        <translation>폴더를 열 수 있는 파일 관리자가 없습니다. 파일 위치: %1</translation>
    </message>
</context>
<context>
    <name>seonchak::QuestionDialog</name>
    <message>
        <source>To go on, type: %1</source>
        <translation>계속하려면 입력하세요: %1</translation>
    </message>
    <message>
        <source>This is the real sale, and this cannot be taken back.</source>
        <translation>실제 판매이며, 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Changes nothing (Esc)</source>
        <translation>아무것도 바꾸지 않습니다 (Esc)</translation>
    </message>
</context>
<context>
    <name>seonchak::ReachWords</name>
    <message>
        <source>The user or the password is wrong or missing.</source>
        <translation>사용자나 비밀번호가 틀렸거나 없습니다.</translation>
    </message>
    <message>
        <source>This user may not do what the sale needs.</source>
        <translation>이 사용자에게는 판매에 필요한 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Another kind of service answers at this address.</source>
        <translation>이 주소에서는 다른 종류의 서비스가 응답합니다.</translation>
    </message>
    <message>
        <source>No encrypted connection comes about: the certificate or TLS does not fit.</source>
        <translation>암호화 연결을 맺지 못했습니다. 인증서나 TLS 설정이 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Nobody answers in time.</source>
        <translation>시간 안에 응답이 없습니다.</translation>
    </message>
    <message>
        <source>There is no host of this name.</source>
        <translation>이런 이름의 호스트가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing listens at this address and port.</source>
        <translation>이 주소와 포트에서 연결을 받는 프로그램이 없습니다.</translation>
    </message>
    <message>
        <source>There is no way to this address in the network.</source>
        <translation>네트워크에서 이 주소로 가는 경로가 없습니다.</translation>
    </message>
    <message>
        <source>There is no such database or user.</source>
        <translation>이런 데이터베이스나 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>There is no such file or socket.</source>
        <translation>이런 파일이나 소켓이 없습니다.</translation>
    </message>
    <message>
        <source>There is no room left: its memory or its disk is full.</source>
        <translation>남은 공간이 없습니다. 메모리나 디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>Another program keeps it locked.</source>
        <translation>다른 프로그램이 잠그고 있습니다.</translation>
    </message>
    <message>
        <source>Its disk could not be read or written.</source>
        <translation>디스크를 읽거나 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>Its file is damaged.</source>
        <translation>파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>Redis cannot save to its disk, and takes no writes until it can.</source>
        <translation>Redis가 디스크에 저장하지 못해, 저장할 수 있을 때까지 쓰기를 받지 않습니다.</translation>
    </message>
    <message>
        <source>Too few replicas follow it.</source>
        <translation>연결된 복제 서버가 모자랍니다.</translation>
    </message>
    <message>
        <source>It is still reading its data from the disk.</source>
        <translation>아직 디스크에서 데이터를 읽는 중입니다.</translation>
    </message>
    <message>
        <source>It is a replica or a standby and can only be read.</source>
        <translation>복제본이나 대기 서버라서 읽기만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The keychain did not take it. Unlock it.</source>
        <translation>키체인에 저장하지 못했습니다. 키체인의 잠금을 푸세요.</translation>
    </message>
    <message>
        <source>The server that was started for it has ended.</source>
        <translation>이 작업을 위해 띄운 서버가 끝났습니다.</translation>
    </message>
    <message>
        <source>It is not there, or may not be written.</source>
        <translation>없거나 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The program redis-server is missing.</source>
        <translation>redis-server 프로그램이 없습니다.</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of this window, as its code: &quot;ko&quot; in the Korean file.</extracomment>
        <translation>ko</translation>
    </message>
    <message>
        <source>What was said about it is in English: rest the pointer here to read it.</source>
        <translation>자세한 내용은 영어로 되어 있습니다. 마우스를 올리면 보입니다.</translation>
    </message>
    <message>
        <source>After the next start nobody gets a coupon, and everybody who asks is answered 503, until Redis is reached.</source>
        <translation>이대로 저장하면 다음 시작 뒤 Redis에 연결될 때까지 아무도 쿠폰을 받지 못하고 모든 요청에 503으로 응답합니다.</translation>
    </message>
    <message>
        <source>After the next start nobody gets a coupon, and everybody who asks is answered 503, until the database is reached.</source>
        <translation>이대로 저장하면 다음 시작 뒤 데이터베이스에 연결될 때까지 아무도 쿠폰을 받지 못하고 모든 요청에 503으로 응답합니다.</translation>
    </message>
    <message>
        <source>After the next start every coupon is put back and everybody who asks is refused, until the store is reached.</source>
        <translation>이대로 저장하면 다음 시작 뒤 편의점에 연결될 때까지 쿠폰은 모두 재고로 돌아가고 모든 요청이 거절됩니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::ReasonWords</name>
    <message>
        <source>Something unexpected happened (%1).</source>
        <translation>예상하지 못한 일이 생겼습니다(%1).</translation>
    </message>
</context>
<context>
    <name>seonchak::StatePanel</name>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>This takes a moment. Nothing has to be done.</source>
        <translation>잠시만 기다려 주세요. 따로 할 일은 없습니다.</translation>
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
        <translation>생성 %1 = 대기 %2 + 재고 %3 + 예약 %4 + 확인 필요 %5 + 발급 %6 + 폐기 %7</translation>
    </message>
    <message>
        <source>Generated %1 ≠ staged %2 + in stock %3 + reserved %4 + in doubt %5 + issued %6 + void %7</source>
        <translation>생성 %1 ≠ 대기 %2 + 재고 %3 + 예약 %4 + 확인 필요 %5 + 발급 %6 + 폐기 %7</translation>
    </message>
    <message>
        <source>All accounted for</source>
        <translation>모두 맞습니다</translation>
    </message>
    <message>
        <source>%1 in Redis are wrong</source>
        <translation>Redis에 잘못된 것 %1개</translation>
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
        <translation>Redis나 데이터베이스가 끊겼거나 바쁩니다. 위의 두 표시등이 모두 초록색이 되면 다시 시도하세요.</translation>
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
    <message>
        <source>no change</source>
        <translation>변화 없음</translation>
    </message>
    <message>
        <source>▲ %1/s</source>
        <translation>▲ 초당 %1</translation>
    </message>
    <message>
        <source>▼ %1/s</source>
        <translation>▼ 초당 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
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
        <source>%1 d %2</source>
        <translation>%1일 %2</translation>
    </message>
    <message>
        <source>Redis has not been read yet. In the database: generated %1, staged %2, in stock or reserved %3, in doubt %4, issued %5, void %6.</source>
        <translation>Redis를 아직 읽지 못했습니다. 데이터베이스 기준: 생성 %1, 대기 %2, 재고 또는 예약 %3, 확인 필요 %4, 발급 %5, 폐기 %6.</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>조회자</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>관리자</translation>
    </message>
    <message>
        <source>Your role at this server does not allow that.</source>
        <translation>이 서버에서 가진 역할로는 할 수 없는 일입니다.</translation>
    </message>
    <message>
        <source>A second person has to approve it within five minutes. The strip above says how it stands.</source>
        <translation>다른 사람이 5분 안에 승인해야 합니다. 진행 상황은 위쪽 띠에 나옵니다.</translation>
    </message>
    <message>
        <source>This needs two persons, and the server does not know who you are: attach with a named token or by your login.</source>
        <translation>두 사람이 필요한 일인데 서버가 누구인지 알 수 없습니다. 이름 있는 토큰이나 로그인으로 연결하세요.</translation>
    </message>
    <message>
        <source>It needs two persons: nothing is done before somebody else has approved it, within five minutes.</source>
        <translation>두 사람이 필요한 일입니다. 다른 사람이 5분 안에 승인해야 실행됩니다.</translation>
    </message>
</context>
</TS>

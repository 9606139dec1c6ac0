<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::AppearancePanel</name>
    <message>
        <source>As the system</source>
        <translation>시스템 설정 따름</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>언어(&amp;G)</translation>
    </message>
    <message>
        <source>Of this window. Takes effect at once.</source>
        <translation>이 창의 언어입니다. 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>색상(&amp;C)</translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation>바로 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::DoctorPanel</name>
    <message>
        <source>E&amp;xamine</source>
        <translation>진단하기(&amp;X)</translation>
    </message>
    <message>
        <source>Looks at everything that a sale needs, as the settings stand on this page</source>
        <translation>지금 이 페이지에 적힌 설정으로 판매에 필요한 모든 것을 살펴봅니다</translation>
    </message>
    <message>
        <source>Looks at Redis, database, convenience store, disk, port and secrets, with the settings as they stand on this page, saved or not. It changes nothing, and may run beside a sale.</source>
        <translation>지금 이 페이지에 적힌 설정으로(저장하지 않은 것도 포함) Redis, 데이터베이스, 편의점, 디스크, 포트, 비밀 정보를 살펴봅니다. 아무것도 바꾸지 않으며 판매 중에도 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Progress of the examination</source>
        <translation>진단 진행 상황</translation>
    </message>
    <message>
        <source>What the doctor found</source>
        <translation>진단 결과</translation>
    </message>
    <message>
        <source>The settings have changed since: examine again.</source>
        <translation>진단한 뒤 설정이 바뀌었습니다. 다시 진단하세요.</translation>
    </message>
    <message>
        <source>Nothing could be examined: %1</source>
        <translation>진단할 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>Correct first: %1</source>
        <translation>먼저 고치세요: %1</translation>
    </message>
    <message>
        <source>Stopped. %1</source>
        <translation>멈췄습니다. %1</translation>
    </message>
    <message>
        <source>A sale should not begin yet. %1</source>
        <translation>아직 판매를 시작하지 마세요. %1</translation>
    </message>
    <message>
        <source>Nothing stands against a sale. %1</source>
        <translation>판매를 시작해도 됩니다. %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>Stop the examination</source>
        <translation>진단 멈추기</translation>
    </message>
    <message>
        <source>Examine the surroundings</source>
        <translation>환경 진단하기</translation>
    </message>
    <message>
        <source>Examining: %1 of %2…</source>
        <translation>진단 중: %2개 중 %1개…</translation>
    </message>
</context>
<context>
    <name>seonchak::FindingModel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>조치</translation>
    </message>
</context>
<context>
    <name>seonchak::RestartNotice</name>
    <message>
        <source>Restart &amp;now</source>
        <translation>지금 다시 시작(&amp;N)</translation>
    </message>
    <message>
        <source>Ends this program in order and starts it again in the same way</source>
        <translation>진행 중인 일을 마무리하고 프로그램을 같은 옵션으로 다시 시작합니다</translation>
    </message>
    <message>
        <source>1 saved change takes effect after a restart: %1</source>
        <translation>저장한 변경 1건은 다시 시작한 뒤에 적용됩니다: %1</translation>
    </message>
    <message>
        <source>%1 saved changes take effect after a restart: %2</source>
        <translation>저장한 변경 %1건은 다시 시작한 뒤에 적용됩니다: %2</translation>
    </message>
</context>
<context>
    <name>seonchak::SaveQuestion</name>
    <message>
        <source>%1 was not reached when it was tested: %2</source>
        <translation>%1: 시험했을 때 연결되지 않았습니다. %2</translation>
    </message>
    <message>
        <source>Save what was not reached?</source>
        <translation>연결되지 않은 주소를 저장할까요?</translation>
    </message>
    <message>
        <source>Change what this LIVE sale works with?</source>
        <translation>LIVE 판매의 연결 대상을 바꿀까요?</translation>
    </message>
    <message>
        <source>From the next start on another %1 counts. The coupons of this sale stay where they are; a start that looks elsewhere does not find them.</source>
        <translation>다음 시작부터 바뀌는 항목: %1. 이 판매의 쿠폰은 지금 있는 곳에 그대로 남으며, 다른 곳에 연결해 시작하면 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>그래도 저장</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>seonchak::SettingField</name>
    <message>
        <source>%1: %2</source>
        <comment>a setting, and what a button does to it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>연결 시험</translation>
    </message>
    <message>
        <source>Tries what is typed here, before it is saved</source>
        <translation>저장하기 전에, 입력한 내용으로 연결해 봅니다</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Looks for the file</source>
        <translation>파일을 찾습니다</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Removes what is stored, when you save</source>
        <translation>저장할 때 보관된 값을 지웁니다</translation>
    </message>
    <message>
        <source>It is forgotten when you save.</source>
        <translation>저장할 때 지워집니다.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>연결해 보는 중…</translation>
    </message>
    <message>
        <source>Not connected: %1</source>
        <translation>연결되지 않았습니다: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Shows the password while it is typed</source>
        <translation>입력하는 비밀번호를 표시합니다</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Longer than %1 characters, so it was not taken. What stood here stays.</source>
        <translation>%1자보다 길어서 받지 않았습니다. 여기 있던 내용은 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::SettingUnits</name>
    <message>
        <source>%1 s</source>
        <comment>seconds, in a field</comment>
        <translation>%1 초</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds, in a field</comment>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>seonchak::SettingWords</name>
    <message>
        <source>Sale</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>Convenience store</source>
        <translation>편의점 API</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>발급 방식</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Name of the sale</source>
        <translation>판매 이름</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>운영 구분</translation>
    </message>
    <message>
        <source>Listen address</source>
        <translation>수신 주소</translation>
    </message>
    <message>
        <source>HTTP threads</source>
        <translation>HTTP 스레드 수</translation>
    </message>
    <message>
        <source>Accepted host names</source>
        <translation>허용할 호스트 이름</translation>
    </message>
    <message>
        <source>Trusted proxies</source>
        <translation>신뢰하는 프록시</translation>
    </message>
    <message>
        <source>Admin token file</source>
        <translation>관리자 토큰 파일</translation>
    </message>
    <message>
        <source>Admin token</source>
        <translation>관리자 토큰</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>데이터 폴더</translation>
    </message>
    <message>
        <source>Redis address</source>
        <translation>Redis 주소</translation>
    </message>
    <message>
        <source>Redis password</source>
        <translation>Redis 비밀번호</translation>
    </message>
    <message>
        <source>Key prefix</source>
        <translation>키 접두사</translation>
    </message>
    <message>
        <source>Database address</source>
        <translation>데이터베이스 주소</translation>
    </message>
    <message>
        <source>Database password</source>
        <translation>데이터베이스 비밀번호</translation>
    </message>
    <message>
        <source>Store address</source>
        <translation>편의점 API 주소</translation>
    </message>
    <message>
        <source>Store password</source>
        <translation>편의점 API 비밀번호</translation>
    </message>
    <message>
        <source>Mock: share refused</source>
        <translation>모의: 거절 비율</translation>
    </message>
    <message>
        <source>Mock: share without an answer</source>
        <translation>모의: 무응답 비율</translation>
    </message>
    <message>
        <source>Mock: seed</source>
        <translation>모의: 시드</translation>
    </message>
    <message>
        <source>Least level logged</source>
        <translation>기록할 최소 수준</translation>
    </message>
    <message>
        <source>Format of the log</source>
        <translation>로그 형식</translation>
    </message>
    <message>
        <source>Shown in the window; in a LIVE sale it is typed before what cannot be taken back.</source>
        <translation>창에 표시됩니다. LIVE 판매에서는 되돌릴 수 없는 일을 하기 전에 이 이름을 입력합니다.</translation>
    </message>
    <message>
        <source>LIVE is the real sale, with its own colour and stricter questions. TEST is a rehearsal.</source>
        <translation>LIVE는 실제 판매로, 색이 다르고 더 꼼꼼히 확인합니다. TEST는 연습입니다.</translation>
    </message>
    <message>
        <source>saga is for real sales. The others are the documents&apos; own steps, kept with their weaknesses to compare with.</source>
        <translation>실제 판매에는 saga를 사용하세요. 나머지는 문서에 나오는 단계로, 약점까지 그대로 두어 비교에 씁니다.</translation>
    </message>
    <message>
        <source>Each serves requests by itself. The number of cores is a good choice.</source>
        <translation>각 스레드가 따로 요청을 처리합니다. 코어 수만큼이 적당합니다.</translation>
    </message>
    <message>
        <source>Host names that requests may be addressed to, parted by commas.</source>
        <translation>요청에서 허용할 호스트 이름을 쉼표로 구분해 적습니다.</translation>
    </message>
    <message>
        <source>Addresses or networks of the proxies that say truly who a request is from.</source>
        <translation>요청을 보낸 사람을 바르게 알려 주는 프록시의 주소나 대역을 적습니다.</translation>
    </message>
    <message>
        <source>A file with the token for administration over REST. Only its owner may read it (mode 0600).</source>
        <translation>REST 관리용 토큰이 든 파일입니다. 소유자만 읽을 수 있어야 합니다(0600).</translation>
    </message>
    <message>
        <source>The token itself, kept like a password. It counts where no token file is given.</source>
        <translation>토큰 자체를 비밀번호처럼 보관합니다. 토큰 파일이 없을 때 쓰입니다.</translation>
    </message>
    <message>
        <source>Database, private Redis and logs lie here.</source>
        <translation>데이터베이스, 전용 Redis, 로그가 저장됩니다.</translation>
    </message>
    <message>
        <source>private starts a Redis of its own. Others: redis://host:6379/0, unix:///path, sentinel://…, cluster://…</source>
        <translation>private은 전용 Redis를 시작합니다. 그 밖에 redis://host:6379/0, unix:///path, sentinel://…, cluster://…</translation>
    </message>
    <message>
        <source>Kept apart from the address, and told only to this address.</source>
        <translation>주소와 따로 보관하며, 이 주소에만 사용합니다.</translation>
    </message>
    <message>
        <source>The first part of every key in Redis. Another prefix is another stock.</source>
        <translation>Redis 모든 키의 첫 부분입니다. 접두사가 다르면 재고도 다릅니다.</translation>
    </message>
    <message>
        <source>sqlite (a file in the data folder), sqlite:///path or postgresql://user@host:5432/name</source>
        <translation>sqlite(데이터 폴더의 파일), sqlite:///path 또는 postgresql://user@host:5432/name</translation>
    </message>
    <message>
        <source>mock imitates the convenience store; http(s)://… is a real one.</source>
        <translation>mock은 편의점 API를 흉내 내고, http(s)://…는 실제 편의점 API입니다.</translation>
    </message>
    <message>
        <source>The same seed, the same fate for the same calls. Empty: another one at each start.</source>
        <translation>시드가 같으면 같은 호출에 같은 결과가 나옵니다. 비워 두면 시작할 때마다 달라집니다.</translation>
    </message>
    <message>
        <source>What is less important is not logged. Takes effect at once.</source>
        <translation>이보다 덜 중요한 것은 기록하지 않습니다. 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>text for people, json for programs. Takes effect at once.</source>
        <translation>text는 사람이, json은 프로그램이 읽기 좋습니다. 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>debug: everything</source>
        <translation>debug: 모든 것</translation>
    </message>
    <message>
        <source>info: what happens</source>
        <translation>info: 일어난 일</translation>
    </message>
    <message>
        <source>warning: what may go wrong</source>
        <translation>warning: 잘못될 수 있는 일</translation>
    </message>
    <message>
        <source>error: what went wrong</source>
        <translation>error: 잘못된 일</translation>
    </message>
    <message>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <source>json</source>
        <translation>json</translation>
    </message>
    <message>
        <source>another one at each start</source>
        <translation>시작할 때마다 다름</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>설정하지 않음</translation>
    </message>
    <message>
        <source>stored in the keychain</source>
        <translation>키체인에 보관됨</translation>
    </message>
    <message>
        <source>stored in a file</source>
        <translation>파일에 보관됨</translation>
    </message>
    <message>
        <source>stored in %1</source>
        <translation>%1에 보관됨</translation>
    </message>
    <message>
        <source>none stored</source>
        <translation>보관된 값 없음</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>%1부터 %2까지의 정수를 입력하세요.</translation>
    </message>
    <message>
        <source>One line of at most 80 characters.</source>
        <translation>80자 이하 한 줄로 입력하세요.</translation>
    </message>
    <message>
        <source>Choose TEST or LIVE.</source>
        <translation>TEST 또는 LIVE를 선택하세요.</translation>
    </message>
    <message>
        <source>Write HOST:PORT, for example 127.0.0.1:8080. The port is a number from 0 to 65535.</source>
        <translation>호스트:포트 형식으로 입력하세요. 예: 127.0.0.1:8080. 포트는 0부터 65535까지입니다.</translation>
    </message>
    <message>
        <source>Host names without spaces and slashes, parted by commas.</source>
        <translation>빈칸과 빗금이 없는 호스트 이름을 쉼표로 구분해 입력하세요.</translation>
    </message>
    <message>
        <source>Addresses such as 192.0.2.1 or networks such as 10.0.0.0/8, parted by commas.</source>
        <translation>192.0.2.1 같은 주소나 10.0.0.0/8 같은 대역을 쉼표로 구분해 입력하세요.</translation>
    </message>
    <message>
        <source>Write private, redis://host:6379, unix:///path, sentinel://host:26379/master or cluster://host:6379.</source>
        <translation>private, redis://host:6379, unix:///path, sentinel://host:26379/master, cluster://host:6379 가운데 하나의 형식으로 입력하세요.</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits or signs of ASCII, without spaces and none of { } * ? [ ] \</source>
        <translation>빈칸과 { } * ? [ ] \ 를 뺀 ASCII 문자를 1자에서 64자까지 입력하세요.</translation>
    </message>
    <message>
        <source>Write sqlite, sqlite:///path or postgresql://user@host:5432/name.</source>
        <translation>sqlite, sqlite:///path 또는 postgresql://user@host:5432/name 형식으로 입력하세요.</translation>
    </message>
    <message>
        <source>Write mock, or http:// or https:// with a host, without ? and #.</source>
        <translation>mock 또는 호스트가 있는 http://, https:// 주소를 ?와 # 없이 입력하세요.</translation>
    </message>
    <message>
        <source>The file must exist, hold the token, and be readable by its owner alone (chmod 600).</source>
        <translation>토큰이 든 파일이 있어야 하고, 소유자만 읽을 수 있어야 합니다(chmod 600).</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>폴더를 입력하세요.</translation>
    </message>
    <message>
        <source>There is nobody to log in to: give the address first.</source>
        <translation>로그인할 곳이 없습니다. 주소를 먼저 입력하세요.</translation>
    </message>
    <message>
        <source>This is not accepted: %1</source>
        <translation>사용할 수 없는 값입니다: %1</translation>
    </message>
    <message>
        <source>Set by %1 in the environment: change it there.</source>
        <translation>환경 변수 %1에서 정한 값입니다. 그곳에서 바꾸세요.</translation>
    </message>
    <message>
        <source>Set by %1 on the command line: change it there.</source>
        <translation>명령줄의 %1에서 정한 값입니다. 그곳에서 바꾸세요.</translation>
    </message>
    <message>
        <source>The program is there and is started with Seonchak: %1</source>
        <translation>프로그램이 있으며 선착과 함께 시작됩니다: %1</translation>
    </message>
    <message>
        <source>The mock needs no connection.</source>
        <translation>모의 편의점에는 연결이 필요 없습니다.</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>연결되었습니다: %1</translation>
    </message>
    <message>
        <source>the system&apos;s usual folder for data</source>
        <translation>시스템의 기본 데이터 폴더</translation>
    </message>
    <message>
        <source>Other programs&apos; keys</source>
        <translation>다른 프로그램의 키</translation>
    </message>
    <message>
        <source>What happens at the start where another program&apos;s keys lie under this prefix.</source>
        <translation>시작할 때 이 접두사 아래에 다른 프로그램의 키가 있으면 어떻게 할지 정합니다.</translation>
    </message>
    <message>
        <source>refuse: do not start</source>
        <translation>refuse: 시작하지 않음</translation>
    </message>
    <message>
        <source>adopt: take the coupons over</source>
        <translation>adopt: 쿠폰을 넘겨받음</translation>
    </message>
    <message>
        <source>discard: delete them</source>
        <translation>discard: 삭제함</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>제한 시간</translation>
    </message>
    <message>
        <source>Mock: time taken</source>
        <translation>모의: 응답 시간</translation>
    </message>
    <message>
        <source>After it nobody knows what the store did, and the coupon is in doubt. With its unit: 500 ms, 2 s; a number alone is milliseconds.</source>
        <translation>이 시간이 지나면 편의점의 처리 결과를 알 수 없어 쿠폰이 확인 필요 상태가 됩니다. 500 ms, 2 초처럼 단위와 함께 입력합니다. 숫자만 쓰면 밀리초입니다.</translation>
    </message>
    <message>
        <source>0 % refuses none, 100 % refuses all.</source>
        <translation>0 %는 모두 수락, 100 %는 모두 거절입니다.</translation>
    </message>
    <message>
        <source>Percent of the calls that may or may not be carried out, and whose answer is lost.</source>
        <translation>처리되었는지 알 수 없고 응답도 없는 호출의 비율입니다.</translation>
    </message>
    <message>
        <source>How long the mock takes for each answer: 500 ms, 2 s; a number alone is milliseconds.</source>
        <translation>모의 편의점이 응답할 때마다 걸리는 시간입니다. 예: 500 ms, 2 초. 숫자만 쓰면 밀리초입니다.</translation>
    </message>
    <message>
        <source>A line break or another control character is in it: take it out.</source>
        <translation>줄바꿈이나 제어 문자가 들어 있습니다. 지워 주세요.</translation>
    </message>
    <message>
        <source>A time from %1 to %2, for example 500 ms or 2 s.</source>
        <translation>%1부터 %2까지의 시간. 예: 500 ms, 2 초</translation>
    </message>
    <message>
        <source>A percentage from 0 % to 100 %, for example 10 %.</source>
        <translation>0 %부터 100 %까지의 비율. 예: 10 %</translation>
    </message>
    <message>
        <source>Saved. This program runs with the one before until it is restarted.</source>
        <translation>저장했습니다. 다시 시작할 때까지는 이전 값으로 실행됩니다.</translation>
    </message>
    <message>
        <source>Saved. Until it is restarted, this program runs with: %1</source>
        <translation>저장했습니다. 다시 시작할 때까지 실행 중인 값: %1</translation>
    </message>
    <message>
        <source>Issuing needs a token</source>
        <translation>발급에도 토큰 필요</translation>
    </message>
    <message>
        <source>HOST:PORT. Port 0 takes any free one. Other addresses than loopback need a token.</source>
        <translation>호스트:포트 형식입니다. 포트 0은 비어 있는 포트를 사용합니다. 루프백이 아닌 주소에는 토큰이 필요합니다.</translation>
    </message>
    <message>
        <source>On, coupons are issued to those alone who have a token of an issuer or an admin.</source>
        <translation>켜면 issuer나 admin의 토큰이 있어야 쿠폰이 발급됩니다.</translation>
    </message>
    <message>
        <source>Requests a second, each token</source>
        <translation>토큰마다 초당 요청 수</translation>
    </message>
    <message>
        <source>Issues a second, each address</source>
        <translation>주소마다 초당 발급 요청 수</translation>
    </message>
    <message>
        <source>More are answered 429 and may come again later. Issuing does not count. 0: any number.</source>
        <translation>이보다 많은 요청에는 429로 응답하며 나중에 다시 요청할 수 있습니다. 발급은 세지 않습니다. 0이면 제한이 없습니다.</translation>
    </message>
    <message>
        <source>More are answered 429. Many people may share one address. 0: any number.</source>
        <translation>이보다 많은 요청에는 429로 응답합니다. 여러 사람이 한 주소를 함께 쓸 수 있습니다. 0이면 제한이 없습니다.</translation>
    </message>
    <message>
        <source>Line %1 does not read key=value: repair it, or put ; before it.</source>
        <translation>%1번째 줄이 key=value 꼴이 아닙니다. 고치거나 줄 앞에 ;를 붙이세요.</translation>
    </message>
    <message>
        <source>In line %1 a comment begins with #: put ; in its place.</source>
        <translation>%1번째 줄의 주석이 #로 시작합니다. ;로 바꾸세요.</translation>
    </message>
    <message>
        <source>Alarms and webhooks</source>
        <translation>경보와 웹훅</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>경보</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>웹훅</translation>
    </message>
    <message>
        <source>Secret of the webhooks</source>
        <translation>웹훅 비밀 값</translation>
    </message>
    <message>
        <source>Events told by webhook</source>
        <translation>웹훅으로 알릴 이벤트</translation>
    </message>
    <message>
        <source>Webhooks to private addresses</source>
        <translation>사설 주소로 보내는 웹훅</translation>
    </message>
    <message>
        <source>Webhooks to this server</source>
        <translation>이 서버로 보내는 웹훅</translation>
    </message>
    <message>
        <source>Parted by commas: stock=10%, stock=100, sold-out, opened, closed, doubt=5 (minutes), partner. conservation and issuing are on; conservation=off turns one off.</source>
        <translation>쉼표로 나눕니다: stock=10%, stock=100, sold-out, opened, closed, doubt=5(분), partner. conservation 과 issuing 은 켜져 있으며, conservation=off 처럼 써서 끕니다.</translation>
    </message>
    <message>
        <source>Addresses that are told of the sale&apos;s events, parted by commas. Give every server of the sale the same.</source>
        <translation>판매의 이벤트를 받을 주소이며 쉼표로 나눕니다. 한 판매의 모든 서버에 같은 값을 지정하세요.</translation>
    </message>
    <message>
        <source>A file with what webhooks are signed with: whsec_ and base64. Only its owner may read it (mode 0600).</source>
        <translation>웹훅에 서명할 비밀 값이 든 파일입니다: whsec_ 와 base64. 소유자만 읽을 수 있어야 합니다(모드 0600).</translation>
    </message>
    <message>
        <source>Parted by commas. Empty: all but coupon.issued, which is told only where it is named.</source>
        <translation>쉼표로 나눕니다. 비우면 coupon.issued 를 뺀 모두이며, coupon.issued 는 이름을 적을 때만 알립니다.</translation>
    </message>
    <message>
        <source>On, webhooks may go to private networks and to this machine.</source>
        <translation>켜면 웹훅을 사설망과 이 컴퓨터로도 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>On, webhooks may go to this very server.</source>
        <translation>켜면 웹훅을 바로 이 서버로도 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Names of alarms with their thresholds, parted by commas: stock=10%, doubt=5, sold-out.</source>
        <translation>경보 이름과 기준을 쉼표로 나누어 적으세요: stock=10%, doubt=5, sold-out.</translation>
    </message>
    <message>
        <source>Write http:// or https:// with a host, without a user name and without #. This server and private addresses have to be allowed below.</source>
        <translation>호스트가 있는 http:// 또는 https:// 주소를 사용자 이름과 # 없이 적으세요. 이 서버와 사설 주소는 아래에서 허용해야 합니다.</translation>
    </message>
    <message>
        <source>Webhooks need a secret. The file must exist, hold whsec_ and the base64 text of 24 to 64 bytes, and be readable by its owner alone (chmod 600).</source>
        <translation>웹훅에는 비밀 값이 필요합니다. 파일이 있어야 하고, whsec_ 와 24~64바이트의 base64 를 담아야 하며, 소유자만 읽을 수 있어야 합니다(chmod 600).</translation>
    </message>
    <message>
        <source>Names of events, parted by commas: sale.opened, sale.sold-out, sale.closed, coupon.issued, alarm.stock.</source>
        <translation>이벤트 이름을 쉼표로 나누어 적으세요: sale.opened, sale.sold-out, sale.closed, coupon.issued, alarm.stock.</translation>
    </message>
    <message>
        <source>Socket for attached windows</source>
        <translation>연결하는 창의 소켓</translation>
    </message>
    <message>
        <source>Attach to a server elsewhere</source>
        <translation>다른 서버에 연결</translation>
    </message>
    <message>
        <source>Windows on this machine attach here without a token. none: they cannot. Empty: the usual place.</source>
        <translation>이 컴퓨터의 창이 토큰 없이 연결하는 곳입니다. none이면 연결할 수 없습니다. 비워 두면 기본 위치를 씁니다.</translation>
    </message>
    <message>
        <source>https://host[:port][/base] or unix:/path. The next start shows the sale there and hosts none.</source>
        <translation>https://host[:port][/base] 또는 unix:/path를 입력하세요. 다음에 시작하면 그곳의 판매를 보여 주고, 이 컴퓨터에서는 서버를 열지 않습니다.</translation>
    </message>
    <message>
        <source>Look at an old book</source>
        <translation>지난 장부 보기</translation>
    </message>
    <message>
        <source>Its name, its file or its postgresql:// URL. The next start shows it and hosts no sale.</source>
        <translation>이름, 파일 또는 postgresql:// URL을 입력하세요. 다음에 시작하면 그 장부를 보여 주고 판매는 열지 않습니다.</translation>
    </message>
    <message>
        <source>Two persons in LIVE</source>
        <translation>LIVE에서 두 사람</translation>
    </message>
    <message>
        <source>On, in LIVE: voiding everything and settling a doubt by hand need a second person, who approves within five minutes.</source>
        <translation>켜면 LIVE에서 모두 폐기와 확인 필요의 수동 처리는 다른 사람이 5분 안에 승인해야 합니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::SettingsGroups</name>
    <message>
        <source>Groups of settings</source>
        <translation>설정 묶음</translation>
    </message>
    <message>
        <source>%1 !</source>
        <comment>a group with a mistake</comment>
        <translation>%1 !</translation>
    </message>
    <message>
        <source>%1 •</source>
        <comment>a group with a change</comment>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>What is changed here counts from the next start on.</source>
        <translation>여기서 바꾼 내용은 다시 시작한 뒤에 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::SettingsPage</name>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Writes the config file</source>
        <translation>설정 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>되돌리기(&amp;V)</translation>
    </message>
    <message>
        <source>Takes back everything that was typed since the last save</source>
        <translation>마지막 저장 뒤에 입력한 내용을 모두 되돌립니다</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Looks whether the file is in order now</source>
        <translation>파일이 이제 올바른지 확인합니다</translation>
    </message>
    <message>
        <source>Read the config file again</source>
        <translation>설정 파일 다시 읽기</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>설정 저장</translation>
    </message>
    <message>
        <source>Revert the settings</source>
        <translation>설정 되돌리기</translation>
    </message>
    <message>
        <source>Config file: %1. Passwords and the admin token are kept in the system&apos;s keychain, never in this file.</source>
        <translation>설정 파일: %1. 비밀번호와 관리자 토큰은 이 파일이 아니라 시스템 키체인에 보관합니다.</translation>
    </message>
    <message>
        <source>Config file: %1. There is no system keychain here, so passwords and the admin token are kept in %2, which only you can read (mode 0600).</source>
        <translation>설정 파일: %1. 이 컴퓨터에는 시스템 키체인이 없어, 비밀번호와 관리자 토큰을 본인만 읽을 수 있는 %2(0600)에 보관합니다.</translation>
    </message>
    <message>
        <source>Cannot be saved yet. Correct: %1</source>
        <translation>아직 저장할 수 없습니다. 고칠 항목: %1</translation>
    </message>
    <message>
        <source>Changed and not saved: %1</source>
        <translation>저장하지 않은 변경: %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>저장하는 중…</translation>
    </message>
    <message>
        <source>Nothing was saved: %1.</source>
        <translation>저장하지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save or revert first: a restart would lose what is typed.</source>
        <translation>먼저 저장하거나 되돌리세요. 다시 시작하면 입력한 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>저장했습니다.</translation>
    </message>
    <message>
        <source>The config file cannot be understood any more, so nothing can be saved over it. %1</source>
        <translation>설정 파일을 더 이상 읽을 수 없어 덮어 저장할 수 없습니다. %1</translation>
    </message>
    <message>
        <source>Nothing was saved. %1</source>
        <translation>아무것도 저장하지 않았습니다. %1</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::AttachDialog</name>
    <message>
        <source>&amp;Test connection</source>
        <translation>연결 시험(&amp;T)</translation>
    </message>
    <message>
        <source>Asks the server who you would be there, and changes nothing</source>
        <translation>서버에 누구로 연결될지 묻기만 하고 아무것도 바꾸지 않습니다</translation>
    </message>
    <message>
        <source>Attach to a running sale</source>
        <translation>진행 중인 판매에 연결</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>서버 주소(&amp;A)</translation>
    </message>
    <message>
        <source>https://host[:port][/base], or unix:/path on this machine</source>
        <translation>https://host[:port][/base], 이 컴퓨터에서는 unix:/path</translation>
    </message>
    <message>
        <source>Open a window there</source>
        <translation>창 열기</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>찾아보기(&amp;B)…</translation>
    </message>
    <message>
        <source>Chooses the file with the token</source>
        <translation>토큰이 든 파일을 고릅니다</translation>
    </message>
    <message>
        <source>Type https://host[:port][/base] or unix:/path. http:// is for this machine alone.</source>
        <translation>https://host[:port][/base]나 unix:/path를 입력하세요. http://는 이 컴퓨터에만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>File with your token</source>
        <translation>토큰 파일</translation>
    </message>
    <message>
        <source>The file %1.</source>
        <translation>이 파일은 쓸 수 없습니다: The file %1.</translation>
    </message>
    <message>
        <source>%1 is asked…</source>
        <translation>%1에 묻는 중…</translation>
    </message>
    <message>
        <source>a sale without a name</source>
        <translation>이름 없는 판매</translation>
    </message>
    <message>
        <source>It works: you are %1 (%2) at %3, version %4.</source>
        <translation>연결됩니다. %3(버전 %4)에 %1(%2)(으)로 연결합니다.</translation>
    </message>
    <message>
        <source>Your to&amp;ken</source>
        <translation>토큰(&amp;K)</translation>
    </message>
    <message>
        <source>It goes into this desktop&apos;s keychain. Not needed at a socket of this machine.</source>
        <translation>이 컴퓨터의 키체인에 저장합니다. 이 컴퓨터의 소켓에는 필요 없습니다.</translation>
    </message>
    <message>
        <source>This desktop has no keychain: name a file below. Not needed at a socket of this machine.</source>
        <translation>이 컴퓨터에는 키체인이 없습니다. 아래에 파일을 지정하세요. 이 컴퓨터의 소켓에는 필요 없습니다.</translation>
    </message>
    <message>
        <source>Or a &amp;file with it</source>
        <translation>또는 토큰 파일(&amp;F)</translation>
    </message>
    <message>
        <source>Only you may be able to read the file.</source>
        <translation>본인만 읽을 수 있는 파일이어야 합니다.</translation>
    </message>
    <message>
        <source>The keychain did not take it: %1</source>
        <translation>키체인에 저장하지 못했습니다: %1</translation>
    </message>
</context>
<context>
    <name>seonchak::AttachWords</name>
    <message>
        <source>Connecting</source>
        <translation>연결하는 중</translation>
    </message>
    <message>
        <source>There is no server of that name</source>
        <translation>그런 이름의 서버가 없습니다</translation>
    </message>
    <message>
        <source>The server refuses the connection</source>
        <translation>서버가 연결을 거부합니다</translation>
    </message>
    <message>
        <source>The socket is not there</source>
        <translation>소켓이 없습니다</translation>
    </message>
    <message>
        <source>You may not open the socket</source>
        <translation>소켓을 열 권한이 없습니다</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>서버에 닿을 수 없습니다</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>서버가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>The certificate is not trusted</source>
        <translation>인증서를 신뢰할 수 없습니다</translation>
    </message>
    <message>
        <source>There is no HTTPS at that address</source>
        <translation>그 주소에 HTTPS가 없습니다</translation>
    </message>
    <message>
        <source>The connection was cut off</source>
        <translation>연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>The server wants a token</source>
        <translation>서버에 토큰이 필요합니다</translation>
    </message>
    <message>
        <source>The token is wrong or revoked</source>
        <translation>토큰이 틀렸거나 폐기되었습니다</translation>
    </message>
    <message>
        <source>Your role may not look at this sale</source>
        <translation>이 역할로는 판매를 볼 수 없습니다</translation>
    </message>
    <message>
        <source>The server takes its own machine alone</source>
        <translation>서버가 자기 컴퓨터의 요청만 받습니다</translation>
    </message>
    <message>
        <source>The server does not allow this host name</source>
        <translation>서버가 허용하지 않은 호스트 이름입니다</translation>
    </message>
    <message>
        <source>Something else answers there</source>
        <translation>다른 프로그램이 응답합니다</translation>
    </message>
    <message>
        <source>The server sends elsewhere</source>
        <translation>서버가 다른 주소로 보냅니다</translation>
    </message>
    <message>
        <source>The proxy has no server behind it</source>
        <translation>프록시 뒤의 서버가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>The server has no place just now</source>
        <translation>지금은 서버에 자리가 없습니다</translation>
    </message>
    <message>
        <source>The server is too old to attach to</source>
        <translation>서버의 버전이 낮아 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>The window tries again by itself.</source>
        <translation>창이 스스로 다시 연결해 봅니다.</translation>
    </message>
    <message>
        <source>%1 is asked.</source>
        <translation>%1에 묻고 있습니다.</translation>
    </message>
    <message>
        <source>Check the name in %1, and that this machine is on the network.</source>
        <translation>%1의 이름과 이 컴퓨터의 네트워크 연결을 확인하세요.</translation>
    </message>
    <message>
        <source>Nobody listens at %1. Check that the server runs, and the port.</source>
        <translation>%1에서 듣는 프로그램이 없습니다. 서버가 실행 중인지, 포트가 맞는지 확인하세요.</translation>
    </message>
    <message>
        <source>Check that the server runs on this machine, and the path %1.</source>
        <translation>이 컴퓨터에서 서버가 실행 중인지, 경로 %1이(가) 맞는지 확인하세요.</translation>
    </message>
    <message>
        <source>Members of the group seonchak may: sudo usermod -aG seonchak NAME, then log in anew.</source>
        <translation>seonchak 그룹의 구성원만 열 수 있습니다. sudo usermod -aG seonchak NAME을 실행한 뒤 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>Check the network between here and %1.</source>
        <translation>이 컴퓨터와 %1 사이의 네트워크를 확인하세요.</translation>
    </message>
    <message>
        <source>Who answers cannot prove that it is %1. Add the authority to the system&apos;s, or name its file in SSL_CERT_FILE.</source>
        <translation>응답하는 쪽이 %1임을 증명하지 못합니다. 인증 기관을 시스템에 추가하거나, 그 파일을 SSL_CERT_FILE로 지정하세요.</translation>
    </message>
    <message>
        <source>Check the port in %1: plain HTTP answers there, or nothing of the web.</source>
        <translation>%1의 포트를 확인하세요. HTTPS가 아닌 것이 응답합니다.</translation>
    </message>
    <message>
        <source>The server or something in between ended it.</source>
        <translation>서버나 중간의 장비가 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>Have one made (seonchakd token add NAME --role operator), and name its file by --admin-token-file.</source>
        <translation>토큰을 만들어 달라고 하고(seonchakd token add NAME --role operator), 그 파일을 --admin-token-file로 지정하세요.</translation>
    </message>
    <message>
        <source>Have a new one made (seonchakd token add), and put it into the file.</source>
        <translation>새 토큰을 만들어 달라고 하고(seonchakd token add), 파일에 넣으세요.</translation>
    </message>
    <message>
        <source>A token of a viewer, an operator or an admin may.</source>
        <translation>viewer, operator, admin의 토큰이 필요합니다.</translation>
    </message>
    <message>
        <source>It has no token yet. Add one there: seonchakd token add NAME --role operator.</source>
        <translation>서버에 아직 토큰이 없습니다. 그곳에서 추가하세요: seonchakd token add NAME --role operator.</translation>
    </message>
    <message>
        <source>Add the name to the server&apos;s --allow-host, or use one that it knows.</source>
        <translation>서버의 --allow-host에 이름을 추가하거나, 서버가 아는 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>What came is no answer of Seonchak&apos;s. Check the path behind the host: a proxy may serve it elsewhere.</source>
        <translation>Seonchak의 응답이 아닙니다. 호스트 뒤의 경로를 확인하세요. 프록시가 다른 경로로 제공할 수 있습니다.</translation>
    </message>
    <message>
        <source>Attach to the address that it sends to.</source>
        <translation>서버가 보내는 주소로 연결하세요.</translation>
    </message>
    <message>
        <source>The proxy answers, and the server does not. Check that the server runs.</source>
        <translation>프록시는 응답하지만 서버가 응답하지 않습니다. 서버가 실행 중인지 확인하세요.</translation>
    </message>
    <message>
        <source>It is just starting, or too many windows are attached.</source>
        <translation>서버가 시작하는 중이거나, 연결한 창이 너무 많습니다.</translation>
    </message>
    <message>
        <source>It runs a version that knows no attached windows. Install a newer one there.</source>
        <translation>창의 연결을 모르는 버전입니다. 서버에 새 버전을 설치하세요.</translation>
    </message>
    <message>
        <source>This window is not connected to its server.</source>
        <translation>이 창은 서버에 연결되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Only an admin may do this; you are here as %1.</source>
        <translation>admin만 할 수 있습니다. 지금 역할은 %1입니다.</translation>
    </message>
    <message>
        <source>Only an operator or an admin may do this; you are here as %1.</source>
        <translation>operator나 admin만 할 수 있습니다. 지금 역할은 %1입니다.</translation>
    </message>
    <message>
        <source>The server there runs version %1, which cannot do this. It can be done on its own machine.</source>
        <translation>그 서버의 버전 %1에서는 할 수 없습니다. 서버 컴퓨터에서 직접 하세요.</translation>
    </message>
</context>
</TS>

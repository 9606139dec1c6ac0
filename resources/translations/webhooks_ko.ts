<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::HookAnswerWords</name>
    <message>
        <source>answered %1: redirects are not followed</source>
        <translation>응답 %1: 다른 주소로 넘기는 응답은 따라가지 않습니다</translation>
    </message>
    <message>
        <source>answered %1, but not to its end in time</source>
        <translation>응답 %1, 시간 안에 끝까지 오지 않음</translation>
    </message>
    <message>
        <source>answered %1 (too long: not read to its end)</source>
        <translation>응답 %1 (너무 길어 끝까지 읽지 않음)</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>응답 %1</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>시간 안에 응답이 없음</translation>
    </message>
    <message>
        <source>not sent: the URL points to this server itself (--webhook-allow-own would allow it)</source>
        <translation>보내지 않음: 주소가 이 서버 자신을 가리킵니다(--webhook-allow-own으로 허용할 수 있습니다)</translation>
    </message>
    <message>
        <source>not sent: the URL points to a private address (--webhook-allow-private would allow it)</source>
        <translation>보내지 않음: 주소가 사설 주소를 가리킵니다(--webhook-allow-private로 허용할 수 있습니다)</translation>
    </message>
    <message>
        <source>no answer: %1</source>
        <translation>응답 없음: %1</translation>
    </message>
</context>
<context>
    <name>seonchak::HookModel</name>
    <message>
        <source>waits</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>전달됨</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>포기함</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
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
        <source>Event</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>발생 시각</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>받는 곳</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>다음 시도</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>마지막 시도</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>응답</translation>
    </message>
</context>
<context>
    <name>seonchak::WebhooksPage</name>
    <message>
        <source>Send &amp;again</source>
        <translation>다시 보내기(&amp;A)</translation>
    </message>
    <message>
        <source>Sends the selected deliveries anew, whatever came of them</source>
        <translation>선택한 전송을 결과와 상관없이 처음부터 다시 보냅니다</translation>
    </message>
    <message>
        <source>Which deliveries are shown</source>
        <translation>표시할 전송</translation>
    </message>
    <message>
        <source>All deliveries</source>
        <translation>모든 전송</translation>
    </message>
    <message>
        <source>Show &amp;older</source>
        <translation>이전 항목 보기(&amp;O)</translation>
    </message>
    <message>
        <source>Adds older deliveries to the list</source>
        <translation>더 오래된 전송을 목록에 더합니다</translation>
    </message>
    <message>
        <source>Deliveries of webhooks</source>
        <translation>웹훅 전송</translation>
    </message>
    <message>
        <source>The list is the last one known: the database does not answer.</source>
        <translation>마지막으로 확인한 목록입니다. 데이터베이스가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Tried again after 5 s, 5 min, 30 min, 2 h, 5 h and 10 h, then given up.</source>
        <translation>5초, 5분, 30분, 2시간, 5시간, 10시간 뒤에 다시 시도하고, 그래도 안 되면 포기합니다.</translation>
    </message>
    <message>
        <source>The database does not answer</source>
        <translation>데이터베이스가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>What waits is kept, and sent when the database is back.</source>
        <translation>대기 중인 전송은 그대로 남아 있으며, 데이터베이스가 돌아오면 보냅니다.</translation>
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
        <source>No webhooks are set up</source>
        <translation>설정된 웹훅이 없습니다</translation>
    </message>
    <message>
        <source>Other systems can be told when the sale opens, sells out and ends, and of alarms. Name them in Settings, Alarms and webhooks.</source>
        <translation>판매가 열리거나, 소진되거나, 끝날 때와 경보가 울릴 때 다른 시스템에 알릴 수 있습니다. 설정의 경보와 웹훅에서 받는 곳을 정하세요.</translation>
    </message>
    <message>
        <source>Nothing was told yet</source>
        <translation>아직 알린 것이 없습니다</translation>
    </message>
    <message>
        <source>When something happens that the receivers are told of, it stands here with their answers.</source>
        <translation>알릴 일이 생기면 받는 곳의 응답과 함께 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>%1: switched off since %2, when it answered 410. Send again switches it on.</source>
        <translation>%1: %2 에 410 으로 응답하여 꺼졌습니다. 다시 보내면 켜집니다.</translation>
    </message>
    <message>
        <source>%1: %2 waiting</source>
        <translation>%1: 대기 %2건</translation>
    </message>
    <message>
        <source>Not sent again. %1</source>
        <translation>다시 보내지 못했습니다. %1</translation>
    </message>
    <message>
        <source>Sent again: %1</source>
        <translation>다시 보냄: %1건</translation>
    </message>
</context>
</TS>

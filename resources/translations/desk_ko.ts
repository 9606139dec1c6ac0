<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::AboutDialog</name>
    <message>
        <source>About Seonchak</source>
        <translation>선착 정보</translation>
    </message>
    <message>
        <source>Seonchak %1</source>
        <translation>선착 %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty.</source>
        <translation>GNU 일반 공중 사용 허가서(GPL) 버전 3 또는 그 이후 버전(GPL-3.0-or-later)을 따르는 자유 소프트웨어입니다. 어떤 보증도 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>Issues coupons, first come, first served, and loses none.</source>
        <translation>쿠폰을 선착순으로, 한 장도 잃지 않고 발급합니다.</translation>
    </message>
    <message>
        <source>Runs on: %1</source>
        <translation>사용하는 구성 요소: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>For a report of a fault</source>
        <translation>문제를 신고할 때 붙여 넣으세요</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>seonchak::ApprovalOffer</name>
    <message>
        <source>Approve…</source>
        <translation>승인…</translation>
    </message>
    <message>
        <source>You are the second person</source>
        <translation>두 번째 사람으로서 승인합니다</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Does what you have asked for and somebody else has approved</source>
        <translation>내가 요청하고 다른 사람이 승인한 일을 실행합니다</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>요청 취소</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Are you the second person?</source>
        <translation>두 번째 사람으로서 승인할까요?</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>Done so far: %1</source>
        <translation>지금까지 %1장</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>처리하는 중…</translation>
    </message>
    <message>
        <source>What a second person has approved is being carried out.</source>
        <translation>다른 사람이 승인한 일을 실행하고 있습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::ApprovalWords</name>
    <message>
        <source>void every coupon that is not issued</source>
        <translation>발급되지 않은 쿠폰 모두 폐기</translation>
    </message>
    <message>
        <source>book the doubt of reservation %1 as issued</source>
        <translation>예약 %1을(를) 발급된 것으로 기록</translation>
    </message>
    <message>
        <source>book %1 doubts as issued</source>
        <translation>확인 필요 %1건을 발급된 것으로 기록</translation>
    </message>
    <message>
        <source>give the doubt of reservation %1 back to the stock</source>
        <translation>예약 %1의 쿠폰을 재고로 되돌리기</translation>
    </message>
    <message>
        <source>give %1 doubts back to the stock</source>
        <translation>확인 필요 %1건을 재고로 되돌리기</translation>
    </message>
    <message>
        <source>%1 asks for a second person: %2</source>
        <translation>%1의 승인 요청: %2</translation>
    </message>
    <message>
        <source>%1 has approved: %2</source>
        <translation>%1 승인함: %2</translation>
    </message>
    <message>
        <source>%1 has declined: %2</source>
        <translation>%1 거절함: %2</translation>
    </message>
    <message>
        <source>You wait for a second person: %1</source>
        <translation>다른 사람의 승인을 기다리는 중: %1</translation>
    </message>
    <message>
        <source>Until %1. Nothing is done before somebody else has approved it; then %2 carries it out.</source>
        <translation>%1까지입니다. 다른 사람이 승인하기 전에는 아무 일도 하지 않으며, 승인하면 %2님이 실행합니다.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>아무 일도 하지 않았습니다.</translation>
    </message>
    <message>
        <source>Carry it out before %1, or withdraw it.</source>
        <translation>%1 전에 실행하거나 요청을 취소하세요.</translation>
    </message>
    <message>
        <source>Somebody else whose role allows it approves it at their window before %1.</source>
        <translation>역할이 허용하는 다른 사람이 %1 전에 자기 창에서 승인해야 합니다.</translation>
    </message>
    <message>
        <source>%1 may then void every coupon that is not issued, for good. Those in flight or issued stay.</source>
        <translation>승인하면 %1 님이 발급되지 않은 쿠폰을 모두 폐기할 수 있고, 되돌릴 수 없습니다. 처리 중이거나 발급된 쿠폰은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 밖 %1건</translation>
    </message>
    <message>
        <source>%1 may then give the coupons of these reservations back to the stock, and their users get none of them: %2. Look at them under In doubt first.</source>
        <translation>승인하면 %1 님이 다음 예약의 쿠폰을 재고로 되돌릴 수 있고, 그 사용자는 쿠폰을 받지 못합니다: %2. 먼저 ‘확인 필요’ 화면에서 살펴보세요.</translation>
    </message>
    <message>
        <source>%1 may then book the coupons of these reservations as issued, for good, and the store is not asked: %2. Look at them under In doubt first.</source>
        <translation>승인하면 %1 님이 다음 예약의 쿠폰을 편의점에 묻지 않고 발급된 것으로 기록할 수 있고, 되돌릴 수 없습니다: %2. 먼저 ‘확인 필요’ 화면에서 살펴보세요.</translation>
    </message>
    <message>
        <source>%1 coupons were voided.</source>
        <translation>쿠폰 %1장을 폐기했습니다.</translation>
    </message>
    <message>
        <source>Back in the stock: %1.</source>
        <translation>재고로 되돌림: %1건.</translation>
    </message>
    <message>
        <source>Booked as issued: %1.</source>
        <translation>발급된 것으로 기록함: %1건.</translation>
    </message>
    <message>
        <source>As before: %1.</source>
        <translation>그대로 둠: %1건.</translation>
    </message>
    <message>
        <source>It is done, was declined or has run out.</source>
        <translation>이미 실행되었거나, 거절되었거나, 5분이 지났습니다.</translation>
    </message>
    <message>
        <source>Requesters cannot approve their own request.</source>
        <translation>요청한 사람은 승인할 수 없습니다.</translation>
    </message>
    <message>
        <source>The approval has run out or was used, so a second person was asked again.</source>
        <translation>승인이 만료되었거나 이미 쓰여서 다시 승인을 요청했습니다.</translation>
    </message>
    <message>
        <source>1 coupon was voided.</source>
        <translation>쿠폰 1장을 폐기했습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::BackStrip</name>
    <message>
        <source>Back to where this was opened (Esc, Alt+Left, the mouse&apos;s back button)</source>
        <translation>열었던 화면으로 돌아갑니다(Esc, Alt+왼쪽, 마우스 뒤로 버튼)</translation>
    </message>
    <message>
        <source>← %1</source>
        <translation>← %1</translation>
    </message>
</context>
<context>
    <name>seonchak::Banner</name>
    <message>
        <source>Nothing is issued until it is back. Our own Redis is started again by itself; if this stays for a minute, look at the log and restart Seonchak.</source>
        <translation>다시 연결될 때까지 발급되지 않습니다. 전용 Redis는 자동으로 다시 시작됩니다. 1분 넘게 계속되면 로그를 보고 선착을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Nothing is issued until it is back. Check that Redis runs at %1; the connection comes back by itself.</source>
        <translation>다시 연결될 때까지 발급되지 않습니다. %1에서 Redis가 실행 중인지 확인하세요. 연결은 자동으로 복구됩니다.</translation>
    </message>
    <message>
        <source>Redis is away</source>
        <translation>Redis 연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>서버가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>Redis and the database are away</source>
        <translation>Redis와 데이터베이스 연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>Nothing is issued until both are back. Check that they run and can be reached from this machine; the connections come back by themselves.</source>
        <translation>둘 다 다시 연결될 때까지 발급되지 않습니다. 실행 중인지, 이 컴퓨터에서 접속할 수 있는지 확인하세요. 연결은 자동으로 복구됩니다.</translation>
    </message>
    <message>
        <source>The database is away</source>
        <translation>데이터베이스 연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>Nothing is issued until it is back. Check that it runs and that its disk is not full; the connection comes back by itself.</source>
        <translation>다시 연결될 때까지 발급되지 않습니다. 실행 중인지, 디스크가 가득 차지 않았는지 확인하세요. 연결은 자동으로 복구됩니다.</translation>
    </message>
    <message>
        <source>Check that it runs and can be reached.</source>
        <translation>실행 중인지, 접속할 수 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>Check the user, the password and the permissions that Seonchak has there.</source>
        <translation>선착이 쓰는 사용자, 비밀번호, 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>It can only be read: a replica, a standby or a write-protected file. Make it writable, or give Seonchak the address of the main server.</source>
        <translation>읽기만 할 수 있습니다. 복제 서버이거나 대기 서버이거나 쓰기가 금지된 파일입니다. 쓸 수 있게 바꾸거나 선착에 주 서버의 주소를 지정하세요.</translation>
    </message>
    <message>
        <source>Make room: its memory or its disk is full.</source>
        <translation>메모리나 디스크가 가득 찼습니다. 공간을 확보하세요.</translation>
    </message>
    <message>
        <source>Bring back the replicas it waits for.</source>
        <translation>기다리고 있는 복제 서버를 다시 연결하세요.</translation>
    </message>
    <message>
        <source>End the other program that keeps it busy.</source>
        <translation>이것을 붙잡고 있는 다른 프로그램을 끝내세요.</translation>
    </message>
    <message>
        <source>A key or a table is missing or is not what it should be. Restore it.</source>
        <translation>키나 테이블이 없거나 종류가 다릅니다. 원래대로 되돌리세요.</translation>
    </message>
    <message>
        <source>Look at what it says and at the log.</source>
        <translation>서버 메시지와 로그를 확인하세요.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>서버 메시지: %1</translation>
    </message>
    <message>
        <source>Redis takes no writes</source>
        <translation>Redis에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The database takes no writes</source>
        <translation>데이터베이스에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Nothing is issued until it does. %1 It says: %2</source>
        <translation>다시 쓸 수 있을 때까지 발급되지 않습니다. %1 서버 메시지: %2</translation>
    </message>
    <message>
        <source>Issuing is paused</source>
        <translation>발급이 일시정지되었습니다</translation>
    </message>
    <message>
        <source>Who asks for a coupon is told to come back later. Resume it on the dashboard.</source>
        <translation>쿠폰을 요청하는 사람에게는 나중에 다시 오라고 알립니다. 대시보드에서 재개할 수 있습니다.</translation>
    </message>
    <message>
        <source>The stock is being made ready</source>
        <translation>재고를 준비하고 있습니다</translation>
    </message>
    <message>
        <source>Redis is being compared with the database, and filled from it where they differ. Issuing begins by itself, within half a minute.</source>
        <translation>Redis를 데이터베이스와 비교하고, 다르면 데이터베이스 내용으로 채웁니다. 30초 안에 자동으로 발급이 시작됩니다.</translation>
    </message>
    <message>
        <source>Redis belongs to another database of Seonchak</source>
        <translation>Redis가 선착의 다른 데이터베이스에 속해 있습니다</translation>
    </message>
    <message>
        <source>Redis holds another program&apos;s keys</source>
        <translation>Redis에 다른 프로그램의 키가 있습니다</translation>
    </message>
    <message>
        <source>Nothing is issued, and nothing was touched. Codes in the list: %1, user keys: %2, other keys: %3. Take them over, delete them, or leave them and start with another Redis or key prefix.</source>
        <translation>발급을 멈췄고 아무것도 건드리지 않았습니다. 목록의 코드 %1개, 사용자 키 %2개, 그 밖의 키 %3개가 있습니다. 넘겨받거나, 삭제하거나, 그대로 두고 다른 Redis나 키 접두사로 시작하세요.</translation>
    </message>
    <message>
        <source>%1: locked by another program</source>
        <translation>%1: 다른 프로그램이 잠갔습니다</translation>
    </message>
    <message>
        <source>Nothing is issued until it lets go. End that program, or let it finish: a backup, an editor of databases, a second server. Restarting Seonchak does not help. It says: %1</source>
        <translation>잠금이 풀릴 때까지 발급되지 않습니다. 백업, 데이터베이스 편집기, 다른 서버 등 그 프로그램을 끝내거나 마칠 때까지 기다리세요. 선착을 다시 시작해도 풀리지 않습니다. 서버 메시지: %1</translation>
    </message>
    <message>
        <source>Waiting for new numbers</source>
        <translation>수치 갱신을 기다리는 중입니다</translation>
    </message>
    <message>
        <source>The numbers are the last known. Redis or the database is slow; this goes on by itself.</source>
        <translation>마지막으로 확인된 수치입니다. Redis나 데이터베이스의 응답이 느립니다. 응답이 오면 자동으로 갱신됩니다.</translation>
    </message>
    <message>
        <source>The numbers are the last known, for longer than a minute. Look at the log, then close this window and start Seonchak again: no issued coupon is lost.</source>
        <translation>1분 넘게 마지막으로 확인된 숫자입니다. 로그를 보고, 이 창을 닫은 다음 선착을 다시 시작하세요. 발급된 쿠폰은 사라지지 않습니다.</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 (%2부터)</translation>
    </message>
    <message>
        <source>The sale will not open before you resume it on the dashboard: nobody gets a coupon.</source>
        <translation>대시보드에서 재개하기 전에는 판매가 시작되지 않으며, 아무도 쿠폰을 받을 수 없습니다.</translation>
    </message>
    <message>
        <source>The numbers are %1 old.</source>
        <translation>%1 전 숫자입니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::BooksDialog</name>
    <message>
        <source>&amp;Folder</source>
        <translation>폴더(&amp;F)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Names another folder</source>
        <translation>다른 폴더를 고릅니다</translation>
    </message>
    <message>
        <source>Put &amp;pseudonyms in the place of user IDs</source>
        <translation>사용자 ID 대신 가명 쓰기(&amp;P)</translation>
    </message>
    <message>
        <source>Close the books</source>
        <translation>장부 마감</translation>
    </message>
    <message>
        <source>The key that tells who is who goes into a file beside the folder. Keep it, and do not hand it on.</source>
        <translation>누가 누구인지 알 수 있는 키를 폴더 옆의 파일에 저장합니다. 잘 보관하고 남에게 주지 마세요.</translation>
    </message>
    <message>
        <source>Writes what remains of the sale into one folder: every coupon, every refusal, the stock, doubts, the audit trail, and a page to print. Anybody can check it later, without this program&apos;s server. The sale goes on meanwhile; the folder shows it as it is when the writing begins.</source>
        <translation>판매가 끝난 뒤에도 남길 것을 폴더 하나에 저장합니다. 모든 쿠폰과 거절, 재고, 확인 필요, 감사 기록, 인쇄할 한 쪽이 들어갑니다. 나중에 누구나 이 프로그램의 서버 없이 검증할 수 있습니다. 그동안에도 판매는 계속되며, 폴더에는 저장을 시작한 순간의 상태가 담깁니다.</translation>
    </message>
    <message>
        <source>A new or an empty folder.</source>
        <translation>새 폴더나 빈 폴더여야 합니다.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>Closes this dialog (Esc)</source>
        <translation>이 대화 상자를 닫습니다 (Esc)</translation>
    </message>
    <message>
        <source>Writes the folder and has it checked</source>
        <translation>폴더를 저장하고 검증합니다</translation>
    </message>
    <message>
        <source>Name the folder of the dossier</source>
        <translation>판매 기록철 폴더의 이름을 정하세요</translation>
    </message>
    <message>
        <source>The books are being closed.</source>
        <translation>장부를 마감하는 중입니다.</translation>
    </message>
    <message>
        <source>Writing: %1 %</source>
        <translation>저장하는 중: %1%</translation>
    </message>
    <message>
        <source>Written. Now it is being checked, from the folder alone…</source>
        <translation>저장했습니다. 이제 폴더만으로 검증하는 중…</translation>
    </message>
    <message>
        <source>%1 coupons, %2 of them issued. The check agrees: every file is as it was written, and the sums follow from the records.</source>
        <translation>쿠폰 %1장, 그중 발급 %2장. 검증에 통과했습니다. 모든 파일이 저장한 그대로이고 합계가 기록과 맞습니다.</translation>
    </message>
    <message>
        <source>%1 The records do not agree with each other: see dossier.html.</source>
        <translation>%1 기록끼리 서로 맞지 않습니다. dossier.html을 보세요.</translation>
    </message>
    <message>
        <source>It was written, but the check does not agree: %1</source>
        <translation>저장했지만 검증에 통과하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation>중지했습니다. 남은 파일은 없습니다.</translation>
    </message>
    <message>
        <source>The books were not closed, and nothing was left behind. %1</source>
        <translation>장부를 마감하지 못했고, 남은 파일은 없습니다. %1</translation>
    </message>
    <message>
        <source>Name the folder with its whole path.</source>
        <translation>폴더의 전체 경로를 입력하세요.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
</context>
<context>
    <name>seonchak::BooksWords</name>
    <message>
        <source>%1 is a file: name a new or an empty folder.</source>
        <translation>%1은(는) 파일입니다. 새 폴더나 빈 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>%1 exists and is not empty: name a new or an empty folder.</source>
        <translation>%1 폴더가 이미 있고 비어 있지 않습니다. 새 폴더나 빈 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: name one in a place that you may write to.</source>
        <translation>%1 폴더를 만들 수 없습니다. 쓰기 권한이 있는 곳을 지정하세요.</translation>
    </message>
    <message>
        <source>The disk of %1 is full: make room, or name a folder on another one.</source>
        <translation>%1이(가) 있는 디스크가 가득 찼습니다. 자리를 비우거나 다른 디스크의 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>Files in %1 were taken away while it was written. Close the books again.</source>
        <translation>쓰는 동안 %1의 파일이 없어졌습니다. 다시 마감하세요.</translation>
    </message>
    <message>
        <source>%1 cannot be written: it takes no more, or was taken away meanwhile.</source>
        <translation>%1에 쓸 수 없습니다. 더 쓸 수 없는 상태이거나 그 사이에 없어졌습니다.</translation>
    </message>
    <message>
        <source>%1.mapping-key is there already, perhaps as the key of another dossier: move it away, or name another folder.</source>
        <translation>%1.mapping-key 파일이 이미 있습니다. 다른 기록철의 키일 수 있으니 옮겨 두거나 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>Another dossier is being written just now.</source>
        <translation>지금 다른 기록철을 쓰는 중입니다.</translation>
    </message>
    <message>
        <source>A server began to write to the book while it was read. Close the books again.</source>
        <translation>장부를 읽는 동안 서버가 장부에 쓰기 시작했습니다. 다시 마감하세요.</translation>
    </message>
    <message>
        <source>A newer program wrote this book. Use the program that the sale ran on, or a newer one.</source>
        <translation>더 새로운 프로그램이 쓴 장부입니다. 판매에 쓴 프로그램이나 더 새로운 프로그램을 쓰세요.</translation>
    </message>
    <message>
        <source>The database holds no book of Seonchak.</source>
        <translation>데이터베이스에 선착의 장부가 없습니다.</translation>
    </message>
    <message>
        <source>The book has to be copied to be read, and cannot be: is there room in the folder for temporary files?</source>
        <translation>장부를 읽으려면 복사해야 하는데 복사할 수 없습니다. 임시 파일 폴더에 자리가 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>The database of the sale is not there.</source>
        <translation>판매의 데이터베이스가 없습니다.</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of this window, as its code: &quot;ko&quot; in the Korean file.</extracomment>
        <translation>ko</translation>
    </message>
</context>
<context>
    <name>seonchak::Closing</name>
    <message>
        <source>The lab is at work.</source>
        <translation>실험실이 실행 중입니다.</translation>
    </message>
    <message>
        <source>Coupons are being asked for, %1 requests a second.</source>
        <translation>지금 쿠폰 요청이 초당 %1건 들어오고 있습니다.</translation>
    </message>
    <message>
        <source>Settings are changed and not saved.</source>
        <translation>저장하지 않은 설정이 있습니다.</translation>
    </message>
    <message>
        <source>This is the real sale “%1”. Closing ends its server: from then on nobody gets a coupon from it, and who asks cannot connect. After a pause the sale stays paused at the next start, until it is resumed.</source>
        <translation>실제 판매 ‘%1’입니다. 창을 닫으면 서버가 종료되어 이 서버에서는 아무도 쿠폰을 받지 못하고, 요청해도 연결되지 않습니다. 일시정지하고 닫으면 다음에 시작해도 발급을 재개할 때까지 멈춰 있습니다.</translation>
    </message>
    <message>
        <source>This is under way and would be cut off; what is done by then stays:</source>
        <translation>다음 일이 진행 중이며 도중에 끊깁니다. 그때까지 한 일은 남습니다.</translation>
    </message>
    <message>
        <source>Close Seonchak?</source>
        <translation>선착을 닫을까요?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>일시정지하고 닫기</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>계속 열어 두기</translation>
    </message>
    <message>
        <source>Issuing was not paused</source>
        <translation>발급을 일시정지하지 못했습니다</translation>
    </message>
    <message>
        <source>Close without a pause</source>
        <translation>일시정지하지 않고 닫기</translation>
    </message>
    <message>
        <source>Issuing is not paused yet</source>
        <translation>아직 발급이 일시정지되지 않았습니다</translation>
    </message>
    <message>
        <source>The database has not confirmed the pause. Wait a moment, or close as it is.</source>
        <translation>데이터베이스가 일시정지를 아직 확인하지 않았습니다. 잠시 기다리거나 지금 그대로 닫으세요.</translation>
    </message>
    <message>
        <source>This is the real sale “%1”. A restart ends its server: nobody gets a coupon, and who asks cannot connect, until it serves again. After a pause the sale stays paused, until it is resumed.</source>
        <translation>실제 판매 ‘%1’입니다. 다시 시작하면 서버가 종료되어, 다시 열릴 때까지 아무도 쿠폰을 받지 못하고 요청해도 연결되지 않습니다. 일시정지하고 다시 시작하면 발급을 재개할 때까지 멈춰 있습니다.</translation>
    </message>
    <message>
        <source>Restart Seonchak?</source>
        <translation>선착을 다시 시작할까요?</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Pause and restart</source>
        <translation>일시정지하고 다시 시작</translation>
    </message>
    <message>
        <source>Restart without a pause</source>
        <translation>일시정지하지 않고 다시 시작</translation>
    </message>
    <message>
        <source>This is the real sale “%1”. A restart ends its server: who asks cannot connect, until it serves again.</source>
        <translation>실제 판매 ‘%1’입니다. 다시 시작하면 서버가 종료되어, 다시 열릴 때까지 요청해도 연결되지 않습니다.</translation>
    </message>
    <message>
        <source>This is the real sale “%1”. Closing ends its server: who asks cannot connect.</source>
        <translation>실제 판매 ‘%1’입니다. 창을 닫으면 서버가 종료되어 요청해도 연결되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::CutOffer</name>
    <message>
        <source>Finish</source>
        <translation>이어서 진행</translation>
    </message>
    <message>
        <source>Does what is left of it</source>
        <translation>남은 작업을 이어서 진행합니다</translation>
    </message>
    <message>
        <source>Keep what exists</source>
        <translation>이대로 두기</translation>
    </message>
    <message>
        <source>What was done stays; the rest is not done</source>
        <translation>여기까지 한 것은 두고 나머지 작업은 진행하지 않습니다</translation>
    </message>
    <message>
        <source>Void what exists…</source>
        <translation>만든 것 폐기…</translation>
    </message>
    <message>
        <source>Voids the coupons of this act that are not issued</source>
        <translation>이 작업으로 생긴 쿠폰 가운데 발급되지 않은 것을 폐기합니다</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Changes nothing; it is offered again at the next start</source>
        <translation>아무것도 바꾸지 않습니다. 다음 시작 때 다시 묻습니다</translation>
    </message>
    <message>
        <source>Generating stopped after %1 of %2</source>
        <translation>쿠폰 생성이 %2장 중 %1장에서 멈췄습니다</translation>
    </message>
    <message>
        <source>Pushing into the stock stopped after %1</source>
        <translation>재고 올리기가 %1장에서 멈췄습니다</translation>
    </message>
    <message>
        <source>Adding %1 coupons was cut off</source>
        <translation>쿠폰 %1장 추가가 도중에 끊겼습니다</translation>
    </message>
    <message>
        <source>Voiding stopped after %1</source>
        <translation>폐기가 %1장에서 멈췄습니다</translation>
    </message>
    <message>
        <source>It began at %1 and was cut off. These coupons exist. What is to become of them?</source>
        <translation>%1에 시작했다가 끊겼습니다. 여기까지 만든 쿠폰은 그대로 있습니다. 어떻게 할까요?</translation>
    </message>
    <message>
        <source>It began at %1 and was cut off. These coupons are in the stock, others wait.</source>
        <translation>%1에 시작했다가 끊겼습니다. 이 쿠폰들은 재고에 있고 나머지는 대기 중입니다.</translation>
    </message>
    <message>
        <source>It began at %1. All are in the book, perhaps not all in the stock.</source>
        <translation>%1에 시작했습니다. 모두 장부에 있지만 재고에는 아직 다 올라가지 않았을 수 있습니다.</translation>
    </message>
    <message>
        <source>It began at %1 and was cut off. The others are not void.</source>
        <translation>%1에 시작했다가 끊겼습니다. 나머지는 폐기되지 않았습니다.</translation>
    </message>
    <message>
        <source>Void the rest…</source>
        <translation>나머지 폐기…</translation>
    </message>
    <message>
        <source>Push the rest</source>
        <translation>나머지 올리기</translation>
    </message>
    <message>
        <source>Keep the rest</source>
        <translation>나머지 두기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Void the rest?</source>
        <translation>나머지를 폐기할까요?</translation>
    </message>
    <message>
        <source>Every coupon that is not issued is voided, for good. Those in flight stay.</source>
        <translation>발급되지 않은 모든 쿠폰을 폐기하며 되돌릴 수 없습니다. 처리 중인 쿠폰은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Void the rest</source>
        <translation>나머지 폐기</translation>
    </message>
    <message>
        <source>Void what exists?</source>
        <translation>만든 것을 폐기할까요?</translation>
    </message>
    <message>
        <source>%1. Those that wait or are in the stock are voided, for good; those in flight or issued stay. The rest is not done.</source>
        <translation>%1. 대기 중이거나 재고에 있는 것은 폐기하며 되돌릴 수 없습니다. 처리 중이거나 발급된 것은 그대로 둡니다. 나머지 작업은 진행하지 않습니다.</translation>
    </message>
    <message>
        <source>Void what exists</source>
        <translation>만든 것 폐기</translation>
    </message>
    <message>
        <source>Voided so far: %1</source>
        <translation>지금까지 %1장 폐기</translation>
    </message>
    <message>
        <source>Done so far: %1</source>
        <translation>지금까지 %1장</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>처리하는 중…</translation>
    </message>
    <message>
        <source>The rest was kept. Voided: %1.</source>
        <translation>나머지를 그대로 두었습니다. 폐기한 쿠폰은 %1장입니다.</translation>
    </message>
    <message>
        <source>%1 coupons were voided.</source>
        <translation>쿠폰 %1장을 폐기했습니다.</translation>
    </message>
    <message>
        <source>%1 coupons were kept; the rest is not done.</source>
        <translation>쿠폰 %1장을 그대로 두었습니다. 나머지 작업은 진행하지 않습니다.</translation>
    </message>
    <message>
        <source>Finished: %1 coupons were pushed into the stock.</source>
        <translation>마쳤습니다. 쿠폰 %1장을 재고에 올렸습니다.</translation>
    </message>
    <message>
        <source>Finished: there are %1 coupons by it now.</source>
        <translation>마쳤습니다. 이 작업의 쿠폰은 이제 %1장입니다.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지했습니다</translation>
    </message>
    <message>
        <source>%1 so far. The choice is offered again.</source>
        <translation>지금까지 %1장입니다. 다시 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Somebody at another desk has decided about it.</source>
        <translation>다른 창에서 이미 결정했습니다.</translation>
    </message>
    <message>
        <source>It did not come to its end. %1</source>
        <translation>끝까지 마치지 못했습니다. %1</translation>
    </message>
    <message>
        <source>What was cut off is being settled.</source>
        <translation>중단된 작업을 처리하는 중입니다.</translation>
    </message>
    <message>
        <source>The book does not know what is left of it. Keep what exists, or choose coupons in the list.</source>
        <translation>남은 일이 무엇인지 장부에 없습니다. 이미 된 것을 그대로 두거나 목록에서 쿠폰을 고르세요.</translation>
    </message>
    <message>
        <source>%1 so far. The database does not say whether anything is left of it.</source>
        <translation>지금까지 %1장입니다. 데이터베이스가 응답하지 않아 남은 일이 있는지 알 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::DeskMenus</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSV 가져오기…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV 내보내기…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Opens the page of the settings</source>
        <translation>설정 화면을 엽니다</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Closes the window and ends the server in it</source>
        <translation>창을 닫고 서버를 종료합니다</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>재고</translation>
    </message>
    <message>
        <source>Generate %1</source>
        <translation>%1장 생성</translation>
    </message>
    <message>
        <source>Generate another count…</source>
        <translation>다른 수량 생성…</translation>
    </message>
    <message>
        <source>Push inventory</source>
        <translation>재고 올리기</translation>
    </message>
    <message>
        <source>Pause issuing</source>
        <translation>발급 일시정지</translation>
    </message>
    <message>
        <source>Void unissued…</source>
        <translation>미발급 폐기…</translation>
    </message>
    <message>
        <source>Stop the work under way</source>
        <translation>진행 중인 작업 중지</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>Biography</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Edit code</source>
        <translation>번호 수정</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>번호 복사</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>폐기…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정 따름</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
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
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>To the page that this one was opened from</source>
        <translation>이 화면을 연 화면으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>이 화면에서 찾기</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Looks at the database again</source>
        <translation>데이터베이스를 다시 읽습니다</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Tells outside of the window when the stock is sold out, Redis is away, or the numbers do not add up</source>
        <translation>매진되거나 Redis 연결이 끊기거나 수량 합계가 맞지 않으면 창 밖에서도 알립니다</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Guide to this page</source>
        <translation>이 화면의 안내서</translation>
    </message>
    <message>
        <source>Opens the guide in the browser</source>
        <translation>브라우저에서 안내서를 엽니다</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>About Seonchak</source>
        <translation>선착 정보</translation>
    </message>
    <message>
        <source>Resume issuing</source>
        <translation>발급 재개</translation>
    </message>
    <message>
        <source>Set the times of the sale…</source>
        <translation>판매 시각 설정…</translation>
    </message>
    <message>
        <source>When the sale opens and when it closes</source>
        <translation>판매를 시작하고 끝내는 시각입니다</translation>
    </message>
    <message>
        <source>Open the sale now</source>
        <translation>지금 판매 시작</translation>
    </message>
    <message>
        <source>Sets the opening to this moment</source>
        <translation>시작 시각을 지금으로 바꿉니다</translation>
    </message>
    <message>
        <source>Close the sale now</source>
        <translation>지금 판매 종료</translation>
    </message>
    <message>
        <source>Sets the end to this moment: nobody gets a coupon any more</source>
        <translation>종료 시각을 지금으로 바꿉니다. 더는 아무도 쿠폰을 받을 수 없습니다</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Close the books…</source>
        <translation>장부 마감…</translation>
    </message>
    <message>
        <source>Writes what remains of the sale into a folder, and has it checked</source>
        <translation>판매가 끝난 뒤에도 남길 것을 폴더에 저장하고 검증합니다</translation>
    </message>
    <message>
        <source>Attach to a running sale…</source>
        <translation>진행 중인 판매에 연결…</translation>
    </message>
    <message>
        <source>Opens a window on a server that runs elsewhere; this one stays as it is</source>
        <translation>다른 곳에서 실행 중인 서버의 창을 엽니다. 이 창은 그대로 둡니다</translation>
    </message>
    <message>
        <source>Closes this window; the server goes on</source>
        <translation>이 창만 닫습니다. 서버는 계속 실행됩니다</translation>
    </message>
    <message>
        <source>Open an old book…</source>
        <translation>지난 장부 열기…</translation>
    </message>
    <message>
        <source>Opens a window on a sale that is over; this one stays as it is</source>
        <translation>끝난 판매를 새 창에서 봅니다. 이 창은 그대로 있습니다</translation>
    </message>
    <message>
        <source>Start a new sale…</source>
        <translation>새 판매 시작…</translation>
    </message>
    <message>
        <source>Keeps this book under a name, and begins with an empty one</source>
        <translation>지금 장부를 이름을 붙여 보관하고 빈 장부로 시작합니다</translation>
    </message>
</context>
<context>
    <name>seonchak::PageMenu</name>
    <message>
        <source>Nothing else to do on this page</source>
        <translation>이 화면에 다른 기능은 없습니다</translation>
    </message>
</context>
<context>
    <name>seonchak::DeskView</name>
    <message>
        <source>The guide comes with the package seonchak. In the sources it lies in the folder resources/docs.</source>
        <translation>안내서는 seonchak 패키지에 들어 있습니다. 소스에서는 resources/docs 폴더에 있습니다.</translation>
    </message>
    <message>
        <source>No browser opened it. The guide lies here: %1</source>
        <translation>안내서를 열 브라우저가 없습니다. 안내서 위치: %1</translation>
    </message>
    <message>
        <source>The guide could not be opened</source>
        <translation>안내서를 열 수 없습니다</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Biography of %1</source>
        <translation>%1 이력</translation>
    </message>
</context>
<context>
    <name>seonchak::DeskWindow</name>
    <message>
        <source>The language changes when this has ended: %1</source>
        <translation>이 작업이 끝나면 언어가 바뀝니다: %1</translation>
    </message>
    <message>
        <source>An old book is shown here. A new sale is begun in the window of the sale of now.</source>
        <translation>이 창은 지난 장부를 보여 줍니다. 새 판매는 지금 판매의 창에서 시작하세요.</translation>
    </message>
    <message>
        <source>This window is attached to a server elsewhere. There, end the server, then call seonchakd new-sale.</source>
        <translation>이 창은 다른 서버에 연결되어 있습니다. 그 컴퓨터에서 서버를 끝낸 뒤 seonchakd new-sale을 실행하세요.</translation>
    </message>
    <message>
        <source>A new sale cannot be begun from here.</source>
        <translation>여기에서는 새 판매를 시작할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::FirstRunDialog</name>
    <message>
        <source>Where is the sale?</source>
        <translation>판매는 어디에서 하나요?</translation>
    </message>
    <message>
        <source>&amp;Start a sale here</source>
        <translation>여기에서 판매 시작(&amp;S)</translation>
    </message>
    <message>
        <source>Keeps this window&apos;s own sale (Enter)</source>
        <translation>이 창의 판매를 그대로 씁니다 (Enter)</translation>
    </message>
    <message>
        <source>&amp;Attach to a running one…</source>
        <translation>진행 중인 판매에 연결(&amp;A)…</translation>
    </message>
    <message>
        <source>Asks for its address, and shows that sale in this one&apos;s place</source>
        <translation>주소를 묻고, 이 판매 대신 그 판매를 보여 줍니다</translation>
    </message>
    <message>
        <source>A sale of your own runs in this window already, as a test on this computer. Closing the window ends its server.</source>
        <translation>이 컴퓨터에서 이미 나만의 테스트 판매가 실행되고 있습니다. 창을 닫으면 서버도 끝납니다.</translation>
    </message>
    <message>
        <source>Where a server runs the sale, here or elsewhere, the window can show and work that one. It hosts nothing then, and closing it ends nothing. You find this again in the menu File.</source>
        <translation>판매를 실행하는 서버가 이 컴퓨터나 다른 곳에 있으면 그 판매를 보고 다룰 수 있습니다. 그때 이 창은 서버를 열지 않으며, 닫아도 끝나는 것은 창뿐입니다. 나중에는 파일 메뉴에서 찾을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::ForeignActs</name>
    <message>
        <source>Take over…</source>
        <translation>넘겨받기…</translation>
    </message>
    <message>
        <source>Its codes become coupons, its users keep theirs</source>
        <translation>코드는 쿠폰이 되고, 사용자는 가진 쿠폰을 그대로 유지합니다</translation>
    </message>
    <message>
        <source>Delete them…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Deletes these keys and fills Redis from the database</source>
        <translation>이 키들을 삭제하고 Redis를 데이터베이스 내용으로 채웁니다</translation>
    </message>
    <message>
        <source>Take the other program&apos;s coupons over?</source>
        <translation>다른 프로그램의 쿠폰을 넘겨받을까요?</translation>
    </message>
    <message>
        <source>The codes of the list (%1) become coupons in stock, and the users (%2) keep the coupons they have. What cannot be taken over is named in the audit trail and kept in Redis under another name. Stop the other program first: afterwards Redis is ours.</source>
        <translation>목록의 코드 %1개는 재고 쿠폰이 되고, 사용자 %2명은 가진 쿠폰을 그대로 유지합니다. 넘겨받지 못한 것은 감사 기록에 이름이 남고, Redis에 다른 이름으로 보관됩니다. 먼저 다른 프로그램을 멈추세요. 그 뒤로는 선착이 Redis를 씁니다.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>넘겨받기</translation>
    </message>
    <message>
        <source>Delete the other program&apos;s keys?</source>
        <translation>다른 프로그램의 키를 삭제할까요?</translation>
    </message>
    <message>
        <source>Codes: %1, user keys: %2, other keys: %3. They are deleted from Redis for good, and who has a coupon by them has none any more.</source>
        <translation>코드 %1개, 사용자 키 %2개, 그 밖의 키 %3개가 Redis에서 완전히 삭제됩니다. 이 키로 쿠폰을 가진 사람은 더 이상 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>seonchak::HeaderStrip</name>
    <message>
        <source>Where the server answers</source>
        <translation>서버 주소</translation>
    </message>
    <message>
        <source>Copies the server&apos;s address</source>
        <translation>서버 주소를 복사합니다</translation>
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
    <message>
        <source>Copy the server&apos;s address</source>
        <translation>서버 주소 복사</translation>
    </message>
    <message>
        <source>%1 · up %2</source>
        <translation>%1 · 가동 %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>%1: locked</source>
        <translation>%1 잠김</translation>
    </message>
    <message>
        <source>%1: takes no writes</source>
        <translation>%1: 쓰기 불가</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>You are %1 at %2, which runs version %3</source>
        <translation>%2(버전 %3)에 %1(으)로 연결했습니다</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>Also attached:</source>
        <translation>함께 연결된 데스크:</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · since %4</source>
        <translation>%1 · %2 · %3 · %4부터</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>so many others are attached</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Where the old book is kept</source>
        <translation>지난 장부가 있는 곳</translation>
    </message>
    <message>
        <source>Copy where the old book is kept</source>
        <translation>지난 장부가 있는 곳 복사</translation>
    </message>
    <message>
        <source>hosts the server</source>
        <translation>서버를 실행하는 창</translation>
    </message>
</context>
<context>
    <name>seonchak::KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>기능</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>seonchak::NavButton</name>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, %2건 남음</translation>
    </message>
    <message>
        <source>%1, not known how many</source>
        <translation>%1, 건수를 알 수 없음</translation>
    </message>
</context>
<context>
    <name>seonchak::NewSaleDialog</name>
    <message>
        <source>&amp;Name of the old book</source>
        <translation>지난 장부의 이름(&amp;N)</translation>
    </message>
    <message>
        <source>Start a new sale</source>
        <translation>새 판매 시작</translation>
    </message>
    <message>
        <source>This sale ends. Its book is kept under a name: coupons, users, refusals, doubts and the audit trail, to be looked up at any time. Then the server stops, Redis is emptied of this sale, and the window comes back with an empty book. Tokens and settings stay. Who has a coupon of this sale may get one of the next.</source>
        <translation>이 판매를 끝냅니다. 쿠폰, 사용자, 거절, 확인이 필요한 발급, 감사 기록이 담긴 장부는 이름을 붙여 보관하며 언제든지 찾아볼 수 있습니다. 그다음 서버가 멈추고, Redis에서 이 판매의 내용을 비운 뒤, 창이 빈 장부로 다시 열립니다. 토큰과 설정은 그대로입니다. 이번 판매에서 쿠폰을 받은 사람도 다음 판매에서 다시 받을 수 있습니다.</translation>
    </message>
    <message>
        <source>Letters, digits, - _ and . without blanks.</source>
        <translation>글자, 숫자, - _ . 을 빈칸 없이 씁니다.</translation>
    </message>
    <message>
        <source>Close the books first…</source>
        <translation>먼저 장부 마감…</translation>
    </message>
    <message>
        <source>Writes what remains of the sale into a folder, and has it checked</source>
        <translation>판매가 끝난 뒤에도 남길 것을 폴더에 저장하고 검증합니다</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>Closes this dialog (Esc)</source>
        <translation>이 대화 상자를 닫습니다 (Esc)</translation>
    </message>
    <message>
        <source>Ends the server, keeps this book, and comes back with an empty one</source>
        <translation>서버를 끝내고 이 장부를 보관한 뒤 빈 장부로 다시 엽니다</translation>
    </message>
    <message>
        <source>The numbers of this sale are not known yet.</source>
        <translation>이 판매의 수치를 아직 모릅니다.</translation>
    </message>
    <message>
        <source>%1 coupons: %2 issued, %3 left, %4 void.</source>
        <translation>쿠폰 %1장: 발급 %2, 남음 %3, 폐기 %4.</translation>
    </message>
    <message>
        <source>Redis and the database have to be there: the numbers are not those of now.</source>
        <translation>지금의 수치가 아닙니다. Redis와 데이터베이스에 연결되어 있어야 합니다.</translation>
    </message>
    <message>
        <source>In doubt: %1. How that ends belongs to this sale: settle it on the page “In doubt” first.</source>
        <translation>확인 필요: %1장. 그 결과는 이 판매에 속하므로 ‘확인 필요’ 화면에서 먼저 정리하세요.</translation>
    </message>
    <message>
        <source>Reserved just now: %1. The new sale can begin when that has ended.</source>
        <translation>지금 예약됨: %1장. 그것이 끝나면 새 판매를 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>Looking whether the name is free…</source>
        <translation>쓸 수 있는 이름인지 확인하는 중…</translation>
    </message>
    <message>
        <source>End the real sale and start a new one?</source>
        <translation>실제 판매를 끝내고 새 판매를 시작할까요?</translation>
    </message>
    <message>
        <source>This is the real sale “%1”. %2 Its server ends now: who asks cannot connect until the new sale serves, and then finds no coupons.</source>
        <translation>실제 판매 “%1”입니다. %2 서버가 지금 끝나므로, 새 판매가 열릴 때까지 요청하는 사람은 연결할 수 없고 그 뒤에도 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>계속 열어 두기</translation>
    </message>
    <message>
        <source>The old book needs a name.</source>
        <translation>지난 장부의 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>Webhooks that wait, and will not be sent: %1.</source>
        <translation>기다리고 있으나 보내지 않을 웹훅: %1건.</translation>
    </message>
</context>
<context>
    <name>seonchak::NewSaleWords</name>
    <message>
        <source>Start a new sale</source>
        <translation>새 판매 시작</translation>
    </message>
    <message>
        <source>The old book is being kept as “%1”. The window comes back by itself.</source>
        <translation>지난 장부를 “%1”(으)로 보관하고 있습니다. 창은 저절로 다시 열립니다.</translation>
    </message>
    <message>
        <source>No new sale was begun</source>
        <translation>새 판매를 시작하지 못했습니다</translation>
    </message>
    <message>
        <source>Nothing is lost: the sale goes on with its book, and the window comes back. It says: %1</source>
        <translation>잃은 것은 없습니다. 판매는 지금 장부로 이어지고 창이 다시 열립니다. 이유: %1</translation>
    </message>
    <message>
        <source>Go on with this sale</source>
        <translation>이 판매 계속하기</translation>
    </message>
    <message>
        <source>There is an old book of that name already. Choose another.</source>
        <translation>같은 이름의 지난 장부가 이미 있습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>That is no name for a book: letters and digits first, then also - _ and ., and no more than 63 bytes.</source>
        <translation>장부의 이름으로 쓸 수 없습니다. 글자나 숫자로 시작하고 그 뒤에는 - _ . 도 쓸 수 있으며, 63바이트를 넘지 않아야 합니다.</translation>
    </message>
    <message>
        <source>There is no sale to end: there is no book.</source>
        <translation>끝낼 판매가 없습니다. 장부가 없습니다.</translation>
    </message>
    <message>
        <source>Coupons are in doubt, and how that ends belongs to this sale: settle them first.</source>
        <translation>확인이 필요한 쿠폰이 있습니다. 그 결과는 이 판매에 속하므로 먼저 처리하세요.</translation>
    </message>
    <message>
        <source>Reservations are open, and how they end belongs to this sale: wait until the server has settled them.</source>
        <translation>끝나지 않은 예약이 있습니다. 그 결과는 이 판매에 속하므로 서버가 처리할 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>Coupons are on their way to void: wait until the server has finished that.</source>
        <translation>폐기하는 중인 쿠폰이 있습니다. 서버가 마칠 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>Another program works on this database: end it first.</source>
        <translation>다른 프로그램이 이 데이터베이스를 쓰고 있습니다. 먼저 그 프로그램을 끝내세요.</translation>
    </message>
    <message>
        <source>Redis belongs to another book. Check the data folder, the database and the key prefix.</source>
        <translation>Redis가 다른 장부의 것입니다. 데이터 폴더, 데이터베이스, 키 접두사를 확인하세요.</translation>
    </message>
    <message>
        <source>Redis holds keys that carry no mark of this book. The server asks you about them.</source>
        <translation>Redis에 이 장부의 표시가 없는 키가 있습니다. 서버가 시작되면 어떻게 할지 묻습니다.</translation>
    </message>
    <message>
        <source>Redis cannot be reached, and its keys have to go first.</source>
        <translation>Redis에 연결할 수 없습니다. Redis의 키를 먼저 비워야 합니다.</translation>
    </message>
    <message>
        <source>The folder of the old books cannot be written: is there room, and may you write to it?</source>
        <translation>지난 장부 폴더에 쓸 수 없습니다. 자리가 있는지, 쓰기 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>A newer program wrote this book. Use that program.</source>
        <translation>더 새로운 프로그램이 쓴 장부입니다. 그 프로그램을 쓰세요.</translation>
    </message>
    <message>
        <source>Another program has taken the data folder in the meantime: end it first.</source>
        <translation>그 사이에 다른 프로그램이 데이터 폴더를 쓰기 시작했습니다. 먼저 그 프로그램을 끝내세요.</translation>
    </message>
</context>
<context>
    <name>seonchak::Notices</name>
    <message>
        <source>The numbers do not add up</source>
        <translation>수량 합계가 맞지 않습니다</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>매진</translation>
    </message>
    <message>
        <source>%1 coupons are issued.</source>
        <translation>쿠폰 %1장이 발급되었습니다.</translation>
    </message>
    <message>
        <source>Redis is away</source>
        <translation>Redis 연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>Nothing is issued until it is back.</source>
        <translation>다시 연결될 때까지 발급되지 않습니다.</translation>
    </message>
    <message>
        <source>The database is away</source>
        <translation>데이터베이스 연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>You asked to be told of this.</source>
        <translation>알려 달라고 설정한 일입니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::OldBookDialog</name>
    <message>
        <source>Open an old book</source>
        <translation>지난 장부 열기</translation>
    </message>
    <message>
        <source>A window of its own opens on the sale that is over. Everything can be looked up there, and nothing is changed.</source>
        <translation>끝난 판매를 보여 주는 창이 따로 열립니다. 그 창에서는 무엇이든 찾아볼 수 있고 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Old books of this sale</source>
        <translation>보관된 지난 장부</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>다른 파일…</translation>
    </message>
    <message>
        <source>Opens the file of an old book from anywhere</source>
        <translation>다른 곳에 있는 지난 장부의 파일을 엽니다</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>Closes this dialog (Esc)</source>
        <translation>이 대화 상자를 닫습니다 (Esc)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Opens a window on the book that is marked</source>
        <translation>고른 장부를 새 창에서 엽니다</translation>
    </message>
    <message>
        <source>No old book is kept here. “Start a new sale” keeps the first one.</source>
        <translation>보관된 지난 장부가 없습니다. ‘새 판매 시작’을 하면 첫 장부가 보관됩니다.</translation>
    </message>
    <message>
        <source>Old books</source>
        <translation>지난 장부</translation>
    </message>
</context>
<context>
    <name>seonchak::PageTitles</name>
    <message>
        <source>Dashboard</source>
        <translation>대시보드</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>감사 기록</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>The settings cannot be changed here</source>
        <translation>여기에서는 설정을 바꿀 수 없습니다</translation>
    </message>
    <message>
        <source>Change the config file or the command line of this program, then start it again.</source>
        <translation>이 프로그램의 설정 파일이나 명령줄을 바꾼 다음 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Why did I get none?</source>
        <translation>왜 못 받았나요?</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>실험실</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>웹훅</translation>
    </message>
    <message>
        <source>This window is attached to a server elsewhere. Its settings are in its config file there: /etc/seonchak/seonchakd.conf as the package installs it.</source>
        <translation>이 창은 다른 서버에 연결되어 있습니다. 설정은 그 서버의 설정 파일에 있습니다. 패키지로 설치했다면 /etc/seonchak/seonchakd.conf입니다.</translation>
    </message>
    <message>
        <source>An old book has none. Those of the sale of now are in its own window.</source>
        <translation>지난 장부에는 설정이 없습니다. 지금 판매의 설정은 그 창에 있습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::Preflight</name>
    <message>
        <source>The surroundings are not fit for the opening</source>
        <translation>판매를 시작하기에 알맞지 않은 환경입니다</translation>
    </message>
    <message>
        <source>Examined at %1: nothing could be examined.</source>
        <translation>%1에 진단: 아무것도 진단하지 못했습니다.</translation>
    </message>
    <message>
        <source>Examined at %1: nothing stands against the opening. %2</source>
        <translation>%1에 진단: 판매를 시작해도 됩니다. %2</translation>
    </message>
    <message>
        <source>Examined at %1: the sale should not open like this. %2</source>
        <translation>%1에 진단: 이대로는 판매를 시작하지 마세요. %2</translation>
    </message>
</context>
<context>
    <name>seonchak::PreflightDialog</name>
    <message>
        <source>To open in spite of it, type: %1</source>
        <translation>그래도 시작하려면 입력하세요: %1</translation>
    </message>
    <message>
        <source>Before the sale opens</source>
        <translation>판매를 시작하기 전에</translation>
    </message>
    <message>
        <source>Progress of the examination</source>
        <translation>진단 진행 상황</translation>
    </message>
    <message>
        <source>This is the real sale. The audit trail records that you went on, and what stood against it.</source>
        <translation>실제 판매입니다. 그대로 진행한 사실과 그때의 문제가 감사 기록에 남습니다.</translation>
    </message>
    <message>
        <source>What the doctor found</source>
        <translation>진단 결과</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>시작하지 않기</translation>
    </message>
    <message>
        <source>Changes nothing (Esc)</source>
        <translation>아무것도 바꾸지 않습니다 (Esc)</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>다시 진단</translation>
    </message>
    <message>
        <source>Has everything looked at once more</source>
        <translation>모두 한 번 더 살펴봅니다</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Goes on to open the sale</source>
        <translation>판매를 시작하는 다음 단계로 갑니다</translation>
    </message>
    <message>
        <source>Open in spite of it</source>
        <translation>그래도 시작</translation>
    </message>
    <message>
        <source>Examining before the sale opens: %1 of %2…</source>
        <translation>판매를 시작하기 전에 진단하는 중: %2개 중 %1개…</translation>
    </message>
    <message>
        <source>Nothing could be examined: %1</source>
        <translation>아무것도 진단하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The sale should not open like this. %1</source>
        <translation>이대로는 판매를 시작하지 마세요. %1</translation>
    </message>
    <message>
        <source>Nothing stands against the opening. %1</source>
        <translation>판매를 시작해도 됩니다. %1</translation>
    </message>
</context>
<context>
    <name>seonchak::SaleClockStrip</name>
    <message>
        <source>Open now</source>
        <translation>지금 시작</translation>
    </message>
    <message>
        <source>Sets the opening to this moment</source>
        <translation>시작 시각을 지금으로 바꿉니다</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>지금 종료</translation>
    </message>
    <message>
        <source>Sets the end to this moment: nobody gets a coupon any more</source>
        <translation>종료 시각을 지금으로 바꿉니다. 더는 아무도 쿠폰을 받을 수 없습니다</translation>
    </message>
    <message>
        <source>Set the times…</source>
        <translation>시각 설정…</translation>
    </message>
    <message>
        <source>When the sale opens and when it closes</source>
        <translation>판매를 시작하고 끝내는 시각입니다</translation>
    </message>
    <message>
        <source>Close the sale now?</source>
        <translation>지금 판매를 종료할까요?</translation>
    </message>
    <message>
        <source>Open the sale now?</source>
        <translation>지금 판매를 시작할까요?</translation>
    </message>
    <message>
        <source>Set the times of the sale?</source>
        <translation>판매 시각을 바꿀까요?</translation>
    </message>
    <message>
        <source>Set the times</source>
        <translation>시각 설정</translation>
    </message>
    <message>
        <source>The times were not changed.</source>
        <translation>시각을 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Set: %1.</source>
        <translation>설정되었습니다: %1.</translation>
    </message>
    <message>
        <source>The times were not set: the end has to be later than the opening, and not over.</source>
        <translation>시각을 설정하지 못했습니다. 종료 시각은 시작 시각보다 늦고, 아직 지나지 않아야 합니다.</translation>
    </message>
    <message>
        <source>The times were not set. %1</source>
        <translation>시각을 설정하지 못했습니다. %1</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Takes the end away: coupons are issued again at once</source>
        <translation>종료 시각을 없앱니다. 바로 다시 발급됩니다</translation>
    </message>
</context>
<context>
    <name>seonchak::SalePhases</name>
    <message>
        <source>Redis away</source>
        <comment>title of the window</comment>
        <translation>Redis 끊김</translation>
    </message>
    <message>
        <source>Database away</source>
        <comment>title of the window</comment>
        <translation>데이터베이스 끊김</translation>
    </message>
    <message>
        <source>Not issuing</source>
        <comment>title of the window</comment>
        <translation>발급 안 됨</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>title of the window</comment>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>No coupons</source>
        <comment>title of the window</comment>
        <translation>쿠폰 없음</translation>
    </message>
    <message>
        <source>Not begun</source>
        <comment>title of the window</comment>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>Issuing</source>
        <comment>title of the window</comment>
        <translation>발급 중</translation>
    </message>
    <message>
        <source>Sold out</source>
        <comment>title of the window</comment>
        <translation>매진</translation>
    </message>
    <message>
        <source>Stock is empty</source>
        <comment>title of the window</comment>
        <translation>재고 없음</translation>
    </message>
    <message>
        <source>[LIVE]</source>
        <translation>[LIVE]</translation>
    </message>
    <message>
        <source>%1 [LIVE]</source>
        <translation>%1 [LIVE]</translation>
    </message>
    <message>
        <source>Seonchak</source>
        <translation>선착</translation>
    </message>
    <message>
        <source>Planned</source>
        <comment>title of the window</comment>
        <translation>시작 예정</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>title of the window</comment>
        <translation>종료</translation>
    </message>
    <message>
        <source>Not connected</source>
        <comment>title of the window</comment>
        <translation>연결 안 됨</translation>
    </message>
</context>
<context>
    <name>seonchak::SaleSignLabel</name>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>The real sale: whatever cannot be taken back asks for its name first.</source>
        <translation>실제 판매입니다. 되돌릴 수 없는 일을 하기 전에는 판매 이름을 입력해야 합니다.</translation>
    </message>
    <message>
        <source>A test sale: nothing here reaches real customers.</source>
        <translation>시험 판매입니다. 실제 고객에게는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>TEST, but the store is real: coupons are registered there.</source>
        <translation>TEST이지만 실제 편의점에 등록됩니다.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>확인 전</translation>
    </message>
    <message>
        <source>Which sale it is, the server says when it answers.</source>
        <translation>어떤 판매인지는 서버가 응답하면 알 수 있습니다.</translation>
    </message>
    <message>
        <source>OLD BOOK</source>
        <translation>지난 장부</translation>
    </message>
    <message>
        <source>A sale that is over: everything can be looked up, nothing changed.</source>
        <translation>끝난 판매입니다. 무엇이든 찾아볼 수 있고, 바꿀 수는 없습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::SaleTimesDialog</name>
    <message>
        <source>Times of the sale</source>
        <translation>판매 시각</translation>
    </message>
    <message>
        <source>The sale &amp;opens at a fixed time</source>
        <translation>정한 시각에 판매 시작(&amp;O)</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>The sale &amp;closes at a fixed time</source>
        <translation>정한 시각에 판매 종료(&amp;C)</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>종료 시각</translation>
    </message>
    <message>
        <source>In the time zone of this computer: %1.</source>
        <translation>이 컴퓨터의 시간대 기준입니다: %1.</translation>
    </message>
    <message>
        <source>The clock of Redis decides; it is %1 ahead.</source>
        <translation>Redis의 시계를 따르며, 그 시계가 %1 빠릅니다.</translation>
    </message>
    <message>
        <source>The clock of Redis decides; it is %1 behind.</source>
        <translation>Redis의 시계를 따르며, 그 시계가 %1 느립니다.</translation>
    </message>
    <message>
        <source>Set the times</source>
        <translation>시각 설정</translation>
    </message>
    <message>
        <source>in %1 · %2</source>
        <translation>%1 뒤 · %2</translation>
    </message>
    <message>
        <source>%1 ago · %2</source>
        <translation>%1 전 · %2</translation>
    </message>
    <message>
        <source>Opens as soon as coupons are in the stock</source>
        <translation>재고가 생기는 즉시 시작합니다</translation>
    </message>
    <message>
        <source>%1: the sale is open at once</source>
        <translation>%1: 바로 시작합니다</translation>
    </message>
    <message>
        <source>Goes on until the stock is sold out</source>
        <translation>매진될 때까지 계속합니다</translation>
    </message>
    <message>
        <source>This time is over.</source>
        <translation>이미 지난 시각입니다.</translation>
    </message>
    <message>
        <source>The end has to be later than the opening.</source>
        <translation>종료 시각은 시작 시각보다 늦어야 합니다.</translation>
    </message>
    <message>
        <source>Type a time like %1 or 10:00.</source>
        <translation>%1 또는 10:00처럼 시각을 입력하세요.</translation>
    </message>
    <message>
        <source>%1: the sale stays closed</source>
        <translation>%1: 판매는 종료된 상태로 남습니다</translation>
    </message>
</context>
<context>
    <name>seonchak::SaleTimesWords</name>
    <message>
        <source>Opens in %1, at %2.</source>
        <translation>%1 뒤 시작 (%2).</translation>
    </message>
    <message>
        <source>Nothing is in the stock yet; %1 wait to be pushed.</source>
        <translation>재고가 아직 없습니다. 올릴 쿠폰 %1장.</translation>
    </message>
    <message>
        <source>%1 are in the stock.</source>
        <translation>재고 %1장.</translation>
    </message>
    <message>
        <source>Closes in %1, at %2.</source>
        <translation>%1 뒤 종료 (%2).</translation>
    </message>
    <message>
        <source>No opening time is set: the sale begins with the first push.</source>
        <translation>시작 시각이 없습니다. 재고를 처음 올릴 때 판매가 시작됩니다.</translation>
    </message>
    <message>
        <source>Before: %1. Then: %2.</source>
        <translation>지금: %1. 바꾼 뒤: %2.</translation>
    </message>
    <message>
        <source>The sale is open now. Until it opens again nobody gets a coupon: %1 are in the stock and wait, %2 are issued and stay.</source>
        <translation>지금 판매 중입니다. 다시 시작할 때까지 아무도 쿠폰을 받을 수 없습니다. 재고 %1장은 그대로 기다리고, 발급된 %2장은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Until then nobody gets a coupon. %1 are in the stock, %2 wait to be pushed.</source>
        <translation>그때까지 아무도 쿠폰을 받을 수 없습니다. 재고 %1장, 올릴 쿠폰 %2장입니다.</translation>
    </message>
    <message>
        <source>Coupons are issued at once: %1 are in the stock. %2 requests have come too early so far.</source>
        <translation>바로 발급이 시작됩니다. 재고 %1장입니다. 지금까지 너무 일찍 온 요청은 %2건입니다.</translation>
    </message>
    <message>
        <source>Nobody gets a coupon any more: %1 stay in the stock, %2 are issued and stay.</source>
        <translation>더는 아무도 쿠폰을 받을 수 없습니다. 재고 %1장이 남고, 발급된 %2장은 그대로입니다.</translation>
    </message>
    <message>
        <source>opens at %1</source>
        <translation>시작 %1</translation>
    </message>
    <message>
        <source>no opening time</source>
        <translation>시작 시각 없음</translation>
    </message>
    <message>
        <source>closes at %1</source>
        <translation>종료 %1</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>종료 시각 없음</translation>
    </message>
    <message>
        <source>The opening time has come, and nothing was ever in the stock: put coupons into it.</source>
        <translation>시작 시각이 되었지만 재고를 올린 적이 없습니다. 쿠폰을 재고에 올리세요.</translation>
    </message>
    <message>
        <source>Closed since %1: nobody gets a coupon any more. %2 are in the stock.</source>
        <translation>%1에 판매가 종료되어 더는 아무도 쿠폰을 받을 수 없습니다. 재고 %2장.</translation>
    </message>
</context>
<context>
    <name>seonchak::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>화면</translation>
    </message>
</context>
<context>
    <name>seonchak::StartProblemDialog</name>
    <message>
        <source>The configuration has mistakes</source>
        <translation>설정에 잘못된 곳이 있습니다</translation>
    </message>
    <message>
        <source>Seonchak was not started. Correct what is named below in the configuration file, in the environment or on the command line, then start Seonchak again.</source>
        <translation>선착을 시작하지 않았습니다. 아래에 적힌 곳을 설정 파일, 환경 변수 또는 명령줄에서 고친 뒤 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>The data folder is in use</source>
        <translation>데이터 폴더를 다른 프로그램이 쓰고 있습니다</translation>
    </message>
    <message>
        <source>Another program works with %1, such as the service seonchakd. End that program, or start Seonchak with another folder (--data-dir).</source>
        <translation>서비스 seonchakd 같은 다른 프로그램이 %1 폴더를 쓰고 있습니다. 그 프로그램을 종료하거나, 다른 폴더(--data-dir)로 선착을 시작하세요.</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>데이터 폴더를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Seonchak must be able to make and write %1. Correct the permissions, or start Seonchak with another folder (--data-dir).</source>
        <translation>선착이 %1 폴더를 만들고 쓸 수 있어야 합니다. 권한을 고치거나, 다른 폴더(--data-dir)로 선착을 시작하세요.</translation>
    </message>
    <message>
        <source>The port is in use</source>
        <translation>포트를 다른 프로그램이 쓰고 있습니다</translation>
    </message>
    <message>
        <source>Another program serves on %1. End that program, or start Seonchak with another port (--listen).</source>
        <translation>다른 프로그램이 %1 주소를 쓰고 있습니다. 그 프로그램을 종료하거나, 다른 포트(--listen)로 선착을 시작하세요.</translation>
    </message>
    <message>
        <source>Another program serves on %1. Seonchak can serve on port %2 until it is closed: clients must use the new address meanwhile. The settings page changes the port for good.</source>
        <translation>다른 프로그램이 %1 주소를 쓰고 있습니다. 이번에만 포트 %2번에서 시작할 수 있으며, 종료할 때까지 클라이언트도 새 주소를 써야 합니다. 계속 다른 포트를 쓰려면 설정 화면에서 바꾸세요.</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>포트 %1 사용</translation>
    </message>
    <message>
        <source>Redis is not installed</source>
        <translation>Redis가 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>Seonchak keeps the stock in Redis, and there is no redis-server on this computer. Install it with the command %1, or name a running Redis with --redis.</source>
        <translation>선착은 재고를 Redis에 보관하는데, 이 컴퓨터에 redis-server가 없습니다. %1 명령으로 설치하거나, 실행 중인 Redis를 --redis로 지정하세요.</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>The data belongs to a newer Seonchak</source>
        <translation>더 새로운 선착의 데이터입니다</translation>
    </message>
    <message>
        <source>A newer version has written the database. Nothing was changed. Install that version and start it.</source>
        <translation>더 새로운 버전이 이 데이터베이스를 기록했습니다. 바뀐 것은 없습니다. 그 버전을 설치해 시작하세요.</translation>
    </message>
    <message>
        <source>Redis holds what is not ours</source>
        <translation>Redis에 다른 프로그램의 키가 있습니다</translation>
    </message>
    <message>
        <source>Nothing was touched. Start once with --foreign-keys adopt to take the codes and users over, or with --foreign-keys discard to delete them, or choose another Redis or another key prefix.</source>
        <translation>아무것도 건드리지 않았습니다. 쿠폰 번호와 사용자를 넘겨받으려면 --foreign-keys adopt로, 지우려면 --foreign-keys discard로 한 번 시작하세요. 또는 다른 Redis나 다른 키 접두사를 지정하세요.</translation>
    </message>
    <message>
        <source>Seonchak cannot start</source>
        <translation>선착을 시작할 수 없습니다</translation>
    </message>
    <message>
        <source>The reason is given below. Mend it, then start Seonchak again: nothing was lost.</source>
        <translation>아래 원인을 해결한 뒤 다시 시작하세요. 잃은 데이터는 없습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Ends Seonchak (Esc)</source>
        <translation>선착을 종료합니다 (Esc)</translation>
    </message>
</context>
<context>
    <name>seonchak::StatusStrip</name>
    <message>
        <source>Switches between light and dark colours</source>
        <translation>밝은 색과 어두운 색을 바꿉니다</translation>
    </message>
    <message>
        <source>Switches between English and Korean</source>
        <translation>한국어와 영어를 바꿉니다</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>버전 %1</translation>
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
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 is generating coupons: %2</source>
        <translation>%1 님이 쿠폰을 생성하는 중: %2</translation>
    </message>
    <message>
        <source>%1 is pushing coupons into the stock: %2</source>
        <translation>%1 님이 재고에 올리는 중: %2</translation>
    </message>
    <message>
        <source>%1 is voiding coupons: %2</source>
        <translation>%1 님이 쿠폰을 폐기하는 중: %2</translation>
    </message>
    <message>
        <source>%1 is adding coupons: %2</source>
        <translation>%1 님이 쿠폰을 추가하는 중: %2</translation>
    </message>
</context>
</TS>

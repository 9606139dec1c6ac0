<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::AddDialog</name>
    <message>
        <source>P&amp;ush them into the stock at once</source>
        <translation>바로 재고에 올리기(&amp;U)</translation>
    </message>
    <message>
        <source>Add coupons</source>
        <translation>쿠폰 추가</translation>
    </message>
    <message>
        <source>&amp;Codes, one a line</source>
        <translation>쿠폰 번호, 한 줄에 하나씩(&amp;C)</translation>
    </message>
    <message>
        <source>One line adds one coupon. Paste as many as you like, up to a megabyte.</source>
        <translation>한 줄에 쿠폰 한 장이 추가됩니다. 1 MB까지 한꺼번에 붙여 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Adds all of them, or none</source>
        <translation>모두 추가하거나, 하나도 추가하지 않습니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Changes nothing (Esc)</source>
        <translation>아무것도 바꾸지 않습니다 (Esc)</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1장 추가</translation>
    </message>
    <message>
        <source>This is more than a megabyte. Save it as a file and use the CSV import.</source>
        <translation>1 MB가 넘습니다. 파일로 저장한 뒤 CSV 가져오기를 사용하세요.</translation>
    </message>
    <message>
        <source>All %1 can be added.</source>
        <translation>%1장 모두 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 can be added, %2 cannot:</source>
        <translation>%1장은 추가할 수 있고 %2장은 추가할 수 없습니다.</translation>
    </message>
    <message>
        <source>Adding %1 coupons…</source>
        <translation>쿠폰 %1장을 추가하는 중입니다…</translation>
    </message>
    <message>
        <source>Nothing was added. %1</source>
        <translation>하나도 추가되지 않았습니다. %1</translation>
    </message>
    <message>
        <source>Nothing was added yet: %1 of them exist already. %2 can be added without them.</source>
        <translation>아직 추가되지 않았습니다. %1장은 이미 있는 번호입니다. 나머지 %2장은 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>S&amp;plit lines at commas, semicolons and tabs</source>
        <translation>쉼표, 세미콜론, 탭에서 나누기(&amp;P)</translation>
    </message>
    <message>
        <source>That is more than a megabyte: nothing was pasted. Save it as a file and use the CSV import.</source>
        <translation>1메가바이트가 넘어서 붙여 넣지 않았습니다. 파일로 저장한 다음 CSV 가져오기를 이용해 주세요.</translation>
    </message>
    <message>
        <source>Looking up which codes exist already…</source>
        <translation>이미 있는 번호를 찾는 중입니다…</translation>
    </message>
    <message>
        <source>Which of them exist already is not known. %1</source>
        <translation>이미 있는 번호인지 확인하지 못했습니다. %1</translation>
    </message>
    <message>
        <source>Unusual among them: %1. Look at these first.</source>
        <translation>그중 특이한 번호가 %1개 있습니다. 먼저 확인해 주세요.</translation>
    </message>
    <message>
        <source>It can be added.</source>
        <translation>추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>Adding 1 coupon…</source>
        <translation>쿠폰 1장을 추가하는 중…</translation>
    </message>
</context>
<context>
    <name>seonchak::CodeModel</name>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>쿠폰 번호</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Can be added</source>
        <translation>추가할 수 있음</translation>
    </message>
</context>
<context>
    <name>seonchak::CodeTable</name>
    <message>
        <source>Codes of the list</source>
        <translation>목록의 쿠폰 번호</translation>
    </message>
</context>
<context>
    <name>seonchak::CouponActs</name>
    <message>
        <source>It is reserved for somebody at this moment. Look again in a second.</source>
        <translation>지금 누군가에게 예약되어 있습니다. 잠시 후 다시 보세요.</translation>
    </message>
    <message>
        <source>It is in doubt whether somebody has it. Settle that first.</source>
        <translation>발급 여부를 확인해야 하는 쿠폰입니다. 먼저 &apos;확인 필요&apos;에서 정리하세요.</translation>
    </message>
    <message>
        <source>It has been issued: its user has this code in hand.</source>
        <translation>이미 발급되어 사용자가 이 번호를 가지고 있습니다.</translation>
    </message>
    <message>
        <source>It is void already.</source>
        <translation>이미 폐기된 쿠폰입니다.</translation>
    </message>
    <message>
        <source>The code was not changed. %1</source>
        <translation>쿠폰 번호를 바꾸지 못했습니다. %1</translation>
    </message>
    <message>
        <source>%1 is called %2 now.</source>
        <translation>번호를 바꾸었습니다: %1 → %2.</translation>
    </message>
    <message>
        <source>Another coupon has the code %1 already.</source>
        <translation>이미 다른 쿠폰이 쓰고 있는 번호입니다: %1</translation>
    </message>
    <message>
        <source>Another coupon has this code, or this one is reserved, in doubt or issued by now. Refresh and look.</source>
        <translation>다른 쿠폰이 쓰는 번호이거나, 그사이 이 쿠폰이 예약·확인 필요·발급 상태가 되었습니다. 새로 고침해 보세요.</translation>
    </message>
    <message>
        <source>There is no such coupon any more. Refresh and look.</source>
        <translation>더 이상 없는 쿠폰입니다. 새로 고침해 보세요.</translation>
    </message>
    <message>
        <source>Gives %1 its former code %2 again</source>
        <translation>번호를 되돌립니다: %1 → %2</translation>
    </message>
    <message>
        <source>There is no edit to undo.</source>
        <translation>되돌릴 번호 수정이 없습니다.</translation>
    </message>
    <message>
        <source>It has another code by now.</source>
        <translation>그사이 번호가 다시 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Undone: %1 is called %2 again.</source>
        <translation>되돌렸습니다: %1 → %2</translation>
    </message>
    <message>
        <source>The edit of %1 was not undone. %2</source>
        <translation>%1의 번호를 되돌리지 못했습니다. %2</translation>
    </message>
    <message>
        <source>%1 is called %2 now. %3 had called it %4 at %5, after this list was read.</source>
        <translation>%1의 번호를 %2(으)로 바꿨습니다. 이 목록을 읽은 뒤 %5에 %3 님이 %4(으)로 바꾼 것을 덮어썼습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::CouponClipboard</name>
    <message>
        <source>%1 codes were copied, one a line.</source>
        <translation>번호 %1개를 한 줄에 하나씩 복사했습니다.</translation>
    </message>
    <message>
        <source>1 row was copied.</source>
        <translation>1행을 복사했습니다.</translation>
    </message>
    <message>
        <source>%1 rows were copied.</source>
        <translation>행 %1개를 복사했습니다.</translation>
    </message>
    <message>
        <source>1 user ID was copied.</source>
        <translation>사용자 ID 1개를 복사했습니다.</translation>
    </message>
    <message>
        <source>%1 user IDs were copied.</source>
        <translation>사용자 ID %1개를 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::CouponFiles</name>
    <message>
        <source>Import codes from CSV</source>
        <translation>CSV에서 쿠폰 가져오기</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt *.tsv)</source>
        <translation>CSV 파일 (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>Export these coupons as CSV (times in UTC)</source>
        <translation>이 쿠폰을 CSV로 내보내기(시각은 UTC)</translation>
    </message>
</context>
<context>
    <name>seonchak::CouponMenu</name>
    <message>
        <source>Open its biography</source>
        <translation>이력 보기</translation>
    </message>
    <message>
        <source>Look up its user</source>
        <translation>이 사용자 조회</translation>
    </message>
    <message>
        <source>Edit code</source>
        <translation>번호 수정</translation>
    </message>
    <message>
        <source>Copy %1 codes</source>
        <translation>번호 %1개 복사</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>번호 복사</translation>
    </message>
    <message>
        <source>Copy %1 rows</source>
        <translation>행 %1개 복사</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Copy user IDs</source>
        <translation>사용자 ID 복사</translation>
    </message>
    <message>
        <source>Copy user ID</source>
        <translation>사용자 ID 복사</translation>
    </message>
    <message>
        <source>Void %1 coupons…</source>
        <translation>쿠폰 %1장 폐기…</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>폐기…</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>정렬 기준</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>오름차순</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>내림차순</translation>
    </message>
</context>
<context>
    <name>seonchak::CouponSearch</name>
    <message>
        <source>A number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>A user ID is a whole number from 1.</source>
        <translation>사용자 ID는 1 이상의 정수입니다.</translation>
    </message>
    <message>
        <source>Any part of it</source>
        <translation>번호의 일부</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>사용자 ID</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>쿠폰 번호</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>seonchak::CouponTableModel</name>
    <message>
        <source>No.</source>
        <translation>순번</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>쿠폰 번호</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Issued at</source>
        <translation>발급</translation>
    </message>
</context>
<context>
    <name>seonchak::CouponVoids</name>
    <message>
        <source>It has been issued: it is its user&apos;s.</source>
        <translation>이미 발급되어 사용자의 것입니다.</translation>
    </message>
    <message>
        <source>%1 was not voided. %2</source>
        <translation>%1 쿠폰을 폐기하지 못했습니다. %2</translation>
    </message>
    <message>
        <source>Nothing was voided. None of the %1 selected coupons can be: %2.</source>
        <translation>하나도 폐기하지 않았습니다. 선택한 쿠폰 %1장 모두 폐기할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Void the coupon %1?</source>
        <translation>‘%1’ 쿠폰을 폐기할까요?</translation>
    </message>
    <message>
        <source>Takes it out of the stock: there is one coupon less for those who still come. A voided coupon does not come back.</source>
        <translation>재고에서 빠지므로 앞으로 신청하는 분들의 쿠폰이 한 장 줄어듭니다. 폐기한 쿠폰은 되살릴 수 없습니다.</translation>
    </message>
    <message>
        <source>It waits to be pushed, and never will be. A voided coupon does not come back.</source>
        <translation>재고에 올리기 전의 쿠폰이며, 이제 올릴 수 없게 됩니다. 폐기한 쿠폰은 되살릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Void this coupon</source>
        <translation>이 쿠폰 폐기</translation>
    </message>
    <message>
        <source>Takes %1 out of the stock and %2 that wait to be pushed. Voided coupons do not come back.</source>
        <translation>재고에 있는 %1장과 올리기 전인 %2장을 폐기합니다. 폐기한 쿠폰은 되살릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Of the %1 selected, %2 stay as they are: %3.</source>
        <translation>선택한 %1장 중 %2장은 그대로 남습니다: %3.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1장</translation>
    </message>
    <message>
        <source>Void these %1 coupons?</source>
        <translation>선택한 쿠폰 %1장을 폐기할까요?</translation>
    </message>
    <message>
        <source>Void %1 coupons</source>
        <translation>쿠폰 %1장 폐기</translation>
    </message>
    <message>
        <source>%1 issued</source>
        <translation>발급 %1장</translation>
    </message>
    <message>
        <source>%1 in doubt</source>
        <translation>확인 필요 %1장</translation>
    </message>
    <message>
        <source>%1 reserved for somebody</source>
        <translation>예약 %1장</translation>
    </message>
    <message>
        <source>%1 void already</source>
        <translation>이미 폐기 %1장</translation>
    </message>
    <message>
        <source>%1 reserved or changed at this moment</source>
        <translation>지금 예약되었거나 바뀌는 중 %1장</translation>
    </message>
    <message>
        <source>Voiding %1 coupons…</source>
        <translation>쿠폰 %1장을 폐기하는 중입니다…</translation>
    </message>
    <message>
        <source>%1 is void: nobody can get it.</source>
        <translation>%1 쿠폰을 폐기했습니다. 이제 아무도 받을 수 없습니다.</translation>
    </message>
    <message>
        <source>It is reserved, in doubt, issued or void by now. Refresh and look.</source>
        <translation>그사이 예약·확인 필요·발급·폐기 상태가 되었습니다. 새로 고침해 보세요.</translation>
    </message>
    <message>
        <source>There is no such coupon any more. Refresh and look.</source>
        <translation>더 이상 없는 쿠폰입니다. 새로 고침해 보세요.</translation>
    </message>
    <message>
        <source>Voiding broke off: %1 of %2 coupons are void, the others are as they were. %3</source>
        <translation>폐기가 중간에 끊겼습니다. %2장 중 %1장을 폐기했고 나머지는 그대로입니다. %3</translation>
    </message>
    <message>
        <source>Voiding was stopped: %1 of %2 coupons are void, the others are as they were.</source>
        <translation>폐기를 중지했습니다. %2장 중 %1장을 폐기했고 나머지는 그대로입니다.</translation>
    </message>
    <message>
        <source>%1 coupons are void: nobody can get them.</source>
        <translation>쿠폰 %1장을 폐기했습니다. 이제 아무도 받을 수 없습니다.</translation>
    </message>
    <message>
        <source>Voiding the coupon %1…</source>
        <translation>쿠폰 %1 폐기 중…</translation>
    </message>
    <message>
        <source>Void one of these coupons?</source>
        <translation>이 가운데 쿠폰 1장을 폐기할까요?</translation>
    </message>
    <message>
        <source>Void 1 coupon</source>
        <translation>쿠폰 1장 폐기</translation>
    </message>
    <message>
        <source>1 coupon is void.</source>
        <translation>쿠폰 1장을 폐기했습니다.</translation>
    </message>
    <message>
        <source>%1 coupons are void.</source>
        <translation>쿠폰 %1장을 폐기했습니다.</translation>
    </message>
    <message>
        <source>1 is not:</source>
        <translation>1장은 폐기하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 are not:</source>
        <translation>%1장은 폐기하지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::CouponsPage</name>
    <message>
        <source>Voids no more; what is void stays so</source>
        <translation>폐기를 멈춥니다. 이미 폐기한 쿠폰은 그대로입니다</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Z)</source>
        <translation>%1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>The list could not be read, so it may be old. %1</source>
        <translation>목록을 읽지 못해 오래된 내용일 수 있습니다. %1</translation>
    </message>
    <message>
        <source>The database is away. What you see is what was last known; it comes back by itself.</source>
        <translation>데이터베이스에 연결할 수 없습니다. 마지막으로 읽은 내용이며, 연결되면 자동으로 갱신됩니다.</translation>
    </message>
    <message>
        <source>The code was not changed. %1</source>
        <translation>쿠폰 번호를 바꾸지 못했습니다. %1</translation>
    </message>
    <message>
        <source>Ends the export; no file is left</source>
        <translation>내보내기를 끝냅니다. 파일은 남지 않습니다</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>파일을 쓰는 중입니다…</translation>
    </message>
</context>
<context>
    <name>seonchak::CouponsView</name>
    <message>
        <source>Add…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>One code, or many pasted ones</source>
        <translation>번호 하나, 또는 붙여 넣은 여러 개</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSV 가져오기…</translation>
    </message>
    <message>
        <source>Shows first what would be refused and why</source>
        <translation>거절될 번호와 그 이유를 먼저 보여 줍니다</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV 내보내기…</translation>
    </message>
    <message>
        <source>Writes the coupons that are searched for into a file</source>
        <translation>찾은 쿠폰을 파일에 씁니다</translation>
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
        <source>Biography</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>The whole life of the selected coupon; Enter and a double click do the same</source>
        <translation>선택한 쿠폰의 모든 이력을 봅니다. Enter나 더블 클릭으로도 열립니다</translation>
    </message>
    <message>
        <source>Edit code</source>
        <translation>번호 수정</translation>
    </message>
    <message>
        <source>In place; not once somebody has it</source>
        <translation>표 안에서 고칩니다. 누군가 받은 뒤에는 고칠 수 없습니다</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>번호 복사</translation>
    </message>
    <message>
        <source>The codes of the selected coupons, one a line</source>
        <translation>선택한 쿠폰의 번호, 한 줄에 하나씩</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>폐기…</translation>
    </message>
    <message>
        <source>Takes the selected coupons out of the sale; it shows first what that means</source>
        <translation>선택한 쿠폰을 폐기합니다. 어떤 일이 생기는지 먼저 보여 줍니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>A click sorts the list by this column, another one turns it round</source>
        <translation>누르면 이 열로 정렬하고, 다시 누르면 순서를 뒤집습니다</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>맞는 쿠폰이 없습니다</translation>
    </message>
    <message>
        <source>No coupon is like this. Check the code, the user ID and the status.</source>
        <translation>조건에 맞는 쿠폰이 없습니다. 번호와 사용자 ID, 상태를 확인해 주세요.</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>검색 지우기 (Esc)</translation>
    </message>
    <message>
        <source>There are no coupons yet</source>
        <translation>아직 쿠폰이 없습니다</translation>
    </message>
    <message>
        <source>Generate some on the dashboard, add codes you have, or import them from a CSV file.</source>
        <translation>대시보드에서 생성하거나, 가지고 있는 번호를 추가하거나, CSV 파일에서 가져오세요.</translation>
    </message>
    <message>
        <source>The database is away</source>
        <translation>데이터베이스에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>목록을 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>The list comes back by itself when the database does. Until then nothing can be looked up or changed.</source>
        <translation>데이터베이스가 연결되면 목록이 자동으로 돌아옵니다. 그때까지는 조회하거나 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>The list is of the search before.</source>
        <translation>이전 검색의 목록입니다.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>1 coupon found</source>
        <translation>쿠폰 1장 찾음</translation>
    </message>
    <message>
        <source>%1 coupons found</source>
        <translation>찾은 쿠폰 %1장</translation>
    </message>
    <message>
        <source>1 coupon</source>
        <translation>쿠폰 1장</translation>
    </message>
    <message>
        <source>%1 coupons</source>
        <translation>쿠폰 %1장</translation>
    </message>
    <message>
        <source>%1 selected, at most %2 at once</source>
        <translation>%1장 선택, 한 번에 %2장까지</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1장 선택</translation>
    </message>
    <message>
        <source>stands still while rows are selected (Esc lets it go)</source>
        <translation>선택하는 동안 목록을 갱신하지 않습니다(Esc로 선택 해제)</translation>
    </message>
    <message>
        <source>Double click: the coupon&apos;s biography. Right click: everything else.</source>
        <translation>더블 클릭하면 이력이 열리고, 오른쪽 클릭하면 할 수 있는 일이 모두 나옵니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::EditConflict</name>
    <message>
        <source>%1 voided it at %2.</source>
        <translation>%2에 %1 님이 폐기했습니다.</translation>
    </message>
    <message>
        <source>%1 added it at %2.</source>
        <translation>%2에 %1 님이 추가했습니다.</translation>
    </message>
    <message>
        <source>%1 edited it at %2.</source>
        <translation>%2에 %1 님이 번호를 바꿨습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::ExportWork</name>
    <message>
        <source>The export was stopped. No file was left behind.</source>
        <translation>내보내기를 중지했습니다. 파일은 남지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 could not be written, and no half of it was left: %2. Is the disk full, or the folder closed to you?</source>
        <translation>%1 파일을 쓰지 못했고, 쓰다 만 파일은 남기지 않았습니다: %2. 디스크가 가득 찼거나 폴더에 쓸 권한이 없는지 확인하세요.</translation>
    </message>
    <message>
        <source>The export did not finish, and no half of it was left. %1</source>
        <translation>내보내기를 마치지 못했고, 쓰다 만 파일은 남기지 않았습니다. %1</translation>
    </message>
    <message>
        <source>%1 coupons were written to %2 (times in UTC, statuses as in REST).</source>
        <translation>쿠폰 %1장을 %2 파일에 썼습니다(시각은 UTC, 상태는 REST와 같은 값).</translation>
    </message>
    <message>
        <source>Coupons are being written to %1.</source>
        <translation>쿠폰을 %1에 저장하는 중입니다.</translation>
    </message>
    <message>
        <source>1 coupon was written to %1 (times in UTC, statuses as in REST).</source>
        <translation>쿠폰 1장을 %1 파일로 저장했습니다(시각은 UTC, 상태는 REST와 같음).</translation>
    </message>
</context>
<context>
    <name>seonchak::ImportDialog</name>
    <message>
        <source>P&amp;ush them into the stock at once</source>
        <translation>바로 재고에 올리기(&amp;U)</translation>
    </message>
    <message>
        <source>Import codes from CSV</source>
        <translation>CSV에서 쿠폰 가져오기</translation>
    </message>
    <message>
        <source>The codes are in &amp;column</source>
        <translation>쿠폰 번호가 있는 열(&amp;C)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Adds what can be added</source>
        <translation>추가할 수 있는 것을 추가합니다</translation>
    </message>
    <message>
        <source>&amp;Save the refused as CSV…</source>
        <translation>거절된 번호를 CSV로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>With their lines and why</source>
        <translation>줄 번호와 이유를 함께 저장합니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
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
        <source>Reading the file…</source>
        <translation>파일을 읽는 중입니다…</translation>
    </message>
    <message>
        <source>Adding %1 coupons…</source>
        <translation>쿠폰 %1장을 추가하는 중입니다…</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>하나도 추가되지 않았습니다.</translation>
    </message>
    <message>
        <source>All %1 codes can be added.</source>
        <translation>%1장 모두 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 codes can be added, %3 cannot:</source>
        <translation>모두 %2장 중 %1장은 추가할 수 있고 %3장은 추가할 수 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Encoding of the file</source>
        <translation>파일 인코딩(&amp;E)</translation>
    </message>
    <message>
        <source>A spreadsheet damaged %1 of them: take these from their source again.</source>
        <translation>그중 %1장은 스프레드시트에서 손상되었습니다. 원본에서 다시 가져오세요.</translation>
    </message>
    <message>
        <source>Line %1 is a &amp;header: %2</source>
        <translation>%1번째 줄은 제목 줄입니다(&amp;H): %2</translation>
    </message>
    <message>
        <source>The first row is a &amp;header: %1</source>
        <translation>첫 줄은 제목 줄입니다(&amp;H): %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1장 추가</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, which begins with %2</source>
        <translation>%1 (첫 값: %2)</translation>
    </message>
    <message>
        <source>Stopping: what has been begun is finished first…</source>
        <translation>중지하는 중입니다. 시작한 일은 먼저 마칩니다…</translation>
    </message>
    <message>
        <source>Save the refused codes</source>
        <translation>거절된 번호 저장</translation>
    </message>
    <message>
        <source>The refused codes were written to %1.</source>
        <translation>거절된 번호를 %1 파일에 썼습니다.</translation>
    </message>
    <message>
        <source>%1 could not be written. Is the disk full, or the folder closed to you?</source>
        <translation>%1 파일을 쓰지 못했습니다. 디스크가 가득 찼거나 폴더에 쓸 권한이 없는지 확인하세요.</translation>
    </message>
    <message>
        <source>Looking up which codes exist already…</source>
        <translation>이미 있는 번호를 찾는 중입니다…</translation>
    </message>
    <message>
        <source>Show &amp;only refused and unusual codes (%1)</source>
        <translation>거절되거나 특이한 번호만 보기(%1개)(&amp;O)</translation>
    </message>
    <message>
        <source>Which of them exist already is not known. %1</source>
        <translation>이미 있는 번호인지 확인하지 못했습니다. %1</translation>
    </message>
    <message>
        <source>Here are the first %1 of either kind.</source>
        <translation>추가할 번호와 거절된 번호를 각각 %1개까지 보여 줍니다.</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 파일 (*.csv)</translation>
    </message>
    <message>
        <source>Unusual among them: %1. Look at these first.</source>
        <translation>그중 특이한 번호가 %1개 있습니다. 먼저 확인해 주세요.</translation>
    </message>
    <message>
        <source>Adding 1 coupon…</source>
        <translation>쿠폰 1장을 추가하는 중…</translation>
    </message>
    <message>
        <source>The one code can be added.</source>
        <translation>쿠폰 번호 1개를 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>1 was refused:</source>
        <translation>1건은 거부했습니다.</translation>
    </message>
    <message>
        <source>%1 were refused:</source>
        <translation>%1건은 거부했습니다.</translation>
    </message>
    <message>
        <source>%1 were added, %2 into the stock; %3 were not added. %4</source>
        <translation>%1장을 추가했고(재고에 %2장) %3건은 추가하지 못했습니다. %4</translation>
    </message>
    <message>
        <source>Stopped: %1 were added, %2 into the stock; %3 were not added.</source>
        <translation>중지했습니다. %1장을 추가했고(재고에 %2장) %3건은 추가하지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::ImportWork</name>
    <message>
        <source>Coupons are being added from %1.</source>
        <translation>%1의 쿠폰을 추가하고 있습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::ListWords</name>
    <message>
        <source>There is no code</source>
        <translation>번호가 없습니다</translation>
    </message>
    <message>
        <source>Longer than 64 bytes</source>
        <translation>64바이트보다 깁니다</translation>
    </message>
    <message>
        <source>White space or invisible characters in it</source>
        <translation>빈칸이나 보이지 않는 문자가 있습니다</translation>
    </message>
    <message>
        <source>Letters in it were lost: it was saved or read in another encoding</source>
        <translation>읽지 못한 글자가 있습니다. 다른 인코딩으로 저장했거나 읽은 파일입니다</translation>
    </message>
    <message>
        <source>A heading, not a code</source>
        <translation>제목이며 쿠폰 번호가 아닙니다</translation>
    </message>
    <message>
        <source>Damaged: a spreadsheet shortened the number, and its digits are lost</source>
        <translation>손상됨: 스프레드시트가 숫자를 지수로 줄여 자릿수를 잃었습니다</translation>
    </message>
    <message>
        <source>Damaged: a spreadsheet kept 15 digits and made zeros of the rest</source>
        <translation>손상됨: 스프레드시트가 15자리만 남기고 나머지를 0으로 바꾸었습니다</translation>
    </message>
    <message>
        <source>Damaged: a spreadsheet wrote it as an amount</source>
        <translation>손상됨: 스프레드시트가 금액 형식의 숫자로 바꾸었습니다</translation>
    </message>
    <message>
        <source>Damaged: a spreadsheet made a date of it</source>
        <translation>손상됨: 스프레드시트가 날짜로 바꾸었습니다</translation>
    </message>
    <message>
        <source>Damaged: a spreadsheet&apos;s error message stands in its place</source>
        <translation>손상됨: 번호 대신 스프레드시트의 오류 값이 들어 있습니다</translation>
    </message>
    <message>
        <source>Damaged: the column was too narrow, and only # was saved</source>
        <translation>손상됨: 열이 좁아 #만 저장되었습니다</translation>
    </message>
    <message>
        <source>Damaged: a spreadsheet made “true” or “false” of it</source>
        <translation>손상됨: 스프레드시트가 참/거짓 값으로 바꾸었습니다</translation>
    </message>
    <message>
        <source>Damaged: another program&apos;s word for an empty cell</source>
        <translation>손상됨: 다른 프로그램이 빈 칸에 쓰는 낱말입니다</translation>
    </message>
    <message>
        <source>Stands in line %1 already</source>
        <translation>%1번째 줄에 이미 있습니다</translation>
    </message>
    <message>
        <source>There is a coupon with this code already</source>
        <translation>이미 있는 쿠폰 번호입니다</translation>
    </message>
    <message>
        <source>Not added: the work ended before it</source>
        <translation>차례가 오기 전에 작업이 끝나 추가하지 않았습니다</translation>
    </message>
    <message>
        <source>A code cannot be empty.</source>
        <translation>쿠폰 번호는 비워 둘 수 없습니다.</translation>
    </message>
    <message>
        <source>A code has 64 bytes at most (a Korean letter takes three).</source>
        <translation>쿠폰 번호는 64바이트까지입니다(한글 한 글자는 3바이트).</translation>
    </message>
    <message>
        <source>A code has no white space and no invisible characters.</source>
        <translation>쿠폰 번호에는 빈칸이나 보이지 않는 문자를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The file cannot be read. Is it still there, and may you read it?</source>
        <translation>파일을 읽을 수 없습니다. 파일이 그대로 있는지, 읽을 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>The file is larger than 100 MB. Split it.</source>
        <translation>파일이 100 MB보다 큽니다. 나누어 주세요.</translation>
    </message>
    <message>
        <source>Line %1 cannot be read in this encoding. Choose another one, or save the file again as “CSV UTF-8”.</source>
        <translation>%1번째 줄을 이 인코딩으로 읽을 수 없습니다. 다른 인코딩을 고르거나 &apos;CSV UTF-8&apos; 형식으로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>This is not a text file. Save the list as “CSV UTF-8”.</source>
        <translation>텍스트 파일이 아닙니다. 목록을 &apos;CSV UTF-8&apos; 형식으로 저장하세요.</translation>
    </message>
    <message>
        <source>Line %1 has a quotation mark where none may stand. Write it twice, within quotes.</source>
        <translation>%1번째 줄에 잘못 놓인 따옴표가 있습니다. 따옴표로 묶은 안쪽에 두 번 겹쳐 쓰세요.</translation>
    </message>
    <message>
        <source>The quotes in line %1 are opened and never closed.</source>
        <translation>%1번째 줄에서 연 따옴표가 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>A cell in line %1 is longer than 64 KB: a closing quotation mark may be missing.</source>
        <translation>%1번째 줄의 칸이 64 KB보다 깁니다. 닫는 따옴표가 빠졌는지 확인하세요.</translation>
    </message>
    <message>
        <source>Line %1 has more than 1,000 columns. This is not a list of codes.</source>
        <translation>%1번째 줄의 열이 1,000개를 넘습니다. 쿠폰 번호 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>The file has more than 1,000,000 rows. Split it.</source>
        <translation>파일이 1,000,000줄을 넘습니다. 나누어 주세요.</translation>
    </message>
    <message>
        <source>There are no codes in the file.</source>
        <translation>파일에 쿠폰 번호가 없습니다.</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>읽기를 중지했습니다.</translation>
    </message>
    <message>
        <source>Unusual: it begins like a formula</source>
        <translation>특이함: 수식처럼 시작합니다</translation>
    </message>
    <message>
        <source>Unusual: it has a comma, a semicolon or a bar. Are these several codes?</source>
        <translation>특이함: 쉼표, 세미콜론, 세로줄이 있습니다. 번호가 여러 개인가요?</translation>
    </message>
    <message>
        <source>Unusual: it has quotation marks</source>
        <translation>특이함: 따옴표가 있습니다</translation>
    </message>
    <message>
        <source>Unusual: it has letters other than A–Z</source>
        <translation>특이함: A–Z가 아닌 글자가 있습니다</translation>
    </message>
    <message>
        <source>1 coupon was added and pushed into the stock.</source>
        <translation>쿠폰 1장을 추가하고 재고에 올렸습니다.</translation>
    </message>
    <message>
        <source>%1 coupons were added and pushed into the stock.</source>
        <translation>쿠폰 %1장을 추가하고 재고에 올렸습니다.</translation>
    </message>
    <message>
        <source>1 coupon was added. It waits to be pushed.</source>
        <translation>쿠폰 1장을 추가했습니다. 재고에 올리기를 기다립니다.</translation>
    </message>
    <message>
        <source>%1 coupons were added. They wait to be pushed.</source>
        <translation>쿠폰 %1장을 추가했습니다. 재고에 올리기를 기다립니다.</translation>
    </message>
    <message>
        <source>%1 coupons were added, %2 of them pushed. Push the others when Redis is back.</source>
        <translation>쿠폰 %1장을 추가하고 그중 %2장을 재고에 올렸습니다. 나머지는 Redis가 돌아오면 올려 주세요.</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::OldBookDesk</name>
    <message>
        <source>This is the old book “%1”: it can only be looked at.</source>
        <translation>지난 장부 “%1”입니다. 볼 수만 있습니다.</translation>
    </message>
</context>
<context>
    <name>seonchak::OldBookWords</name>
    <message>
        <source>The old book cannot be opened</source>
        <translation>지난 장부를 열 수 없습니다</translation>
    </message>
    <message>
        <source>There is no old book %1.</source>
        <translation>%1 (이)라는 지난 장부가 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be read. It says: %2</source>
        <translation>%1을(를) 읽을 수 없습니다. 이유: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>A newer program wrote %1. Open it with that program, or a newer one.</source>
        <translation>%1은(는) 더 새로운 프로그램이 쓴 장부입니다. 그 프로그램이나 더 새로운 프로그램으로 여세요.</translation>
    </message>
    <message>
        <source>%1 is no book of Seonchak, or its file is damaged.</source>
        <translation>%1은(는) 선착의 장부가 아니거나 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>%1 has to be copied to be shown, and cannot be: is there room in the folder for temporary files?</source>
        <translation>%1을(를) 보여 주려면 복사해야 하는데 복사할 수 없습니다. 임시 파일 폴더에 자리가 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is the book of a sale that runs, or was cut off: files that end with -wal and -shm are beside it. Open its own window instead. Where no server runs on it any more, copy it with the -wal file, without the -shm file, into another folder, and open the copy.</source>
        <translation>%1은(는) 실행 중이거나 도중에 끊긴 판매의 장부입니다. 옆에 -wal, -shm으로 끝나는 파일이 있습니다. 그 판매의 창을 여세요. 이 장부를 쓰는 서버가 더 이상 없으면, -shm 파일은 빼고 -wal 파일과 함께 다른 폴더에 복사한 다음 그 복사본을 여세요.</translation>
    </message>
</context>
</TS>

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
        <source>%1 is the book of a sale that runs, or was cut off. Open its own window instead.</source>
        <translation>%1은(는) 실행 중이거나 도중에 끊긴 판매의 장부입니다. 그 판매의 창을 여세요.</translation>
    </message>
    <message>
        <source>%1 is no book that this program can show. It says: %2</source>
        <translation>%1은(는) 이 프로그램이 보여 줄 수 있는 장부가 아닙니다. 이유: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read. It says: %2</source>
        <translation>%1을(를) 읽을 수 없습니다. 이유: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
</TS>

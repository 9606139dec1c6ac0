<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::DeskWindow</name>
    <message>
        <source>Seonchak</source>
        <translation>선착</translation>
    </message>
</context>
<context>
    <name>seonchak::HeaderStrip</name>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Where the server answers</source>
        <translation>서버 주소</translation>
    </message>
    <message>
        <source>Copies the server&apos;s address</source>
        <translation>서버 주소를 복사합니다</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사</translation>
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
</context>
</TS>

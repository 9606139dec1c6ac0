<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>seonchak::DoctorWords</name>
    <message>
        <source>Redis: connection</source>
        <translation>Redis: 연결</translation>
    </message>
    <message>
        <source>Redis: version</source>
        <translation>Redis: 버전</translation>
    </message>
    <message>
        <source>Redis: role</source>
        <translation>Redis: 역할</translation>
    </message>
    <message>
        <source>Redis: memory</source>
        <translation>Redis: 메모리</translation>
    </message>
    <message>
        <source>Redis: disk</source>
        <translation>Redis: 디스크 기록</translation>
    </message>
    <message>
        <source>Redis: permissions</source>
        <translation>Redis: 명령 권한</translation>
    </message>
    <message>
        <source>Redis: scripts</source>
        <translation>Redis: 스크립트</translation>
    </message>
    <message>
        <source>Redis: expiry</source>
        <translation>Redis: 만료</translation>
    </message>
    <message>
        <source>Redis: whose keys</source>
        <translation>Redis: 키의 주인</translation>
    </message>
    <message>
        <source>Redis: clock</source>
        <translation>Redis: 시계</translation>
    </message>
    <message>
        <source>Database: connection</source>
        <translation>데이터베이스: 연결</translation>
    </message>
    <message>
        <source>Database: writing</source>
        <translation>데이터베이스: 쓰기</translation>
    </message>
    <message>
        <source>Database: tables</source>
        <translation>데이터베이스: 테이블</translation>
    </message>
    <message>
        <source>Database: uniqueness</source>
        <translation>데이터베이스: 고유 제약</translation>
    </message>
    <message>
        <source>Database: pooler</source>
        <translation>데이터베이스: 풀러</translation>
    </message>
    <message>
        <source>Database: commits</source>
        <translation>데이터베이스: 커밋</translation>
    </message>
    <message>
        <source>Convenience store</source>
        <translation>편의점 API</translation>
    </message>
    <message>
        <source>Disk: space</source>
        <translation>디스크: 공간</translation>
    </message>
    <message>
        <source>Disk: speed</source>
        <translation>디스크: 속도</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>열 수 있는 파일 수</translation>
    </message>
    <message>
        <source>Config file</source>
        <translation>설정 파일</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>비밀 정보</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Access from outside</source>
        <translation>외부 접근</translation>
    </message>
    <message>
        <source>Fine</source>
        <comment>a check</comment>
        <translation>정상</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>a check</comment>
        <translation>주의</translation>
    </message>
    <message>
        <source>Fault</source>
        <comment>a check</comment>
        <translation>문제</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>a check</comment>
        <translation>생략</translation>
    </message>
    <message>
        <source>Faults: %1 · warnings: %2 · fine: %3 · skipped: %4</source>
        <translation>문제 %1 · 주의 %2 · 정상 %3 · 생략 %4</translation>
    </message>
</context>
</TS>

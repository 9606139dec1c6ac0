// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Korean and English, complete.

#include "tests/ui/desk.h"
#include "ui/parts/languages.h"

#include <QTest>

using namespace seonchak;
using theme::Tone;

class TestDeskLanguages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void koreanThroughout();
    void theFirstLanguageWeHaveIsTaken_data();
    void theFirstLanguageWeHaveIsTaken();
};

void TestDeskLanguages::koreanThroughout()
{
    Desk desk(QStringLiteral("ko"));
    QTRY_COMPARE(
        desk.text("conservationSentence"),
        QString("생성 1,001,000 = 대기 0 + 재고 1,000,412 + 예약 0 + 확인 필요 2 + 발급 586 + 폐기 0"));
    QCOMPARE(desk.button("generateButton")->text(), QString("1,000장 생성"));
    QCOMPARE(desk.button("pushButton")->text(), QString("재고 올리기"));
    QCOMPARE(desk.button("generateButton")->shortcut(), QKeySequence("Alt+G"));
    QCOMPARE(desk.text("stockTitle"), QString("Redis 재고"));
    QCOMPARE(desk.text("usersTitle"), QString("발급된 사용자"));
    QCOMPARE(desk.text("failuresTitle"), QString("API 실패"));
    QCOMPARE(desk.text("compensationsTitle"), QString("보상(재고 복원)"));
    QCOMPARE(desk.text("requestsTitle"), QString("초당 요청"));
    QCOMPARE(desk.text("doubtsTitle"), QString("확인 필요"));
    QCOMPARE(desk.text("conservationVerdict"), QString("모두 맞습니다"));
    QCOMPARE(desk.pill("redisPill"), QString("Redis (전용)"));
    QCOMPARE(desk.window->windowTitle(), QString("발급 중 - 선착"));
}

void TestDeskLanguages::theFirstLanguageWeHaveIsTaken_data()
{
    QTest::addColumn<QStringList>("reader");
    QTest::addColumn<QString>("taken");
    QTest::newRow("Korean") << QStringList{"ko-KR", "ko"} << "ko";
    QTest::newRow("English before Korean") << QStringList{"en-US", "en", "ko-KR"} << "";
    QTest::newRow("German, then Korean") << QStringList{"de-DE", "ko-KR"} << "ko";
    QTest::newRow("only German") << QStringList{"de-DE"} << "";
    QTest::newRow("C") << QStringList{"C"} << "";
    QTest::newRow("none") << QStringList{} << "";
}

void TestDeskLanguages::theFirstLanguageWeHaveIsTaken()
{
    QFETCH(QStringList, reader);
    QFETCH(QString, taken);
    QCOMPARE(Languages::best(reader), taken);
}

QTEST_MAIN(TestDeskLanguages)
#include "tst_desk_languages.moc"

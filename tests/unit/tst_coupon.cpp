// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/code_generator.h"
#include "core/coupon/code_text.h"
#include "core/coupon/coupon.h"
#include "core/coupon/utc_text.h"

#include <QSet>
#include <QTest>

using namespace seonchak;

class TestCoupon : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void idsHaveOneSpelling_data();
    void idsHaveOneSpelling();
    void codesThatMayBe_data();
    void codesThatMayBe();
    void codesHaveOneForm_data();
    void codesHaveOneForm();
    void codesAreFreedOfWhatSurroundsThem();
    void olderSpellingsAreKnown();
    void statusNamesGoBothWays();
    void generatedCodesAreDistinctAndFairlySpread();
    void generatedCodesNeedRoom();
    void timesAreWrittenInUtc_data();
    void timesAreWrittenInUtc();
};

void TestCoupon::timesAreWrittenInUtc_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("epoch") << qint64(0) << QByteArray("1970-01-01T00:00:00.000Z");
    QTest::newRow("before it") << qint64(-1) << QByteArray("1969-12-31T23:59:59.999Z");
    QTest::newRow("leap day") << qint64(1709207999005) << QByteArray("2024-02-29T11:59:59.005Z");
    QTest::newRow("year 9999") << qint64(253402300799999) << QByteArray("9999-12-31T23:59:59.999Z");
}

void TestCoupon::timesAreWrittenInUtc()
{
    QFETCH(qint64, ms);
    QFETCH(QByteArray, text);
    QCOMPARE(utcText(ms), text);
}

void TestCoupon::idsHaveOneSpelling_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("id"); // 0: none
    QTest::newRow("one") << QByteArray("1") << qint64(1);
    QTest::newRow("largest") << QByteArray("9223372036854775807") << std::numeric_limits<qint64>::max();
    for (const char *bad : {"", "0", "-1", "+1", "01", " 1", "1 ", "1.0", "1e3", "abc", "9223372036854775808",
                            "0x10", "99999999999999999999", "%31"})
        QTest::newRow(bad) << QByteArray(bad) << qint64(0);
}

void TestCoupon::idsHaveOneSpelling()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, id);
    QCOMPARE(parseId(text).value_or(0), id);
}

void TestCoupon::codesThatMayBe_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("valid");
    QTest::newRow("plain") << QByteArray("ABC-123") << true;
    QTest::newRow("Korean") << QByteArray("가을-쿠폰") << true;
    QTest::newRow("64 bytes") << QByteArray(64, 'x') << true;
    QTest::newRow("65 bytes") << QByteArray(65, 'x') << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("blank") << QByteArray("A B") << false;
    QTest::newRow("line end") << QByteArray("A\n") << false;
    QTest::newRow("NUL") << QByteArray("A\0B", 3) << false;
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe") << false;
    QTest::newRow("right-to-left override") << QByteArray("A\u202eB") << false;
    QTest::newRow("no-break space") << QByteArray("A\u00a0B") << false;
    QTest::newRow("zero width") << QByteArray("A\u200bB") << false;
    QTest::newRow("soft hyphen") << QByteArray("A\u00adB") << false;
    QTest::newRow("byte order mark") << QByteArray("\ufeffA") << false;
    QTest::newRow("Hangul filler") << QByteArray("A\u3164B") << false;
    QTest::newRow("Braille blank") << QByteArray("A\u2800B") << false;
    QTest::newRow("tag beyond 16 bits") << QByteArray("A\U000e0041B") << false;
    QTest::newRow("replacement character") << QByteArray("A\ufffdB") << false;
    QTest::newRow("half of a pair") << normalisedCode(QString("A") + QChar(0xd83d)) << false;
    QTest::newRow("full width") << QByteArray("ＡＢＣ１") << true;
    QTest::newRow("picture") << QByteArray("GIFT-\U0001f381") << true;
}

void TestCoupon::codesThatMayBe()
{
    QFETCH(QByteArray, code);
    QTEST(isValidCode(code), "valid");
}

void TestCoupon::codesHaveOneForm_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("ASCII") << "ABC-1" << QByteArray("ABC-1");
    QTest::newRow("Hangul in parts") << QString::fromUcs4(U"\u1100\u1161\u110b\u1173\u11af-1")
                                     << QByteArray("가을-1");
    QTest::newRow("Hangul, half in parts")
        << QString::fromUcs4(U"\uac00\u110b\u1173\u11af") << QByteArray("가을");
    QTest::newRow("accent") << QString::fromUcs4(U"e\u0301te") << QByteArray("\u00e9te");
    QTest::newRow("full width stays") << QString::fromUcs4(U"\uff21") << QByteArray("\uff21");
}

void TestCoupon::codesHaveOneForm()
{
    QFETCH(QString, given);
    QFETCH(QByteArray, form);
    QCOMPARE(normalisedCode(given), form);
    QCOMPARE(normalisedCode(given.toUtf8()), form);
    QCOMPARE(normalisedCode(form), form);
    QCOMPARE(normalisedCode(QByteArray("\xff\xfe")), QByteArray("\xff\xfe"));
}

void TestCoupon::codesAreFreedOfWhatSurroundsThem()
{
    QCOMPARE(trimmedCode(QByteArray(" \u00a0\ufeff\u200b\u3000A B\u00ad\u2060\t")), QByteArray("A B"));
    QCOMPARE(trimmedCode(QString(QChar(0xa0))), QByteArray());
    QCOMPARE(trimmedCode(QByteArray(" \xff ")), QByteArray("\xff"));
}

void TestCoupon::olderSpellingsAreKnown()
{
    const QByteArray apart = QString::fromUtf8("가을").normalized(QString::NormalizationForm_D).toUtf8();
    QCOMPARE(codeSpellings("A-1"), QList<QByteArray>{"A-1"});
    QCOMPARE(codeSpellings("가을"), (QList<QByteArray>{"가을", apart}));
    QCOMPARE(codeSpellings(apart), (QList<QByteArray>{"가을", apart}));
}

void TestCoupon::statusNamesGoBothWays()
{
    for (int i = 0; i <= int(CouponStatus::Void); ++i)
        QCOMPARE(statusFromName(statusName(CouponStatus(i))), std::optional(CouponStatus(i)));
    QCOMPARE(statusFromName("available"), std::optional<CouponStatus>());
}

void TestCoupon::generatedCodesAreDistinctAndFairlySpread()
{
    CodeGenerator generator("P-", 12);
    QSet<QByteArray> codes;
    QHash<char, int> letters;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i) {
        const QByteArray code = generator.next();
        QVERIFY(code.startsWith("P-") && code.size() == 14);
        codes.insert(code);
        for (const char letter : code.mid(2))
            ++letters[letter];
    }
    QCOMPARE(codes.size(), count);
    QCOMPARE(letters.size(), 31);
    for (const char alike : {'0', 'O', '1', 'I', 'l'})
        QVERIFY(!letters.contains(alike));
    // 240,000 letters over 31: 7,742 each, standard deviation 87. Eight of them is no accident.
    for (const int seen : letters)
        QVERIFY2(std::abs(seen - count * 12 / 31) < 8 * 87, qPrintable(QString::number(seen)));
}

void TestCoupon::generatedCodesNeedRoom()
{
    QVERIFY(CodeGenerator::hasRoomFor(12, 1'000'000));
    QVERIFY(CodeGenerator::hasRoomFor(6, 100'000));
    QVERIFY(!CodeGenerator::hasRoomFor(6, 1'000'000));
}

QTEST_GUILESS_MAIN(TestCoupon)
#include "tst_coupon.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Codes that a spreadsheet damaged, and real ones that only look like it.

#include "core/coupon/column_habits.h"

#include <QTest>

using namespace seonchak;

namespace {

using Codes = QList<QByteArray>;

QByteArray name(std::optional<Damage> damage)
{
    static const Codes names{"shortened", "rounded", "decimal", "date",
                             "fault",     "hidden",  "truth",   "nothing"};
    return damage ? names[int(*damage)] : QByteArray("none");
}

Codes numbers(const char *beginning, int count, int step, int digits)
{
    Codes all;
    for (int i = 0; i < count; ++i)
        all.append(beginning + QByteArray::number(i * step).rightJustified(digits, '0'));
    return all;
}

} // namespace

class TestCodeDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void damageIsSeen_data();
    void damageIsSeen();
    void codesAreLeftAlone_data();
    void codesAreLeftAlone();
    void zerosAreJudgedByTheColumn();
    void datesAreJudgedByTheColumn();
};

void TestCodeDamage::damageIsSeen_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("damage");
    const auto rows = [](const QByteArray &damage, const Codes &cells) {
        for (const QByteArray &cell : cells)
            QTest::newRow(cell) << cell << damage;
    };
    rows("shortened",
         {"1.23457E+11", "1,23457E+11", "1.23457e+11", "1.2E-05", "1E+11", "-1.5E+20", "1.23457E11"});
    rows("rounded", {"12345678901234500000", "8801234567891230000"});
    rows("decimal", {"123.0", "123,00", "1,234,567", "12,345"});
    rows("date", {"2026-03-01", "2026/3/1", "2026. 3. 1", "2026. 3. 1.", "03/01/2026", "31.12.2026", "3/1/26",
                  "Mar-01", "1-Mar", "01-Mar-26", "Mar-2026", "3월 1일", "03월 01일", "2026년 3월 1일",
                  "2026-03-01 00:00:00", "2026-03-01T00:00:00"});
    rows("fault", {"#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#ERROR!",
                   "Err:508"});
    rows("hidden", {"########", "###"});
    rows("truth", {"TRUE", "FALSE", "참"});
    rows("nothing", {"NULL", "NaN", "None"});
}

void TestCodeDamage::damageIsSeen()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, damage);
    QCOMPARE(name(ColumnHabits().damageOf(cell)), damage);
    QCOMPARE(name(ColumnHabits(Codes{"GOOD-1", cell, "GOOD-2"}).damageOf(cell)), damage);
}

void TestCodeDamage::codesAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("cell");
    for (const char *cell : {"1E5",        "12E10",
                             "E1.5",       "9E",
                             "00123",      "123456789012345",
                             "1234567890", "44621",
                             "MAR-01",     "MAY-2",
                             "2026-13-01", "2026-0001",
                             "10-20-30",   "1.2.3",
                             "A1,234",     "#1",
                             "TRUECOLOR",  "NULLA",
                             "가을-3월",   "3월",
                             "Mar",        "8801234567890123",
                             "1.5E",       "2026",
                             "0.0.0.0",    "A=1",
                             "N-A"})
        QTest::newRow(cell) << QByteArray(cell);
}

void TestCodeDamage::codesAreLeftAlone()
{
    QFETCH(QByteArray, cell);
    QCOMPARE(name(ColumnHabits().damageOf(cell)), QByteArray("none"));
}

void TestCodeDamage::zerosAreJudgedByTheColumn()
{
    // 16 digits: one in ten of real codes ends in a zero.
    const Codes real = numbers("880123456789", 200, 37, 4);
    for (const QByteArray &code : real)
        QCOMPARE(name(ColumnHabits(real).damageOf(code)), QByteArray("none"));
    const Codes rounded = numbers("88012345678", 20, 10, 5);
    for (const QByteArray &code : rounded)
        QCOMPARE(name(ColumnHabits(rounded).damageOf(code)), QByteArray("rounded"));
    // One that was counted up from zeros is not rounded.
    const Codes counted = numbers("1000000000000000", 5, 1, 4);
    QCOMPARE(name(ColumnHabits(counted).damageOf(counted.front())), QByteArray("none"));
    // A column of others says nothing of the one number in it.
    QCOMPARE(name(ColumnHabits(Codes{"A-1", "A-2"}).damageOf("12345678901234500000")), QByteArray("rounded"));
}

void TestCodeDamage::datesAreJudgedByTheColumn()
{
    const Codes codes{"2026-03-44", "2026-03-45", "2026-03-01"};
    QCOMPARE(name(ColumnHabits(codes).damageOf("2026-03-01")), QByteArray("none"));
    QCOMPARE(name(ColumnHabits(codes).damageOf("1-Mar")), QByteArray("date"));
    QCOMPARE(name(ColumnHabits(Codes{"2026-03-02"}).damageOf("2026-03-01")), QByteArray("date"));
}

QTEST_APPLESS_MAIN(TestCodeDamage)
#include "tst_code_damage.moc"

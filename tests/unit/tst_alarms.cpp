// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/alarms.h"
#include "core/watch/status.h"

#include <QTest>

using namespace seonchak;

namespace {

Status readStatus(qint64 available, qint64 issued)
{
    Status status;
    status.stock = {available + issued, 0, available, 0, 0, issued, 0};
    status.stockKnown = status.stockEverKnown = true;
    status.sale.state = SaleView::State::Open;
    return status;
}

std::optional<bool> causeOf(Alarm alarm, const char *rule, const Status &status, bool partnerOff = false)
{
    AlarmRules rules;
    if (!rules.apply(QLatin1String(rule)))
        return std::nullopt;
    return isCause(alarm, rules, {status, status.issuing, partnerOff});
}

} // namespace

/// From where on an alarm is raised, and that each is raised once.
class TestAlarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoAreOnByThemselves();
    void rulesAreRead_data();
    void rulesAreRead();
    void theStockHasAThreshold();
    void theNumbersRaise();
    void theSaleRaises();
    void whatIsNotKnownRaisesNothing();
    void eachIsRaisedOnce();
};

void TestAlarms::twoAreOnByThemselves()
{
    AlarmRules rules;
    for (const Alarm alarm : allAlarms())
        QCOMPARE(rules.isOn(alarm), alarm == Alarm::Conservation || alarm == Alarm::Issuing);
    QVERIFY(rules.apply(QStringLiteral("conservation=off")));
    QVERIFY(rules.apply(QStringLiteral("sold-out")));
    QVERIFY(!rules.isOn(Alarm::Conservation));
    QVERIFY(rules.isOn(Alarm::SoldOut));
}

void TestAlarms::rulesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFine");
    for (const char *fine :
         {"stock=1", "stock=100", "stock=10%", "stock=0.5%", "stock=100%", "stock=off", "doubt=5",
          "doubt=off", "sold-out", "opened=on", "closed=off", "partner", " stock = 7 "})
        QTest::newRow(fine) << fine << true;
    for (const char *wrong : {"", "fire", "stock", "stock=0", "stock=-1", "stock=lots", "stock=0%",
                              "stock=101%", "doubt", "doubt=0", "doubt=1.5", "sold-out=5", "opened=yes"})
        QTest::newRow(wrong) << wrong << false;
}

void TestAlarms::rulesAreRead()
{
    QFETCH(QString, text);
    QFETCH(bool, isFine);
    AlarmRules rules;
    const auto applied = rules.apply(text);
    QCOMPARE(applied.has_value(), isFine);
    if (!isFine)
        QVERIFY(!applied.error().detail.isEmpty());
}

void TestAlarms::theStockHasAThreshold()
{
    QCOMPARE(causeOf(Alarm::Stock, "stock=10", readStatus(10, 90)), false);
    QCOMPARE(causeOf(Alarm::Stock, "stock=10", readStatus(9, 91)), true);
    QCOMPARE(causeOf(Alarm::Stock, "stock=10%", readStatus(100, 900)), false);
    QCOMPARE(causeOf(Alarm::Stock, "stock=10%", readStatus(99, 901)), true);
    QCOMPARE(causeOf(Alarm::Stock, "stock=10", readStatus(0, 0)), false); // nothing was pushed yet
    Status voided = readStatus(60, 20);
    voided.stock.generated += 900;
    voided.stock.voided = 900; // they are no stock that one could run out of
    QCOMPARE(causeOf(Alarm::Stock, "stock=70%", voided), false);
}

void TestAlarms::theNumbersRaise()
{
    Status status = readStatus(5, 5);
    QCOMPARE(causeOf(Alarm::Conservation, "conservation", status), false);
    ++status.stock.generated;
    QCOMPARE(causeOf(Alarm::Conservation, "conservation", status), true);
    status.oldestDoubtMs = 5 * 60'000;
    QCOMPARE(causeOf(Alarm::Doubt, "doubt=5", status), false);
    ++status.oldestDoubtMs;
    QCOMPARE(causeOf(Alarm::Doubt, "doubt=5", status), true);
    QCOMPARE(causeOf(Alarm::Partner, "partner", status), false);
    QCOMPARE(causeOf(Alarm::Partner, "partner", status, true), true);
    QCOMPARE(causeOf(Alarm::Issuing, "issuing", status), true);
    status.issuing = true;
    QCOMPARE(causeOf(Alarm::Issuing, "issuing", status), false);
}

void TestAlarms::theSaleRaises()
{
    using State = SaleView::State;
    Status status = readStatus(0, 10);
    const auto causes = [&](State state) {
        status.sale.state = state;
        return QList<bool>{causeOf(Alarm::Opened, "opened", status).value(),
                           causeOf(Alarm::SoldOut, "sold-out", status).value(),
                           causeOf(Alarm::Closed, "closed", status).value()};
    };
    QCOMPARE(causes(State::Planned), (QList<bool>{false, false, false}));
    QCOMPARE(causes(State::Open), (QList<bool>{true, false, false}));
    QCOMPARE(causes(State::SoldOut), (QList<bool>{true, false, false})); // a code may still come back
    status.sellOut.emplace();
    QCOMPARE(causes(State::SoldOut), (QList<bool>{true, true, false}));
    QCOMPARE(causes(State::Closed), (QList<bool>{false, false, true}));
}

void TestAlarms::whatIsNotKnownRaisesNothing()
{
    Status unread;
    for (const Alarm alarm : {Alarm::Conservation, Alarm::SoldOut, Alarm::Opened, Alarm::Closed})
        QCOMPARE(isCause(alarm, AlarmRules(), {unread, {}, false}), std::nullopt);
    QCOMPARE(isCause(Alarm::Issuing, AlarmRules(), {unread, {}, false}), std::nullopt);
}

void TestAlarms::eachIsRaisedOnce()
{
    AlarmBoard board;
    QVERIFY(!board.set(Alarm::Stock, false, 1));
    QVERIFY(board.set(Alarm::Stock, true, 2));
    QVERIFY(!board.set(Alarm::Stock, true, 3));
    QVERIFY(board.set(Alarm::Doubt, true, 4));
    QCOMPARE(board.raised(), (QList<RaisedAlarm>{{Alarm::Stock, 2}, {Alarm::Doubt, 4}}));
    QVERIFY(board.set(Alarm::Stock, false, 5));
    QVERIFY(board.set(Alarm::Stock, true, 6));
    QCOMPARE(board.raised().first().since, 6);
}

QTEST_GUILESS_MAIN(TestAlarms)
#include "tst_alarms.moc"

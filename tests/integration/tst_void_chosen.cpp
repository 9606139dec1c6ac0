// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many chosen coupons are voided by one act of a whole sale: with its private Redis, its book, and its trail.

#include "core/database/engine/session.h"
#include "core/issue/sale/sale.h"

#include <QTemporaryDir>
#include <QTest>

#include <qcoro/qcorotask.h>

using namespace seonchak;

namespace {

struct World
{
    explicit World(Strategy strategy = Strategy::Saga)
    {
        SaleOptions options;
        options.dataDir = dir.path();
        options.database = *DatabaseUrl::parse(QStringLiteral("sqlite"), options.dataDir);
        options.partner.failureRate = 0;
        options.strategy = strategy;
        sale = Sale::open(options, [](const QString &) {}).value_or(nullptr);
        if (!sale || !QTest::qWaitFor([this] { return sale->isReady(); }, 30'000))
            qFatal("the sale does not come up");
        station = sale->openStation();
        if (!QTest::qWaitFor([this] { return sale->isReadyThroughout(); }, 30'000))
            qFatal("the station does not come up");
    }
    Administration &acts() { return sale->administration(); }
    void generate(qint64 count, bool push)
    {
        const auto made = QCoro::waitFor(acts().generate(QStringLiteral("test"), {count, "A", 10, push}));
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    }
    CouponId issue(UserId user)
    {
        const IssueOutcome outcome = QCoro::waitFor(station->issue(user));
        if (outcome.kind != IssueOutcome::Kind::Valid)
            return -1;
        const auto found = QCoro::waitFor(sale->records().list(of(user)));
        return found && !found->items.isEmpty() ? found->items.first().id : -1;
    }
    static book::Filter of(UserId user)
    {
        book::Filter filter;
        filter.user = user;
        return filter;
    }
    qint64 count(CouponStatus status)
    {
        book::Filter filter;
        filter.status = status;
        return QCoro::waitFor(sale->records().count(filter)).value_or(-1);
    }
    QStringList trail()
    {
        AuditFilter filter;
        filter.action = QStringLiteral("void");
        const auto page = QCoro::waitFor(sale->records().audit(filter));
        QStringList lines;
        for (const auto &entry : page->items)
            lines.prepend(entry.detail + QStringLiteral(" | ") + entry.result);
        return lines;
    }
    /// How many coupons each of them is about, the newest first.
    QList<qint64> voidEvents()
    {
        QList<qint64> numbers;
        for (const Event &event : sale->records().events(0, 1000).items) {
            if (event.kind == Event::Kind::Voided)
                numbers.append(event.number);
        }
        return numbers;
    }
    bool isConserved()
    {
        return QTest::qWaitFor(
            [this] {
                const Status status = QCoro::waitFor(sale->status());
                return status.stockKnown && status.stock.conserved();
            },
            10'000);
    }
    QTemporaryDir dir;
    std::unique_ptr<Sale> sale;
    std::unique_ptr<IssueStation> station;
};

} // namespace

class TestVoidChosen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void voidsWhatCanBeAndCountsTheRest_data();
    void voidsWhatCanBeAndCountsTheRest();
    void isBounded();
    void stopsAtASlice();
    void aStopAfterTheLastSliceStopsNothing();
    void whatWasVoidedBeforeAFailureIsAnEvent();
};

void TestVoidChosen::voidsWhatCanBeAndCountsTheRest_data()
{
    QTest::addColumn<int>("strategy");
    QTest::newRow("saga") << int(Strategy::Saga);
    QTest::newRow("db-pessimistic") << int(Strategy::DbPessimistic);
}

void TestVoidChosen::voidsWhatCanBeAndCountsTheRest()
{
    QFETCH(int, strategy);
    World world{Strategy(strategy)};
    world.generate(3000, true);
    world.generate(20, false);
    const CouponId issued = world.issue(7);
    QVERIFY(issued > 0);
    QVERIFY(QCoro::waitFor(world.acts().voidOne(QStringLiteral("test"), 2500)));
    // The issued one, the void one, one there is not, 1,200 across the stock in two slices, its very end, and
    // ten that wait to be pushed; one of them twice.
    QList<CouponId> chosen{issued, 2500, 999'999, 3000, 2999, 2999};
    for (CouponId id = 100; id < 1300; ++id)
        chosen.append(id * 2);
    chosen.removeAll(2500);
    chosen.prepend(2500);
    for (CouponId id = 3011; id <= 3020; ++id)
        chosen.append(id);
    qint64 heard = 0;
    Work work;
    work.progress = [&heard](qint64 done) { heard = done; };
    const auto done = QCoro::waitFor(world.acts().voidChosen(QStringLiteral("test"), chosen, work));
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    const qint64 expected = 1200 - 1 + 2 + 10; // 2500 was void before; 3000 and 2999 are the end of the stock
    QCOMPARE(done->voided, expected);
    QCOMPARE(done->kept.value(CouponStatus::Issued), 1);
    QCOMPARE(done->kept.value(CouponStatus::Void), 1);
    QCOMPARE(done->kept.value(CouponStatus::Available), 0);
    QCOMPARE(done->unknown, 1);
    QCOMPARE(world.count(CouponStatus::Void), expected + 1);
    QCOMPARE(world.count(CouponStatus::Staged), 10);
    QCOMPARE(heard, expected + 3);
    QVERIFY(world.isConserved());
    const QStringList trail = world.trail();
    QCOMPARE(trail.size(), 3);
    QCOMPARE(trail[1],
             QStringLiteral("%1 chosen coupons, %2 to 999999 | begun").arg(expected + 3).arg(issued));
    QVERIFY2(trail[2].endsWith(
                 QStringLiteral("| done: %1 voided; kept: 1 issued, 0 in doubt, 1 void before, 1 others")
                     .arg(expected)),
             qPrintable(trail[2]));
    // Again: all are void, nothing happens, and it is said.
    const auto again = QCoro::waitFor(world.acts().voidChosen(QStringLiteral("test"), {3000, 2999}));
    QCOMPARE(again->voided, 0);
    QCOMPARE(again->kept.value(CouponStatus::Void), 2);
    QCOMPARE(world.voidEvents().size(),
             2);                 // of one coupon, and of the chosen ones; nothing happened is no event
    QVERIFY(world.issue(8) > 0); // the rest is still there
}

void TestVoidChosen::isBounded()
{
    World world;
    QCOMPARE(QCoro::waitFor(world.acts().voidChosen(QStringLiteral("test"), {})).error().trouble,
             Trouble::BadInput);
    QList<CouponId> many;
    for (CouponId id = 1; id <= Administration::mostChosen + 1; ++id)
        many.append(id);
    QCOMPARE(QCoro::waitFor(world.acts().voidChosen(QStringLiteral("test"), many)).error().trouble,
             Trouble::BadInput);
    QCOMPARE(world.trail(), QStringList());
}

void TestVoidChosen::stopsAtASlice()
{
    World world;
    world.generate(3000, true);
    QList<CouponId> chosen;
    for (CouponId id = 1; id <= 3000; ++id)
        chosen.append(id);
    std::stop_source stop;
    Work work;
    work.stop = stop.get_token();
    work.progress = [&stop](qint64) { stop.request_stop(); };
    const auto done = QCoro::waitFor(world.acts().voidChosen(QStringLiteral("test"), chosen, work));
    QVERIFY(done && done->voided > 0 && done->voided < 3000);
    QCOMPARE(world.count(CouponStatus::Void), done->voided);
    QVERIFY(world.trail().last().contains(QStringLiteral("stopped: %1 voided").arg(done->voided)));
    QCOMPARE(done->notReached, 3000 - done->voided);
    QVERIFY(world.isConserved());
}

void TestVoidChosen::aStopAfterTheLastSliceStopsNothing()
{
    World world;
    world.generate(3, true);
    std::stop_source stop;
    Work work;
    work.stop = stop.get_token();
    work.progress = [&stop](qint64) { stop.request_stop(); };
    const auto done = QCoro::waitFor(world.acts().voidChosen(QStringLiteral("test"), {1, 2}, work));
    QVERIFY(done && done->voided == 2);
    QCOMPARE(done->notReached, 0);
    QVERIFY2(world.trail().last().contains("done: 2 voided"), qPrintable(world.trail().last()));
}

void TestVoidChosen::whatWasVoidedBeforeAFailureIsAnEvent()
{
    World world;
    world.generate(1500, false);
    {
        auto session = Session::open(*DatabaseUrl::parse(QStringLiteral("sqlite"), world.dir.path()));
        QVERIFY(session);
        QVERIFY((*session)->execute(QStringLiteral("CREATE TRIGGER choke BEFORE UPDATE OF status ON coupon"
                                                   " WHEN OLD.id > 700 AND NEW.status <> OLD.status"
                                                   " BEGIN SELECT RAISE(ABORT, 'choked'); END")));
    }
    QList<CouponId> chosen;
    for (CouponId id = 1; id <= 1500; ++id)
        chosen.append(id);
    const auto done = QCoro::waitFor(world.acts().voidChosen(QStringLiteral("test"), chosen));
    QVERIFY(!done && done.error().partly);
    const qint64 voided = done.error().partly->made;
    QVERIFY(voided > 0 && voided <= 700);
    QCOMPARE(world.count(CouponStatus::Void), voided);
    QCOMPARE(world.voidEvents(), QList<qint64>{voided});
    QVERIFY2(world.trail().last().contains(QStringLiteral("failed after %1").arg(voided)),
             qPrintable(world.trail().last()));
}

QTEST_GUILESS_MAIN(TestVoidChosen)
#include "tst_void_chosen.moc"

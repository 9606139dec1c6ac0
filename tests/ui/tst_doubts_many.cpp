// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many doubts settled at once: one question, one after another, what became of them, and stopping.

#include "tests/ui/doubts_world.h"
#include "ui/parts/moment.h"

using namespace seonchak;

namespace {
using World = DoubtsWorld;
}

class TestDoubtsMany : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void severalAreAskedOneAfterAnother();
    void whatBecameOfSeveralIsCountedApart();
    void whoSettledSomeFirstIsNamed();
    void settlingSeveralCanBeStopped();
    void manyAreDecidedByOneConfirmation();
    void thePageMayGoWhileItWaits();
};

void TestDoubtsMany::severalAreAskedOneAfterAnother()
{
    World world(3);
    world.port.asks.hold = true;
    world.ends(world.port.asks, DoubtEnd::Kind::Issued);
    QTRY_COMPARE(world.table()->model()->rowCount(), 3);
    world.table()->selectAll();
    press(*world.page, "doubtAsk");
    QTRY_COMPARE(world.port.asks.times(), 1);
    QVERIFY(!part<QPushButton>(*world.page, "doubtAsk")->isEnabled());
    world.port.asks.release();
    QTRY_COMPARE(world.port.asks.times(), 2);
    world.ends(world.port.asks, DoubtEnd::Kind::StillUnknown);
    world.port.asks.release();
    QTRY_COMPARE(world.port.asks.times(), 3);
    world.port.asks.release();
    QTRY_COMPARE(toldOf(*world.page, "doubtsLine"), "Settled: 1 issued, 0 back in the stock, 2 still open.");
}

void TestDoubtsMany::whatBecameOfSeveralIsCountedApart()
{
    World world(6);
    using Kind = DoubtEnd::Kind;
    world.port.asks.answer = [](qint64 reservation) -> Result<DoubtEnd> {
        if (reservation <= 2)
            return failure(Trouble::NotFound, "gone");
        return DoubtEnd{reservation == 3 ? Kind::Restored : Kind::Issued, {}, {}};
    };
    QTRY_COMPARE(world.table()->model()->rowCount(), 6);
    world.table()->selectAll();
    press(*world.page, "doubtAsk");
    QTRY_COMPARE(toldOf(*world.page, "doubtsLine"),
                 "Settled: 3 issued, 1 back in the stock, 0 still open. Settled meanwhile: 2.");
    QCOMPARE(part<ToneLabel>(*world.page, "doubtsLine")->tone(), theme::Tone::Good);

    world.port.asks.answer = [](qint64 reservation) -> Result<DoubtEnd> {
        if (reservation == 1)
            return failure(Trouble::Conflict, "busy");
        if (reservation == 2)
            return failure(Trouble::Unavailable, "away");
        return DoubtEnd{reservation == 3 ? Kind::SetAside : Kind::StillUnknown, {}, {}};
    };
    world.table()->selectAll();
    press(*world.page, "doubtAsk");
    QTRY_COMPARE(toldOf(*world.page, "doubtsLine"),
                 "Settled: 0 issued, 0 back in the stock, 4 still open. Set aside: 1; our book and the "
                 "store contradict each other. Being asked about just now: 1; look again in a few seconds.");
    QCOMPARE(part<ToneLabel>(*world.page, "doubtsLine")->tone(), theme::Tone::Bad);
}

void TestDoubtsMany::whoSettledSomeFirstIsNamed()
{
    World world(4);
    world.port.restores.answer = [](qint64 reservation) -> Result<DoubtEnd> {
        if (reservation == 4)
            return failure(Trouble::NeedsSecond, "two");
        return failure(Trouble::NotFound, "gone");
    };
    const WallMs at = world.clock.wall - 1000;
    world.port.audits.answer = [at](const AuditFilter &filter) {
        const bool isKims = filter.text != QLatin1String("reservation 3");
        AuditPage page;
        page.items = {{1, isKims ? at : at - 5000,
                       isKims ? QStringLiteral("kim (203.0.113.7)") : QStringLiteral("desk (lee)"),
                       QStringLiteral("restore"), QString(filter.text + QStringLiteral(", code X")),
                       QStringLiteral("done: restored to the stock")}};
        return Result<AuditPage>(page);
    };
    QTRY_COMPARE(world.table()->model()->rowCount(), 4);
    world.table()->selectAll();
    press(*world.page, "doubtRestore");
    world.asker.answer(true);
    QTRY_VERIFY2(toldOf(*world.page, "doubtsLine").contains("Settled meanwhile: 3."),
                 qPrintable(toldOf(*world.page, "doubtsLine")));
    const QString told = toldOf(*world.page, "doubtsLine");
    QVERIFY2(told.contains("desk (lee) settled 1 of them, the last at " + moment::second(at - 5000)),
             qPrintable(told));
    QVERIFY2(told.contains("kim (203.0.113.7) settled 2 of them, the last at " + moment::second(at)),
             qPrintable(told));
    QVERIFY2(told.contains("Waiting for a second person, who has five minutes: 1."), qPrintable(told));
}

void TestDoubtsMany::settlingSeveralCanBeStopped()
{
    World world(3);
    world.port.asks.hold = true;
    world.ends(world.port.asks, DoubtEnd::Kind::Issued);
    QTRY_COMPARE(world.table()->model()->rowCount(), 3);
    auto *stop = part<QPushButton>(*world.page, "doubtStop");
    QVERIFY(!stop->isVisible());
    world.table()->selectAll();
    press(*world.page, "doubtAsk");
    QTRY_COMPARE(world.port.asks.times(), 1);
    QVERIFY(stop->isVisible());
    QCOMPARE(world.underWay.sentences(), QStringList{"Settling 3 coupons, one after another…"});
    world.port.asks.release();
    QTRY_COMPARE(world.port.asks.times(), 2);
    QCOMPARE(toldOf(*world.page, "doubtsLine"), "Settling: 1 of 3…");
    press(*world.page, "doubtStop");
    world.port.asks.release();
    QTRY_COMPARE(toldOf(*world.page, "doubtsLine"),
                 "Settled: 2 issued, 0 back in the stock, 0 still open. Stopped before the last 1.");
    QCOMPARE(world.port.asks.times(), 2);
    QVERIFY(!stop->isVisible());
    QVERIFY(world.underWay.isEmpty());
}

void TestDoubtsMany::manyAreDecidedByOneConfirmation()
{
    World world(3);
    world.port.sign = {QStringLiteral("Autumn"), true, true, true};
    world.ends(world.port.declarations, DoubtEnd::Kind::Issued);
    QTRY_COMPARE(world.table()->model()->rowCount(), 3);
    world.table()->selectAll();
    press(*world.page, "doubtIssued");
    QCOMPARE(world.asker.questions.size(), std::size_t(1));
    const Question &question = world.asker.questions.at(0);
    QVERIFY(question.title.contains("3 coupons") && question.destructive);
    QCOMPARE(question.typed, QString("Autumn"));
    QVERIFY2(question.consequence.contains("records. It needs two persons"),
             qPrintable(question.consequence));
    for (const char *code : {"TT11", "TT12", "TT13"})
        QVERIFY2(question.consequence.contains(code), qPrintable(question.consequence));
    world.asker.answer(true);
    QTRY_COMPARE(world.port.declarations.times(), 3);
    QTRY_COMPARE(toldOf(*world.page, "doubtsLine"), "Settled: 3 issued, 0 back in the stock, 0 still open.");
    QTRY_VERIFY(world.table()->selectionModel()->selectedRows().isEmpty());
}

void TestDoubtsMany::thePageMayGoWhileItWaits()
{
    World world(2);
    QTRY_COMPARE(world.table()->model()->rowCount(), 2);
    world.port.asks.hold = true;
    world.port.doubtLists.hold = true;
    world.table()->selectAll();
    press(*world.page, "doubtAsk");
    world.page->refresh();
    QTRY_COMPARE(world.port.asks.times(), 1);
    world.page.reset();
    world.port.asks.release();
    world.port.doubtLists.release();
    QTRY_COMPARE(world.port.asks.times(), 2); // What was confirmed is done, with nobody there to tell.
    world.port.asks.release();
    QVERIFY(world.underWay.isEmpty());
}

QTEST_MAIN(TestDoubtsMany)
#include "tst_doubts_many.moc"

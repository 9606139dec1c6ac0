// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of coupons over a database it never has in memory: paging, speed, what comes too late.

#include "tests/ui/fake_book.h"
#include "ui/coupons/coupon_table_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace seonchak;

namespace {

constexpr int million = 1'000'000;

struct World
{
    explicit World(qint64 size)
    {
        FakeBook{size}.answerFor(port);
        view.setModel(&model);
        view.resize(800, 500);
        view.show();
    }
    void begin()
    {
        model.pages().setFilter({});
        QTRY_VERIFY(model.count().has_value());
    }
    QString cell(int row, int column = CouponTableModel::Code) const
    {
        return model.index(row, column).data().toString();
    }
    [[nodiscard]] std::vector<qint64> offsets() const
    {
        std::vector<qint64> all;
        for (const auto &[filter] : port.lists.asked)
            all.push_back(filter.offset);
        return all;
    }
    FakePort port;
    CouponTableModel model{port};
    QTableView view;
};

QString codeOf(qint64 row)
{
    return QString::fromLatin1(FakeBook::coupon(row + 1).code);
}

} // namespace

class TestCouponsTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagesComeAsTheyAreLookedAt();
    void aMillionRowsScrollEverywhere();
    void fewAreAskedAtATimeAndTheLastWantedFirst();
    void onlySoManyPagesAreKept();
    void answersToAFormerFilterAreDropped();
    void refreshingKeepsWhatIsSeen();
    void aShorterBookLosesItsLastRows();
    void aFailureStopsAsking();
    void reservedAreListedNotCounted();
    void rowsThatHaveGoneAreEmpty();
    void openCodesCanBeEdited();
    void anEditThatFailsGoesBack();
    void theModelMayGoWhileItWaits();
    void keepsTheRulesOfModels();
};

void TestCouponsTable::pagesComeAsTheyAreLookedAt()
{
    World world(1000);
    world.begin();
    QCOMPARE(world.model.rowCount(), 1000);
    QTRY_COMPARE(world.cell(0), codeOf(0));
    QCOMPARE(world.offsets(), std::vector<qint64>{0});
    QCOMPARE(world.cell(0, CouponTableModel::Status), QString("Staged"));
    QCOMPARE(world.cell(5, CouponTableModel::Status), QString("Reserved"));
    QCOMPARE(world.cell(3, CouponTableModel::User), QString("1004"));
    QCOMPARE(world.cell(0, CouponTableModel::Issued), QString());
    world.port.lists.hold = true;
    world.view.scrollToBottom();
    QTRY_COMPARE(world.port.lists.times(), 2);
    QCOMPARE(world.cell(999), QString("…"));
    world.port.lists.release();
    QTRY_COMPARE(world.cell(999), codeOf(999));
    QCOMPARE(std::get<0>(world.port.lists.asked.back()).limit, 200);
}

void TestCouponsTable::aMillionRowsScrollEverywhere()
{
    World world(million);
    world.begin();
    world.port.lists.hold = true; // Answers come later, as those of a database do.
    QTimer database;
    connect(&database, &QTimer::timeout, this, [&] { world.port.lists.release(); });
    database.start(1);
    QTimer heart;
    QElapsedTimer since;
    qint64 largestGap = 0;
    connect(&heart, &QTimer::timeout, this, [&] { largestGap = std::max(largestGap, since.restart()); });
    since.start();
    heart.start(10);
    QRandomGenerator random(7);
    for (int i = 0; i < 200; ++i) {
        const int row = i < 100 ? int(random.bounded(million)) : i * (million / 200); // jumps, then a drag
        world.view.scrollTo(world.model.index(row, 0), QAbstractItemView::PositionAtCenter);
        QTRY_COMPARE(world.cell(row), codeOf(row));
    }
    world.view.verticalScrollBar()->setValue(world.view.verticalScrollBar()->maximum());
    QTRY_COMPARE(world.cell(million - 1), codeOf(million - 1));
    QVERIFY(world.model.pages().kept() <= CouponPages::mostPages);
    qInfo("the largest gap between two heartbeats of 10 ms: %lld ms", largestGap);
}

void TestCouponsTable::fewAreAskedAtATimeAndTheLastWantedFirst()
{
    World world(million);
    world.begin();
    QTRY_COMPARE(world.cell(0), codeOf(0));
    world.port.lists.hold = true;
    const int before = world.port.lists.times();
    for (int page = 100; page < 140; ++page)
        QCOMPARE(world.cell(page * 200), QString("…"));
    QCOMPARE(world.port.lists.times() - before, CouponPages::mostAsked);
    world.port.lists.release();
    QTRY_COMPARE(world.port.lists.times() - before, 2 * CouponPages::mostAsked);
    const auto offsets = world.offsets();
    QCOMPARE(offsets[std::size_t(before) + 2], 139 * 200);
    world.port.lists.hold = false;
    world.port.lists.release();
    QTRY_COMPARE(world.model.pages().asked(), 0);
    // The first two, and the last few that were wanted: the thirty-four between are never asked for.
    QCOMPARE(world.port.lists.times() - before, int(CouponPages::mostAsked + CouponPages::mostWanted));
}

void TestCouponsTable::onlySoManyPagesAreKept()
{
    World world(million);
    world.begin();
    for (int page = 0; page < 80; ++page) {
        QTRY_COMPARE(world.cell(page * 200), codeOf(page * 200));
        QTRY_COMPARE(world.cell(0), codeOf(0)); // always in use: it stays
    }
    QCOMPARE(world.model.pages().kept(), CouponPages::mostPages);
    const int before = world.port.lists.times();
    QCOMPARE(world.cell(0), codeOf(0));
    QCOMPARE(world.cell(79 * 200), codeOf(79 * 200));
    QCOMPARE(world.port.lists.times(), before);
    world.port.lists.hold = true;
    QCOMPARE(world.cell(5 * 200), QString("…")); // forgotten
}

void TestCouponsTable::answersToAFormerFilterAreDropped()
{
    World world(1000);
    world.begin();
    QTRY_COMPARE(world.cell(0), codeOf(0));
    world.port.counts.hold = true;
    world.port.lists.hold = true;
    book::Filter former;
    former.codePart = "C0";
    world.model.pages().setFilter(former);
    book::Filter present;
    present.user = 77;
    world.model.pages().setFilter(present);
    QSignalSpy counted(&world.model.pages(), &CouponPages::counted);
    world.port.counts.release();
    QTRY_COMPARE(world.model.rowCount(), 1);
    QCOMPARE(counted.size(), 1);
    QCOMPARE(world.cell(0), QString("…"));
    world.model.pages().setFilter(former);
    world.port.lists.release(); // the page of user 77
    world.port.counts.release();
    QTRY_COMPARE(world.model.rowCount(), 10);
    QCOMPARE(world.cell(0), QString("…"));
}

void TestCouponsTable::refreshingKeepsWhatIsSeen()
{
    World world(1000);
    world.begin();
    QTRY_COMPARE(world.cell(0), codeOf(0));
    world.view.setCurrentIndex(world.model.index(3, 0));
    world.port.lists.hold = true;
    FakeBook{1500}.answerFor(world.port);
    QSignalSpy reset(&world.model, &QAbstractItemModel::modelReset);
    const int before = world.port.lists.times();
    world.model.pages().refresh();
    QTRY_COMPARE(world.model.rowCount(), 1500);
    QTRY_COMPARE(world.port.lists.times(), before + 1);
    QCOMPARE(world.cell(0), codeOf(0)); // the old until the new is here
    QCOMPARE(world.view.currentIndex().row(), 3);
    world.port.lists.answer = [](const book::Filter &filter) {
        CouponPage page = FakeBook{1500}.page(filter);
        page.items[0].code = "NEW";
        return page;
    };
    world.port.lists.release();
    QTRY_COMPARE(world.cell(0), QString("NEW"));
    QCOMPARE(reset.size(), 0);
}

void TestCouponsTable::aShorterBookLosesItsLastRows()
{
    World world(1000);
    world.begin();
    FakeBook{3}.answerFor(world.port);
    world.model.pages().refresh();
    QTRY_COMPARE(world.model.rowCount(), 3);
    FakeBook{0}.answerFor(world.port);
    world.model.pages().refresh();
    QTRY_COMPARE(world.model.rowCount(), 0);
}

void TestCouponsTable::aFailureStopsAsking()
{
    World world(1000);
    world.port.lists.answer = [](const book::Filter &) { return failure(Trouble::Unavailable, "away"); };
    QSignalSpy failed(&world.model.pages(), &CouponPages::failed);
    world.begin();
    QTRY_COMPARE(failed.size(), 1);
    for (int row = 0; row < 1000; row += 50)
        QCOMPARE(world.cell(row), QString("…"));
    QCOMPARE(world.port.lists.times(), 1);
    FakeBook{1000}.answerFor(world.port);
    world.model.pages().refresh();
    QTRY_COMPARE(world.cell(0), codeOf(0));
}

void TestCouponsTable::reservedAreListedNotCounted()
{
    World world(3);
    book::Filter filter;
    filter.status = CouponStatus::Reserved;
    world.model.pages().setFilter(filter);
    QTRY_COMPARE(world.model.rowCount(), 3);
    QCOMPARE(world.cell(2), codeOf(2));
    QCOMPARE(world.port.counts.times(), 0);
}

void TestCouponsTable::rowsThatHaveGoneAreEmpty()
{
    World world(10);
    world.port.counts.answer = [](const book::Filter &) { return qint64(12); };
    world.begin();
    QTRY_COMPARE(world.cell(9), codeOf(9));
    QCOMPARE(world.cell(11), QString());
    QVERIFY(!world.model.coupon(11));
    QVERIFY(!world.model.coupon(-1));
}

void TestCouponsTable::openCodesCanBeEdited()
{
    World world(10);
    world.begin();
    QTRY_COMPARE(world.cell(9), codeOf(9));
    const auto editable = [&](int row, int column) {
        return world.model.flags(world.model.index(row, column)).testFlag(Qt::ItemIsEditable);
    };
    for (int row = 0; row < 10; ++row)
        QCOMPARE(editable(row, CouponTableModel::Code), row < 3);
    QVERIFY(!editable(0, CouponTableModel::User));
}

void TestCouponsTable::anEditThatFailsGoesBack()
{
    World world(10);
    world.begin();
    QTRY_COMPARE(world.cell(0), codeOf(0));
    QSignalSpy asked(&world.model, &CouponTableModel::editAsked);
    const auto cell = world.model.index(0, CouponTableModel::Code);
    QVERIFY(!world.model.setData(cell, codeOf(0), Qt::EditRole)); // no change
    QVERIFY(world.model.setData(cell, " NEW ", Qt::EditRole));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(1).toByteArray(), QByteArray("NEW"));
    QCOMPARE(world.cell(0), QString("NEW"));
    QVERIFY(!world.model.flags(cell).testFlag(Qt::ItemIsEditable)); // one edit at a time
    world.model.endEdit(1);
    QCOMPARE(world.cell(0), codeOf(0));
}

void TestCouponsTable::theModelMayGoWhileItWaits()
{
    FakePort port;
    FakeBook{100}.answerFor(port);
    port.counts.hold = true;
    auto model = std::make_unique<CouponTableModel>(port);
    model->pages().setFilter({});
    model.reset();
    port.counts.release();
    QCOMPARE(port.counts.times(), 1);
}

void TestCouponsTable::keepsTheRulesOfModels()
{
    World world(1000);
    const QAbstractItemModelTester tester(&world.model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    world.begin();
    FakeBook{1200}.answerFor(world.port);
    world.model.pages().refresh();
    QTRY_COMPARE(world.model.rowCount(), 1200);
    FakeBook{700}.answerFor(world.port);
    world.model.pages().refresh();
    QTRY_COMPARE(world.model.rowCount(), 700);
}

QTEST_MAIN(TestCouponsTable)
#include "tst_coupons_table.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The coupons as a list of a desktop: sorted by a click, many selected, a menu at the row.

#include "tests/ui/coupons_world.h"
#include "ui/coupons/coupon_menu.h"
#include "ui/coupons/coupon_selection.h"
#include "ui/parts/question_dialog.h"

#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace seonchak;

namespace {

/// What the menu of the selected rows offers, and it is closed again.
struct Menu
{
    explicit Menu(const CouponsWorld &world)
    {
        Q_EMIT world.table()->customContextMenuRequested(QPoint(10, 10));
        menu = world.page.findChild<CouponMenu *>();
        if (!menu)
            qFatal("no menu was opened");
    }
    ~Menu() { delete menu; }
    Menu(const Menu &) = delete;
    Menu &operator=(const Menu &) = delete;
    [[nodiscard]] QAction *action(const char *name) const
    {
        auto *found = menu->findChild<QAction *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s in the menu", name);
        return found;
    }
    QPointer<CouponMenu> menu;
};

} // namespace

class TestCouponsList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClickOnAHeadSorts();
    void theOrderIsKeptWithTheColumns_data();
    void theOrderIsKeptWithTheColumns();
    void aSearchIsAnyPartOfACode();
    void tooManyAreNotActedOn();
    void rowsSelectedUnseenAreFetched();
    void theSelectionStandsStill();
    void escapeLetsTheListGo();
    void theMenuOffersWhatCanBeDone();
    void theMenuCopiesRowsAndUsers();
    void aDoubleClickOpensTheLifeOfAnOpenCodeToo();
    void nothingHasAMnemonic();
    void pictures_data();
    void pictures();
};

void TestCouponsList::aClickOnAHeadSorts()
{
    CouponsWorld world(1000);
    world.port.recorded.answer = [](const QString &, const QString &, const QString &) {
        return Result<void>{};
    };
    QTRY_COMPARE(world.cell(0), QString("C0000001"));
    QCOMPARE(world.lastFilter().order, book::Order::Id);
    auto *header = world.table()->horizontalHeader();
    const auto click = [&](int column) {
        const QPoint place(header->sectionViewportPosition(column) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    };
    const book::Order orders[] = {book::Order::Id,   book::Order::Code,    book::Order::Status,
                                  book::Order::User, book::Order::Created, book::Order::Issued};
    for (int column = 1; column < int(std::size(orders)); ++column) {
        click(column);
        QTRY_COMPARE(world.lastFilter().order, orders[column]);
        QVERIFY(!world.lastFilter().descending);
        click(column);
        QTRY_VERIFY(world.lastFilter().descending);
        QTRY_COMPARE(std::get<0>(world.port.lists.asked.back()).order, orders[column]);
        QVERIFY(std::get<0>(world.port.lists.asked.back()).descending);
    }
    // What is written into a file stays in the order of the numbers.
    const QTemporaryDir dir;
    press(world.page, "couponsExport");
    world.asker.choose(dir.filePath("sorted.csv"));
    QTRY_VERIFY(world.line().contains("were written"));
    const auto slice = std::ranges::find_if(
        world.port.lists.asked, [](const auto &asked) { return std::get<0>(asked).limit == 5000; });
    QVERIFY(slice != world.port.lists.asked.end());
    QCOMPARE(std::get<0>(*slice).order, book::Order::Id);
}

void TestCouponsList::theOrderIsKeptWithTheColumns_data()
{
    QTest::addColumn<bool>("ordered");
    QTest::addColumn<int>("order");
    QTest::newRow("kept") << true << int(book::Order::User);
    QTest::newRow("kept before there was an order") << false << int(book::Order::Id);
}

void TestCouponsList::theOrderIsKeptWithTheColumns()
{
    QFETCH(bool, ordered);
    QFETCH(int, order);
    QByteArray state;
    {
        const CouponsWorld world(10);
        auto *header = world.table()->horizontalHeader();
        header->setSortIndicator(CouponTableModel::User, Qt::DescendingOrder);
        header->setSortIndicatorShown(ordered);
        state = header->saveState();
    }
    PageWorld again;
    FakeBook{10}.answerFor(again.port);
    CouponsPage page(again.context);
    auto *header = part<QTableView>(page, "couponsTable")->horizontalHeader();
    QVERIFY(header->restoreState(state));
    QVERIFY(header->isSortIndicatorShown());
    page.show();
    QTRY_COMPARE(again.port.counts.times(), 1);
    QCOMPARE(int(std::get<0>(again.port.counts.asked[0]).order), order);
    QCOMPARE(std::get<0>(again.port.counts.asked[0]).descending, ordered);
}

void TestCouponsList::aSearchIsAnyPartOfACode()
{
    const CouponsWorld world(1000);
    QTRY_COMPARE(world.table()->model()->rowCount(), 1000);
    part<QLineEdit>(world.page, "searchCode")->setText("vip-1");
    QTRY_COMPARE(world.lastFilter().codePart, QByteArray("vip-1"));
    QVERIFY(world.lastFilter().codePrefix.isEmpty() && world.lastFilter().code.isEmpty());
}

void TestCouponsList::tooManyAreNotActedOn()
{
    CouponsWorld world(1'000'000);
    QTRY_COMPARE(world.cell(0), QString("C0000001"));
    const int before = world.port.lists.times();
    world.table()->selectAll();
    QTRY_VERIFY(textOf(world.page, "couponsCount").contains("1,000,000 selected, at most 10,000 at once"));
    for (const char *name : {"couponsVoid", "couponsCopy", "couponsEdit", "couponsBiography"})
        QVERIFY2(!button(world, name)->isEnabled(), name);
    QCoreApplication::processEvents();
    QStringList offsets;
    for (int i = before; i < world.port.lists.times(); ++i)
        offsets << QString::number(std::get<0>(world.port.lists.asked[std::size_t(i)]).offset);
    QVERIFY2(offsets.size() < 5, qPrintable(offsets.join(' '))); // a million rows are not read for it
}

void TestCouponsList::rowsSelectedUnseenAreFetched()
{
    CouponsWorld world(1'000'000);
    QTRY_COMPARE(world.cell(0), QString("C0000001"));
    const auto *model = world.table()->model();
    world.table()->selectionModel()->select(QItemSelection(model->index(0, 0), model->index(9999, 0)),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTRY_VERIFY(button(world, "couponsVoid")->isEnabled());
    press(world.page, "couponsCopy");
    const QStringList codes = QGuiApplication::clipboard()->text().split('\n');
    QCOMPARE(codes.size(), 10'000);
    QCOMPARE(codes.last(), QString("C0010000"));
    // Scrolling far away forgets none of them.
    for (int row = 100'000; row < 150'000; row += 200)
        QTRY_VERIFY(world.cell(row).size() > 1);
    QVERIFY(button(world, "couponsVoid")->isEnabled());
}

void TestCouponsList::theSelectionStandsStill()
{
    CouponsWorld world(1000);
    part<QComboBox>(world.page, "searchStatus")->setCurrentIndex(2);
    QTRY_COMPARE(world.lastFilter().status, std::optional(CouponStatus::Available));
    world.selectAll({5, 6, 9});
    const QStringList chosen = world.selectedCodes();
    // Three have left the front of the list meanwhile, and one of the others has got a user.
    world.port.counts.answer = [](const book::Filter &) { return qint64(997); };
    world.port.lists.answer = [](const book::Filter &filter) {
        book::Filter later = filter;
        later.offset += 3;
        CouponPage page = FakeBook{1000}.page(later);
        for (Coupon &coupon : page.items) {
            if (coupon.id == 10)
                coupon.userId = 4711;
        }
        return page;
    };
    world.page.refresh();
    QTRY_COMPARE(world.cell(9, CouponTableModel::User), QString("4711"));
    QCOMPARE(world.cell(0), QString("C0000001")); // no coupon has changed its row
    QCOMPARE(world.selectedCodes(), chosen);
    QTRY_VERIFY(textOf(world.page, "couponsCount").contains("stands still"));
    world.table()->clearSelection();
    QTRY_COMPARE(world.cell(0), QString("C0000004"));
    QTRY_COMPARE(world.table()->model()->rowCount(), 997);
    QVERIFY(!textOf(world.page, "couponsCount").contains("stands still"));
}

void TestCouponsList::escapeLetsTheListGo()
{
    CouponsWorld world(1000);
    world.select(3);
    QVERIFY(QTest::qWaitForWindowActive(&world.page));
    // A list to which coupons only come at its end grows all the same.
    FakeBook{1200}.answerFor(world.port);
    world.page.refresh();
    QTRY_COMPARE(world.table()->model()->rowCount(), 1200);
    QCOMPARE(world.selectedCodes(), QStringList{"C0000004"});
    world.table()->setFocus();
    QTest::keyClick(world.table(), Qt::Key_Escape);
    QCOMPARE(world.selectedCodes(), QStringList());
    // In a cell that is edited Esc ends the edit, and the row stays selected.
    world.select(1);
    press(world.page, "couponsEdit");
    auto *editor = world.table()->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_VERIFY(!world.table()->viewport()->findChild<QLineEdit *>());
    QCOMPARE(world.selectedCodes(), QStringList{"C0000002"});
}

void TestCouponsList::theMenuOffersWhatCanBeDone()
{
    CouponsWorld world(1000);
    QSignalSpy lives(&world.page, &CouponsPage::biographyAsked);
    QSignalSpy users(&world.page, &CouponsPage::userAsked);
    world.select(3); // issued
    {
        const Menu menu(world);
        menu.action("menuBiography")->trigger();
        menu.action("menuUser")->trigger();
        QVERIFY(menu.action("menuEdit")->isEnabled());
        menu.action("menuEdit")->trigger();
    }
    QCOMPARE(lives.size(), 1);
    QCOMPARE(lives.at(0).at(0).toByteArray(), QByteArray("C0000004"));
    QCOMPARE(users.size(), 1);
    QCOMPARE(users.at(0).at(0).toLongLong(), 1004);
    QVERIFY(world.line().contains("has been issued")); // why it cannot be edited
    world.selectAll({0, 1});
    {
        const Menu menu(world);
        QVERIFY(!menu.action("menuBiography")->isEnabled());
        QVERIFY(!menu.action("menuUser")->isEnabled());
        QVERIFY(!menu.action("menuCopyUsers")->isEnabled());
        QVERIFY(menu.action("menuVoid")->text().startsWith("Void 2 coupons"));
        menu.action("menuVoid")->trigger();
        QCOMPARE(world.asker.questions.size(), std::size_t(1));
        auto *sort = menu.menu->findChild<QMenu *>("menuSort");
        QVERIFY(sort);
        sort->actions().at(CouponTableModel::Status)->trigger();
        QTRY_COMPARE(world.lastFilter().order, book::Order::Status);
    }
}

void TestCouponsList::theMenuCopiesRowsAndUsers()
{
    CouponsWorld world(1000);
    world.selectAll({0, 3});
    const Menu menu(world);
    menu.action("menuCopyRows")->trigger();
    const QStringList rows = QGuiApplication::clipboard()->text().split('\n');
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].split('\t').mid(0, 4), (QStringList{"4", "C0000004", "Issued", "1004"}));
    menu.action("menuCopyUsers")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("1004"));
    menu.action("menuCopy")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("C0000001\nC0000004"));
}

void TestCouponsList::aDoubleClickOpensTheLifeOfAnOpenCodeToo()
{
    CouponsWorld world(10);
    QSignalSpy lives(&world.page, &CouponsPage::biographyAsked);
    world.select(1);
    const QPoint place =
        world.table()->visualRect(world.table()->model()->index(1, CouponTableModel::Code)).center();
    QTest::mouseClick(world.table()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(world.table()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(lives.size(), 1);
    QVERIFY(!world.table()->viewport()->findChild<QLineEdit *>());
    QVERIFY(world.line().startsWith("Double click")); // the page says so
}

void TestCouponsList::nothingHasAMnemonic()
{
    for (const char *language : {"ko", "en"}) {
        const PictureLook look(language, false);
        const CouponsWorld world(10);
        for (const auto *label : world.page.findChildren<QLabel *>())
            QVERIFY2(!label->text().contains('&'), qPrintable(label->text()));
        for (const auto *one : world.page.findChildren<QPushButton *>())
            QVERIFY2(!one->text().contains('&'), qPrintable(one->text()));
    }
}

void TestCouponsList::pictures_data()
{
    pictureRows({"coupons-selected", "coupons-menu", "coupons-void-many"});
}

void TestCouponsList::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    CouponsWorld world(1'000'000);
    world.page.resize(1122, 620); // what the window of 1280 × 720 leaves
    world.selectAll({1, 2, 3, 6, 10});
    world.table()->horizontalHeader()->setSortIndicator(CouponTableModel::Issued, Qt::DescendingOrder);
    QTRY_VERIFY(world.cell(0).size() > 1);
    world.selectAll({1, 2, 3, 6, 10});
    QTRY_COMPARE(cutOff(world.page), QString());
    if (state == "coupons-menu") {
        const Menu menu(world);
        QVERIFY(savePicture(*menu.menu));
        return;
    }
    if (state == "coupons-void-many") {
        press(world.page, "couponsVoid");
        QuestionDialog dialog(world.asker.questions.back());
        dialog.show();
        QTRY_COMPARE(cutOff(dialog), QString());
        QVERIFY(savePicture(dialog));
        return;
    }
    QVERIFY(savePicture(world.page));
    world.page.resize(750, 440); // the narrow window
    QCoreApplication::processEvents();
    QTRY_COMPARE(cutOff(world.page), QString());
}

QTEST_MAIN(TestCouponsList)
#include "tst_coupons_list.moc"

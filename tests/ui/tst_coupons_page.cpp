// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of coupons: what a person finds there, and what it says when.

#include "tests/ui/coupons_world.h"
#include "ui/coupons/coupon_search.h"

#include <QClipboard>
#include <QSignalSpy>

using namespace seonchak;

class TestCouponsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsAndCountsThem();
    void searchesWhileOneTypes();
    void aBadUserIsToldAndNotAsked();
    void escapeClearsTheSearch();
    void emptyStatesSayWhatToDo();
    void failuresSayWhatToDo();
    void theDatabaseGoesAndComesBack();
    void aCodeIsCopied();
    void enterAndDoubleClickOpenTheBiography();
    void markupIsShownAsText();
    void everyPartHasANameAndAnAccessibleName();
    void thePageMayGoWhileItWaits();
    void pictures_data();
    void pictures();
};

void TestCouponsPage::showsAndCountsThem()
{
    const CouponsWorld world(1'000'000);
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("1,000,000 coupons"));
    QTRY_COMPARE(world.cell(0), QString("C0000001"));
    QVERIFY(world.table()->isVisible());
    QVERIFY(!part<QPushButton>(world.page, "couponsVoid")->isEnabled()); // nothing is selected
}

void TestCouponsPage::searchesWhileOneTypes()
{
    const CouponsWorld world(1000);
    QTRY_COMPARE(world.table()->model()->rowCount(), 1000);
    const int before = world.port.counts.times();
    QTest::keyClicks(part<QLineEdit>(world.page, "searchCode"), "C00");
    QTRY_COMPARE(world.table()->model()->rowCount(), 10);
    QCOMPARE(world.port.counts.times(), before + 1); // not for every letter
    QCOMPARE(world.lastFilter().codePart, QByteArray("C00"));
    QCOMPARE(textOf(world.page, "couponsCount"), QString("10 coupons found"));
    part<QLineEdit>(world.page, "searchUser")->setText(" 77 ");
    QTest::keyClick(part<QLineEdit>(world.page, "searchUser"), Qt::Key_Return); // at once
    QCOMPARE(world.lastFilter().user, std::optional<UserId>(77));
    part<QComboBox>(world.page, "searchStatus")->setCurrentIndex(5);
    QCOMPARE(world.lastFilter().status, std::optional(CouponStatus::Issued));
    QCOMPARE(world.lastFilter().codePart, QByteArray("C00"));
}

void TestCouponsPage::aBadUserIsToldAndNotAsked()
{
    const CouponsWorld world(10);
    QTRY_COMPARE(world.table()->model()->rowCount(), 10);
    const int before = world.port.counts.times();
    for (const char *bad : {"0", "-1", "1.5", "abc", "9223372036854775808", "<b>1</b>"}) {
        part<QLineEdit>(world.page, "searchUser")->setText(bad);
        QTest::keyClick(part<QLineEdit>(world.page, "searchUser"), Qt::Key_Return);
        QVERIFY(textOf(world.page, "searchUserHint").contains("whole number"));
    }
    QCOMPARE(world.port.counts.times(), before);
    part<QLineEdit>(world.page, "searchUser")->setText("9223372036854775807");
    QCOMPARE(textOf(world.page, "searchUserHint"), QString());
}

void TestCouponsPage::escapeClearsTheSearch()
{
    CouponsWorld world(1000);
    QVERIFY(QTest::qWaitForWindowActive(&world.page));
    auto *field = part<QLineEdit>(world.page, "searchCode");
    field->setFocus();
    QTest::keyClicks(field, "C00");
    QTRY_COMPARE(world.table()->model()->rowCount(), 10);
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(world.table()->model()->rowCount(), 1000);
    QCOMPARE(field->text(), QString());
}

void TestCouponsPage::emptyStatesSayWhatToDo()
{
    CouponsWorld world(0);
    QTRY_COMPARE(world.state()->title(), QString("There are no coupons yet"));
    QVERIFY(!part<QPushButton>(world.page, "couponsExport")->isEnabled());
    part<QLineEdit>(world.page, "searchCode")->setText("nothing");
    QTRY_COMPARE(world.state()->title(), QString("Nothing matches"));
    FakeBook{5}.answerFor(world.port);
    press(world.page, "couponsStateRetry"); // clears the search
    QTRY_COMPARE(world.table()->model()->rowCount(), 5);
    QVERIFY(world.table()->isVisible());
}

void TestCouponsPage::failuresSayWhatToDo()
{
    CouponsWorld world(-1);
    QTRY_COMPARE(world.state()->state(), StatePanel::State::Disconnected);
    FakeBook{10}.answerFor(world.port);
    press(world.page, "couponsStateRetry");
    QTRY_VERIFY(world.table()->isVisible());
    world.port.counts.answer = [](const book::Filter &) { return failure(Trouble::Internal, "broken"); };
    world.page.refresh();
    QTRY_VERIFY(world.line().contains("may be old"));
    QVERIFY(world.table()->isVisible()); // the last known is better than nothing
}

void TestCouponsPage::theDatabaseGoesAndComesBack()
{
    CouponsWorld world(10);
    QTRY_COMPARE(world.table()->model()->rowCount(), 10);
    world.port.now.databaseConnected = false;
    QTRY_VERIFY(world.line().contains("database is away"));
    FakeBook{12}.answerFor(world.port);
    world.port.now.databaseConnected = true;
    QTRY_COMPARE(world.table()->model()->rowCount(), 12);
    QTRY_VERIFY(world.line().startsWith("Double click"));
}

void TestCouponsPage::aCodeIsCopied()
{
    CouponsWorld world(10);
    world.select(4);
    QVERIFY(QTest::qWaitForWindowActive(&world.page));
    world.table()->setFocus();
    QTest::keyClick(world.table(), Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString("C0000005"));
}

void TestCouponsPage::enterAndDoubleClickOpenTheBiography()
{
    CouponsWorld world(10);
    QSignalSpy asked(&world.page, &CouponsPage::biographyAsked);
    world.select(4);
    QTest::keyClick(world.table(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toByteArray(), QByteArray("C0000005"));
    press(world.page, "couponsBiography");
    const auto cell = world.table()->model()->index(1, CouponTableModel::User);
    const QPoint place = world.table()->visualRect(cell).center();
    QTest::mouseClick(world.table()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(world.table()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(asked.size(), 3);
    QCOMPARE(asked.at(2).at(0).toByteArray(), QByteArray("C0000002"));
}

void TestCouponsPage::markupIsShownAsText()
{
    CouponsWorld world(3);
    world.port.lists.answer = [](const book::Filter &filter) {
        CouponPage page = FakeBook{3}.page(filter);
        page.items[0].code = "<b>bold</b><img/src=x>";
        return page;
    };
    QTRY_COMPARE(world.cell(0), QString("<b>bold</b><img/src=x>"));
    const auto tip = world.table()->model()->index(0, 1).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains("&lt;b&gt;bold") && !tip.contains("<b>bold"));
    world.select(0);
    press(world.page, "couponsVoid");
    QVERIFY(world.asker.questions[0].title.contains("<b>bold</b>")); // shown by a plain label
    world.asker.answer(false);
    auto *dialog = openAdd(world, "<b> </b>");
    const auto *model = part<QTableView>(*dialog, "addCodesJudged")->model();
    QCOMPARE(model->index(0, 1).data().toString(), QString("<b>␣</b>"));
    for (const auto *label : world.page.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestCouponsPage::everyPartHasANameAndAnAccessibleName()
{
    CouponsWorld world(10);
    auto *dialog = openAdd(world, "A1");
    for (const QWidget *top : {static_cast<QWidget *>(&world.page), static_cast<QWidget *>(dialog)}) {
        for (const auto *child : top->findChildren<QWidget *>()) {
            const bool acts = (child->focusPolicy() & Qt::TabFocus) &&
                              !child->parent()->inherits("QComboBox") && !child->inherits("QScrollBar") &&
                              child->isVisibleTo(top);
            if (!acts)
                continue;
            QVERIFY2(!child->objectName().isEmpty(), child->metaObject()->className());
            const auto *button = qobject_cast<const QAbstractButton *>(child);
            QVERIFY2(!child->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(child->objectName()));
        }
    }
}

void TestCouponsPage::thePageMayGoWhileItWaits()
{
    PageWorld world;
    FakeBook{10}.answerFor(world.port);
    world.port.counts.hold = world.port.adds.hold = true;
    auto page = std::make_unique<CouponsPage>(world.context);
    page->show();
    press(*page, "couponsAdd");
    auto *dialog = page->findChild<AddDialog *>();
    part<QPlainTextEdit>(*dialog, "addCodes")->setPlainText("A1");
    press(*dialog, "addAction");
    QTRY_COMPARE(world.port.adds.times(), 1);
    page.reset();
    world.port.counts.release();
    world.port.adds.release();
    QCOMPARE(world.port.adds.times(), 1);
}

void TestCouponsPage::pictures_data()
{
    pictureRows({"coupons", "coupons-search", "coupons-empty", "coupons-away"});
}

void TestCouponsPage::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    CouponsWorld world(state == "coupons-empty" ? 0 : state == "coupons-away" ? -1 : 1'000'000);
    if (state == "coupons-empty" || state == "coupons-away") {
        QTRY_VERIFY(world.state()->isVisible() && world.state()->state() != StatePanel::State::Loading);
    } else if (state == "coupons-search") {
        part<QLineEdit>(world.page, "searchCode")->setText("C0000");
        part<QLineEdit>(world.page, "searchUser")->setText("12a");
        world.select(2);
    } else {
        world.select(6);
    }
    QTRY_COMPARE(cutOff(world.page), QString());
    QVERIFY(savePicture(world.page));
    world.page.resize(750, 440); // the narrow window
    QCoreApplication::processEvents();
    QTRY_COMPARE(cutOff(world.page), QString());
}

QTEST_MAIN(TestCouponsPage)
#include "tst_coupons_page.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of coupons: what a person finds, changes, adds and voids there, and what it says when.

#include "tests/ui/fake_book.h"
#include "tests/ui/page_world.h"
#include "ui/coupons/add_dialog.h"
#include "ui/coupons/coupon_search.h"
#include "ui/coupons/coupon_table_model.h"
#include "ui/coupons/coupons_page.h"
#include "ui/parts/state_panel.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace seonchak;

namespace {

struct World : PageWorld
{
    /// A negative size: the database is away.
    explicit World(qint64 size)
    {
        FakeBook{size}.answerFor(port);
        if (size < 0)
            port.counts.answer = [](const book::Filter &) { return failure(Trouble::Unavailable, "away"); };
        page.resize(1130, 700);
        page.show();
        page.activateWindow();
    }
    [[nodiscard]] QTableView *table() const { return part<QTableView>(page, "couponsTable"); }
    [[nodiscard]] QString cell(int row, int column = CouponTableModel::Code) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] StatePanel *state() const { return part<StatePanel>(page, "couponsState"); }
    [[nodiscard]] QString line() const { return textOf(page, "couponsLine"); }
    void select(int row) const
    {
        QTRY_VERIFY(cell(row).size() > 1);
        table()->setCurrentIndex(table()->model()->index(row, 0));
    }
    /// Types a new code into the cell of this row and presses Enter.
    void edit(int row, const QString &code) const
    {
        select(row);
        press(page, "couponsEdit");
        auto *editor = table()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(code);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    [[nodiscard]] book::Filter lastFilter() const { return std::get<0>(port.counts.asked.back()); }
    CouponsPage page{context};
};

AddDialog *openAdd(World &world, const QString &text)
{
    press(world.page, "couponsAdd");
    auto *dialog = world.page.findChild<AddDialog *>();
    part<QPlainTextEdit>(*dialog, "addCodes")->setPlainText(text);
    return dialog;
}

QStringList refusedIn(const QWidget &dialog, const char *table)
{
    const auto *model = part<QTableView>(dialog, table)->model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows << model->index(row, 0).data().toString() + ": " + model->index(row, 2).data().toString();
    return rows;
}

} // namespace

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
    void anEditIsMade();
    void anEditIsRefused_data();
    void anEditIsRefused();
    void whatCannotBeEditedSaysWhy();
    void voidingShowsWhatItMeansFirst();
    void voidingInALiveSaleAsksForItsName();
    void whatCannotBeVoidedSaysWhy();
    void aCodeIsCopied();
    void enterAndDoubleClickOpenTheBiography();
    void pastedCodesAreJudgedAtOnce();
    void pastedCodesAreAdded();
    void codesThatExistAreNamedAndLeftOut();
    void addingMayFail();
    void aHugePasteIsPointedToTheImport();
    void markupIsShownAsText();
    void everyPartHasANameAndAnAccessibleName();
    void thePageMayGoWhileItWaits();
    void pictures_data();
    void pictures();
};

void TestCouponsPage::showsAndCountsThem()
{
    const World world(1'000'000);
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("1,000,000 coupons"));
    QTRY_COMPARE(world.cell(0), QString("C0000001"));
    QVERIFY(world.table()->isVisible());
    QVERIFY(!part<QPushButton>(world.page, "couponsVoid")->isEnabled()); // nothing is selected
}

void TestCouponsPage::searchesWhileOneTypes()
{
    const World world(1000);
    QTRY_COMPARE(world.table()->model()->rowCount(), 1000);
    const int before = world.port.counts.times();
    QTest::keyClicks(part<QLineEdit>(world.page, "searchCode"), "C00");
    QTRY_COMPARE(world.table()->model()->rowCount(), 10);
    QCOMPARE(world.port.counts.times(), before + 1); // not for every letter
    QCOMPARE(world.lastFilter().codePrefix, QByteArray("C00"));
    QCOMPARE(textOf(world.page, "couponsCount"), QString("10 coupons found"));
    part<QLineEdit>(world.page, "searchUser")->setText(" 77 ");
    QTest::keyClick(part<QLineEdit>(world.page, "searchUser"), Qt::Key_Return); // at once
    QCOMPARE(world.lastFilter().user, std::optional<UserId>(77));
    part<QComboBox>(world.page, "searchStatus")->setCurrentIndex(5);
    QCOMPARE(world.lastFilter().status, std::optional(CouponStatus::Issued));
    QCOMPARE(world.lastFilter().codePrefix, QByteArray("C00"));
}

void TestCouponsPage::aBadUserIsToldAndNotAsked()
{
    const World world(10);
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
    World world(1000);
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
    World world(0);
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
    World world(-1);
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
    World world(10);
    QTRY_COMPARE(world.table()->model()->rowCount(), 10);
    world.port.now.databaseConnected = false;
    QTRY_VERIFY(world.line().contains("database is away"));
    FakeBook{12}.answerFor(world.port);
    world.port.now.databaseConnected = true;
    QTRY_COMPARE(world.table()->model()->rowCount(), 12);
    QTRY_COMPARE(world.line(), QString());
}

void TestCouponsPage::anEditIsMade()
{
    World world(10);
    world.port.renames.hold = true;
    world.port.renames.answer = [](CouponId id, const QByteArray &code) {
        Coupon changed = FakeBook::coupon(id);
        changed.code = code;
        return changed;
    };
    world.edit(1, "NEW-2");
    QTRY_COMPARE(world.port.renames.times(), 1);
    QCOMPARE(std::get<0>(world.port.renames.asked[0]), 2);
    QCOMPARE(std::get<1>(world.port.renames.asked[0]), QByteArray("NEW-2"));
    QCOMPARE(world.cell(1), QString("NEW-2"));
    world.port.renames.release();
    QTRY_COMPARE(world.line(), QString("C0000002 is called NEW-2 now."));
    QCOMPARE(world.cell(1), QString("NEW-2"));
}

void TestCouponsPage::anEditIsRefused_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("trouble");
    QTest::addColumn<bool>("named");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &code, Trouble trouble, bool named,
                        const char *said) {
        QTest::newRow(name) << code << int(trouble) << named << QString(said);
    };
    row("taken", "C0000009", Trouble::Conflict, true, "Another coupon has the code C0000009");
    row("issued meanwhile", "NEW", Trouble::Conflict, false, "issued by now");
    row("gone", "NEW", Trouble::NotFound, false, "no such coupon any more");
    row("away", "NEW", Trouble::Unavailable, false, "Try again when");
    row("white space", "A B", Trouble::Internal, false, "no white space");
    row("empty", "", Trouble::Internal, false, "cannot be empty");
    row("too long", QString(65, 'x'), Trouble::Internal, false, "64 bytes");
}

void TestCouponsPage::anEditIsRefused()
{
    QFETCH(QString, code);
    QFETCH(int, trouble);
    QFETCH(bool, named);
    QFETCH(QString, said);
    World world(10);
    world.port.renames.answer = [=](CouponId, const QByteArray &taken) {
        return failure(Trouble(trouble), "no", named ? QList<QByteArray>{taken} : QList<QByteArray>());
    };
    world.edit(1, code);
    QTRY_VERIFY2(world.line().contains(said), qPrintable(world.line()));
    QVERIFY(world.line().startsWith("The code was not changed."));
    QCOMPARE(part<ToneLabel>(world.page, "couponsLine")->tone(), theme::Tone::Bad);
    QTRY_COMPARE(world.cell(1), QString("C0000002"));
}

void TestCouponsPage::whatCannotBeEditedSaysWhy()
{
    const World world(10);
    const QStringList why{"", "", "", "has been issued", "", "reserved", "in doubt", "void already"};
    for (int row = 3; row < 8; ++row) {
        world.select(row);
        press(world.page, "couponsEdit");
        QVERIFY2(world.line().contains(why[row]), qPrintable(world.line()));
        QVERIFY(!world.table()->viewport()->findChild<QLineEdit *>());
    }
}

void TestCouponsPage::voidingShowsWhatItMeansFirst()
{
    World world(10);
    world.port.voids.answer = [](CouponId id) {
        Coupon coupon = FakeBook::coupon(id);
        coupon.status = CouponStatus::Void;
        return coupon;
    };
    world.select(1);
    press(world.page, "couponsVoid");
    QCOMPARE(world.asker.questions.size(), std::size_t(1));
    QVERIFY(world.asker.questions[0].title.contains("C0000002"));
    QVERIFY(world.asker.questions[0].consequence.contains("out of the stock"));
    QVERIFY(world.asker.questions[0].typed.isEmpty());
    world.asker.answer(false);
    QCOMPARE(world.port.voids.times(), 0);
    press(world.page, "couponsVoid");
    world.asker.answer(true);
    QTRY_COMPARE(world.cell(1, CouponTableModel::Status), QString("Void"));
    QVERIFY(world.line().contains("C0000002 is void"));
    world.port.voids.answer = [](CouponId) { return failure(Trouble::Conflict, "issued"); };
    world.select(2);
    press(world.page, "couponsVoid");
    world.asker.answer(true);
    QTRY_VERIFY(world.line().contains("was not voided. It is reserved"));
}

void TestCouponsPage::voidingInALiveSaleAsksForItsName()
{
    World world(10);
    world.port.sign = {QStringLiteral("Autumn"), true};
    world.select(0);
    press(world.page, "couponsVoid");
    QCOMPARE(world.asker.questions[0].typed, QString("Autumn"));
    world.port.sign.name.clear();
    press(world.page, "couponsVoid");
    QCOMPARE(world.asker.questions[1].typed, QString("LIVE"));
}

void TestCouponsPage::whatCannotBeVoidedSaysWhy()
{
    const World world(10);
    for (const int row : {3, 5, 6, 7}) {
        world.select(row);
        press(world.page, "couponsVoid");
        QVERIFY(world.line().contains("was not voided"));
    }
    QVERIFY(world.asker.questions.empty());
}

void TestCouponsPage::aCodeIsCopied()
{
    World world(10);
    world.select(4);
    QVERIFY(QTest::qWaitForWindowActive(&world.page));
    world.table()->setFocus();
    QTest::keyClick(world.table(), Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString("C0000005"));
}

void TestCouponsPage::enterAndDoubleClickOpenTheBiography()
{
    World world(10);
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

void TestCouponsPage::pastedCodesAreJudgedAtOnce()
{
    World world(10);
    auto *dialog = openAdd(world, "A1\nA2\n\nA1\nb b\n" + QString(65, 'x'));
    QCOMPARE(refusedIn(*dialog, "addRefused"),
             (QStringList{"3: There is no code", "4: Stands in line 1 already",
                          "5: White space or invisible characters in it", "6: Longer than 64 bytes"}));
    QCOMPARE(textOf(*dialog, "addLine"), QString("2 can be added, 4 cannot:"));
    QCOMPARE(part<QPushButton>(*dialog, "addAction")->text(), QString("Add 2"));
    part<QPlainTextEdit>(*dialog, "addCodes")->setPlainText(" \n");
    QVERIFY(!part<QPushButton>(*dialog, "addAction")->isEnabled());
    QVERIFY(!part<QTableView>(*dialog, "addRefused")->isVisible());
}

void TestCouponsPage::pastedCodesAreAdded()
{
    World world(10);
    world.port.adds.hold = true;
    world.port.adds.answer = [](const QList<QByteArray> &codes, bool push) {
        Added added;
        added.coupons.resize(codes.size());
        added.pushed = push ? codes.size() : 0;
        return added;
    };
    auto *dialog = openAdd(world, "A1\nA2\nb b");
    press(*dialog, "addAction");
    QCOMPARE(std::get<0>(world.port.adds.asked.back()), (QList<QByteArray>{"A1", "A2"}));
    QVERIFY(std::get<1>(world.port.adds.asked.back()));
    dialog->reject(); // not while it is being done
    QVERIFY(dialog->isVisible());
    press(*dialog, "addAction");
    QCOMPARE(world.port.adds.times(), 1);
    const int counts = world.port.counts.times();
    world.port.adds.release();
    QTRY_COMPARE(world.line(), QString("2 coupons were added and pushed into the stock."));
    QTRY_VERIFY(world.port.counts.times() > counts);
    QTRY_VERIFY(!world.page.findChild<AddDialog *>());
}

void TestCouponsPage::codesThatExistAreNamedAndLeftOut()
{
    World world(10);
    world.port.adds.answer = [](const QList<QByteArray> &codes, bool) -> Result<Added> {
        if (codes.contains("A2"))
            return failure(Trouble::Conflict, "taken", {"A2"});
        Added added;
        added.coupons.resize(codes.size());
        return added;
    };
    auto *dialog = openAdd(world, "A1\nA2\nA3");
    part<QAbstractButton>(*dialog, "addPush")->setChecked(false);
    press(*dialog, "addAction");
    QTRY_VERIFY(textOf(*dialog, "addLine").contains("Nothing was added yet: 1 of them exist already. 2 can"));
    QCOMPARE(refusedIn(*dialog, "addRefused"), QStringList{"2: There is a coupon with this code already"});
    press(*dialog, "addAction");
    QTRY_COMPARE(world.line(), QString("2 coupons were added. They wait to be pushed."));
    QCOMPARE(std::get<0>(world.port.adds.asked.back()), (QList<QByteArray>{"A1", "A3"}));
}

void TestCouponsPage::addingMayFail()
{
    World world(10);
    world.port.adds.answer = [](const QList<QByteArray> &, bool) {
        return failure(Trouble::Unavailable, "away");
    };
    auto *dialog = openAdd(world, "A1");
    press(*dialog, "addAction");
    QTRY_VERIFY(textOf(*dialog, "addLine").startsWith("Nothing was added. "));
    QVERIFY(part<QPushButton>(*dialog, "addAction")->isEnabled());
    QVERIFY(dialog->isVisible());
}

void TestCouponsPage::aHugePasteIsPointedToTheImport()
{
    World world(10);
    auto *dialog = openAdd(world, QString(AddDialog::longestText + 1, 'x'));
    QVERIFY(textOf(*dialog, "addLine").contains("CSV import"));
    QVERIFY(!part<QPushButton>(*dialog, "addAction")->isEnabled());
}

void TestCouponsPage::markupIsShownAsText()
{
    World world(3);
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
    const auto *model = part<QTableView>(*dialog, "addRefused")->model();
    QCOMPARE(model->index(0, 1).data().toString(), QString("<b>␣</b>"));
    for (const auto *label : world.page.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestCouponsPage::everyPartHasANameAndAnAccessibleName()
{
    World world(10);
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
    page.reset();
    world.port.counts.release();
    world.port.adds.release();
    QCOMPARE(world.port.adds.times(), 1);
}

void TestCouponsPage::pictures_data()
{
    pictureRows(
        {"coupons", "coupons-search", "coupons-edit", "coupons-add", "coupons-empty", "coupons-away"});
}

void TestCouponsPage::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    World world(state == "coupons-empty" ? 0 : state == "coupons-away" ? -1 : 1'000'000);
    QWidget *shown = &world.page;
    if (state == "coupons-empty" || state == "coupons-away") {
        QTRY_VERIFY(world.state()->isVisible() && world.state()->state() != StatePanel::State::Loading);
    } else if (state == "coupons-search") {
        part<QLineEdit>(world.page, "searchCode")->setText("C0000");
        part<QLineEdit>(world.page, "searchUser")->setText("12a");
        world.select(2);
    } else if (state == "coupons-edit") {
        world.port.renames.answer = [](CouponId, const QByteArray &code) {
            return failure(Trouble::Conflict, "", {code});
        };
        world.edit(1, "SUMMER-2026");
        QTRY_VERIFY(world.line().contains("SUMMER-2026"));
        press(world.page, "couponsEdit");
    } else if (state == "coupons-add") {
        shown = openAdd(world, "GS25-7KQ2-M9XA\nGS25-7KQ2-M9XB\n\nGS25-7KQ2-M9XA\n가을 쿠폰\n<b>bold</b>");
    } else {
        world.select(6);
    }
    QTRY_COMPARE(cutOff(*shown), QString());
    QVERIFY(savePicture(*shown));
    if (shown == &world.page) { // the narrow window
        world.page.resize(750, 440);
        QCoreApplication::processEvents();
        QTRY_COMPARE(cutOff(*shown), QString());
    }
}

QTEST_MAIN(TestCouponsPage)
#include "tst_coupons_page.moc"

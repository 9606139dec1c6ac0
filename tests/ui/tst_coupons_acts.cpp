// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the page of coupons: edits, voids and adds, and what is refused and why.

#include "tests/ui/coupons_world.h"

using namespace seonchak;

namespace {

QStringList refusedIn(const QWidget &dialog, const char *table)
{
    const auto *model = part<QTableView>(dialog, table)->model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows << model->index(row, 0).data().toString() + ": " + model->index(row, 2).data().toString();
    return rows;
}

} // namespace

class TestCouponsActs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEditIsMade();
    void anEditIsRefused_data();
    void anEditIsRefused();
    void whoWasFasterIsNamed_data();
    void whoWasFasterIsNamed();
    void whoseEditWasReplacedIsNamed();
    void whatCannotBeEditedSaysWhy();
    void voidingShowsWhatItMeansFirst();
    void voidingInALiveSaleAsksForItsName();
    void whatCannotBeVoidedSaysWhy();
    void pastedCodesAreJudgedAtOnce();
    void pastedCodesAreAdded();
    void codesThatExistAreNamedAndLeftOut();
    void addingMayFail();
    void aHugePasteIsPointedToTheImport();
    void pictures_data();
    void pictures();
};

void TestCouponsActs::anEditIsMade()
{
    CouponsWorld world(10);
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

void TestCouponsActs::anEditIsRefused_data()
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

void TestCouponsActs::anEditIsRefused()
{
    QFETCH(QString, code);
    QFETCH(int, trouble);
    QFETCH(bool, named);
    QFETCH(QString, said);
    CouponsWorld world(10);
    world.port.renames.answer = [=](CouponId, const QByteArray &taken) {
        return failure(Trouble(trouble), "no", named ? QList<QByteArray>{taken} : QList<QByteArray>());
    };
    world.edit(1, code);
    QTRY_VERIFY2(world.line().contains(said), qPrintable(world.line()));
    QVERIFY(world.line().startsWith("The code was not changed."));
    QCOMPARE(part<ToneLabel>(world.page, "couponsLine")->tone(), theme::Tone::Bad);
    QTRY_COMPARE(world.cell(1), QString("C0000002"));
}

void TestCouponsActs::whoWasFasterIsNamed_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("taken");
    QTest::addColumn<QString>("said");
    QTest::newRow("edited") << "edit" << "coupon 9, code C0000009, new code NEW" << true
                            << "kim (203.0.113.7) edited it at ";
    QTest::newRow("added") << "add" << "1 codes, NEW to NEW, push true" << true
                           << "kim (203.0.113.7) added it at ";
    QTest::newRow("voided") << "void" << "coupon 2" << false << "kim (203.0.113.7) voided it at ";
    QTest::newRow("another code") << "edit" << "coupon 9, code C0000009, new code NEW2" << true << "";
    QTest::newRow("another coupon") << "void" << "coupon 22" << false << "";
}

void TestCouponsActs::whoWasFasterIsNamed()
{
    QFETCH(QString, action);
    QFETCH(QString, detail);
    QFETCH(bool, taken);
    QFETCH(QString, said);
    CouponsWorld world(10);
    const AuditEntry first{7,      1'795'000'000'000,         QStringLiteral("kim (203.0.113.7)"), action,
                           detail, QStringLiteral("done: so")};
    world.port.audits.answer = [first](const AuditFilter &) {
        AuditPage page;
        page.items = {first};
        return Result<AuditPage>(page);
    };
    world.port.renames.answer = [taken](CouponId, const QByteArray &code) {
        return failure(Trouble::Conflict, "no", taken ? QList<QByteArray>{code} : QList<QByteArray>());
    };
    world.edit(1, "NEW");
    QTRY_VERIFY(world.line().startsWith("The code was not changed."));
    QCOMPARE(world.line().contains("kim"), !said.isEmpty());
    QVERIFY2(world.line().contains(said), qPrintable(world.line()));
}

void TestCouponsActs::whoseEditWasReplacedIsNamed()
{
    CouponsWorld world(10);
    world.port.audits.answer = [](const AuditFilter &) {
        AuditPage page;
        const auto edit = [](const char *actor, const char *detail) {
            return AuditEntry{7,
                              1'795'000'000'000,
                              QString::fromLatin1(actor),
                              QStringLiteral("edit"),
                              QString::fromLatin1(detail),
                              QStringLiteral("done: edited")};
        };
        page.items = {edit("desk (lee)", "coupon 2, code KIMS, new code NEW"),
                      edit("kim (203.0.113.7)", "coupon 2, code C0000002, new code KIMS")};
        return Result<AuditPage>(page);
    };
    world.port.renames.answer = [](CouponId id, const QByteArray &code) {
        Coupon coupon = FakeBook::coupon(id);
        coupon.code = code;
        return Result<Coupon>(coupon);
    };
    world.edit(1, "NEW");
    QTRY_VERIFY2(world.line().contains("kim (203.0.113.7) had called it KIMS at"), qPrintable(world.line()));
    QVERIFY(world.line().startsWith("C0000002 is called NEW now."));
}

void TestCouponsActs::whatCannotBeEditedSaysWhy()
{
    const CouponsWorld world(10);
    const QStringList why{"", "", "", "has been issued", "", "reserved", "in doubt", "void already"};
    for (int row = 3; row < 8; ++row) {
        world.select(row);
        press(world.page, "couponsEdit");
        QVERIFY2(world.line().contains(why[row]), qPrintable(world.line()));
        QVERIFY(!world.table()->viewport()->findChild<QLineEdit *>());
    }
}

void TestCouponsActs::voidingShowsWhatItMeansFirst()
{
    CouponsWorld world(10);
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
    world.port.voids.hold = true;
    press(world.page, "couponsVoid");
    world.asker.answer(true);
    world.select(3);
    QVERIFY(!part<QPushButton>(world.page, "couponsVoid")->isEnabled()); // one at a time
    world.port.voids.release();
    QTRY_VERIFY(world.line().contains("was not voided. It is reserved"));
    QVERIFY(part<QPushButton>(world.page, "couponsVoid")->isEnabled()); // It may be tried again.
}

void TestCouponsActs::voidingInALiveSaleAsksForItsName()
{
    CouponsWorld world(10);
    world.port.sign = {QStringLiteral("Autumn"), true};
    world.select(0);
    press(world.page, "couponsVoid");
    QCOMPARE(world.asker.questions[0].typed, QString("Autumn"));
    world.port.sign.name.clear();
    press(world.page, "couponsVoid");
    QCOMPARE(world.asker.questions[1].typed, QString("LIVE"));
}

void TestCouponsActs::whatCannotBeVoidedSaysWhy()
{
    const CouponsWorld world(10);
    for (const int row : {3, 5, 6, 7}) {
        world.select(row);
        press(world.page, "couponsVoid");
        QVERIFY(world.line().contains("was not voided"));
    }
    QVERIFY(world.asker.questions.empty());
}

void TestCouponsActs::pastedCodesAreJudgedAtOnce()
{
    CouponsWorld world(10);
    auto *dialog = openAdd(world, "A1\nA2\n\nA1\nb b\n" + QString(65, 'x'));
    QCOMPARE(refusedIn(*dialog, "addCodesJudged"),
             (QStringList{"3: There is no code", "4: Stands in line 1 already",
                          "5: White space or invisible characters in it", "6: Longer than 64 bytes"}));
    QTRY_COMPARE(textOf(*dialog, "addLine"), QString("2 can be added, 4 cannot:"));
    QCOMPARE(part<QPushButton>(*dialog, "addAction")->text(), QString("Add 2"));
    part<QPlainTextEdit>(*dialog, "addCodes")->setPlainText(" \n");
    QVERIFY(!part<QPushButton>(*dialog, "addAction")->isEnabled());
    QVERIFY(!part<QTableView>(*dialog, "addCodesJudged")->isVisible());
}

void TestCouponsActs::pastedCodesAreAdded()
{
    CouponsWorld world(10);
    world.port.adds.hold = true;
    world.port.adds.answer = [](const QList<QByteArray> &codes, bool push) {
        Added added;
        added.coupons.resize(codes.size());
        added.pushed = push ? codes.size() : 0;
        return added;
    };
    auto *dialog = openAdd(world, "A1\nA2\nb b");
    part<QAbstractButton>(*dialog, "addPush")->setChecked(true);
    press(*dialog, "addAction");
    QTRY_COMPARE(world.port.adds.times(), 1);
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

void TestCouponsActs::codesThatExistAreNamedAndLeftOut()
{
    CouponsWorld world(10);
    world.port.adds.answer = [](const QList<QByteArray> &codes, bool) -> Result<Added> {
        if (codes.contains("A2"))
            return failure(Trouble::Conflict, "taken", {"A2"});
        Added added;
        added.coupons.resize(codes.size());
        return added;
    };
    auto *dialog = openAdd(world, "A1\nA2\nA3");
    press(*dialog, "addAction");
    QTRY_VERIFY(textOf(*dialog, "addLine").contains("Nothing was added yet: 1 of them exist already. 2 can"));
    QCOMPARE(refusedIn(*dialog, "addCodesJudged"),
             QStringList{"2: There is a coupon with this code already"});
    press(*dialog, "addAction");
    QTRY_COMPARE(world.line(), QString("2 coupons were added. They wait to be pushed."));
    QCOMPARE(std::get<0>(world.port.adds.asked.back()), (QList<QByteArray>{"A1", "A3"}));
}

void TestCouponsActs::addingMayFail()
{
    CouponsWorld world(10);
    world.port.adds.answer = [](const QList<QByteArray> &, bool) {
        return failure(Trouble::Unavailable, "away");
    };
    auto *dialog = openAdd(world, "A1");
    press(*dialog, "addAction");
    QTRY_VERIFY(textOf(*dialog, "addLine").startsWith("Nothing was added. "));
    QVERIFY(part<QPushButton>(*dialog, "addAction")->isEnabled());
    QVERIFY(dialog->isVisible());
}

void TestCouponsActs::aHugePasteIsPointedToTheImport()
{
    CouponsWorld world(10);
    auto *dialog = openAdd(world, QString(AddDialog::longestText + 1, 'x'));
    QVERIFY(textOf(*dialog, "addLine").contains("CSV import"));
    QVERIFY(!part<QPushButton>(*dialog, "addAction")->isEnabled());
}

void TestCouponsActs::pictures_data()
{
    pictureRows({"coupons-edit", "coupons-add"});
}

void TestCouponsActs::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    CouponsWorld world(1'000'000);
    QWidget *shown = &world.page;
    if (state == "coupons-edit") {
        world.port.renames.answer = [](CouponId, const QByteArray &code) {
            return failure(Trouble::Conflict, "", {code});
        };
        world.edit(1, "SUMMER-2026");
        QTRY_VERIFY(world.line().contains("SUMMER-2026"));
        press(world.page, "couponsEdit");
    } else {
        shown = openAdd(world, "GS25-7KQ2-M9XA\nGS25-7KQ2-M9XB\n\nGS25-7KQ2-M9XA\n가을 쿠폰\n<b>bold</b>");
        const auto *refused = part<QTableView>(*shown, "addCodesJudged");
        const auto *view = static_cast<const QAbstractItemView *>(refused);
        QVERIFY(view->sizeHintForColumn(2) <= refused->columnWidth(2)); // the reasons are not cut off
    }
    QTRY_COMPARE(cutOff(*shown), QString());
    QVERIFY(savePicture(*shown));
    if (shown == &world.page) { // the narrow window
        world.page.resize(750, 440);
        QCoreApplication::processEvents();
        QTRY_COMPARE(cutOff(*shown), QString());
    }
}

QTEST_MAIN(TestCouponsActs)
#include "tst_coupons_acts.moc"

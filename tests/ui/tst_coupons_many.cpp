// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to many coupons at once, and how an edit is undone.

#include "tests/ui/coupons_world.h"

#include <QClipboard>

using namespace seonchak;

namespace {

Result<Coupon> renamed(CouponId id, const QByteArray &code)
{
    Coupon changed = FakeBook::coupon(id);
    changed.code = code;
    return changed;
}

/// A book in which the second coupon is called NEW-2 and stands like this.
void answerForEdited(FakePort &port, CouponStatus status, CouponId id = 2)
{
    port.lists.answer = [=](const book::Filter &filter) {
        CouponPage page = FakeBook{10}.page(filter);
        if (filter.code != "NEW-2")
            return page;
        Coupon edited = FakeBook::coupon(id);
        edited.code = "NEW-2";
        edited.status = status;
        page.items = {edited};
        return page;
    };
}

} // namespace

class TestCouponsMany : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manyAreVoidedByOneQuestion();
    void whatCannotBeVoidedIsCountedBefore();
    void manyVoidsMayBreakOff();
    void manyVoidsCanBeStopped();
    void aStopAfterTheLastOneStopsNothing();
    void manyCodesAreCopied();
    void anEditIsUndone();
    void anEditThatWentOutIsNotUndone_data();
    void anEditThatWentOutIsNotUndone();
};

void TestCouponsMany::manyAreVoidedByOneQuestion()
{
    CouponsWorld world(1000);
    world.port.sign = {QStringLiteral("Autumn"), true};
    world.port.voidsOfChosen.answer = [](const QList<CouponId> &ids, const Work &) {
        return VoidedChosen{ids.size() - 2, {{CouponStatus::Issued, 1}, {CouponStatus::Available, 1}}, 0};
    };
    world.selectAll({0, 1, 2, 10, 11});
    QVERIFY(textOf(world.page, "couponsCount").contains("5 selected"));
    press(world.page, "couponsVoid");
    QCOMPARE(world.asker.questions.size(), std::size_t(1));
    const Question &question = world.asker.questions[0];
    QCOMPARE(question.title, QString("Void these 5 coupons?"));
    QVERIFY(question.consequence.contains("Takes 3 out of the stock and 2 that wait"));
    QVERIFY(question.consequence.contains("C0000011"));
    QCOMPARE(question.typed, QString("Autumn"));
    world.asker.answer(false);
    QCOMPARE(world.port.voidsOfChosen.times(), 0);
    press(world.page, "couponsVoid");
    world.asker.answer(true);
    QTRY_COMPARE(world.port.voidsOfChosen.times(), 1);
    QCOMPARE(std::get<0>(world.port.voidsOfChosen.asked[0]), (QList<CouponId>{1, 2, 3, 11, 12}));
    QTRY_COMPARE(world.line(),
                 QString("3 coupons are void. 2 are not: 1 issued, 1 reserved or changed at this "
                         "moment."));
    QCOMPARE(world.selectedCodes(), QStringList()); // what was chosen has been dealt with
    QCOMPARE(world.port.voids.times(), 0);
}

void TestCouponsMany::whatCannotBeVoidedIsCountedBefore()
{
    CouponsWorld world(20);
    world.port.voidsOfChosen.answer = [](const QList<CouponId> &ids, const Work &) {
        return VoidedChosen{ids.size(), {}, 0};
    };
    world.selectAll({0, 1, 3, 4, 5, 6, 7});
    press(world.page, "couponsVoid");
    QVERIFY(
        world.asker.questions[0].consequence.contains("Of the 7 selected, 5 stay as they are: 2 issued, 1 in "
                                                      "doubt, 1 reserved for somebody, 1 void already."));
    world.asker.answer(true);
    QTRY_COMPARE(world.line(), QString("2 coupons are void: nobody can get them."));
    QCOMPARE(std::get<0>(world.port.voidsOfChosen.asked[0]), (QList<CouponId>{1, 2}));
    world.selectAll({3, 4});
    press(world.page, "couponsVoid");
    QVERIFY(world.line().contains("None of the 2 selected coupons can be: 2 issued."));
    QCOMPARE(world.asker.questions.size(), std::size_t(1));
}

void TestCouponsMany::manyVoidsMayBreakOff()
{
    CouponsWorld world(20);
    world.port.voidsOfChosen.answer = [](const QList<CouponId> &, const Work &) {
        Error error{Trouble::Unavailable, "away", {}};
        error.partly = Partly{1, 0};
        return Result<VoidedChosen>(std::unexpected(error));
    };
    world.selectAll({0, 1, 2});
    press(world.page, "couponsVoid");
    world.asker.answer(true);
    QTRY_VERIFY2(world.line().startsWith("Voiding broke off: 1 of 3 coupons are void"),
                 qPrintable(world.line()));
    QCOMPARE(part<ToneLabel>(world.page, "couponsLine")->tone(), theme::Tone::Bad);
}

void TestCouponsMany::manyVoidsCanBeStopped()
{
    CouponsWorld world(20);
    world.port.voidsOfChosen.hold = true;
    world.port.voidsOfChosen.answer = [](const QList<CouponId> &, const Work &) {
        return VoidedChosen{2, {{CouponStatus::Available, 1}}, 0, 1};
    };
    world.selectAll({0, 1, 2});
    press(world.page, "couponsVoid");
    world.asker.answer(true);
    QTRY_VERIFY(button(world, "couponsStop")->isVisible());
    QVERIFY(!button(world, "couponsVoid")->isEnabled());
    QCOMPARE(world.underWay.sentences(), QStringList{"Voiding 3 coupons…"});
    press(world.page, "couponsStop");
    QVERIFY(std::get<1>(world.port.voidsOfChosen.asked[0]).stop.stop_requested());
    world.port.voidsOfChosen.release();
    QTRY_VERIFY(world.line().startsWith("Voiding was stopped: 2 of 3"));
    QVERIFY(world.underWay.isEmpty());
    QVERIFY(!button(world, "couponsStop")->isVisible());
}

void TestCouponsMany::aStopAfterTheLastOneStopsNothing()
{
    CouponsWorld world(20);
    world.port.voidsOfChosen.hold = true;
    world.port.voidsOfChosen.answer = [](const QList<CouponId> &, const Work &) {
        return VoidedChosen{1, {{CouponStatus::Issued, 1}, {CouponStatus::Available, 1}}, 0};
    };
    world.selectAll({0, 1, 2});
    press(world.page, "couponsVoid");
    world.asker.answer(true);
    QTRY_VERIFY(button(world, "couponsStop")->isVisible());
    press(world.page, "couponsStop");
    world.port.voidsOfChosen.release();
    QTRY_COMPARE(world.line(),
                 "1 coupon is void. 2 are not: 1 issued, 1 reserved or changed at this moment.");
}

void TestCouponsMany::manyCodesAreCopied()
{
    CouponsWorld world(1000);
    world.selectAll({4, 2, 900});
    QVERIFY(QTest::qWaitForWindowActive(&world.page));
    world.table()->setFocus();
    QTest::keyClick(world.table(), Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString("C0000003\nC0000005\nC0000901"));
    QVERIFY(world.line().startsWith("3 codes were copied"));
}

void TestCouponsMany::anEditIsUndone()
{
    CouponsWorld world(10);
    world.port.renames.answer = renamed;
    QVERIFY(QTest::qWaitForWindowActive(&world.page));
    QVERIFY(!button(world, "couponsUndo")->isVisible());
    QTest::keyClick(&world.page, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(world.line(), QString("There is no edit to undo."));
    world.edit(1, "NEW-2");
    QTRY_VERIFY(button(world, "couponsUndo")->isVisible());
    QVERIFY(button(world, "couponsUndo")->toolTip().contains("NEW-2"));
    QVERIFY(button(world, "couponsUndo")->toolTip().contains("C0000002"));
    answerForEdited(world.port, CouponStatus::Available);
    press(world.page, "couponsUndo");
    QTRY_COMPARE(world.line(), QString("Undone: NEW-2 is called C0000002 again."));
    QCOMPARE(std::get<0>(world.port.renames.asked.back()), 2);
    QCOMPARE(std::get<1>(world.port.renames.asked.back()), QByteArray("C0000002"));
    QCOMPARE(world.cell(1), QString("C0000002"));
    QVERIFY(!button(world, "couponsUndo")->isVisible());
    // By the keys, also when something else has been said meanwhile.
    world.edit(1, "NEW-2");
    QTRY_VERIFY(button(world, "couponsUndo")->isVisible());
    world.select(3);
    press(world.page, "couponsEdit");
    QVERIFY(!button(world, "couponsUndo")->isVisible()); // beside the words of another act it would mislead
    QTest::keyClick(&world.page, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(world.line(), QString("Undone: NEW-2 is called C0000002 again."));
}

void TestCouponsMany::anEditThatWentOutIsNotUndone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QString>("why");
    QTest::newRow("issued") << int(CouponStatus::Issued) << qint64(2) << "It has been issued";
    QTest::newRow("reserved") << int(CouponStatus::Reserved) << qint64(2) << "reserved for somebody";
    QTest::newRow("void") << int(CouponStatus::Void) << qint64(2) << "void already";
    QTest::newRow("edited by another") << int(CouponStatus::Available) << qint64(5) << "another code by now";
}

void TestCouponsMany::anEditThatWentOutIsNotUndone()
{
    QFETCH(int, status);
    QFETCH(qint64, id);
    QFETCH(QString, why);
    CouponsWorld world(10);
    world.port.renames.answer = renamed;
    QVERIFY(QTest::qWaitForWindowActive(&world.page));
    world.edit(1, "NEW-2");
    QTRY_VERIFY(button(world, "couponsUndo")->isVisible());
    answerForEdited(world.port, CouponStatus(status), id);
    press(world.page, "couponsUndo");
    QTRY_VERIFY2(world.line().startsWith("The edit of NEW-2 was not undone."), qPrintable(world.line()));
    QVERIFY2(world.line().contains(why), qPrintable(world.line()));
    QCOMPARE(world.port.renames.times(), 1);
    QTest::keyClick(&world.page, Qt::Key_Z, Qt::ControlModifier); // and not a second time
    QTRY_COMPARE(world.line(), QString("There is no edit to undo."));
}

QTEST_MAIN(TestCouponsMany)
#include "tst_coupons_many.moc"

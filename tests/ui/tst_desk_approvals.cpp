// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What needs two persons: the window tells the second one of it, and whoever asked how it stands.

#include "tests/ui/cut_off.h"
#include "tests/ui/desk.h"
#include "ui/parts/question_dialog.h"

#include <QDir>
#include <QTest>

using namespace seonchak;

namespace {

using State = Approval::State;
using Act = Approval::Act;

Approval asked(qint64 id, Act act, State state = State::Waiting, bool own = false)
{
    Approval one;
    one.id = id;
    one.act = act;
    one.subject = act == Act::VoidAll ? 0 : 100 + id;
    one.person = own ? QStringLiteral("lee") : QStringLiteral("kim");
    one.actor = own ? QStringLiteral("lee (203.0.113.8)") : QStringLiteral("kim (203.0.113.7)");
    one.askedAt = 1'795'000'000'000;
    one.until = one.askedAt + Approval::lastsMs;
    one.state = state;
    one.own = own;
    if (state != State::Waiting)
        one.second = own ? QStringLiteral("kim (203.0.113.7)") : QStringLiteral("lee (203.0.113.8)");
    return one;
}

SaleSign liveSale()
{
    return {QStringLiteral("Autumn"), true, true, true};
}

struct ApprovalDesk : Desk
{
    explicit ApprovalDesk(QList<Approval> open, const QString &language = QStringLiteral("en"),
                          const SaleSign &sale = liveSale())
        : Desk(language, sale)
        , waits(std::move(open))
    {
        port.cutLists.answer = [] { return QList<CutAct>(); };
        port.approvalLists.answer = [this] { return Result<QList<Approval>>(waits); };
        port.approvings.answer = port.declinings.answer = [](qint64) { return Result<Approval>(Approval()); };
        window->show();
    }
    [[nodiscard]] bool isOffered() const { return find<QWidget>("approvalOffer")->isVisible(); }
    [[nodiscard]] bool sees(const char *name) const { return button(name)->isVisible(); }

    QList<Approval> waits;
};

} // namespace

class TestDeskApprovals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsAskedWhereOneIsEnough();
    void theSecondPersonApproves();
    void theSecondPersonDeclines();
    void whoMayNotDoItMayNotApproveIt();
    void manyDoubtsAreOneOffer();
    void whoAskedWaitsAndThenCarriesItOut();
    void whoAskedIsToldOfANo();
    void whatHasRunOutIsSaid();
    void aVoidThatNeedsASecondSaysSo();
    void aVoidThatNeedsNobodyElseSaysNothingOfIt();
    void theQuestionCanBeReadWhole_data();
    void theQuestionCanBeReadWhole();
    void pictures_data();
    void pictures();
};

void TestDeskApprovals::nobodyIsAskedWhereOneIsEnough()
{
    ApprovalDesk desk({asked(1, Act::VoidAll)}, QStringLiteral("en"), {QStringLiteral("Autumn"), true});
    QTRY_VERIFY(desk.port.cutLists.times() > 0);
    QCOMPARE(desk.port.approvalLists.times(), 0);
    QVERIFY(!desk.isOffered());
}

void TestDeskApprovals::theSecondPersonApproves()
{
    ApprovalDesk desk({asked(1, Act::VoidAll)});
    QTRY_VERIFY(desk.isOffered());
    QCOMPARE(desk.text("approvalWhat"),
             "kim (203.0.113.7) asks for a second person: void every coupon that is not issued");
    QVERIFY(!desk.sees("approvalCarryOut"));
    desk.click("approvalApprove");
    desk.asker.answer(true);
    QCOMPARE(desk.asker.questions.size(), 1);
    QCOMPARE(desk.asker.questions[0].typed, "Autumn");
    QVERIFY(desk.asker.questions[0].consequence.contains("kim (203.0.113.7)"));
    QTRY_COMPARE(desk.port.approvings.times(), 1);
    QCOMPARE(std::get<0>(desk.port.approvings.asked[0]), 1);
    desk.waits[0].state = State::Approved;
    desk.waits[0].second = QStringLiteral("lee (203.0.113.8)");
    QTRY_VERIFY(!desk.isOffered()); // The rest is kim's.
}

void TestDeskApprovals::theSecondPersonDeclines()
{
    ApprovalDesk desk({asked(3, Act::Restore)});
    QTRY_VERIFY(desk.isOffered());
    desk.click("approvalDecline");
    QCOMPARE(desk.port.declinings.times(), 1);
    QCOMPARE(desk.port.approvings.times(), 0);
    QVERIFY(desk.asker.questions.empty());
}

void TestDeskApprovals::whoMayNotDoItMayNotApproveIt()
{
    ApprovalDesk desk({asked(1, Act::VoidAll)});
    QTRY_VERIFY(desk.isOffered());
    QVERIFY(desk.button("approvalApprove")->isEnabled());
    desk.port.barredAdminister = QStringLiteral("an operator may not");
    QTRY_VERIFY(!desk.button("approvalApprove")->isEnabled());
    QVERIFY(desk.button("approvalApprove")->toolTip().contains("an operator may not"));
    desk.waits = {asked(2, Act::Restore)}; // That much they may.
    QTRY_VERIFY(desk.button("approvalApprove")->isEnabled());
}

void TestDeskApprovals::manyDoubtsAreOneOffer()
{
    ApprovalDesk desk({asked(1, Act::Restore), asked(2, Act::Restore), asked(3, Act::DeclareIssued)});
    QTRY_VERIFY(desk.isOffered());
    QCOMPARE(desk.text("approvalWhat"),
             "kim (203.0.113.7) asks for a second person: give 2 doubts back to the stock");
    desk.click("approvalApprove");
    desk.asker.answer(true);
    QVERIFY(desk.asker.questions[0].consequence.contains("101, 102."));
    QTRY_COMPARE(desk.port.approvings.times(), 2);
    QCOMPARE(std::get<0>(desk.port.approvings.asked[1]), 2);
}

void TestDeskApprovals::whoAskedWaitsAndThenCarriesItOut()
{
    ApprovalDesk desk({asked(1, Act::Restore, State::Waiting, true)});
    QTRY_VERIFY(desk.isOffered());
    QVERIFY(!desk.sees("approvalApprove") && !desk.sees("approvalCarryOut") && desk.sees("approvalDecline"));
    desk.waits = {asked(1, Act::Restore, State::Approved, true)};
    QTRY_VERIFY(desk.sees("approvalCarryOut"));
    DoubtEnd end;
    end.kind = DoubtEnd::Kind::Restored;
    desk.port.restores.answer = [end](qint64) { return Result<DoubtEnd>(end); };
    desk.click("approvalCarryOut");
    QTRY_COMPARE(desk.text("approvalSentence"), "Back in the stock: 1.");
    QCOMPARE(std::get<0>(desk.port.restores.asked[0]), 101);
    desk.waits.clear();
    desk.click("approvalClose");
    QVERIFY(!desk.isOffered());
}

void TestDeskApprovals::whoAskedIsToldOfANo()
{
    ApprovalDesk desk({asked(1, Act::VoidAll, State::Declined, true)});
    QTRY_VERIFY(desk.isOffered());
    QCOMPARE(desk.text("approvalWhat"),
             "kim (203.0.113.7) has declined: void every coupon that is not issued");
    const int looks = desk.port.approvalLists.times();
    desk.click("approvalClose");
    QTRY_VERIFY(desk.port.approvalLists.times() > looks);
    QVERIFY(!desk.isOffered()); // Once is enough.
}

void TestDeskApprovals::whatHasRunOutIsSaid()
{
    ApprovalDesk desk({asked(1, Act::VoidAll)});
    desk.port.approvings.answer = [](qint64) { return failure(Trouble::NotFound, {}); };
    QTRY_VERIFY(desk.isOffered());
    desk.click("approvalApprove");
    desk.asker.answer(true);
    QTRY_COMPARE(desk.text("approvalSentence"), "It is done, was declined or has run out.");
}

void TestDeskApprovals::aVoidThatNeedsASecondSaysSo()
{
    ApprovalDesk desk({});
    VoidPlan plan;
    plan.staged = 5;
    desk.port.plans.answer = [plan] { return Result<VoidPlan>(plan); };
    desk.port.voidsOfAll.answer = [](const Work &) { return failure(Trouble::NeedsSecond, {}); };
    QTRY_VERIFY(desk.button("voidButton")->isEnabled());
    desk.click("voidButton");
    QTRY_COMPARE(desk.asker.questions.size(), 1);
    QVERIFY2(desk.asker.questions[0].consequence.endsWith(
                 "A voided coupon does not come back. It needs two persons: nothing is done before "
                 "somebody else has approved it, within five minutes."),
             qPrintable(desk.asker.questions[0].consequence));
    desk.asker.answer(true);
    QTRY_COMPARE(desk.port.voidsOfAll.times(), 1);
    QTRY_COMPARE(desk.text("statusLine"),
                 "Nothing was voided yet: a second person has five minutes to approve it.");
}

void TestDeskApprovals::aVoidThatNeedsNobodyElseSaysNothingOfIt()
{
    ApprovalDesk desk({}, QStringLiteral("en"), {QStringLiteral("Autumn"), true});
    VoidPlan plan;
    plan.staged = 5;
    desk.port.plans.answer = [plan] { return Result<VoidPlan>(plan); };
    QTRY_VERIFY(desk.button("voidButton")->isEnabled());
    desk.click("voidButton");
    QTRY_COMPARE(desk.asker.questions.size(), 1);
    QVERIFY(desk.asker.questions[0].consequence.endsWith("A voided coupon does not come back."));
}

void TestDeskApprovals::theQuestionCanBeReadWhole_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("ko") << "ko";
    QTest::newRow("en") << "en";
}

void TestDeskApprovals::theQuestionCanBeReadWhole()
{
    QFETCH(QString, language);
    ApprovalDesk desk({}, language);
    VoidPlan plan;
    plan.staged = 250'000;
    plan.available = 740'000;
    plan.inFlight = 12;
    plan.issued = 9'988;
    desk.port.plans.answer = [plan] { return Result<VoidPlan>(plan); };
    QTRY_VERIFY(desk.button("voidButton")->isEnabled());
    desk.click("voidButton");
    QTRY_COMPARE(desk.asker.questions.size(), 1);
    QuestionDialog dialog(desk.asker.questions[0], desk.window.get());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QCOMPARE(cutOff(dialog), QString());
    const QString dir = qEnvironmentVariable("SEONCHAK_PICTURES_DIR");
    if (!dir.isEmpty())
        QVERIFY(QDir().mkpath(dir) &&
                dialog.grab().save(dir + "/second-person-question-" + language + ".png"));
}

void TestDeskApprovals::pictures_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    for (const char *language : {"ko", "en"}) {
        for (const char *name : {"asked", "own", "approved", "declined", "many"})
            QTest::addRow("%s %s", name, language) << language << name;
    }
}

void TestDeskApprovals::pictures()
{
    QFETCH(QString, language);
    QFETCH(QString, name);
    const QHash<QString, QList<Approval>> all{
        {"asked", {asked(1, Act::VoidAll)}},
        {"own", {asked(1, Act::Restore, State::Waiting, true)}},
        {"approved", {asked(1, Act::VoidAll, State::Approved, true)}},
        {"declined", {asked(1, Act::DeclareIssued, State::Declined, true)}},
        {"many", {asked(1, Act::DeclareIssued), asked(2, Act::DeclareIssued), asked(3, Act::DeclareIssued)}}};
    ApprovalDesk desk(all.value(name), language);
    desk.window->resize(1280, 720);
    QTRY_VERIFY(desk.isOffered());
    const QString dir = qEnvironmentVariable("SEONCHAK_PICTURES_DIR");
    if (!dir.isEmpty()) {
        QVERIFY(QDir().mkpath(dir));
        QVERIFY(
            desk.window->grab().save(dir + QStringLiteral("/second-person-%1-%2.png").arg(name, language)));
    }
    QCOMPARE(cutOff(*desk.find<QWidget>("approvalOffer")), QString());
}

QTEST_MAIN(TestDeskApprovals)
#include "tst_desk_approvals.moc"

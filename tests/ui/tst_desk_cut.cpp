// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A long act was cut off: the window offers to finish it, to keep or to void what exists.

#include "tests/ui/desk.h"
#include "ui/desk/cut_offer.h"

#include <QDir>
#include <QStatusBar>
#include <QTest>

using namespace seonchak;

namespace {

CutAct generating()
{
    return {QStringLiteral("a"), QStringLiteral("desk"), QStringLiteral("generate"), {}, 430'000,
            1'000'000,           1'795'000'000'000};
}

/// A window to which these acts are told.
struct CutDesk : Desk
{
    explicit CutDesk(QList<CutAct> acts, const QString &language = QStringLiteral("en"),
                     const SaleSign &sale = {})
        : Desk(language, sale)
        , cut(std::move(acts))
    {
        port.cutLists.answer = [this] { return Result<QList<CutAct>>(cut); };
        port.cutChoices.answer = [](const QString &, CutChoice, const Work &) { return Result<qint64>(7); };
        window->show();
    }
    [[nodiscard]] bool isOffered() const { return find<QWidget>("cutOffer")->isVisible(); }
    [[nodiscard]] CutChoice chosen() const { return std::get<1>(port.cutChoices.asked.back()); }

    QList<CutAct> cut;
};

} // namespace

class TestDeskCut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsOfferedWhereNothingWasCutOff();
    void finishTellsHowFarItIs();
    void keepNeedsNoQuestion();
    void voidAsksAndInLiveForTheName();
    void laterIsLater();
    void whatIsPutOffStaysSoInAnotherLanguage();
    void itHoldsUpALanguageAndAClosing();
    void somebodyElseMayBeFaster();
    void theReasonOfAFailureIsSaid_data();
    void theReasonOfAFailureIsSaid();
    void aBookThatDoesNotAnswerClaimsNothing();
    void aStopThatComesTooLateStopsNothing();
    void whatFailsIsOfferedAgain();
    void aVoidHasNothingToVoid();
    void whileTheWindowEndsNothingIsBegun();
    void pictures();
};

void TestDeskCut::nothingIsOfferedWhereNothingWasCutOff()
{
    const CutDesk desk({});
    QTRY_VERIFY(desk.port.cutLists.times() > 0);
    QVERIFY(!desk.isOffered());
}

void TestDeskCut::finishTellsHowFarItIs()
{
    CutDesk desk({generating()});
    QTRY_VERIFY(desk.isOffered());
    QCOMPARE(desk.text("cutWhat"), "Generating stopped after 430,000 of 1,000,000");
    desk.port.cutChoices.hold = true;
    desk.click("cutFinish");
    QCOMPARE(desk.port.cutChoices.times(), 1);
    QCOMPARE(std::get<0>(desk.port.cutChoices.asked[0]), "a");
    QCOMPARE(desk.chosen(), CutChoice::Finish);
    QVERIFY(!desk.button("cutFinish")->isVisible());
    const Work &work = std::get<2>(desk.port.cutChoices.asked[0]);
    work.progress(500'000);
    QCOMPARE(desk.text("cutSentence"), "Done so far: 500,000");
    desk.click("cutLater"); // It says Stop now.
    QVERIFY(work.stop.stop_requested());
    desk.port.cutChoices.release();
    QTRY_COMPARE(desk.text("cutSentence"), "7 so far. The choice is offered again.");
    desk.cut.clear();
    desk.click("cutLater");
    QVERIFY(!desk.isOffered());
}

void TestDeskCut::keepNeedsNoQuestion()
{
    CutDesk desk({generating()});
    QTRY_VERIFY(desk.isOffered());
    desk.cut.clear();
    desk.click("cutKeep");
    QCOMPARE(desk.chosen(), CutChoice::Keep);
    QTRY_COMPARE(desk.text("cutSentence"), "7 coupons were kept; the rest is not done.");
    QVERIFY(desk.asker.questions.empty());
}

void TestDeskCut::voidAsksAndInLiveForTheName()
{
    CutDesk desk({generating()}, QStringLiteral("en"), {QStringLiteral("Autumn"), true});
    QTRY_VERIFY(desk.isOffered());
    desk.click("cutVoid");
    QCOMPARE(desk.asker.questions.size(), 1U);
    QCOMPARE(desk.asker.questions[0].typed, "Autumn");
    desk.asker.answer(false);
    QCOMPARE(desk.port.cutChoices.times(), 0);
    QVERIFY(desk.isOffered());
    desk.click("cutVoid");
    desk.asker.answer(true);
    QCOMPARE(desk.chosen(), CutChoice::Void);
    QTRY_COMPARE(desk.text("cutSentence"), "7 coupons were voided.");
}

void TestDeskCut::laterIsLater()
{
    CutDesk desk({generating()});
    QTRY_VERIFY(desk.isOffered());
    const int before = desk.port.cutLists.times();
    desk.click("cutLater");
    QTRY_VERIFY(desk.port.cutLists.times() > before);
    QVERIFY(!desk.isOffered());
    QCOMPARE(desk.port.cutChoices.times(), 0);
}

void TestDeskCut::whatIsPutOffStaysSoInAnotherLanguage()
{
    CutDesk desk({generating()});
    QTRY_VERIFY(desk.isOffered());
    desk.click("cutLater");
    desk.looks.setLanguage("ko");
    QTRY_COMPARE(desk.text("stockTitle"), QString("Redis 재고"));
    const int before = desk.port.cutLists.times();
    QTRY_VERIFY_WITH_TIMEOUT(desk.port.cutLists.times() > before, 2 * CutOffer::periodMs);
    QCoreApplication::processEvents();
    QVERIFY(!desk.isOffered());
}

void TestDeskCut::itHoldsUpALanguageAndAClosing()
{
    CutDesk desk({generating()});
    QTRY_VERIFY(desk.isOffered());
    desk.port.cutChoices.hold = true;
    desk.click("cutFinish");
    QCOMPARE(desk.port.cutChoices.times(), 1);
    desk.looks.setLanguage("ko");
    QTRY_VERIFY(desk.window->statusBar()->currentMessage().startsWith("이 작업이 끝나면"));
    QCOMPARE(desk.text("stockTitle"), QString("Stock in Redis"));
    desk.window->close(); // of a rehearsal
    QCOMPARE(desk.asker.questions.size(), 1U);
    QVERIFY2(desk.asker.questions[0].consequence.contains("What was cut off is being settled."),
             qPrintable(desk.asker.questions[0].consequence));
    desk.asker.answer(Decision::No);
    desk.cut.clear();
    desk.port.cutChoices.release();
    QTRY_COMPARE(desk.text("stockTitle"), QString("Redis 재고"));
}

void TestDeskCut::somebodyElseMayBeFaster()
{
    CutDesk desk({generating()});
    QTRY_VERIFY(desk.isOffered());
    desk.port.cutChoices.answer = [&desk](const QString &, CutChoice, const Work &) -> Result<qint64> {
        desk.cut.clear();
        return failure(Trouble::Conflict, QStringLiteral("somebody else has decided about this act"));
    };
    desk.click("cutKeep");
    QTRY_COMPARE(desk.text("cutSentence"), "Somebody at another desk has decided about it.");
}

void TestDeskCut::theReasonOfAFailureIsSaid_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("not in the book") << Trouble::NotFound << "The book does not know what is left of it.";
    QTest::newRow("no code is left") << Trouble::BadInput
                                     << "It did not come to its end. The order was not accepted.";
    // The offer is still open, so nobody else has decided about it.
    QTest::newRow("conflict") << Trouble::Conflict
                              << "It did not come to its end. Another change came first.";
}

void TestDeskCut::theReasonOfAFailureIsSaid()
{
    QFETCH(Trouble, trouble);
    QFETCH(QString, sentence);
    CutDesk desk({generating()});
    QTRY_VERIFY(desk.isOffered());
    desk.port.cutChoices.answer = [trouble](const QString &, CutChoice, const Work &) -> Result<qint64> {
        return failure(trouble, QStringLiteral("why"));
    };
    if (trouble != Trouble::NotFound)
        QTest::ignoreMessage(QtWarningMsg, "an interrupted act could not be settled: why");
    desk.click("cutFinish");
    QTRY_VERIFY2(desk.text("cutSentence").startsWith(sentence), qPrintable(desk.text("cutSentence")));
}

/// A stop while the book cannot be asked: whether anything is left is not known.
void TestDeskCut::aBookThatDoesNotAnswerClaimsNothing()
{
    CutDesk desk({generating()});
    QTRY_VERIFY(desk.isOffered());
    desk.port.cutChoices.hold = true;
    desk.click("cutFinish");
    desk.click("cutLater"); // It says Stop now.
    desk.port.cutLists.answer = []() -> Result<QList<CutAct>> {
        return failure(Trouble::Unavailable, QStringLiteral("locked"));
    };
    desk.port.cutChoices.release();
    QTRY_COMPARE(desk.text("cutSentence"),
                 "7 so far. The database does not say whether anything is left of it.");
}

void TestDeskCut::aStopThatComesTooLateStopsNothing()
{
    CutDesk desk({generating()});
    QTRY_VERIFY(desk.isOffered());
    desk.port.cutChoices.hold = true;
    desk.click("cutFinish");
    desk.click("cutLater"); // It says Stop now.
    desk.cut.clear();
    desk.port.cutChoices.release();
    QTRY_COMPARE(desk.text("cutSentence"), "Finished: there are 7 coupons by it now.");
}

void TestDeskCut::whatFailsIsOfferedAgain()
{
    CutDesk desk({generating()});
    QTRY_VERIFY(desk.isOffered());
    desk.port.cutChoices.answer = [](const QString &, CutChoice, const Work &) -> Result<qint64> {
        return failure(Trouble::Unavailable, QStringLiteral("Redis is away"));
    };
    QTest::ignoreMessage(QtWarningMsg, "an interrupted act could not be settled: Redis is away");
    desk.click("cutFinish");
    QTRY_VERIFY(desk.text("cutSentence").startsWith("It did not come to its end."));
    QCOMPARE(desk.tone("cutWhat"), theme::Tone::Bad);
    desk.click("cutLater");
    QTRY_VERIFY(desk.button("cutFinish")->isVisible());
}

void TestDeskCut::aVoidHasNothingToVoid()
{
    CutAct act = generating();
    act.action = QStringLiteral("void");
    CutDesk desk({act});
    QTRY_VERIFY(desk.isOffered());
    QVERIFY(!desk.button("cutVoid")->isVisible());
    desk.click("cutFinish"); // voids the rest
    QCOMPARE(desk.asker.questions.size(), 1U);
    QVERIFY(desk.asker.questions[0].destructive);
}

void TestDeskCut::whileTheWindowEndsNothingIsBegun()
{
    CutDesk desk({generating()});
    desk.port.now.foreign = ForeignFound{3, 1, 0};
    desk.port.now.issuing = desk.port.now.stockKnown = false;
    QTRY_VERIFY(desk.isOffered());
    QTRY_VERIFY(desk.button("foreignAdopt")->isVisible());
    desk.window->close(); // TEST, and nothing under way: at once
    const char *const acts[] = {"cutFinish", "cutKeep", "cutVoid", "foreignAdopt", "foreignDiscard"};
    for (const char *act : acts) {
        QVERIFY2(!desk.button(act)->isEnabled(), act);
        desk.button(act)->click();
    }
    const int readings = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > readings + 1);
    for (const char *act : acts)
        QVERIFY2(!desk.button(act)->isEnabled(), act);
    QVERIFY(desk.asker.questions.empty());
    QCOMPARE(desk.port.cutChoices.times() + desk.port.foreignChoices.times(), 0);
}

void TestDeskCut::pictures()
{
    const QString folder = qEnvironmentVariable("SEONCHAK_PICTURES_DIR");
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")}) {
        const CutDesk desk({generating()}, language);
        desk.window->resize(1280, 720);
        QTRY_VERIFY(desk.isOffered());
        for (const char *name : {"cutFinish", "cutKeep", "cutVoid", "cutLater"})
            QVERIFY2(desk.button(name)->geometry().right() <= desk.find<QWidget>("cutOffer")->width(), name);
        QVERIFY(desk.window->width() <= 1280);
        if (!folder.isEmpty())
            QVERIFY(desk.window->grab().save(QStringLiteral("%1/desk-cut-%2.png").arg(folder, language)));
    }
}

QTEST_MAIN(TestDeskCut)
#include "tst_desk_cut.moc"

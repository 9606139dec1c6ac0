// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What has to work at any time: pausing, voiding, closing; and that no sentence outlives what it says.

#include "tests/ui/desk.h"
#include "ui/dashboard/dashboard_memory.h"
#include "ui/desk/cut_line.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace seonchak;
using theme::Tone;

namespace {
const SaleSign live{QStringLiteral("Autumn <b>sale</b>"), true};
} // namespace

class TestDeskBrakes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pauseAndVoidWorkWhileGenerating();
    void thePauseButtonWorksWhileItIsCountedWhatToVoid();
    void theStatusBarTellsOfWorkAfterAPause();
    void afterPausingTheKeyboardIsOnResume();
    void aSentenceAboutAnActHasItsTimeAndLeaves();
    void theLineTellsThePresentState();
    void theNextStepStandsOut();
    void closingALiveSaleAsksForItsName();
    void aClosedSaleIsNotPausedOnClosing();
    void closingTellsWhatThePagesAreAt();
    void pauseAndClose();
    void aPauseThatHangsKeepsNobodyIn();
    void aLatePauseDoesNotOverruleAQuestion();
    void aSecondCloseKeepsTheRestart();
    void whereThePauseFailsTheWindowStays();
};

void TestDeskBrakes::pauseAndVoidWorkWhileGenerating()
{
    Desk desk;
    desk.port.pauses.answer = [](const bool &) { return Result<void>{}; };
    desk.port.plans.answer = [] { return VoidPlan{12, 400, 37, 551}; };
    desk.port.voidsOfAll.answer = [](const Work &) { return qint64(412); };
    desk.port.voidsOfAll.hold = true; // A million coupons take their time.
    desk.window->show();
    desk.choose("generate100000");
    QVERIFY(desk.button("pauseButton")->isEnabled());
    desk.click("pauseButton");
    QCOMPARE(desk.port.pauses.times(), 1);
    QVERIFY(desk.button("voidButton")->isEnabled());
    desk.click("voidButton");
    desk.asker.answer(true);
    QCOMPARE(desk.port.voidsOfAll.times(), 1);
    QVERIFY(!desk.button("voidButton")->isEnabled());
    QCOMPARE(desk.text("statusLine"), QString("Voiding the unissued coupons…"));
    // Nor does a pause wait for the void.
    QVERIFY(desk.button("pauseButton")->isEnabled());
    desk.click("pauseButton");
    QCOMPARE(desk.port.pauses.times(), 2);
    QCOMPARE(desk.text("statusLine"), QString("Voiding the unissued coupons…"));
    desk.window->close();
    QVERIFY(desk.asker.questions.back().consequence.contains("Voiding the unissued coupons…"));
    QVERIFY(desk.asker.questions.back().consequence.contains("Generating 100,000 coupons…"));
    desk.asker.answer(false);
    desk.port.voidsOfAll.release();
    QVERIFY(desk.button("voidButton")->isEnabled());
    // The long work is still there, with its progress and its stop.
    QCOMPARE(desk.text("statusLine"), QString("Generating 100,000 coupons…"));
    QVERIFY(desk.button("cancelButton")->isVisible());
    QVERIFY(!desk.button("generateButton")->isEnabled());
    desk.click("cancelButton");
    QVERIFY(desk.port.lastWork.stop.stop_requested());
    desk.port.endGenerate(Generated{700, 0});
    QCOMPARE(desk.text("statusLine"), QString("Stopped: 700 of 100,000 coupons were generated."));
}

void TestDeskBrakes::thePauseButtonWorksWhileItIsCountedWhatToVoid()
{
    Desk desk;
    desk.port.pauses.answer = [](const bool &) { return Result<void>{}; };
    desk.port.plans.answer = [] { return VoidPlan{12, 400, 37, 551}; };
    desk.port.plans.hold = true;
    desk.window->show();
    desk.click("voidButton");
    QVERIFY(!desk.button("voidButton")->isEnabled());
    QVERIFY(desk.button("pauseButton")->isEnabled());
    desk.click("pauseButton");
    QCOMPARE(desk.port.pauses.times(), 1);
    QVERIFY(desk.asker.questions.empty());
    desk.port.plans.release();
    QCOMPARE(desk.asker.questions.size(), std::size_t(1));
    QCOMPARE(desk.asker.questions[0].action, QString("Void 412 coupons"));
}

void TestDeskBrakes::theStatusBarTellsOfWorkAfterAPause()
{
    Desk desk;
    desk.clock.wall = 86'400'000;
    desk.port.pauses.answer = [](const bool &) { return Result<void>{}; };
    desk.window->show();
    const auto line = [&desk] { return desk.find<CutLine>("statusStripLine")->text(); };
    desk.click("pauseButton");
    QTRY_VERIFY2(line().contains("Issuing was paused."), qPrintable(line()));
    desk.clock.wall += 1000;
    desk.click("generateButton");
    QTRY_COMPARE(line(), QString("Generating 1,000 coupons…"));
    desk.port.endGenerate(Generated{1000, 0});
    QTRY_VERIFY2(line().contains("1,000 coupons were generated"), qPrintable(line()));
    desk.clock.wall += 1000;
    desk.click("pauseButton"); // What ended last is told, whatever was begun before it.
    QTRY_VERIFY2(line().contains("Issuing was paused."), qPrintable(line()));
}

void TestDeskBrakes::afterPausingTheKeyboardIsOnResume()
{
    Desk desk;
    desk.port.pauses.answer = [](const bool &) { return Result<void>{}; };
    desk.port.pauses.hold = true;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.button("generateButton")->setFocus();
    QTest::keyClick(desk.window.get(), Qt::Key_I, Qt::AltModifier);
    QTRY_COMPARE(desk.port.pauses.times(), 1);
    desk.port.pauses.release();
    QTRY_VERIFY(desk.button("pauseButton")->hasFocus());
    QVERIFY(desk.port.orders.empty());
}

void TestDeskBrakes::aSentenceAboutAnActHasItsTimeAndLeaves()
{
    Desk desk;
    desk.window->show();
    desk.port.now.stock = {1000, 1000, 0, 0, 0, 0, 0};
    desk.click("generateButton");
    desk.clock.wall = 86'400'000;
    desk.port.endGenerate(Generated{1000, 0});
    QVERIFY(desk.text("statusLine").startsWith("1,000 coupons were generated"));
    QVERIFY(desk.find<QLabel>("statusTime")->isVisible());
    QCOMPARE(desk.text("statusTime").size(), 8); // 09:00:00
    desk.clock.wall += 59'000;
    QTRY_COMPARE(desk.text("waitingLabel"), QString("Waiting to be pushed: 1,000"));
    QVERIFY(desk.text("statusLine").startsWith("1,000 coupons were generated"));
    desk.clock.wall += 2'000;
    QTRY_COMPARE(desk.text("statusLine"),
                 QString("1,000 coupons wait. Push them into the stock when the sale is to begin."));
    QVERIFY(!desk.find<QLabel>("statusTime")->isVisible());
    // What went wrong stays for who comes back to the desk.
    desk.click("generateButton");
    desk.port.endGenerate(std::unexpected(Error{Trouble::Unavailable, "away", {}}));
    desk.clock.wall += 500'000;
    const int readings = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > readings + 1);
    QCOMPARE(desk.tone("statusLine"), Tone::Bad);
    desk.clock.wall += 200'000;
    QTRY_COMPARE(desk.tone("statusLine"), Tone::Plain);
}

void TestDeskBrakes::theLineTellsThePresentState()
{
    Desk desk;
    desk.window->show();
    desk.port.now.stock = {};
    const auto says = [&desk](const char *sentence) {
        QTRY_COMPARE(desk.text("statusLine"), QString(sentence));
    };
    says("Generate coupons, then push them into the stock.");
    desk.port.now.stock = {1000, 0, 900, 0, 0, 100, 0};
    says("Coupons are being issued: 900 are in the stock.");
    desk.port.now.stock = {1000, 300, 600, 0, 0, 100, 0};
    says("Coupons are being issued: 600 are in the stock, 300 wait to be pushed.");
    desk.port.now.paused = true;
    says("Issuing is paused. Who asks for a coupon is told to come back later.");
    desk.port.now.paused = false;
    desk.port.now.stock = {1000, 0, 0, 0, 0, 1000, 0};
    says("Sold out.");
    desk.port.now.stock = {1000, 0, 0, 0, 0, 0, 1000};
    says("Every coupon is void. Generate coupons, then push them into the stock.");
    desk.port.now.stock = {1000, 0, 0, 0, 0, 600, 400}; // emptied by hand, not sold out
    says("The stock is empty: 600 coupons are issued, 400 are void.");
    desk.port.now.stock = {1000, 100, 0, 0, 0, 500, 400};
    says("The stock is empty: 500 coupons are issued, 400 are void, 100 wait to be pushed.");
    desk.port.now.sellOut = SellOut{1, 2, 3, 500, 0}; // The book knows better.
    says("Sold out. 100 coupons wait to be pushed.");
    desk.port.now.stock = {1000, 0, 0, 0, 0, 999, 1};
    says("Sold out.");
    desk.port.now.sellOut.reset();
    desk.port.now.stock = {1000, 0, 900, 0, 0, 100, 0};
    desk.port.now.issuing = false;
    says("No coupon can be issued now: the banner above says why.");
    desk.port.now.issuing = true;
    says("Coupons are being issued: 900 are in the stock.");
    desk.port.now.stockKnown = false; // while it is rebuilt, or foreign keys wait for a decision
    says("No coupon can be issued now: the banner above says why.");
    desk.port.now.redisConnected = false;
    says("The present numbers are not known: Redis or the database does not answer.");
}

void TestDeskBrakes::theNextStepStandsOut()
{
    Desk desk;
    desk.window->show();
    QTRY_VERIFY(!desk.button("pushButton")->isEnabled());
    QVERIFY(desk.button("pushButton")->toolTip().contains("generate some first"));
    desk.port.now.stock = {1000, 1000, 0, 0, 0, 0, 0};
    QTRY_VERIFY(desk.button("pushButton")->isEnabled());
    // What was generated just now can be pushed at once: no reading has to come first.
    desk.port.now.stock = {1000, 0, 1000, 0, 0, 0, 0};
    QTRY_VERIFY(!desk.button("pushButton")->isEnabled());
    desk.clock.wall = 86'400'000;
    desk.click("generateButton");
    desk.port.endGenerate(Generated{1000, 0});
    QVERIFY(desk.button("pushButton")->isEnabled());
    desk.click("pushButton");
    QCOMPARE(desk.port.pushes, 1);
}

void TestDeskBrakes::closingALiveSaleAsksForItsName()
{
    Desk desk("en", live);
    desk.window->show();
    QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
    desk.window->close();
    QCOMPARE(closed.size(), 0);
    const Question &question = desk.asker.questions.at(0);
    QCOMPARE(question.typed, live.name);
    QVERIFY(question.consequence.contains(live.name));
    QCOMPARE(question.milder, QString("Pause and close"));
    QCOMPARE(question.cancel, QString("Stay"));
    desk.asker.answer(Decision::No);
    QCOMPARE(closed.size(), 0);
    desk.window->close();
    desk.asker.answer(Decision::Yes);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(desk.port.pauses.times(), 0);
}

void TestDeskBrakes::aClosedSaleIsNotPausedOnClosing()
{
    Desk desk("en", live);
    desk.port.now.sale.state = SaleView::State::Closed;
    desk.window->show();
    const int calls = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > calls + 1);
    desk.window->close();
    QVERIFY(desk.asker.questions.at(0).milder.isEmpty());
    QVERIFY2(!desk.asker.questions.at(0).consequence.contains("pause"),
             qPrintable(desk.asker.questions.at(0).consequence));
    desk.asker.answer(Decision::No);
}

/// Settling many doubts, of a page that is not even seen any more.
void TestDeskBrakes::closingTellsWhatThePagesAreAt()
{
    Desk desk("en", live);
    QList<OpenDoubt> doubts(2);
    for (int number = 0; number < 2; ++number) {
        doubts[number].reservation = doubts[number].user = number + 1;
        doubts[number].code = "A" + QByteArray::number(number);
    }
    desk.port.doubtLists.answer = [doubts] { return doubts; };
    desk.port.asks.answer = [](qint64) { return DoubtEnd{DoubtEnd::Kind::Issued, {}, {}}; };
    desk.port.asks.hold = true;
    desk.window->show();
    desk.window->view().open(page::doubts);
    QTRY_COMPARE(desk.find<QTableView>("doubtsTable")->model()->rowCount(), 2);
    desk.find<QTableView>("doubtsTable")->selectAll();
    desk.click("doubtAsk");
    QTRY_COMPARE(desk.port.asks.times(), 1);
    desk.window->view().open(page::dashboard);
    desk.window->close();
    const QString told = desk.asker.questions.back().consequence;
    QVERIFY2(told.contains("Settling 2 coupons, one after another…"), qPrintable(told));
    desk.asker.answer(Decision::No);
    desk.port.asks.hold = false;
    desk.port.asks.release();
    QTRY_COMPARE(desk.port.asks.times(), 2);
    QTRY_VERIFY(desk.window->memory().underWay.isEmpty());
    desk.window->close();
    QVERIFY(!desk.asker.questions.back().consequence.contains("Settling"));
    desk.asker.answer(Decision::No);
}

void TestDeskBrakes::pauseAndClose()
{
    Desk desk("en", live);
    desk.port.pauses.answer = [](const bool &) { return Result<void>{}; };
    desk.port.pauses.hold = true;
    desk.window->show();
    QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
    desk.window->close();
    desk.asker.answer(Decision::Milder);
    QCOMPARE(desk.port.pauses.times(), 1);
    QVERIFY(std::get<0>(desk.port.pauses.asked[0]));
    QCOMPARE(closed.size(), 0);
    desk.port.pauses.release();
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(desk.asker.questions.size(), std::size_t(1));
}

void TestDeskBrakes::aPauseThatHangsKeepsNobodyIn()
{
    Desk desk("en", live);
    desk.port.pauses.answer = [](const bool &) { return Result<void>{}; };
    desk.port.pauses.hold = true; // a database that does not answer
    desk.window->show();
    QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
    desk.window->close();
    desk.asker.answer(Decision::Milder);
    desk.window->close();
    QCOMPARE(desk.asker.questions.size(), std::size_t(2));
    QCOMPARE(desk.asker.questions[1].title, QString("Issuing is not paused yet"));
    desk.window->close(); // Impatience asks nothing twice.
    QCOMPARE(desk.asker.questions.size(), std::size_t(2));
    desk.asker.answer(Decision::No);
    desk.port.pauses.release(); // Who stays is not closed by a late answer.
    QCOMPARE(closed.size(), 0);
    desk.window->close();
    desk.asker.answer(Decision::Milder);
    desk.window->close();
    desk.asker.answer(Decision::Yes);
    QCOMPARE(closed.size(), 1);
    desk.port.pauses.release();
    QCOMPARE(closed.size(), 1);
}

void TestDeskBrakes::aLatePauseDoesNotOverruleAQuestion()
{
    Desk desk("en", live);
    desk.port.pauses.answer = [](const bool &) { return Result<void>{}; };
    desk.port.pauses.hold = true;
    desk.window->show();
    QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
    desk.window->close();
    desk.asker.answer(Decision::Milder);
    desk.window->close();
    QCOMPARE(desk.asker.questions[1].title, QString("Issuing is not paused yet"));
    desk.port.pauses.release(); // while the person is about to press Stay
    QCoreApplication::processEvents();
    QCOMPARE(closed.size(), 0);
    desk.asker.answer(false);
    QCOMPARE(closed.size(), 0);
    QVERIFY(desk.window->isVisible());
    // The next time it goes as the first time.
    desk.window->close();
    QCOMPARE(desk.asker.questions[2].milder, QString("Pause and close"));
    desk.asker.answer(Decision::Milder);
    desk.port.pauses.release();
    QTRY_COMPARE(closed.size(), 1);
}

void TestDeskBrakes::aSecondCloseKeepsTheRestart()
{
    Desk desk("en", live);
    desk.port.pauses.answer = [](const bool &) { return Result<void>{}; };
    desk.port.pauses.hold = true;
    desk.window->show();
    desk.window->view().open(page::coupons);
    QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
    desk.window->restart();
    desk.asker.answer(Decision::Milder);
    desk.window->close();
    QCOMPARE(desk.asker.questions.size(), std::size_t(2));
    QCOMPARE(desk.asker.questions[1].action, QString("Restart without a pause"));
    desk.asker.answer(Decision::Yes);
    desk.port.pauses.release();
    QCoreApplication::processEvents();
    QCOMPARE(closed.size(), 1);
    QVERIFY(desk.window->isToRestart());
    // The page that was open is remembered, not the one that tells of the ending.
    desk.window.reset();
    QCOMPARE(desk.looks.page(), page::coupons);
}

void TestDeskBrakes::whereThePauseFailsTheWindowStays()
{
    Desk desk("en", live);
    desk.window->show();
    QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
    desk.window->close();
    desk.asker.answer(Decision::Milder);
    QTRY_COMPARE(desk.asker.questions.size(), std::size_t(2));
    QCOMPARE(desk.asker.questions[1].title, QString("Issuing was not paused"));
    desk.asker.answer(Decision::No);
    QCOMPARE(closed.size(), 0);
    QVERIFY(desk.window->isVisible());
}

QTEST_MAIN(TestDeskBrakes)
#include "tst_desk_brakes.moc"

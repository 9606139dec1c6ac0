// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the operator does: the two buttons, how the work ends, and closing the window.

#include "tests/ui/desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace seonchak;
using theme::Tone;

class TestDeskOrders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void generateAsksForStagedCouponsOnce();
    void aDoubleClickIsOneOrder();
    void theKeyboardWorks();
    void pushShowsProgressAndResult();
    void aPushOfUnknownSizeShowsABusyBar();
    void aFailureSaysWhatToDo_data();
    void aFailureSaysWhatToDo();
    void aGenerationThatStopsHalfWayIsAFailure();
    void closingIsAskedOnceAndShown();
    void ctrlQCloses();
    void answersAfterTheWindowHasGoneDoNoHarm();
    void aSentenceThatIsNoLongerTrueLeaves();
    void afterAPushTheKeyboardIsNotOnPause();
    void nothingIsPushedWithoutRedis();
};

void TestDeskOrders::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestDeskOrders::generateAsksForStagedCouponsOnce()
{
    Desk desk;
    desk.window->show();
    QCOMPARE(desk.button("generateButton")->text(), QString("&Generate 1,000"));
    desk.click("generateButton");
    QCOMPARE(desk.port.orders.size(), std::size_t(1));
    QCOMPARE(desk.port.orders[0].count, 1000);
    QVERIFY(!desk.port.orders[0].push);
    QVERIFY(!desk.button("generateButton")->isEnabled());
    QVERIFY(!desk.button("pushButton")->isEnabled());
    QVERIFY(desk.progress()->isVisible());
    QCOMPARE(desk.text("statusLine"), QString("Generating 1,000 coupons…"));
    desk.port.lastWork.progress(400);
    QCOMPARE(desk.progress()->value(), 400);
    QCOMPARE(desk.progress()->maximum(), 1000);
    desk.port.endGenerate(Generated{1000, 0});
    QVERIFY(desk.button("generateButton")->isEnabled());
    QVERIFY(desk.button("pushButton")->isEnabled());
    QVERIFY(!desk.progress()->isVisible());
    QCOMPARE(desk.text("statusLine"),
             QString("1,000 coupons were generated. They wait to be pushed into the stock."));
    QCOMPARE(desk.tone("statusLine"), Tone::Plain);
    QCOMPARE(desk.port.pushes, 0);
}

void TestDeskOrders::aDoubleClickIsOneOrder()
{
    const auto doubleClick = [](QPushButton *button) {
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseDClick(button, Qt::LeftButton); // the second press alone
        QTest::mouseRelease(button, Qt::LeftButton);
    };
    Desk desk;
    desk.window->show();
    doubleClick(desk.button("generateButton"));
    QTest::mouseClick(desk.button("pushButton"), Qt::LeftButton);
    QCOMPARE(desk.port.orders.size(), std::size_t(1));
    QCOMPARE(desk.port.pushes, 0);
    desk.port.endGenerate(Generated{1000, 0});
    doubleClick(desk.button("pushButton"));
    QCOMPARE(desk.port.pushes, 1);
}

void TestDeskOrders::theKeyboardWorks()
{
    Desk desk;
    desk.port.now.stock = {1000, 1000, 0, 0, 0, 0, 0}; // what waits can be pushed
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTest::keyClick(desk.window.get(), Qt::Key_G, Qt::AltModifier);
    QTRY_COMPARE(desk.port.orders.size(), std::size_t(1)); // the button is seen going down first
    QVERIFY(!desk.button("generateButton")->hasFocus());
    desk.port.endGenerate(Generated{1000, 0});
    QVERIFY(desk.button("generateButton")->hasFocus());
    QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::AltModifier);
    QTRY_COMPARE(desk.port.pushes, 1);
}

void TestDeskOrders::pushShowsProgressAndResult()
{
    Desk desk;
    desk.port.now.stock = {3000, 3000, 0, 0, 0, 0, 0};
    desk.window->show();
    QTRY_COMPARE(desk.text("waitingLabel"), QString("Waiting to be pushed: 3,000"));
    desk.click("pushButton");
    QCOMPARE(desk.port.pushes, 1);
    QCOMPARE(desk.progress()->maximum(), 3000);
    desk.port.lastWork.progress(1500);
    QCOMPARE(desk.progress()->value(), 1500);
    desk.port.lastWork.progress(3500); // more were added meanwhile
    QCOMPARE(desk.progress()->value(), 3500);
    desk.port.endPush(Pushed{3500, 3500});
    QCOMPARE(desk.text("statusLine"), QString("3,500 coupons were pushed into the stock."));
    desk.port.lastWork.progress(9); // a late one
    QVERIFY(!desk.progress()->isVisible());
    desk.click("pushButton");
    desk.port.endPush(Pushed{0, 3500});
    QVERIFY(desk.text("statusLine").startsWith("There was nothing to push"));
}

void TestDeskOrders::aPushOfUnknownSizeShowsABusyBar()
{
    Desk desk;
    desk.click("pushButton");
    QCOMPARE(desk.progress()->minimum(), 0);
    QCOMPARE(desk.progress()->maximum(), 0);
}

void TestDeskOrders::aFailureSaysWhatToDo_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QString>("advice");
    QTest::newRow("unavailable") << Trouble::Unavailable << "Try again when both lights above are green.";
    QTest::newRow("stale") << Trouble::Stale << "Try again in half a minute.";
    QTest::newRow("uncertain") << Trouble::Uncertain << "Look at the numbers before trying again.";
    QTest::newRow("conflict") << Trouble::Conflict << "Try again.";
    QTest::newRow("bad input") << Trouble::BadInput << "The log says why.";
    QTest::newRow("internal") << Trouble::Internal << "look at the numbers before trying again.";
}

void TestDeskOrders::aFailureSaysWhatToDo()
{
    QFETCH(Trouble, trouble);
    QFETCH(QString, advice);
    Desk desk;
    desk.port.now.stock = {1000, 1000, 0, 0, 0, 0, 0};
    desk.window->show();
    desk.click("pushButton");
    desk.port.endPush(std::unexpected(Error{trouble, "the <b>detail</b>", {}}));
    QVERIFY2(desk.text("statusLine").startsWith("The push did not finish."),
             qPrintable(desk.text("statusLine")));
    QVERIFY2(desk.text("statusLine").endsWith(advice), qPrintable(desk.text("statusLine")));
    QCOMPARE(desk.tone("statusLine"), Tone::Bad);
    QCOMPARE(desk.find<QLabel>("statusLine")->toolTip(), QString("<qt>the &lt;b&gt;detail&lt;/b&gt;</qt>"));
    QVERIFY(desk.button("pushButton")->isEnabled());
    desk.click("generateButton");
    desk.port.endGenerate(std::unexpected(Error{trouble, "the detail", {}}));
    QVERIFY2(desk.text("statusLine").startsWith("Generating did not finish."),
             qPrintable(desk.text("statusLine")));
    QVERIFY(desk.text("statusLine").endsWith(advice));
    desk.click("generateButton");
    QCOMPARE(desk.tone("statusLine"), Tone::Plain);
    QCOMPARE(desk.find<QLabel>("statusLine")->toolTip(), QString());
}

void TestDeskOrders::aGenerationThatStopsHalfWayIsAFailure()
{
    Desk desk;
    desk.click("generateButton");
    desk.port.endGenerate(Generated{250, 0});
    QVERIFY2(desk.text("statusLine").startsWith("Only 250 of 1,000 coupons were generated"),
             qPrintable(desk.text("statusLine")));
    QCOMPARE(desk.tone("statusLine"), Tone::Bad);
}

void TestDeskOrders::closingIsAskedOnceAndShown()
{
    Desk desk;
    desk.window->show();
    QSignalSpy asked(desk.window.get(), &DeskWindow::closeAsked);
    desk.click("generateButton");
    QVERIFY(!desk.window->close());
    QVERIFY(!desk.window->close());
    QCOMPARE(desk.asker.questions.size(), std::size_t(1));
    QVERIFY(desk.asker.questions[0].consequence.contains("Generating 1,000 coupons"));
    QVERIFY(desk.asker.questions[0].typed.isEmpty()); // TEST
    desk.asker.answer(Decision::No);
    QCOMPARE(asked.size(), 0);
    QVERIFY(!desk.window->close());
    desk.asker.answer(Decision::Yes);
    QVERIFY(!desk.window->close());
    QCOMPARE(asked.size(), 1);
    QCOMPARE(desk.asker.questions.size(), std::size_t(2));
    QVERIFY(desk.window->isVisible());
    const QString ending = "Ending: what is under way is being finished.";
    QCOMPARE(desk.text("statusLine"), ending);
    desk.port.endGenerate(Generated{1000, 0});
    QCOMPARE(desk.text("statusLine"), ending);
    QVERIFY(!desk.button("generateButton")->isEnabled());
    QVERIFY(!desk.button("pushButton")->isEnabled());
}

void TestDeskOrders::ctrlQCloses()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QSignalSpy asked(desk.window.get(), &DeskWindow::closeAsked);
    QTest::keyClick(desk.window.get(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
}

void TestDeskOrders::answersAfterTheWindowHasGoneDoNoHarm()
{
    Desk desk;
    desk.port.holdStatus = true;
    QTRY_COMPARE(desk.port.statusCalls, 1);
    desk.click("generateButton");
    QCOMPARE(desk.port.orders.size(), std::size_t(1));
    desk.window.reset();
    desk.port.lastWork.progress(5);
    desk.port.endGenerate(Generated{1000, 0});
    desk.port.answerStatus();
    QCOMPARE(desk.port.statusCalls, 1);
}

/// Whoever undoes an act, at this desk or another, takes its sentence away.
void TestDeskOrders::aSentenceThatIsNoLongerTrueLeaves()
{
    Desk desk;
    desk.window->show();
    desk.clock.wall = 86'400'000;
    desk.port.pauses.answer = [](bool) { return Result<void>{}; };
    desk.click("pauseButton");
    QTRY_COMPARE(desk.text("statusLine"), QString("Issuing was paused."));
    desk.port.now.paused = true;
    desk.clock.wall += 3'000;
    const int readings = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > readings + 1);
    QCOMPARE(desk.text("statusLine"), QString("Issuing was paused."));
    desk.port.now.paused = false;
    QTRY_VERIFY(desk.text("statusLine").startsWith("Coupons are being issued"));
    desk.click("generateButton");
    desk.port.endGenerate(Generated{1000, 0});
    QVERIFY(desk.text("statusLine").endsWith("They wait to be pushed into the stock."));
    desk.clock.wall += 3'000;
    desk.port.now.stock.available += desk.port.now.stock.staged;
    desk.port.now.stock.staged = 0;
    QTRY_VERIFY(desk.text("statusLine").startsWith("Coupons are being issued"));
}

/// The keyboard never falls on the brake by itself.
void TestDeskOrders::afterAPushTheKeyboardIsNotOnPause()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.port.now.stock = {1000, 1000, 0, 0, 0, 0, 0};
    QTRY_VERIFY(desk.button("pushButton")->isEnabled());
    desk.button("pushButton")->setFocus();
    desk.click("pushButton");
    QVERIFY(!desk.button("pauseButton")->hasFocus());
    desk.port.now.stock = {1000, 0, 1000, 0, 0, 0, 0};
    desk.port.endPush(Pushed{1000, 1000});
    QTRY_VERIFY(!desk.button("pushButton")->isEnabled());
    QVERIFY(!desk.button("pauseButton")->hasFocus() && !desk.button("voidButton")->hasFocus());
    QVERIFY(desk.button("generateButton")->hasFocus());
}

void TestDeskOrders::nothingIsPushedWithoutRedis()
{
    Desk desk;
    desk.window->show();
    desk.port.now.stock = {1000, 1000, 0, 0, 0, 0, 0};
    QTRY_VERIFY(desk.button("pushButton")->isEnabled());
    desk.port.now.redisConnected = desk.port.now.stockKnown = desk.port.now.issuing = false;
    QTRY_VERIFY(!desk.button("pushButton")->isEnabled());
    QVERIFY(desk.button("pushButton")->toolTip().contains("Redis or the database is away"));
    QCOMPARE(desk.tone("waitingLabel"), Tone::Stale);
}

QTEST_MAIN(TestDeskOrders)
#include "tst_desk_orders.moc"

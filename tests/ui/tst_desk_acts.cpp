// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does to the stock beyond the two buttons: other orders, stop, pause, void, in TEST and LIVE.

#include "tests/ui/desk.h"
#include "ui/dashboard/generate_dialog.h"
#include "ui/parts/question_dialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace seonchak;
using theme::Tone;

namespace {
const SaleSign live{QStringLiteral("Autumn <b>sale</b>"), true};
}

class TestDeskActs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMenuOrders_data();
    void theMenuOrders();
    void theMenuOpensByKeyboard();
    void anotherOrderIsCheckedWhileTyped();
    void stopEndsTheWork();
    void pauseAndResume();
    void foreignKeysAreDecidedHere();
    void deletingForeignKeysAsksForTheName();
    void pauseAsksInLive();
    void aPauseThatFailsSaysSo();
    void voidShowsItsConsequence();
    void voidInLiveAsksForTheName();
    void nothingToVoidIsSaid();
    void theQuestionNeedsTheTypedName();
    void aWrongNameAndEnterCancel();
    void ofADestructiveQuestionCancelIsTheDefault();
    void enterPressesTheButtonThatHasTheKeyboard();
    void enterOnCancelGeneratesNothing();
};

void TestDeskActs::theMenuOrders_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<bool>("push");
    QTest::newRow("and push") << QByteArray("generateAndPush") << qint64(1000) << true;
    QTest::newRow("100") << QByteArray("generate100") << qint64(100) << false;
    QTest::newRow("10,000") << QByteArray("generate10000") << qint64(10'000) << false;
    QTest::newRow("100,000") << QByteArray("generate100000") << qint64(100'000) << false;
}

void TestDeskActs::theMenuOrders()
{
    QFETCH(QByteArray, action);
    QFETCH(qint64, count);
    QFETCH(bool, push);
    Desk desk;
    desk.window->show();
    desk.choose(action.constData());
    QCOMPARE(desk.port.orders.size(), std::size_t(1));
    QCOMPARE(desk.port.orders[0].count, count);
    QCOMPARE(desk.port.orders[0].push, push);
    desk.port.endGenerate(Generated{count, push ? count : 0});
    QVERIFY(desk.text("statusLine")
                .endsWith(push ? "generated and pushed into the stock."
                               : "They wait to be pushed into the stock."));
}

void TestDeskActs::theMenuOpensByKeyboard()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTest::keyClick(desk.window.get(), Qt::Key_M, Qt::AltModifier);
    auto *menu = desk.find<QMenu>("generateMenu");
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(desk.port.orders.size(), std::size_t(1));
    QVERIFY(desk.port.orders[0].push);
}

void TestDeskActs::anotherOrderIsCheckedWhileTyped()
{
    Desk desk;
    desk.window->show();
    desk.choose("generateOther");
    auto *dialog = desk.find<GenerateDialog>("generateDialog");
    auto *count = dialog->findChild<QLineEdit *>("generateCount");
    auto *prefix = dialog->findChild<QLineEdit *>("generatePrefix");
    auto *length = dialog->findChild<QSpinBox *>("generateLength");
    auto *action = dialog->findChild<QPushButton *>("generateAction");
    QVERIFY(action->isEnabled());
    for (const char *bad : {"", "0", "-5", "1000001", "many", "99999999999999999999", "1e6"}) {
        count->setText(bad);
        QVERIFY2(!action->isEnabled(), bad);
        QVERIFY(desk.text("generateCountHint").startsWith("Type a whole number"));
    }
    count->setText("2,500");
    QVERIFY(action->isEnabled());
    // What may stand in a code may stand before it, up to 32 bytes.
    for (const char *bad :
         {"A B", "A\u200bB", "123456789012345678901234567890123", "가나다라마바사아자차카"}) {
        prefix->setText(bad);
        QVERIFY2(!action->isEnabled(), bad);
        QVERIFY(desk.tone("generatePrefixHint") == theme::Tone::Bad);
    }
    for (const char *fine : {"<b>", "가을-", "a.b/", "12345678901234567890123456789012"}) {
        prefix->setText(fine);
        QVERIFY2(action->isEnabled(), fine);
    }
    prefix->setText("FALL-");
    QVERIFY(action->isEnabled());
    QVERIFY(desk.text("generateLengthHint").contains("FALL-7KQ2M9XATT4C"));
    length->setValue(6);
    count->setText("1000000");
    QVERIFY(!action->isEnabled()); // could be guessed
    count->setText("2500");
    length->setValue(14);
    dialog->findChild<QCheckBox *>("generatePush")->setChecked(true);
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(desk.port.orders.size(), std::size_t(1));
    QCOMPARE(desk.port.orders[0].count, 2500);
    QCOMPARE(desk.port.orders[0].prefix, QByteArray("FALL-"));
    QCOMPARE(desk.port.orders[0].length, 14);
    QVERIFY(desk.port.orders[0].push);
}

void TestDeskActs::stopEndsTheWork()
{
    Desk desk;
    desk.port.now.stock = {1000, 1000, 0, 0, 0, 0, 0};
    desk.window->show();
    QVERIFY(!desk.button("cancelButton")->isVisible());
    desk.choose("generate100000");
    QVERIFY(desk.button("cancelButton")->isVisible());
    desk.port.lastWork.progress(600);
    QVERIFY(!desk.port.lastWork.stop.stop_requested());
    desk.click("cancelButton");
    QVERIFY(desk.port.lastWork.stop.stop_requested());
    QVERIFY(!desk.button("cancelButton")->isEnabled());
    desk.port.endGenerate(Generated{700, 0});
    QCOMPARE(desk.text("statusLine"), QString("Stopped: 700 of 100,000 coupons were generated."));
    QCOMPARE(desk.tone("statusLine"), Tone::Plain);
    QVERIFY(!desk.button("cancelButton")->isVisible());
    desk.click("pushButton");
    QVERIFY(!desk.port.lastWork.stop.stop_requested()); // the next work has a stop of its own
    QVERIFY(desk.button("cancelButton")->isEnabled());
}

void TestDeskActs::pauseAndResume()
{
    Desk desk;
    desk.port.pauses.answer = [](const bool &) { return Result<void>{}; };
    desk.window->show();
    QTRY_COMPARE(desk.button("pauseButton")->text(), QString("Pause &issuing"));
    desk.click("pauseButton");
    QVERIFY(desk.asker.questions.empty()); // TEST
    QCOMPARE(desk.port.pauses.times(), 1);
    QVERIFY(std::get<0>(desk.port.pauses.asked[0]));
    desk.port.now.paused = true;
    QTRY_COMPARE(desk.button("pauseButton")->text(), QString("Resume &issuing"));
    QVERIFY(desk.find<QWidget>("banner")->isVisible());
    QCOMPARE(desk.text("bannerTitle"), QString("Issuing is paused"));
    QCOMPARE(desk.button("pauseButton")->shortcut(), QKeySequence("Alt+I"));
    desk.click("pauseButton");
    QVERIFY(!std::get<0>(desk.port.pauses.asked[1]));
    desk.port.now.paused = false;
    QTRY_VERIFY(!desk.find<QWidget>("banner")->isVisible());
}

void TestDeskActs::foreignKeysAreDecidedHere()
{
    Desk desk;
    desk.port.foreignChoices.answer = [](const ForeignChoice &) { return ForeignFound{3, 1, 0}; };
    desk.window->show();
    QVERIFY(!desk.button("foreignAdopt")->isVisible());
    desk.port.now.foreign = ForeignFound{3, 1, 0};
    desk.port.now.issuing = false;
    desk.port.now.stockKnown = false;
    QTRY_VERIFY(desk.button("foreignAdopt")->isVisible());
    QCOMPARE(desk.text("bannerTitle"), QString("Redis holds another program's keys"));
    QVERIFY(desk.text("bannerSentence").contains("Codes in the list: 3, user keys: 1, other keys: 0"));
    // Left alone, nothing happens.
    desk.click("foreignAdopt");
    QVERIFY(!desk.asker.questions.back().destructive);
    desk.asker.answer(false);
    QCOMPARE(desk.port.foreignChoices.times(), 0);
    desk.click("foreignAdopt");
    desk.asker.answer(true);
    QCOMPARE(desk.port.foreignChoices.times(), 1);
    QCOMPARE(std::get<0>(desk.port.foreignChoices.asked[0]), ForeignChoice::Adopt);
    QVERIFY(!desk.button("foreignAdopt")->isEnabled());
    QVERIFY(!desk.button("foreignDiscard")->isEnabled());
    desk.port.now.foreign.reset();
    QTRY_VERIFY(!desk.button("foreignAdopt")->isVisible());
    desk.port.now.foreign = ForeignFound{0, 0, 2};
    QTRY_VERIFY(desk.button("foreignDiscard")->isVisible());
    QVERIFY(desk.button("foreignDiscard")->isEnabled());
}

void TestDeskActs::deletingForeignKeysAsksForTheName()
{
    Desk desk("en", live);
    desk.port.now.foreign = ForeignFound{3, 1, 2};
    desk.window->show();
    QTRY_VERIFY(desk.button("foreignDiscard")->isVisible());
    desk.click("foreignDiscard");
    const Question &question = desk.asker.questions.back();
    QVERIFY(question.destructive);
    QCOMPARE(question.typed, live.name);
    QVERIFY(question.consequence.contains("Codes: 3, user keys: 1, other keys: 2"));
    desk.asker.answer(true);
    QCOMPARE(std::get<0>(desk.port.foreignChoices.asked.back()), ForeignChoice::Discard);
}

void TestDeskActs::pauseAsksInLive()
{
    Desk desk("en", live);
    desk.port.pauses.answer = [](const bool &) { return Result<void>{}; };
    desk.window->show();
    desk.click("pauseButton");
    QCOMPARE(desk.asker.questions.size(), std::size_t(1));
    QVERIFY(desk.asker.questions[0].typed.isEmpty());
    desk.asker.answer(false);
    QCOMPARE(desk.port.pauses.times(), 0);
    QCOMPARE(desk.text("statusLine"), QString("Issuing was not paused."));
    desk.click("pauseButton");
    desk.asker.answer(true);
    QCOMPARE(desk.port.pauses.times(), 1);
}

void TestDeskActs::aPauseThatFailsSaysSo()
{
    Desk desk;
    desk.window->show();
    desk.click("pauseButton");
    QVERIFY2(desk.text("statusLine").startsWith("Issuing was not paused."),
             qPrintable(desk.text("statusLine")));
    QCOMPARE(desk.tone("statusLine"), Tone::Bad);
    QVERIFY(desk.button("pauseButton")->isEnabled());
}

void TestDeskActs::voidShowsItsConsequence()
{
    Desk desk;
    desk.port.plans.answer = [] { return VoidPlan{12, 400, 37, 551}; };
    desk.port.voidsOfAll.answer = [](const Work &) { return qint64(412); };
    desk.port.voidsOfAll.hold = true;
    desk.window->show();
    desk.click("voidButton");
    QCOMPARE(desk.asker.questions.size(), std::size_t(1));
    const Question question = desk.asker.questions[0];
    QVERIFY2(
        question.consequence.startsWith("Voids 412 unissued coupons: 12 wait to be pushed, 400 are in the "
                                        "stock. 37 are in flight and stay; 551 are issued and stay."),
        qPrintable(question.consequence));
    QCOMPARE(question.action, QString("Void 412 coupons"));
    QVERIFY(question.typed.isEmpty());
    QVERIFY(question.destructive);
    QCOMPARE(desk.port.voidsOfAll.times(), 0);
    desk.asker.answer(false);
    QCOMPARE(desk.port.voidsOfAll.times(), 0);
    desk.click("voidButton");
    desk.asker.answer(true);
    QCOMPARE(desk.port.voidsOfAll.times(), 1);
    QCOMPARE(desk.progress()->maximum(), 412);
    desk.click("cancelButton");
    QVERIFY(std::get<0>(desk.port.voidsOfAll.asked[0]).stop.stop_requested());
    desk.port.voidsOfAll.release();
    QCOMPARE(desk.text("statusLine"), QString("Stopped: 412 coupons were voided."));
}

void TestDeskActs::voidInLiveAsksForTheName()
{
    Desk named("en", live);
    named.port.plans.answer = [] { return VoidPlan{1, 0, 0, 0}; };
    named.click("voidButton");
    QCOMPARE(named.asker.questions.at(0).typed, live.name);
    Desk nameless("en", {{}, true});
    nameless.port.plans.answer = [] { return VoidPlan{1, 0, 0, 0}; };
    nameless.click("voidButton");
    QCOMPARE(nameless.asker.questions.at(0).typed, QString("LIVE"));
}

void TestDeskActs::nothingToVoidIsSaid()
{
    Desk desk;
    desk.port.plans.answer = [] { return VoidPlan{0, 0, 3, 9}; };
    desk.click("voidButton");
    QVERIFY(desk.asker.questions.empty());
    QCOMPARE(desk.text("statusLine"), QString("There is nothing to void: no coupon is unissued."));
}

void TestDeskActs::theQuestionNeedsTheTypedName()
{
    Desk desk;
    desk.window->show();
    DialogAsker asker;
    int yes = 0;
    int no = 0;
    const Question question{"Void?", "<b>Voids</b> 3.", "Void 3", live.name};
    asker.ask(desk.window.get(), question, [&](bool answer) { ++(answer ? yes : no); });
    auto *dialog = desk.find<QuestionDialog>("questionDialog");
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->windowModality(), Qt::WindowModal);
    QCOMPARE(desk.find<QLabel>("questionConsequence")->textFormat(), Qt::PlainText);
    auto *action = desk.button("questionAction");
    QVERIFY(!action->isEnabled());
    desk.find<QLineEdit>("questionTyped")->setText("autumn");
    QVERIFY(!action->isEnabled());
    desk.find<QLineEdit>("questionTyped")->setText(live.name);
    QVERIFY(action->isEnabled());
    // Straight on by the keyboard: the name was the confirmation.
    QTest::keyClick(desk.find<QLineEdit>("questionTyped"), Qt::Key_Return);
    QCOMPARE(yes, 1);
    QCOMPARE(no, 0);
}

void TestDeskActs::aWrongNameAndEnterCancel()
{
    Desk desk;
    desk.window->show();
    DialogAsker asker;
    QList<bool> answers;
    const Question question{"Void?", "Voids 3.", "Void 3", live.name};
    asker.ask(desk.window.get(), question, [&](bool yes) { answers << yes; });
    desk.find<QLineEdit>("questionTyped")->setText(live.name);
    desk.find<QLineEdit>("questionTyped")->setText("autumn");
    QTest::keyClick(desk.find<QLineEdit>("questionTyped"), Qt::Key_Return);
    QTRY_COMPARE(answers, QList<bool>{false});
}

void TestDeskActs::ofADestructiveQuestionCancelIsTheDefault()
{
    Desk desk;
    desk.window->show();
    DialogAsker asker;
    QList<bool> answers;
    const auto ask = [&](bool destructive, Qt::Key key) {
        const Question question{"Void?", "Voids 3.", "Void 3", {}, destructive};
        asker.ask(desk.window.get(), question, [&](bool yes) { answers << yes; });
        QPointer<QDialog> dialog = desk.window->findChildren<QuestionDialog *>().constLast();
        QTest::keyClick(dialog, key);
        QTRY_VERIFY(!dialog);
    };
    ask(true, Qt::Key_Return);
    ask(true, Qt::Key_Escape);
    ask(false, Qt::Key_Return);
    ask(false, Qt::Key_Escape);
    QCOMPARE(answers, (QList<bool>{false, false, true, false}));
}

void TestDeskActs::enterPressesTheButtonThatHasTheKeyboard()
{
    Desk desk;
    desk.window->show();
    DialogAsker asker;
    QList<Decision> answers;
    Question question{"Pause?", "Nobody gets a coupon.", "Pause", {}, true};
    question.milder = QStringLiteral("Wait");
    const auto tabAndEnter = [&](int tabs) {
        asker.choose(desk.window.get(), question, [&](Decision decision) { answers << decision; });
        QPointer<QDialog> dialog = desk.window->findChildren<QuestionDialog *>().constLast();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        for (int i = 0; i < tabs; ++i)
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!dialog);
    };
    tabAndEnter(0);
    tabAndEnter(1);
    tabAndEnter(2);
    QCOMPARE(answers, (QList<Decision>{Decision::No, Decision::Milder, Decision::Yes}));
}

void TestDeskActs::enterOnCancelGeneratesNothing()
{
    Desk desk;
    desk.window->show();
    desk.choose("generateOther");
    const QPointer<GenerateDialog> dialog = desk.find<GenerateDialog>("generateDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    desk.find<QPushButton>("generateCancel")->setFocus();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(desk.port.orders.size(), 0U);
}

QTEST_MAIN(TestDeskActs)
#include "tst_desk_acts.moc"

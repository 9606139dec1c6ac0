// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The numbers as an operator sees them, before a sale that the test makes up.

#include "tests/ui/desk.h"
#include "ui/dashboard/conservation_light.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace seonchak;
using theme::Tone;

namespace {
constexpr qint64 second = 1'000'000'000;
}

class TestDeskWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void numbersAppearFormatted();
    void beforeTheFirstAnswerNothingIsClaimed();
    void requestsASecondAreMeasured();
    void whoClicksAPageTypesIntoIt();
    void theLightIsRedWithTheDifference_data();
    void theLightIsRedWithTheDifference();
    void whatIsAwayIsRed();
    void lastKnownNumbersAreGrey();
    void whatWasNeverReadIsNoZero();
    void silenceIsShown();
    void aQuestionWaitsForTheLastAnswer();
    void theAddressIsCopied();
    void markupIsShownAsText();
    void aLocaleWithoutSeparatorsStillHasThem();
    void aRestartAsksAsClosingDoes();
};

void TestDeskWindow::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestDeskWindow::numbersAppearFormatted()
{
    Desk desk;
    QTRY_COMPARE(desk.text("stockNumber"), QString("1,000,412"));
    QCOMPARE(desk.text("stockHint"), QString("no change"));
    QCOMPARE(desk.text("usersNumber"), QString("586"));
    QCOMPARE(desk.text("failuresNumber"), QString("64"));
    QCOMPARE(desk.text("failuresHint"), QString("9.8% of calls"));
    QCOMPARE(desk.text("compensationsNumber"), QString("63"));
    QCOMPARE(desk.text("requestsHint"), QString("p99 –")); // nothing was answered within the last second
    QCOMPARE(desk.text("doubtsNumber"), QString("2"));
    QCOMPARE(desk.tone("doubtsNumber"), Tone::Waiting);
    QCOMPARE(desk.text("doubtsHint"), QString("being asked about"));
    QCOMPARE(desk.text("conservationVerdict"), QString("All accounted for"));
    QCOMPARE(
        desk.text("conservationSentence"),
        QString("Generated 1,001,000 = staged 0 + in stock 1,000,412 + reserved 0 + in doubt 2 + issued 586 "
                "+ void 0"));
    QCOMPARE(desk.find<ConservationLight>("conservationLight")->tone(), Tone::Good);
    QCOMPARE(desk.pill("redisPill"), QString("Redis (private)"));
    QCOMPARE(desk.pillTone("redisPill"), Tone::Good);
    QVERIFY(desk.find<QWidget>("redisPill")->toolTip().contains("Redis (private): connected"));
    QCOMPARE(desk.pill("databasePill"), QString("SQLite"));
    QCOMPARE(desk.pill("storePill"), QString("Store: mock, refuses 10%"));
    QCOMPARE(desk.text("serverUrl"), QString("http://127.0.0.1:8080"));
}

void TestDeskWindow::beforeTheFirstAnswerNothingIsClaimed()
{
    Desk desk;
    desk.port.holdStatus = true;
    QTRY_COMPARE(desk.port.statusCalls, 1);
    QCOMPARE(desk.text("stockNumber"), QString("–"));
    QCOMPARE(desk.text("conservationVerdict"), QString("Not known yet"));
    QCOMPARE(desk.find<ConservationLight>("conservationLight")->tone(), Tone::Stale);
    QCOMPARE(desk.pillTone("redisPill"), Tone::Waiting);
    QCOMPARE(desk.pill("redisPill"), QString("Redis: connecting"));
}

void TestDeskWindow::requestsASecondAreMeasured()
{
    Desk desk;
    QTRY_COMPARE(desk.text("requestsNumber"), QString("0"));
    QCOMPARE(desk.text("requestsHint"), QString("p99 –"));
    desk.port.now.lastSecond.of = {1000, 400, 60, 30, 15};
    desk.port.now.peakPerSecond = 2200;
    desk.port.now.peakAt = desk.clock.wall;
    QTRY_COMPARE(desk.text("requestsNumber"), QString("1,505"));
    QCOMPARE(desk.text("requestsHint"), QString("peak 2,200 · p99 –"));
    QVERIFY(desk.find<QWidget>("requestsTile")->toolTip().contains("within the last second"));
}

void TestDeskWindow::whoClicksAPageTypesIntoIt()
{
    Desk desk;
    desk.window->show();
    desk.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTest::mouseClick(desk.find<QWidget>("nav-why"), Qt::LeftButton);
    QTRY_COMPARE(desk.window->focusWidget(), desk.find<QWidget>("whyField"));
}

void TestDeskWindow::theLightIsRedWithTheDifference_data()
{
    QTest::addColumn<qint64>("available");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<qint64>("users");
    QTest::addColumn<QString>("where");
    QTest::newRow("missing") << qint64(999'178) << "1,234 missing" << qint64(586)
                             << "1,234 coupons are nowhere. Look first at in stock (999,178)";
    QTest::newRow("double") << qint64(1'000'413) << "1 too many" << qint64(586)
                            << "1 coupon is counted twice. Look first at in stock (1,000,413)";
    QTest::newRow("keys") << qint64(1'000'411) << "1 missing" << qint64(587)
                          << "Look first at issued: the book holds 586, but Redis holds 587 user keys.";
}

void TestDeskWindow::theLightIsRedWithTheDifference()
{
    QFETCH(qint64, available);
    QFETCH(QString, verdict);
    QFETCH(qint64, users);
    QFETCH(QString, where);
    Desk desk;
    desk.window->show();
    QTRY_COMPARE(desk.find<ConservationLight>("conservationLight")->tone(), Tone::Good);
    QVERIFY(!desk.find<QLabel>("conservationHint")->isVisible());
    desk.port.now.stock.available = available;
    desk.port.now.issuedUsers = users;
    QTRY_COMPARE(desk.text("conservationVerdict"), verdict);
    QCOMPARE(desk.tone("conservationVerdict"), Tone::Bad);
    QCOMPARE(desk.find<ConservationLight>("conservationLight")->tone(), Tone::Bad);
    QVERIFY(desk.text("conservationSentence").startsWith("Generated 1,001,000 ≠ staged 0"));
    QVERIFY(desk.find<QLabel>("conservationHint")->isVisible());
    QVERIFY2(desk.text("conservationHint").contains(where), qPrintable(desk.text("conservationHint")));
    QVERIFY(desk.text("conservationHint").contains("The numbers last added up at "));
    desk.port.now = FakePort::busyStatus();
    QTRY_COMPARE(desk.find<ConservationLight>("conservationLight")->tone(), Tone::Good);
    QVERIFY(!desk.find<QLabel>("conservationHint")->isVisible());
}

void TestDeskWindow::whatIsAwayIsRed()
{
    Desk desk;
    QTRY_COMPARE(desk.pillTone("redisPill"), Tone::Good);
    desk.port.now.redisConnected = false;
    QTRY_COMPARE_WITH_TIMEOUT(desk.pillTone("redisPill"), Tone::Bad, 1000);
    QCOMPARE(desk.pill("redisPill"), QString("Redis (private): away"));
    QCOMPARE(desk.pillTone("databasePill"), Tone::Good);
    desk.port.now.redisConnected = true;
    desk.port.now.databaseConnected = false;
    QTRY_COMPARE_WITH_TIMEOUT(desk.pillTone("databasePill"), Tone::Bad, 1000);
    QCOMPARE(desk.pill("databasePill"), QString("SQLite: away"));
    QCOMPARE(desk.pillTone("redisPill"), Tone::Good);
}

void TestDeskWindow::lastKnownNumbersAreGrey()
{
    Desk desk;
    desk.clock.wall = 1000;
    desk.port.now.partnerFailedAt = 1000; // just now
    QTRY_COMPARE(desk.tone("failuresNumber"), Tone::Bad);
    QCOMPARE(desk.tone("stockNumber"), Tone::Plain);
    desk.port.now.stockKnown = false;
    desk.port.now.stock.available = 1; // must not be taken for a missing coupon
    QTRY_COMPARE(desk.tone("stockNumber"), Tone::Stale);
    for (const char *name : {"usersNumber", "failuresNumber", "compensationsNumber", "doubtsNumber"})
        QCOMPARE(desk.tone(name), Tone::Stale);
    QCOMPARE(desk.tone("requestsNumber"), Tone::Plain); // The server counts its own answers.
    QCOMPARE(desk.find<ConservationLight>("conservationLight")->tone(), Tone::Stale);
    QCOMPARE(desk.text("conservationVerdict"), QString("Last known"));
    desk.port.now = FakePort::busyStatus();
    QTRY_COMPARE(desk.tone("stockNumber"), Tone::Plain);
    QCOMPARE(desk.find<ConservationLight>("conservationLight")->tone(), Tone::Good);
}

void TestDeskWindow::whatWasNeverReadIsNoZero()
{
    Desk desk;
    auto &now = desk.port.now;
    now.stock = {}; // Redis has been away since the start.
    now.issuedUsers = 0;
    now.shared.clear();
    now.redisConnected = now.stockKnown = now.stockEverKnown = now.issuing = false;
    QTRY_COMPARE(desk.text("stockHint"), QString("Not read yet"));
    for (const char *tile : {"stock", "users", "failures", "compensations", "doubts"}) {
        const QByteArray number = QByteArray(tile) + "Number";
        const QByteArray hint = QByteArray(tile) + "Hint";
        QCOMPARE(desk.text(number.constData()), QString("–"));
        QCOMPARE(desk.tone(number.constData()), Tone::Stale);
        QCOMPARE(desk.text(hint.constData()), QString("Not read yet"));
    }
    QCOMPARE(desk.text("waitingLabel"), QString("Waiting to be pushed: –"));
    QCOMPARE(desk.text("conservationVerdict"), QString("Not read yet"));
    QVERIFY(!desk.text("conservationSentence").contains('='));
    QCOMPARE(desk.find<ConservationLight>("conservationLight")->tone(), Tone::Stale);
    // What the database knows by itself is not kept back.
    now.bookAlone = StockNumbers{101'808, 8, 100'000, 0, 0, 1800, 0};
    QTRY_COMPARE(desk.text("conservationSentence"),
                 "Redis has not been read yet. In the database: generated 101,808, staged 8, in stock or "
                 "reserved 100,000, in doubt 0, issued 1,800, void 0.");
    // A real zero is one.
    now.redisConnected = now.stockKnown = now.stockEverKnown = now.issuing = true;
    QTRY_COMPARE(desk.text("stockNumber"), QString("0"));
    QCOMPARE(desk.text("doubtsHint"), QString("none"));
    QCOMPARE(desk.text("waitingLabel"), QString("Waiting to be pushed: 0"));
}

void TestDeskWindow::silenceIsShown()
{
    Desk desk;
    QTRY_COMPARE(desk.pillTone("redisPill"), Tone::Good);
    desk.port.holdStatus = true;
    const int before = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > before);
    desk.clock.now += 2 * second;
    QTRY_COMPARE(desk.pill("redisPill"), QString("Redis (private): no answer"));
    QCOMPARE(desk.pillTone("databasePill"), Tone::Waiting);
    QCOMPARE(desk.tone("stockNumber"), Tone::Stale);
    QCOMPARE(desk.text("stockNumber"), QString("1,000,412"));
    desk.port.holdStatus = false;
    desk.port.answerStatus();
    QCOMPARE(desk.pill("redisPill"), QString("Redis (private)"));
    QCOMPARE(desk.tone("stockNumber"), Tone::Plain);
}

void TestDeskWindow::aQuestionWaitsForTheLastAnswer()
{
    Desk desk;
    desk.port.holdStatus = true;
    QTRY_COMPARE(desk.port.statusCalls, 1);
    // A question that has waited too long shows by a tick of the same timer: that tick might have asked
    // again.
    desk.clock.now += 2 * second;
    QTRY_COMPARE(desk.pill("redisPill"), QString("Redis: no answer"));
    QCOMPARE(desk.port.statusCalls, 1);
    desk.port.holdStatus = false;
    desk.port.answerStatus();
    QTRY_VERIFY(desk.port.statusCalls >= 3);
}

void TestDeskWindow::theAddressIsCopied()
{
    Desk desk;
    QGuiApplication::clipboard()->clear();
    desk.click("copyUrlButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("http://127.0.0.1:8080"));
    QCOMPARE(desk.button("copyUrlButton")->text(), QString("Copied"));
    QTRY_COMPARE(desk.button("copyUrlButton")->text(), QString("Copy"));
}

void TestDeskWindow::markupIsShownAsText()
{
    Desk desk;
    desk.port.now.databaseEngine = "<b>big</b>";
    desk.port.now.redisUrl = "<img src=x>";
    QTRY_COMPARE(desk.pill("databasePill"), QString("<b>big</b>"));
    QCOMPARE(desk.find<QWidget>("redisPill")->toolTip(),
             QString("<qt>Redis (private): connected · &lt;img src=x&gt;</qt>"));
    for (const auto *label : desk.window->findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
}

void TestDeskWindow::aLocaleWithoutSeparatorsStillHasThem()
{
    Desk desk;
    QLocale::setDefault(QLocale::c());
    QTRY_COMPARE(desk.text("stockNumber"), QString("1,000,412"));
}

void TestDeskWindow::aRestartAsksAsClosingDoes()
{
    {
        Desk desk; // TEST, and nothing under way: at once
        QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
        desk.window->restart();
        QCOMPARE(closed.size(), 1);
        QVERIFY(desk.window->isToRestart());
    }
    Desk desk(QStringLiteral("en"), {QStringLiteral("Autumn"), true});
    QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
    desk.window->restart();
    QCOMPARE(desk.asker.questions.size(), std::size_t(1));
    const Question question = desk.asker.questions.front();
    QCOMPARE(question.title, QString("Restart Seonchak?"));
    QCOMPARE(question.milder, QString("Pause and restart"));
    QCOMPARE(question.typed, QString("Autumn"));
    desk.asker.answer(false);
    QVERIFY(closed.isEmpty() && !desk.window->isToRestart());
    // Who stays and closes later does not start it again.
    desk.window->close();
    QCOMPARE(desk.asker.questions.back().title, QString("Close Seonchak?"));
    desk.asker.answer(true);
    QCOMPARE(closed.size(), 1);
    QVERIFY(!desk.window->isToRestart());
}

QTEST_MAIN(TestDeskWindow)
#include "tst_desk_window.moc"

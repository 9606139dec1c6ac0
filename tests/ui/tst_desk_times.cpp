// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// When the sale opens and closes: the countdown above every page, and the acts that change it.

#include "tests/ui/cut_off.h"
#include "tests/ui/desk.h"
#include "ui/dashboard/trend_view.h"
#include "ui/desk/desk_menus.h"
#include "ui/desk/sale_times_dialog.h"
#include "ui/parts/moment.h"
#include "ui/parts/words.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QTest>

using namespace seonchak;
using State = SaleView::State;
using theme::Tone;

namespace {

constexpr WallMs minute = 60'000;
constexpr WallMs noon = 1'795'000'000'000;

/// A window on a sale with these times.
struct TimesDesk : Desk
{
    explicit TimesDesk(State state, WallMs opensAt = 0, WallMs closesAt = 0, const SaleSign &sale = {},
                       const QString &language = QStringLiteral("en"))
        : Desk(language, sale)
    {
        clock.wall = noon;
        port.now.sale.state = state;
        port.now.sale.opensAt = opensAt;
        port.now.sale.closesAt = closesAt;
        port.now.sale.now = noon;
        port.cutLists.answer = [] { return QList<CutAct>{}; };
        port.times.answer = [](const SaleTimesChange &change) {
            return Result<SaleTimes>(SaleTimes{1, change.opensAt.value_or(0), change.closesAt.value_or(0)});
        };
        window->resize(1280, 720);
        window->show();
    }
    [[nodiscard]] bool isSeen() const { return find<QWidget>("saleClock")->isVisible(); }
    [[nodiscard]] SaleTimesChange asked() const { return std::get<0>(port.times.asked.back()); }
    [[nodiscard]] QAction *action(const char *name) const
    {
        return window->findChild<QAction *>(QLatin1String(name));
    }
    SaleTimesDialog *dialog()
    {
        click("timesSet");
        return window->findChild<SaleTimesDialog *>();
    }
};

template <typename T>
T *part(const QWidget &within, const char *name)
{
    return within.findChild<T *>(QLatin1String(name));
}

} // namespace

class TestDeskTimes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itCountsDownByTheClockOfTheSale();
    void itSaysWhatTheSaleIsAt_data();
    void itSaysWhatTheSaleIsAt();
    void openNowSetsTheOpeningToThisMoment();
    void closeNowAsksInLiveForTheName();
    void anOpeningInLiveIsConfirmedWithNumbers();
    void theDialogChangesWhatWasTouched();
    void theDialogSaysWhatCannotBe();
    void aFailureStaysToBeRead();
    void theMenuFollows();
    void aCountdownIsReadable_data();
    void aCountdownIsReadable();
    void itNeedsNoLargerWindow();
    void aBannerAndACountdownFitTogether();
    void pictures();
};

void TestDeskTimes::itCountsDownByTheClockOfTheSale()
{
    TimesDesk desk(State::Planned, noon + 3 * minute);
    desk.port.now.sale.offsetMs = 12'000; // Redis is ahead, so less is left.
    desk.port.now.stock = {1200, 200, 1000, 0, 0, 0, 0};
    QTRY_VERIFY2(desk.text("timesLine").startsWith("Opens in 00:02:48, at "),
                 qPrintable(desk.text("timesLine")));
    QVERIFY(desk.text("timesLine").endsWith("1,000 are in the stock."));
    desk.clock.wall += minute;
    QTRY_VERIFY2(desk.text("timesLine").startsWith("Opens in 00:01:48"), qPrintable(desk.text("timesLine")));
    // The opening comes before the next reading tells of it.
    desk.port.holdStatus = true;
    desk.clock.wall += 2 * minute;
    QTRY_VERIFY(!desk.isSeen());
}

void TestDeskTimes::itSaysWhatTheSaleIsAt_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<qint64>("opensAt");
    QTest::addColumn<qint64>("closesAt");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("buttons");
    const auto row = [](const char *name, State state, WallMs opensAt, WallMs closesAt, const char *line,
                        const char *buttons) {
        QTest::newRow(name) << int(state) << qint64(opensAt) << qint64(closesAt) << line << buttons;
    };
    row("open, no end", State::Open, 0, 0, "", "");
    row("preparing", State::Preparing, 0, 0, "No opening time is set: the sale begins with the first push.",
        "");
    row("opened, and nothing was pushed", State::Preparing, noon - minute, 0,
        "The opening time has come, and nothing was ever in the stock: put coupons into it.", "");
    row("open, with an end", State::Open, noon - minute, noon + minute, "Closes in 00:01:00, at ", "close");
    row("paused, with an end", State::Paused, 0, noon + minute, "Closes in 00:01:00, at ", "close");
    row("closed", State::Closed, 0, noon - minute, "Closed since ", "reopen");
    row("planned", State::Planned, noon + minute, noon + 2 * minute, "Opens in 00:01:00, at ", "open");
}

void TestDeskTimes::itSaysWhatTheSaleIsAt()
{
    QFETCH(int, state);
    QFETCH(qint64, opensAt);
    QFETCH(qint64, closesAt);
    QFETCH(QString, line);
    QFETCH(QString, buttons);
    TimesDesk desk(State(state), opensAt, closesAt);
    const int before = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > before + 1);
    QCOMPARE(desk.isSeen(), !line.isEmpty());
    QCOMPARE(desk.text("timesLine").left(line.size()), line);
    QCOMPARE(desk.button("timesOpenNow")->isVisible(), buttons == "open");
    QCOMPARE(desk.button("timesCloseNow")->isVisible(), buttons == "close");
    QCOMPARE(desk.button("timesReopen")->isVisible(), buttons == "reopen");
}

void TestDeskTimes::openNowSetsTheOpeningToThisMoment()
{
    TimesDesk desk(State::Planned, noon + minute);
    QTRY_VERIFY(desk.isSeen());
    desk.click("timesOpenNow");
    QCOMPARE(desk.port.times.times(), 1);
    QCOMPARE(desk.asked(), (SaleTimesChange{SaleTimesChange::atOnce, {}}));
    QVERIFY(desk.asker.questions.empty()); // of a rehearsal
}

void TestDeskTimes::closeNowAsksInLiveForTheName()
{
    TimesDesk desk(State::Open, 0, noon + minute, {"Autumn", true});
    desk.port.now.stock = {1000, 0, 400, 0, 0, 600, 0};
    QTRY_VERIFY(desk.isSeen());
    QTRY_VERIFY(desk.button("timesCloseNow")->isVisible());
    desk.click("timesCloseNow");
    QCOMPARE(desk.asker.questions.size(), 1U);
    QCOMPARE(desk.asker.questions[0].typed, "Autumn");
    QVERIFY2(desk.asker.questions[0].consequence.contains("400 stay in the stock, 600 are issued and stay"),
             qPrintable(desk.asker.questions[0].consequence));
    desk.asker.answer(false);
    QCOMPARE(desk.port.times.times(), 0);
    QTRY_COMPARE(desk.text("timesTold"), "The times were not changed.");
    desk.click("timesCloseNow");
    desk.asker.answer(true);
    QCOMPARE(desk.asked(), (SaleTimesChange{{}, SaleTimesChange::atOnce}));
}

void TestDeskTimes::anOpeningInLiveIsConfirmedWithNumbers()
{
    TimesDesk desk(State::Planned, noon + minute, 0, {"Autumn", true});
    desk.port.now.stock = {1000, 0, 1000, 0, 0, 0, 0};
    desk.port.now.shared.insert("tooEarly", 17);
    QTRY_VERIFY(desk.isSeen());
    desk.click("timesOpenNow");
    QCOMPARE(desk.asker.questions.size(), 1U);
    QVERIFY(!desk.asker.questions[0].destructive && desk.asker.questions[0].typed.isEmpty());
    QVERIFY2(desk.asker.questions[0].consequence.contains("1,000 are in the stock. 17 requests"),
             qPrintable(desk.asker.questions[0].consequence));
}

void TestDeskTimes::theDialogChangesWhatWasTouched()
{
    TimesDesk desk(State::Closed, noon - 10 * minute, noon - minute);
    QTRY_VERIFY(desk.isSeen());
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    QVERIFY(part<QCheckBox>(*dialog, "timesOpens")->isChecked());
    QVERIFY(part<QPushButton>(*dialog, "timesAction")->isEnabled()); // An end that has come is no fault.
    part<QCheckBox>(*dialog, "timesCloses")->setChecked(false);
    part<QPushButton>(*dialog, "timesAction")->click();
    QCOMPARE(desk.asked(), (SaleTimesChange{{}, 0}));
    QTRY_VERIFY2(desk.text("timesTold").startsWith("Set: "), qPrintable(desk.text("timesTold")));
}

void TestDeskTimes::theDialogSaysWhatCannotBe()
{
    TimesDesk desk(State::Preparing);
    QTRY_VERIFY(desk.isSeen());
    auto *dialog = desk.dialog();
    auto *opens = part<QCheckBox>(*dialog, "timesOpens");
    auto *closes = part<QCheckBox>(*dialog, "timesCloses");
    auto *opensAt = part<QLineEdit>(*dialog, "timesOpensAt");
    auto *closesAt = part<QLineEdit>(*dialog, "timesClosesAt");
    const auto *action = part<QPushButton>(*dialog, "timesAction");
    const auto hint = [dialog](const char *name) { return part<QLabel>(*dialog, name)->text(); };
    QVERIFY(!opensAt->isEnabled());
    opens->setChecked(true);
    closes->setChecked(true);
    opensAt->setText(moment::full(noon + 10 * minute));
    QVERIFY2(hint("timesOpensAtHint").startsWith("in 10 min"), qPrintable(hint("timesOpensAtHint")));
    QVERIFY(hint("timesOpensAtHint").endsWith(" UTC"));
    closesAt->setText(moment::full(noon + 10 * minute));
    QCOMPARE(hint("timesClosesAtHint"), "The end has to be later than the opening.");
    QVERIFY(!action->isEnabled());
    opens->setChecked(false);
    closesAt->setText(moment::full(noon - minute));
    QCOMPARE(hint("timesClosesAtHint"), "This time is over.");
    QVERIFY(!action->isEnabled());
    opens->setChecked(true);
    closes->setChecked(false);
    opensAt->setText(moment::full(noon - minute));
    QVERIFY(hint("timesOpensAtHint").endsWith("the sale is open at once"));
    QVERIFY(action->isEnabled());
    for (const char *bad :
         {"", "soon", "25:00", "10:60", "2026-02-29 10:00", "10", "10:00 tomorrow", "2026-12-01T10:00:00"}) {
        opensAt->setText(QLatin1String(bad));
        QVERIFY2(!action->isEnabled(), bad);
        QVERIFY(hint("timesOpensAtHint").startsWith("Type a time like "));
    }
    // The time alone is today's, and a zone of its own is taken as it is.
    const QDateTime day = QDateTime::fromMSecsSinceEpoch(noon);
    opensAt->setText("9:05");
    QVERIFY(hint("timesOpensAtHint")
                .contains(QDateTime(day.date(), QTime(9, 5)).toUTC().toString("yyyy-MM-dd HH:mm:ss")));
    opensAt->setText("2028-02-29T10:00:00+09:00");
    QVERIFY(hint("timesOpensAtHint").endsWith("2028-02-29 01:00:00 UTC"));
    opensAt->setText("  2030-1-2   3:04:05 ");
    QVERIFY(action->isEnabled());
}

void TestDeskTimes::aFailureStaysToBeRead()
{
    TimesDesk desk(State::Planned, noon + 60 * minute);
    desk.port.times.answer = [](const SaleTimesChange &) {
        return Result<SaleTimes>(failure(Trouble::Unavailable, QStringLiteral("locked")));
    };
    QTRY_VERIFY(desk.isSeen());
    QTest::ignoreMessage(QtWarningMsg, "the times of the sale were not set: locked");
    desk.click("timesOpenNow");
    QTRY_VERIFY(desk.text("timesTold").startsWith("The times were not set."));
    QCOMPARE(desk.tone("timesTold"), Tone::Bad);
    desk.clock.wall += minute;
    const int before = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > before + 1);
    QVERIFY(desk.find<QWidget>("timesTold")->isVisible());
}

void TestDeskTimes::theMenuFollows()
{
    TimesDesk desk(State::Open);
    QTRY_VERIFY(desk.action("actCloseNow")->isEnabled());
    QVERIFY(!desk.action("actOpenNow")->isEnabled());
    desk.action("actCloseNow")->trigger();     // also where no end was set
    QCOMPARE(desk.asker.questions.size(), 1U); // in a rehearsal too: it ends the sale
    QVERIFY(desk.asker.questions[0].typed.isEmpty());
    desk.asker.answer(true);
    QCOMPARE(desk.asked(), (SaleTimesChange{{}, SaleTimesChange::atOnce}));
    desk.port.now.sale.state = State::Planned;
    desk.port.now.sale.opensAt = noon + minute;
    QTRY_VERIFY(desk.action("actOpenNow")->isEnabled());
    QVERIFY(!desk.action("actCloseNow")->isEnabled());
    desk.action("actTimes")->trigger();
    QVERIFY(desk.window->findChild<SaleTimesDialog *>());
}

void TestDeskTimes::aCountdownIsReadable_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QString>("text");
    QTest::newRow("over") << qint64(-5) << "00:00:00";
    QTest::newRow("the last moment") << qint64(1) << "00:00:01";
    QTest::newRow("a whole second") << qint64(1000) << "00:00:01";
    QTest::newRow("minutes") << qint64(192'000) << "00:03:12";
    QTest::newRow("days") << qint64(2 * 86'400'000 + 3'723'000) << "2 d 01:02:03";
}

void TestDeskTimes::aCountdownIsReadable()
{
    QFETCH(qint64, left);
    QFETCH(QString, text);
    QCOMPARE(Words::countdown(left), text);
}

/// A window that was made as small as it may be stays so.
void TestDeskTimes::itNeedsNoLargerWindow()
{
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")}) {
        TimesDesk desk(State::Preparing, 0, 0, {}, language);
        desk.window->resize(1120, 660);
        QTRY_VERIFY(desk.isSeen());
        QTRY_COMPARE(desk.window->size(), QSize(1120, 660));
        QCOMPARE(cutOffAnywhere(*desk.window), QString());
    }
}

/// On the smallest screen the charts keep their axes under a banner of two lines.
void TestDeskTimes::aBannerAndACountdownFitTogether()
{
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")}) {
        TimesDesk desk(State::Planned, noon + 192'000, 0, {"Summer sale", true}, language);
        desk.port.now.outages = {{Outage::Service::Database, Outage::Cure::Unlock,
                                  "another program holds the database's lock", noon}};
        desk.port.now.issuing = false;
        QTRY_VERIFY(desk.isSeen());
        QTRY_VERIFY(desk.find<QWidget>("banner")->isVisible());
        QTRY_COMPARE(desk.window->size(), QSize(1280, 720));
        for (const auto *view : desk.window->findChildren<TrendView *>())
            QVERIFY2(view->height() >= view->minimumSizeHint().height(), qPrintable(view->objectName()));
        QCOMPARE(cutOffAnywhere(*desk.window), QString());
    }
}

void TestDeskTimes::pictures()
{
    const QString folder = qEnvironmentVariable("SEONCHAK_PICTURES_DIR");
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")}) {
        TimesDesk desk(State::Planned, noon + 192'000, 0, {"Summer sale", true}, language);
        desk.port.now.stock = {1000, 0, 1000, 0, 0, 0, 0};
        QTRY_VERIFY(desk.isSeen());
        QCOMPARE(desk.window->size(), QSize(1280, 720));
        auto *dialog = desk.dialog();
        QTRY_VERIFY(dialog->isVisible());
        if (folder.isEmpty())
            continue;
        QVERIFY(desk.window->grab().save(QStringLiteral("%1/desk-times-%2-light.png").arg(folder, language)));
        QVERIFY(dialog->grab().save(QStringLiteral("%1/times-dialog-%2.png").arg(folder, language)));
    }
}

QTEST_MAIN(TestDeskTimes)
#include "tst_desk_times.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window says of the sale outside of its pages: title, notifications, banner, badge; and the way
// back from a page that another page opened.

#include "tests/ui/desk.h"
#include "ui/desk/banner.h"
#include "ui/desk/nav_button.h"
#include "ui/desk/notifier.h"
#include "ui/desk/sale_phases.h"
#include "ui/parts/alarm_words.h"
#include "ui/port/pulse.h"

#include <QLineEdit>
#include <QTest>

using namespace seonchak;
using theme::Tone;

namespace {

constexpr qint64 second = 1'000'000'000;

class FakeNotifier final : public Notifier
{
public:
    void tell(const Notice &notice) override { told << notice.title; }
    void setState(const QString &now) override { state = now; }
    QStringList told;
    QString state;
};

/// A desk whose notifications are seen.
struct ToldDesk : Desk
{
    explicit ToldDesk(const SaleSign &sale = {})
        : Desk("en", sale)
    {
        auto given = parts();
        given.notifier = &notifier;
        window = std::make_unique<DeskWindow>(given);
        window->resize(1280, 800);
        window->show();
    }
    ~ToldDesk() { window.reset(); } // before what it tells
    /// Lets the window see what the port says now.
    void look()
    {
        const int before = port.statusCalls;
        QTRY_VERIFY(port.statusCalls >= before + 2);
    }
    FakeNotifier notifier;
};

} // namespace

class TestDeskNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theTitleSaysWhatTheSaleIsAt_data();
    void theTitleSaysWhatTheSaleIsAt();
    void sellingOutIsToldOnce();
    void aVoidedCouponDelaysTheNewsOnly();
    void aSellOutBehindAPauseIsTold();
    void whatIsVoidedByHandIsNotSoldOut();
    void whatWasSoAtTheStartIsNoNews();
    void redisAwayIsToldOnceItLasts();
    void aRedLightIsTold();
    void alarmsAreToldOnceEachTime();
    void whoWantsNoneIsToldNothing();
    void theBadgeIsUnknownWithoutRedis();
    void aLockIsNamedWithItsTime();
    void aLockIsNamedBeforeTheFirstAnswer();
    void aRestartIsAdvisedAfterAMinute();
    void theWayBackIsSeen();
    void theWayBackGoesThroughEveryPage();
    void theWayBackOutlivesTheLanguage();
};

void TestDeskNotices::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestDeskNotices::theTitleSaysWhatTheSaleIsAt_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<std::function<void(Status &)>>("change");
    using Change = std::function<void(Status &)>;
    QTest::newRow("issuing") << "Issuing - Summer sale [LIVE] - Seonchak" << Change([](Status &) {});
    QTest::newRow("sold out") << "Sold out - Summer sale [LIVE] - Seonchak"
                              << Change([](Status &now) { now.stock = {1000, 0, 0, 0, 0, 1000, 0}; });
    QTest::newRow("emptied") << "Stock is empty - Summer sale [LIVE] - Seonchak"
                             << Change([](Status &now) { now.stock = {1000, 0, 0, 0, 0, 900, 100}; });
    QTest::newRow("sold out, one was voided")
        << "Sold out - Summer sale [LIVE] - Seonchak" << Change([](Status &now) {
               now.stock = {1000, 0, 0, 0, 0, 999, 1};
               now.sellOut = SellOut{1, 2, 3, 999, 0};
           });
    QTest::newRow("paused") << "Paused - Summer sale [LIVE] - Seonchak"
                            << Change([](Status &now) { now.paused = true; });
    QTest::newRow("waiting") << "Not begun - Summer sale [LIVE] - Seonchak"
                             << Change([](Status &now) { now.stock = {1000, 1000, 0, 0, 0, 0, 0}; });
    QTest::newRow("Redis away") << "Redis away - Summer sale [LIVE] - Seonchak" << Change([](Status &now) {
        now.redisConnected = now.stockKnown = now.issuing = false;
    });
    QTest::newRow("locked") << "Not issuing - Summer sale [LIVE] - Seonchak" << Change([](Status &now) {
        now.outages = {{Outage::Service::Database, Outage::Cure::Unlock, "locked", 5}};
        now.issuing = false;
    });
}

void TestDeskNotices::theTitleSaysWhatTheSaleIsAt()
{
    QFETCH(QString, title);
    QFETCH(std::function<void(Status &)>, change);
    ToldDesk desk({"Summer sale", true});
    change(desk.port.now);
    QTRY_COMPARE(desk.window->windowTitle(), title);
    QCOMPARE(desk.notifier.state, title);
}

void TestDeskNotices::sellingOutIsToldOnce()
{
    ToldDesk desk;
    desk.look();
    desk.port.now.stock = {1000, 0, 0, 0, 0, 1000, 0};
    QTRY_COMPARE(desk.notifier.told, QStringList{"Sold out"});
    desk.look();
    // A pause, and a Redis that comes back to an empty stock, are no second time.
    desk.port.now.paused = true;
    desk.look();
    desk.port.now.paused = false;
    desk.look();
    QCOMPARE(desk.notifier.told, QStringList{"Sold out"});
    desk.port.now.stock = {1500, 0, 500, 0, 0, 1000, 0};
    desk.look();
    desk.port.now.stock = {1500, 0, 0, 0, 0, 1500, 0};
    QTRY_COMPARE(desk.notifier.told, (QStringList{"Sold out", "Sold out"}));
}

/// The book tells one question later that the last coupon was issued.
void TestDeskNotices::aVoidedCouponDelaysTheNewsOnly()
{
    ToldDesk desk;
    desk.look();
    desk.port.now.stock = {1000, 0, 0, 0, 0, 999, 1};
    QTRY_VERIFY(desk.window->windowTitle().startsWith("Stock is empty"));
    QVERIFY(desk.notifier.told.isEmpty());
    desk.port.now.sellOut = SellOut{1, 2, 3, 999, 0};
    QTRY_COMPARE(desk.notifier.told, QStringList{"Sold out"});
    QVERIFY(desk.window->windowTitle().startsWith("Sold out"));
    // A book that has to be asked again tells nothing twice.
    desk.port.now.sellOut.reset();
    QTRY_VERIFY(desk.window->windowTitle().startsWith("Stock is empty"));
    desk.port.now.sellOut = SellOut{1, 2, 3, 999, 0};
    QTRY_VERIFY(desk.window->windowTitle().startsWith("Sold out"));
    QCOMPARE(desk.notifier.told, QStringList{"Sold out"});
}

void TestDeskNotices::aSellOutBehindAPauseIsTold()
{
    ToldDesk desk;
    desk.port.now.paused = true;
    desk.look();
    desk.port.now.paused = false;
    desk.port.now.stock = {1000, 0, 0, 0, 0, 1000, 0};
    desk.port.now.sellOut = SellOut{10, 20, 30, 1000, 0};
    QTRY_COMPARE(desk.notifier.told, QStringList{"Sold out"});
    // Filled and sold out again between two readings.
    desk.port.now.stock = {1500, 0, 0, 0, 0, 1500, 0};
    desk.port.now.sellOut = SellOut{40, 50, 60, 500, 0};
    QTRY_COMPARE(desk.notifier.told, (QStringList{"Sold out", "Sold out"}));
    desk.look();
    QCOMPARE(desk.notifier.told.size(), 2);
}

void TestDeskNotices::whatIsVoidedByHandIsNotSoldOut()
{
    ToldDesk desk;
    desk.look();
    desk.port.now.stock = {1000, 0, 0, 0, 0, 600, 400};
    QTRY_VERIFY(desk.window->windowTitle().startsWith("Stock is empty"));
    desk.look();
    QVERIFY(desk.notifier.told.isEmpty());
}

void TestDeskNotices::whatWasSoAtTheStartIsNoNews()
{
    ToldDesk desk;
    desk.port.now.stock = {1000, 0, 0, 0, 0, 999, 0};
    desk.look();
    QVERIFY(desk.notifier.told.isEmpty());
}

void TestDeskNotices::redisAwayIsToldOnceItLasts()
{
    ToldDesk desk;
    desk.look();
    desk.port.now.redisConnected = desk.port.now.stockKnown = false;
    desk.clock.now += second;
    desk.look();
    QVERIFY(desk.notifier.told.isEmpty());
    desk.clock.now += 2 * second;
    QTRY_COMPARE(desk.notifier.told, QStringList{"Redis is away"});
    desk.clock.now += 5 * second;
    desk.look();
    QCOMPARE(int(desk.notifier.told.size()), 1);
}

void TestDeskNotices::aRedLightIsTold()
{
    ToldDesk desk;
    desk.look();
    desk.port.now.stock.available -= 3;
    QTRY_COMPARE(desk.notifier.told, QStringList{"The numbers do not add up"});
    desk.look();
    QCOMPARE(int(desk.notifier.told.size()), 1);
}

void TestDeskNotices::alarmsAreToldOnceEachTime()
{
    ToldDesk desk;
    desk.port.now.alarms = {{Alarm::Doubt, 5}};
    desk.look();
    QCOMPARE(desk.notifier.told, QStringList()); // it was so at the first reading
    desk.port.now.alarms = {{Alarm::Doubt, 5}, {Alarm::Stock, 7}, {Alarm::SoldOut, 7}};
    QTRY_COMPARE(desk.notifier.told, QStringList{"Few coupons are left"});
    desk.look();
    desk.port.now.alarms = {};
    desk.look();
    desk.port.now.alarms = {{Alarm::Stock, 9}};
    QTRY_COMPARE(desk.notifier.told, (QStringList{"Few coupons are left", "Few coupons are left"}));
    for (const Alarm alarm : {Alarm::Opened, Alarm::Closed, Alarm::Doubt, Alarm::Partner}) {
        desk.port.now.alarms = {{alarm, 9}};
        QTRY_VERIFY(desk.notifier.told.contains(AlarmWords::title(alarm)));
    }
}

void TestDeskNotices::whoWantsNoneIsToldNothing()
{
    ToldDesk desk;
    desk.looks.setNotifies(false);
    desk.look();
    desk.port.now.stock = {1000, 0, 0, 0, 0, 1000, 0};
    desk.look();
    QVERIFY(desk.notifier.told.isEmpty());
}

void TestDeskNotices::theBadgeIsUnknownWithoutRedis()
{
    Desk desk;
    auto *button = desk.find<NavButton>("nav-doubts");
    QTRY_COMPARE(button->count(), 2);
    desk.port.now.redisConnected = desk.port.now.stockKnown = false;
    QTRY_COMPARE(button->count(), -1);
    QCOMPARE(button->accessibleName(), QString("In doubt, not known how many"));
    desk.port.now = FakePort::busyStatus();
    QTRY_COMPARE(button->count(), 2);
}

void TestDeskNotices::aLockIsNamedWithItsTime()
{
    Desk desk;
    desk.window->show();
    QTRY_COMPARE(desk.pillTone("databasePill"), Tone::Good);
    const QDateTime since(QDate::currentDate(), QTime(9, 1, 12));
    const QString words = "another program holds the database's lock";
    // The numbers wait for the lock as well: the reason is known all the same.
    desk.port.holdStatus = true;
    const int asked = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > asked);
    desk.clock.now += second;
    QTRY_COMPARE(desk.text("bannerTitle"), QString("Waiting for new numbers"));
    QCOMPARE(desk.find<Banner>("banner")->tone(), Tone::Waiting);
    desk.port.now.outages = {
        {Outage::Service::Database, Outage::cureOf(words), words, since.toMSecsSinceEpoch()}};
    QTRY_COMPARE(desk.text("bannerTitle"), QString("SQLite: locked by another program since 09:01:12"));
    QCOMPARE(desk.find<Banner>("banner")->tone(), Tone::Bad);
    QVERIFY(desk.text("bannerSentence").contains("Restarting Seonchak does not help"));
    // Nothing beside it says otherwise, of the database or of Redis.
    QCOMPARE(desk.pill("databasePill"), QString("SQLite: locked"));
    QCOMPARE(desk.pill("redisPill"), QString("Redis (private)"));
    desk.port.holdStatus = false;
    desk.port.now.databaseConnected = desk.port.now.issuing = false;
    desk.port.answerStatus();
    QTRY_VERIFY(desk.window->windowTitle().startsWith("Not issuing"));
    QTRY_COMPARE(desk.text("statusLine"), QString("No coupon can be issued now: the banner above says why."));
}

void TestDeskNotices::aLockIsNamedBeforeTheFirstAnswer()
{
    Desk desk;
    desk.port.holdStatus = true;
    desk.window->show();
    const QDateTime since(QDate::currentDate(), QTime(9, 1, 12));
    const auto outage = [&](Outage::Service service, Outage::Cure cure) {
        return Outage{service, cure, "the words of it", since.toMSecsSinceEpoch()};
    };
    desk.port.now.outages = {outage(Outage::Service::Database, Outage::Cure::Unlock)};
    QTRY_COMPARE(desk.port.statusCalls, 1);
    QVERIFY(!desk.find<QWidget>("banner")->isVisible());
    desk.clock.now += second;
    QTRY_COMPARE(desk.text("bannerTitle"), QString("Database: locked by another program since 09:01:12"));
    QVERIFY(desk.find<QWidget>("banner")->isVisible());
    QVERIFY(desk.text("bannerSentence").contains("the words of it"));
    desk.port.now.outages = {outage(Outage::Service::Redis, Outage::Cure::Room)};
    QTRY_COMPARE(desk.text("bannerTitle"), QString("Redis takes no writes since 09:01:12"));
    desk.port.now.outages = {outage(Outage::Service::Redis, Outage::Cure::Reach)};
    QTRY_COMPARE(desk.text("bannerTitle"), QString("Waiting for new numbers"));
}

void TestDeskNotices::aRestartIsAdvisedAfterAMinute()
{
    Desk desk;
    desk.window->show();
    QTRY_COMPARE(desk.pillTone("redisPill"), Tone::Good);
    desk.port.holdStatus = true;
    const int asked = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > asked);
    desk.clock.now += 59 * second;
    QTRY_COMPARE(desk.text("bannerTitle"), QString("Waiting for new numbers"));
    QVERIFY(!desk.text("bannerSentence").contains("start Seonchak again"));
    desk.clock.now += 2 * second;
    QTRY_COMPARE(desk.text("bannerTitle"), QString("The server does not answer"));
    QVERIFY(desk.text("bannerSentence").contains("start Seonchak again"));
}

void TestDeskNotices::theWayBackIsSeen()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    auto &view = desk.window->view();
    auto *back = desk.button("backButton");
    view.open(page::coupons);
    QVERIFY(!back->isVisible());
    const std::function<void()> ways[] = {
        [&] { QTest::mouseClick(back, Qt::LeftButton); },
        [&] { QTest::keyClick(desk.window->focusWidget(), Qt::Key_Escape); },
        [&] { QTest::keyClick(desk.window.get(), Qt::Key_Left, Qt::AltModifier); },
        [&] { QTest::mousePress(desk.find<QWidget>("biographyPage"), Qt::BackButton); },
        [&] { desk.find<QAction>("actBack")->trigger(); },
    };
    for (const auto &goBack : ways) {
        view.openBiography("AAAA");
        QVERIFY(back->isVisible());
        QCOMPARE(back->text(), QString("← Coupons"));
        QVERIFY(desk.find<NavButton>("nav-coupons")->isChecked());
        goBack();
        QTRY_COMPARE(view.currentPage(), page::coupons);
        QVERIFY(!back->isVisible());
    }
    // Who goes by the sidebar has nowhere to go back to.
    view.openBiography("AAAA");
    QTest::keyClick(desk.window.get(), Qt::Key_4, Qt::ControlModifier);
    QTRY_COMPARE(view.currentPage(), page::doubts);
    QVERIFY(!back->isVisible() && !desk.find<QAction>("actBack")->isEnabled());
}

void TestDeskNotices::theWayBackGoesThroughEveryPage()
{
    Desk desk;
    desk.window->show();
    auto &view = desk.window->view();
    view.open(page::coupons);
    view.openBiography("AAAA");
    view.openUser(7);
    view.openBiography("BBBB");
    QCOMPARE(desk.button("backButton")->text(), QString("← Why did I get none?"));
    view.goBack();
    QCOMPARE(view.currentPage(), page::whyNot);
    QCOMPARE(desk.find<QLineEdit>("whyField")->text(), QString("7"));
    QCOMPARE(desk.button("backButton")->text(), QString("← Biography of AAAA"));
    view.goBack();
    QCOMPARE(view.currentPage(), page::biography);
    QCOMPARE(desk.find<QLineEdit>("biographyField")->text(), QString("AAAA"));
    view.goBack();
    QCOMPARE(view.currentPage(), page::coupons);
    QVERIFY(!view.hasWayBack());
}

void TestDeskNotices::theWayBackOutlivesTheLanguage()
{
    Desk desk;
    desk.window->show();
    desk.window->view().open(page::doubts);
    desk.window->view().openBiography("AAAA");
    desk.looks.setLanguage("ko");
    QTRY_COMPARE(desk.button("backButton")->text(), QString("← 확인 필요"));
    QCOMPARE(desk.find<QLineEdit>("biographyField")->text(), QString("AAAA"));
    desk.window->view().goBack();
    QCOMPARE(desk.window->view().currentPage(), page::doubts);
}

QTEST_MAIN(TestDeskNotices)
#include "tst_desk_notices.moc"

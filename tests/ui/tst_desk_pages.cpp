// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window around the pages: moving between them, languages and colours at run time, the banner, events.

#include "tests/ui/desk.h"
#include "ui/dashboard/dashboard_memory.h"
#include "ui/dashboard/event_view.h"
#include "ui/desk/banner.h"
#include "ui/desk/nav_button.h"
#include "ui/desk/sale_sign_label.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"
#include "ui/port/reading_sample.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace seonchak;
using theme::Tone;

namespace {
constexpr qint64 second = 1'000'000'000;
}

class TestDeskPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void theKeyboardOpensEveryPage();
    void aPageThatOpensTakesTheKeyboard();
    void theArrowsMoveInTheSidebar();
    void openDoubtsAreCountedInTheSidebar();
    void theLanguageChangesAndNothingIsForgotten();
    void workUnderWaySurvivesAChangeOfLanguage();
    void theThemeChanges();
    void whatIsAwayIsSaidWithinASecond();
    void silenceIsSaidWithinASecond();
    void aSaleNameIsTextAndNeverTooLong();
    void aFloodOfEventsStaysBounded();
    void theListKeepsTheNewestOfEachClass();
    void anEventOpensTheLifeOfItsCoupon();
    void whatComesByItselfIsNotRefreshed();
    void historyIsBoundedAndThinned();
};

void TestDeskPages::cleanup()
{
    QApplication::setPalette(QPalette());
}

void TestDeskPages::theKeyboardOpensEveryPage()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    const QStringList pages{page::dashboard, page::coupons,  page::whyNot,  page::doubts,
                            page::audit,     page::webhooks, page::settings};
    for (int i = 6; i >= 0; --i) {
        QTest::keyClick(desk.window.get(), Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        QTRY_COMPARE(desk.window->view().currentPage(), pages[i]);
        QVERIFY(desk.window->findChild<NavButton *>("nav-" + pages[i])->isChecked());
    }
}

void TestDeskPages::aPageThatOpensTakesTheKeyboard()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    const auto focusIn = [&](const char *page) {
        const auto *focus = desk.window->focusWidget();
        return focus && desk.find<QWidget>(page)->isAncestorOf(focus);
    };
    QTest::keyClick(desk.window.get(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(focusIn("whyNotPage"));
    QTest::keyClicks(desk.window->focusWidget(), "1499"); // straight away, no mouse
    QCOMPARE(desk.find<QLineEdit>("whyField")->text(), "1499");
    QTest::keyClick(desk.window.get(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(focusIn("couponsPage"));
    QTest::keyClick(desk.window.get(), Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(desk.window->focusWidget(), desk.find<QLineEdit>("whyField"));
}

void TestDeskPages::theArrowsMoveInTheSidebar()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    auto *first = desk.find<NavButton>("nav-dashboard");
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Down);
    QCOMPARE(desk.window->view().currentPage(), page::coupons);
    auto *second = desk.find<NavButton>("nav-coupons");
    QVERIFY(second->hasFocus());
    QTest::keyClick(second, Qt::Key_Up);
    QCOMPARE(desk.window->view().currentPage(), page::dashboard);
}

void TestDeskPages::openDoubtsAreCountedInTheSidebar()
{
    Desk desk;
    QTRY_COMPARE(desk.find<NavButton>("nav-doubts")->count(), 2);
    QCOMPARE(desk.find<NavButton>("nav-doubts")->accessibleName(), QString("In doubt, 2 open"));
    desk.port.now.stock.inDoubt = 0;
    QTRY_COMPARE(desk.find<NavButton>("nav-doubts")->count(), 0);
}

void TestDeskPages::theLanguageChangesAndNothingIsForgotten()
{
    Desk desk;
    desk.window->show();
    desk.port.log.add({Event::Kind::SoldOut, 5, 1482, {}, 0, 0});
    QTRY_COMPARE(desk.window->memory().events.rowCount(), 1);
    const auto remembered = desk.window->memory().history.size();
    QVERIFY(remembered > 0);
    desk.window->view().open(page::audit);
    desk.looks.setLanguage("ko");
    QTRY_COMPARE(desk.window->windowTitle(), QString("발급 중 - 선착"));
    QCOMPARE(desk.find<NavButton>("nav-audit")->text(), QString("감사 기록"));
    QCOMPARE(desk.window->view().currentPage(), page::audit);
    QVERIFY(desk.window->memory().history.size() >= remembered);
    desk.window->view().open(page::dashboard);
    const auto event = [&] { // The window is another one in another language.
        return desk.find<EventView>("eventView")->model()->index(0, 0).data().toString();
    };
    QCOMPARE(event(), QString("사용자 1482 · 매진 뒤에 도착"));
    QCOMPARE(desk.text("stockTitle"), QString("Redis 재고"));
    desk.looks.setLanguage("en");
    QTRY_COMPARE(desk.text("stockTitle"), QString("Stock in Redis"));
    QCOMPARE(event(), QString("User 1482 came after the stock was sold out"));
}

void TestDeskPages::workUnderWaySurvivesAChangeOfLanguage()
{
    Desk desk;
    desk.window->show();
    desk.click("generateButton");
    desk.port.lastWork.progress(300);
    desk.looks.setLanguage("ko");
    QTRY_COMPARE(desk.text("stockTitle"), QString("Redis 재고"));
    QVERIFY(desk.progress()->isVisible());
    QCOMPARE(desk.progress()->value(), 300);
    QVERIFY(!desk.button("generateButton")->isEnabled());
    desk.click("cancelButton");
    QVERIFY(desk.port.lastWork.stop.stop_requested());
    desk.port.endGenerate(Generated{1000, 0});
    QVERIFY(desk.button("generateButton")->isEnabled());
    QCOMPARE(desk.text("statusLine"), QString("쿠폰 1,000장을 생성했습니다. 재고에 올릴 때까지 대기합니다."));
}

void TestDeskPages::theThemeChanges()
{
    Desk desk;
    desk.window->show();
    const auto lightness = [&] {
        return desk.window->grab().toImage().pixelColor(desk.window->width() - 5, 300).lightness();
    };
    desk.looks.setTheme(Looks::Theme::Light);
    QTRY_VERIFY(lightness() > 200);
    desk.looks.setTheme(Looks::Theme::Dark);
    QTRY_VERIFY(lightness() < 90);
    desk.looks.setTheme(Looks::Theme::System);
    QTRY_VERIFY(lightness() > 200); // offscreen's own is light
}

void TestDeskPages::whatIsAwayIsSaidWithinASecond()
{
    Desk desk;
    desk.window->show();
    QTRY_COMPARE(desk.pillTone("redisPill"), Tone::Good);
    auto *banner = desk.find<Banner>("banner");
    QVERIFY(!banner->isVisible());
    const auto outage = [](Outage::Service service, Outage::Cure cure, const char *words) {
        return Outage{service, cure, QString::fromLatin1(words), 0};
    };
    desk.port.now.outages = {outage(Outage::Service::Redis, Outage::Cure::Room, "OOM command not allowed")};
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("bannerTitle"), QString("Redis takes no writes"), 1000);
    QVERIFY(desk.text("bannerSentence").contains("OOM command not allowed"));
    QCOMPARE(banner->tone(), Tone::Bad);
    desk.port.now.outages = {
        outage(Outage::Service::Database, Outage::Cure::Writable, "read-only <transaction>")};
    QTRY_COMPARE(desk.text("bannerTitle"), QString("The database takes no writes"));
    QVERIFY(desk.text("bannerSentence").contains("read-only <transaction>"));
    desk.port.now.outages = {outage(Outage::Service::Redis, Outage::Cure::Reach, "Connection refused")};
    desk.port.now.redisConnected = desk.port.now.stockKnown = false;
    QTRY_COMPARE(desk.text("bannerTitle"), QString("Redis is away"));
    QVERIFY(desk.text("bannerSentence").contains("Connection refused"));
    desk.port.now.outages.clear();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 1000);
    QCOMPARE(desk.text("bannerTitle"), QString("Redis is away"));
    QVERIFY(desk.text("bannerSentence").contains("started again by itself"));
    desk.port.now.databaseConnected = false;
    QTRY_COMPARE(desk.text("bannerTitle"), QString("Redis and the database are away"));
    const WallMs minute = 60'000;
    desk.port.now.outages = {
        Outage{Outage::Service::Redis, Outage::Cure::Reach, QStringLiteral("refused"), 10 * minute},
        Outage{Outage::Service::Database, Outage::Cure::Reach, QStringLiteral("refused"), 20 * minute}};
    const QString later = QDateTime::fromMSecsSinceEpoch(20 * minute).toString(QStringLiteral("HH:mm:ss"));
    QTRY_VERIFY(desk.text("bannerTitle").startsWith("Redis and the database are away since"));
    QVERIFY2(desk.text("bannerTitle").endsWith(later), qPrintable(desk.text("bannerTitle")));
    desk.port.now.outages.clear();
    desk.port.now.redisConnected = true;
    QTRY_COMPARE(desk.text("bannerTitle"), QString("The database is away"));
    desk.port.now.databaseConnected = true;
    QTRY_COMPARE(desk.text("bannerTitle"), QString("The stock is being made ready"));
    QCOMPARE(banner->tone(), Tone::Waiting);
    desk.port.now = FakePort::busyStatus();
    QTRY_VERIFY(!banner->isVisible());
}

void TestDeskPages::silenceIsSaidWithinASecond()
{
    Desk desk;
    desk.window->show();
    QTRY_COMPARE(desk.pillTone("redisPill"), Tone::Good);
    desk.port.holdStatus = true;
    const int before = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > before);
    // The clock stands still: nothing is said yet, and by 0.75 s it must be, a tick before the second is
    // over.
    QVERIFY(Pulse::silenceNs + qint64(Pulse::periodMs) * 1'000'000 <= second);
    desk.clock.now += Pulse::silenceNs - 1;
    QVERIFY(!desk.find<QWidget>("banner")->isVisible());
    desk.clock.now += 1;
    QTRY_VERIFY(desk.find<QWidget>("banner")->isVisible());
    QCOMPARE(desk.text("bannerTitle"), QString("Waiting for new numbers"));
    desk.window->view().open(page::settings); // still usable
    QCOMPARE(desk.window->view().currentPage(), page::settings);
    desk.port.holdStatus = false;
    desk.port.answerStatus();
    QTRY_VERIFY(!desk.find<QWidget>("banner")->isVisible());
}

void TestDeskPages::aSaleNameIsTextAndNeverTooLong()
{
    Desk desk("en", {QString("<b>Sale</b> %1").arg(QString(400, 'x')), true});
    auto *sign = desk.find<SaleSignLabel>("saleSign");
    QVERIFY(sign->text().startsWith("LIVE · <b>Sale</b>"));
    QCOMPARE(sign->textFormat(), Qt::PlainText);
    QVERIFY(sign->toolTip().contains("&lt;b&gt;Sale"));
    QVERIFY(sign->sizeHint().width() <= 240);
    Desk test;
    QCOMPARE(test.find<SaleSignLabel>("saleSign")->text(), QString("TEST"));
}

void TestDeskPages::aFloodOfEventsStaysBounded()
{
    Desk desk;
    desk.window->show();
    auto &events = desk.window->memory().events;
    QTRY_VERIFY(desk.window->memory().history.size() > 0);
    // Five thousand refusals a second for two seconds, and one word that matters between them.
    const auto flood = [&](int from) {
        for (int i = from; i < from + 5000; ++i)
            desk.port.log.add({Event::Kind::SoldOut, i / 5, i + 1, {}, 0, 0});
    };
    const auto rowsWith = [&](const QString &text) {
        return events.match(events.index(0, 0), Qt::DisplayRole, text, -1, Qt::MatchContains).size();
    };
    flood(0);
    desk.port.log.add({Event::Kind::RedisAway, 1000, 0, {}, 0, 0});
    flood(5000);
    QTRY_COMPARE(rowsWith("Redis went away"), 1);
    QTRY_COMPARE(rowsWith("10,000 × came after the stock was sold out"), 1);
    QCOMPARE(events.rowCount(), 2);
    // However many requests come after it, it stays.
    for (int round = 0; round < 20; ++round) {
        QList<Event> many(500);
        for (int i = 0; i < 500; ++i)
            many[i].serial = quint64(10'000 + round * 500 + i);
        events.take(many);
    }
    QCOMPARE(events.rowCount(), int(EventList::most[0]) + 2);
    QCOMPARE(events.lastSerial(), quint64(19'999));
    QCOMPARE(rowsWith("Redis went away"), 1);
}

void TestDeskPages::theListKeepsTheNewestOfEachClass()
{
    EventList list;
    QList<Event> mixed;
    for (int i = 1; i <= 3000; ++i) {
        Event event;
        event.kind = i % 3 == 0   ? Event::Kind::Issued
                     : i % 3 == 1 ? Event::Kind::InDoubt
                                  : Event::Kind::Pushed;
        event.number = i;
        event.serial = quint64(i);
        mixed.append(event);
        if (i % 70 == 0) {
            list.take(mixed);
            mixed.clear();
        }
    }
    list.take(mixed);
    QCOMPARE(list.rowCount(), int(EventList::most[0] + EventList::most[2] + EventList::most[3]));
    QCOMPARE(list.lastSerial(), quint64(3000));
    const auto pushed = [](int i) {
        return QStringLiteral("%1 coupons were pushed into the stock").arg(Words::number(qint64(i)));
    };
    QStringList shown;
    for (int row = 0; row < list.rowCount(); ++row)
        shown.append(list.index(row, 0).data().toString());
    const QStringList pushes = shown.filter(QStringLiteral("pushed"));
    QCOMPARE(pushes.size(), EventList::most[3]);
    QCOMPARE(pushes.front(), pushed(2999));
    QCOMPARE(pushes.back(), pushed(2999 - 3 * 499));
}

void TestDeskPages::anEventOpensTheLifeOfItsCoupon()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.port.log.add({Event::Kind::Issued, 7, 9, "CODE-1", 2100, 0});
    auto *view = desk.find<EventView>("eventView");
    QTRY_COMPARE(view->model()->rowCount(), 1);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith("User 9 got CODE-1 in 2.1 ms"));
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_COMPARE(desk.window->view().currentPage(), page::biography);
    QCOMPARE(desk.window->view().biographyCode(), QByteArray("CODE-1"));
    QTest::keyClick(desk.window.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(desk.window->view().currentPage(), page::dashboard);
}

void TestDeskPages::whatComesByItselfIsNotRefreshed()
{
    Desk desk;
    desk.window->show();
    auto *refresh = desk.find<QAction>("actRefresh");
    QVERIFY(!refresh->isEnabled());
    for (const QString &page : {page::coupons, page::whyNot, page::doubts, page::audit}) {
        desk.window->view().open(page);
        QVERIFY2(refresh->isEnabled(), qPrintable(page));
    }
    desk.window->view().open(page::dashboard);
    QVERIFY(!refresh->isEnabled());
}

void TestDeskPages::historyIsBoundedAndThinned()
{
    History history;
    Reading reading;
    reading.answered = reading.status.stockKnown = true;
    reading.recent.count = 100;
    for (int i = 0; i < 4 * 3600 * 3; ++i) { // three hours
        reading.steadyNs = i * (second / 4);
        reading.status.stock.available = i;
        reading.recent.p99 = i % 400 == 0 ? 80 : 2;
        remember(history, reading);
    }
    QCOMPARE(history.size(), History::mostFine + History::mostCoarse);
    for (const auto range : {History::Range::Minute, History::Range::TenMinutes, History::Range::Hour}) {
        const auto samples = history.samples(range, reading.steadyNs, 200);
        QVERIFY(samples.size() <= 200);
        QVERIFY(samples.size() > 150);
        QCOMPARE(samples.last().stock, double(reading.status.stock.available));
        QVERIFY(samples.first().ns >= reading.steadyNs - History::spanNs(range));
        for (qsizetype i = 1; i < samples.size(); ++i)
            QVERIFY(samples[i].ns > samples[i - 1].ns);
    }
    const auto worst = history.samples(History::Range::TenMinutes, reading.steadyNs, 100);
    QVERIFY(std::ranges::any_of(worst, [](const Sample &sample) { return sample.p99 == 80; }));
    const auto before = history.size();
    reading.silent = true;
    remember(history, reading);
    QCOMPARE(history.size(), before);
}

QTEST_MAIN(TestDeskPages)
#include "tst_desk_pages.moc"

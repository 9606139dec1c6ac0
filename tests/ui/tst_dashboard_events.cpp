// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of events below the charts: what is one line, what a person does to it.

#include "core/watch/event_row.h"
#include "tests/ui/dashboard_world.h"
#include "ui/dashboard/event_list.h"
#include "ui/dashboard/event_words.h"
#include "ui/port/doctor_words.h"

#include <QClipboard>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace seonchak;
using Kind = Event::Kind;

class TestDashboardEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void aFloodIsOneLine();
    void aFloodChangesItsRowOnce();
    void aFloodPushesNothingAway();
    void theListIsFiltered();
    void theListCanBeHeld();
    void linesAreCopied();
    void aLineOpensItsCouponOrPerson();
    void troubleIsToldInKorean();
    void everyAlarmIsTold();
    void everyKindIsTold();
    void everyMoodHasAColour();
};

void TestDashboardEvents::aFloodIsOneLine()
{
    Dashboard desk;
    const WallMs at = desk.world.clock.wall;
    desk.world.port.log.add({Kind::Issued, at, 1, "CODE-1", 2100, 0});
    for (int i = 0; i < 396; ++i)
        desk.world.port.log.add({Kind::SoldOut, at + 5 * i, 100 + i, {}, 0, 0});
    desk.world.port.clockMs = at + 10'000;
    desk.turn(4 * second);
    const auto time = [](WallMs ms) { return QDateTime::fromMSecsSinceEpoch(ms).toString("HH:mm:ss.zzz"); };
    QCOMPARE(desk.events(),
             (QStringList{"396 × came after the stock was sold out (until " + time(at + 5 * 395) + ")",
                          "User 1 got CODE-1 in 2.1 ms"}));
    // A single one later is itself again.
    desk.world.port.log.add({Kind::SoldOut, at + 30'000, 7, {}, 0, 0});
    desk.turn(30 * second);
    QCOMPARE(desk.events().front(), QString("User 7 came after the stock was sold out"));
    QCOMPARE(desk.events().size(), 3);
}

void TestDashboardEvents::troubleIsToldInKorean()
{
    Event event;
    event.kind = Kind::CountsMended;
    event.detail = QStringLiteral("+3 coupons of status 2, -1 issue rows");
    QVERIFY(EventWords::sentence(event).endsWith("In stock: +3, Entries of issues: -1"));
    const PictureLook korean("ko", false);
    QVERIFY2(EventWords::sentence(event).endsWith("재고: +3, 발급 기록: -1"),
             qPrintable(EventWords::sentence(event)));
    event.kind = Kind::PreflightFailed;
    event.number = 10;
    event.detail = QStringLiteral("redis-persistence, port");
    QVERIFY2(EventWords::sentence(event).contains("10분 전") &&
                 EventWords::sentence(event).endsWith(DoctorWords::name("redis-persistence") + ", " +
                                                      DoctorWords::name("port")) &&
                 !EventWords::sentence(event).contains("redis-persistence"),
             qPrintable(EventWords::sentence(event)));
    QCOMPARE(EventWords::tone(event.kind), theme::Tone::Bad);
    event.kind = Kind::DatabaseTrouble;
    event.detail = QStringLiteral("database or disk is full");
    QVERIFY2(EventWords::sentence(event).contains("남은 공간이 없습니다."),
             qPrintable(EventWords::sentence(event)));
}

void TestDashboardEvents::everyAlarmIsTold()
{
    QStringList english;
    const auto told = [](Kind kind, Alarm alarm) {
        Event event;
        event.kind = kind;
        event.detail = alarmName(alarm);
        return EventWords::sentence(event);
    };
    for (const Alarm alarm : allAlarms()) {
        english << told(Kind::AlarmRaised, alarm);
        QVERIFY2(english.last().startsWith("Alarm: ") && english.last() != "Alarm: " + alarmName(alarm),
                 qPrintable(english.last()));
    }
    QCOMPARE(english.removeDuplicates(), 0);
    const PictureLook korean("ko", false);
    static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
    for (const Alarm alarm : allAlarms()) {
        QVERIFY2(told(Kind::AlarmRaised, alarm).contains(hangul), qPrintable(alarmName(alarm)));
        QVERIFY2(told(Kind::AlarmEnded, alarm) != told(Kind::AlarmRaised, alarm),
                 qPrintable(alarmName(alarm)));
        QVERIFY2(!told(Kind::AlarmEnded, alarm).contains(alarmName(alarm)), qPrintable(alarmName(alarm)));
    }
}

void TestDashboardEvents::everyKindIsTold()
{
    QStringList english;
    for (const EventRow &row : eventRows) {
        Event event;
        event.kind = row.kind;
        event.user = 4711;
        event.code = "CODE-1";
        event.detail = alarmName(allAlarms().front());
        event.number = 2;
        english << EventWords::sentence(event);
        if (row.ofClass != Event::Class::Sale) {
            event.times = 396;
            english << EventWords::sentence(event);
            QVERIFY2(english.last().contains("396"), row.name);
            QCOMPARE(EventWords::flood(event, event.at), english.last());
        }
    }
    QVERIFY2(!english.contains(QString()), qPrintable(english.join('\n')));
    QCOMPARE(english.removeDuplicates(), 0);
}

void TestDashboardEvents::everyMoodHasAColour()
{
    QCOMPARE(EventWords::tone(Kind::Issued), theme::Tone::Good);
    QCOMPARE(EventWords::tone(Kind::PartnerRefused), theme::Tone::Bad);
    QCOMPARE(EventWords::tone(Kind::SoldOut), theme::Tone::Waiting);
    QCOMPARE(EventWords::tone(Kind::Already), theme::Tone::Stale);
}

void TestDashboardEvents::aFloodChangesItsRowOnce()
{
    EventList list;
    quint64 serial = 0;
    const auto one = [&](Kind kind, WallMs at) { return Event{kind, at, 1, {}, 0, ++serial}; };
    list.take({one(Kind::Already, 0), one(Kind::SoldOut, 0)});
    const QSignalSpy changed(&list, &EventList::dataChanged);
    QList<Event> flood;
    for (int i = 1; i <= 1000; ++i)
        flood << one(i % 2 ? Kind::SoldOut : Kind::Already, i);
    list.take(flood);
    QCOMPARE(changed.size(), 2);
    for (const int row : {0, 1}) {
        QCOMPARE(changed[row][0].toModelIndex().row(), row);
        QVERIFY(list.index(row).data().toString().startsWith("501 ×"));
    }
    QCOMPARE(list.rowCount(), 2);
}

void TestDashboardEvents::aFloodPushesNothingAway()
{
    EventList list;
    QList<Event> all;
    quint64 serial = 0;
    const auto add = [&](Kind kind, WallMs at) {
        all.append({kind, at, 1, kind == Kind::Issued ? "C" : "", 5, ++serial});
    };
    add(Kind::Pushed, 0);
    for (int i = 0; i < 150; ++i)
        add(Kind::Issued, i);
    for (int i = 0; i < 5000; ++i) // Each is a row of its own.
        add(i % 2 ? Kind::SoldOut : Kind::Already, i * 20'000LL);
    list.take(all);
    QStringList shown;
    for (int row = 0; row < list.rowCount(); ++row)
        shown << list.index(row).data().toString();
    QCOMPARE(shown.filter("got C").size(), 150);
    QCOMPARE(shown.filter("pushed").size(), 1);
    QCOMPARE(shown.size(), 151 + EventList::most[1]);
}

void TestDashboardEvents::theListIsFiltered()
{
    Dashboard desk;
    const WallMs at = desk.world.clock.wall;
    desk.world.port.log.add({Kind::Pushed, at, 0, {}, 1000, 0});
    desk.world.port.log.add({Kind::Issued, at, 1, "CODE-1", 2100, 0});
    desk.world.port.log.add({Kind::SoldOut, at, 2, {}, 0, 0});
    desk.world.port.log.add({Kind::InDoubt, at, 3, "CODE-2", 0, 0});
    desk.turn();
    auto *choice = part<QComboBox>(desk.page, "eventChoice");
    QCOMPARE(desk.events().size(), 4);
    const QStringList expected{"User 1 got", "User 2 came", "The store gave no answer for user 3",
                               "1,000 coupons"};
    for (int i = 0; i < expected.size(); ++i) {
        choice->setCurrentIndex(i + 1);
        QCOMPARE(desk.events().size(), 1);
        QVERIFY2(desk.events().front().startsWith(expected[i]), qPrintable(desk.events().front()));
    }
    choice->setCurrentIndex(0);
    QCOMPARE(desk.events().size(), 4);
}

void TestDashboardEvents::theListCanBeHeld()
{
    Dashboard desk;
    const WallMs at = desk.world.clock.wall;
    desk.world.port.log.add({Kind::SoldOut, at, 2, {}, 0, 0});
    desk.turn();
    const QStringList before = desk.events();
    press(desk.page, "holdEvents");
    QCOMPARE(textOf(desk.page, "waitingEvents"), QString("On hold: nothing came meanwhile"));
    for (int i = 0; i < 50; ++i)
        desk.world.port.log.add({Kind::SoldOut, at + 1, 100 + i, {}, 0, 0});
    desk.world.port.log.add({Kind::Paused, at + 2, 0, {}, 0, 0});
    desk.world.port.clockMs = at + 10'000;
    desk.turn();
    QCOMPARE(desk.events(), before);
    QCOMPARE(textOf(desk.page, "waitingEvents"), QString("On hold: 51 came meanwhile"));
    press(desk.page, "holdEvents");
    QVERIFY(!part<QWidget>(desk.page, "waitingEvents")->isVisible());
    QVERIFY(desk.events().contains("Issuing was paused"));
    QVERIFY(desk.events().contains("50 × came after the stock was sold out"));
    QCOMPARE(desk.events().size(), 3);
}

void TestDashboardEvents::linesAreCopied()
{
    Dashboard desk;
    const WallMs at = desk.world.clock.wall;
    for (const Kind kind : {Kind::Paused, Kind::Resumed, Kind::Rebuilt})
        desk.world.port.log.add({kind, at, 0, {}, 0, 0});
    desk.turn();
    auto *view = part<EventView>(desk.page, "eventView");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    const QString time = QDateTime::fromMSecsSinceEpoch(at).toString("HH:mm:ss.zzz");
    QCOMPARE(QGuiApplication::clipboard()->text(),
             time + " The stock in Redis was rebuilt from the database\n" + time + " Issuing was resumed");
}

void TestDashboardEvents::aLineOpensItsCouponOrPerson()
{
    Dashboard desk;
    const WallMs at = desk.world.clock.wall;
    desk.world.port.log.add({Kind::SoldOut, at, 42, {}, 0, 0});
    desk.world.port.log.add({Kind::Issued, at, 9, "CODE-1", 2100, 0});
    desk.turn();
    QSignalSpy codes(&desk.page, &DashboardPage::biographyAsked);
    QSignalSpy users(&desk.page, &DashboardPage::userAsked);
    auto *view = part<EventView>(desk.page, "eventView");
    const auto open = [&](int row) {
        const QPoint where = view->visualRect(view->model()->index(row, 0)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, where);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, where);
    };
    open(0);
    QCOMPARE(codes.size(), 1);
    QCOMPARE(codes[0][0].toByteArray(), QByteArray("CODE-1"));
    open(1);
    QCOMPARE(users.size(), 1);
    QCOMPARE(users[0][0].toLongLong(), 42);
    QCOMPARE(codes.size(), 1);
}

QTEST_MAIN(TestDashboardEvents)
#include "tst_dashboard_events.moc"

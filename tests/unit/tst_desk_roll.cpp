// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/desk_roll.h"

#include <QTest>

using namespace seonchak;
using seonchak::http::DeskRoll;

namespace {

struct RollClock final : Clock
{
    qint64 wallMs() const override { return 5'000; }
    qint64 steadyNs() const override { return now; }
    qint64 now = 1;
};

constexpr qint64 second = 1'000'000'000;

DeskPresence who(const QString &id, const QString &name = QStringLiteral("kim"))
{
    return {id, name, QStringLiteral("operator"), QStringLiteral("203.0.113.7"), 0, {}};
}

QStringList ids(DeskRoll &roll)
{
    QStringList ids;
    for (const DeskPresence &desk : roll.present().desks)
        ids << desk.id;
    return ids;
}

} // namespace

/// Who is attached to a server, and what they have open.
class TestDeskRoll : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStreamThatIsCutComesBackUnseen();
    void aDeskWithoutAStreamGoesByItself();
    void aNameHasNoSayOverAnother();
    void whatIsOpenKeepsItsTime();
    void itIsBounded();
};

void TestDeskRoll::aStreamThatIsCutComesBackUnseen()
{
    RollClock clock;
    DeskRoll roll(clock);
    auto stream = roll.attend(who("a"));
    QCOMPARE(ids(roll), QStringList{"a"});
    QCOMPARE(roll.present().desks.first().since, 5'000);
    const quint64 version = roll.version();
    stream.reset();
    clock.now += 2 * second;
    QCOMPARE(ids(roll), QStringList{"a"});
    stream = roll.attend(who("a"));
    QCOMPARE(roll.version(), version);
    stream.reset();
    clock.now += 4 * second;
    QVERIFY(roll.version() != version);
    QCOMPARE(ids(roll), QStringList());
    const auto first = roll.attend(who({}));
    const auto other = roll.attend(who({})); // Without an id each is a desk of its own.
    QCOMPARE(roll.present().desks.size(), 2);
}

void TestDeskRoll::aDeskWithoutAStreamGoesByItself()
{
    RollClock clock;
    DeskRoll roll(clock);
    roll.tell(who("a"), {});
    clock.now += 20 * second;
    roll.tell(who("a"), {});
    clock.now += 20 * second;
    QCOMPARE(ids(roll), QStringList{"a"});
    clock.now += 6 * second;
    QCOMPARE(ids(roll), QStringList());
}

void TestDeskRoll::aNameHasNoSayOverAnother()
{
    RollClock clock;
    DeskRoll roll(clock);
    roll.tell(who("a"), {7});
    roll.tell(who("a", "lee"), {});
    QCOMPARE(roll.present().desks.first().doubts, (QList<OpenedDoubt>{{7, 5'000}}));
    QCOMPARE(roll.present().desks.size(), 2);
}

void TestDeskRoll::whatIsOpenKeepsItsTime()
{
    RollClock clock;
    DeskRoll roll(clock);
    roll.tell(who("a"), {7, 8});
    const quint64 version = roll.version();
    roll.tell(who("a"), {7, 8});
    QCOMPARE(roll.version(), version);
    roll.tell(who("a"), {8});
    QVERIFY(roll.version() != version);
    QCOMPARE(roll.present().desks.first().doubts, (QList<OpenedDoubt>{{8, 5'000}}));
}

void TestDeskRoll::itIsBounded()
{
    RollClock clock;
    DeskRoll roll(clock);
    for (int number = 0; number < 2 * DeskRoll::mostKept; ++number)
        roll.tell(who(QString::number(number)), {1});
    const DesksPresent present = roll.present();
    QCOMPARE(present.desks.size(), DeskRoll::mostTold);
    QCOMPARE(present.more, DeskRoll::mostKept - DeskRoll::mostTold);
    QCOMPARE(roll.attend(who("late")), nullptr);
}

QTEST_GUILESS_MAIN(TestDeskRoll)
#include "tst_desk_roll.moc"

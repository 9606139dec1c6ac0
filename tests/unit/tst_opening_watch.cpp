// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ten minutes and one minute before the opening the doctor looks, and what is red is told.

#include "app/opening_watch.h"

#include <QTest>

#include <set>

using namespace seonchak;
using Grade = doctor::Status;

namespace {

constexpr WallMs minute = 60'000;
constexpr WallMs noon = 1'795'000'000'000;

/// A watch on a clock that the test moves.
struct Watched
{
    OpeningWatch::Moment moment{noon + 11 * minute, noon};
    std::vector<Promised<OpeningWatch::Answer>> asked;
    std::set<std::size_t> answered; ///< of them
    QStringList told;
    OpeningWatch watch{{[this] { return moment; },
                        [this] {
                            asked.emplace_back();
                            return asked.back();
                        },
                        [this](int minutes, const QString &checks) {
                            told << QStringLiteral("%1: %2").arg(minutes).arg(checks);
                        }}};

    void passes(WallMs ms)
    {
        moment.now += ms;
        watch.lookAtTheClock();
    }
    void answer(const OpeningWatch::Answer &found)
    {
        asked.back().deliver(found);
        answered.insert(asked.size() - 1);
    }
    /// What waits for the doctor would wait for ever.
    ~Watched()
    {
        for (std::size_t at = 0; at < asked.size(); ++at) {
            if (!answered.contains(at))
                asked[at].deliver(failure(Trouble::Unavailable, QStringLiteral("the test is over")));
        }
    }
};

const std::vector<doctor::Check> green{{"redis-reachable", Grade::Ok, "answers", {}},
                                       {"disk-space", Grade::Warning, "little", "Make room"}};
const std::vector<doctor::Check> red{{"redis-persistence", Grade::Failed, "none", "Set it"},
                                     {"disk-space", Grade::Warning, "little", "Make room"},
                                     {"port", Grade::Failed, "taken", "End it"}};

} // namespace

class TestOpeningWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looksTwiceAndTellsWhatIsRed();
    void anOpeningThatMovesIsLookedAtAgain();
    void noOpeningNoLook();
    void whatWasNotExaminedIsNotTold();
    void anAnswerAfterTheEndIsNobodys();
};

void TestOpeningWatch::looksTwiceAndTellsWhatIsRed()
{
    Watched w;
    w.passes(0);
    QCOMPARE(w.asked.size(), 0U);
    w.passes(minute);
    w.passes(1000);
    QCOMPARE(w.asked.size(), 1U);
    w.answer(green);
    QCOMPARE(w.told, QStringList());
    w.passes(9 * minute);
    w.passes(1000);
    QCOMPARE(w.asked.size(), 2U);
    w.answer(red);
    QCOMPARE(w.told, QStringList{"1: redis-persistence, port"});
    w.passes(minute); // It has opened.
    QCOMPARE(w.asked.size(), 2U);
}

void TestOpeningWatch::anOpeningThatMovesIsLookedAtAgain()
{
    Watched w;
    w.passes(5 * minute);
    w.passes(5 * minute + minute / 2); // A clock that jumps past the rest.
    QCOMPARE(w.asked.size(), 2U);
    w.moment.opensAt += 60 * minute;
    w.passes(1000);
    QCOMPARE(w.asked.size(), 2U);
    w.passes(59 * minute + minute / 2);
    QCOMPARE(w.asked.size(), 3U);
    w.answer(red);
    QCOMPARE(w.told.size(), 1);
    QVERIFY(w.told.front().startsWith("1: "));
}

void TestOpeningWatch::noOpeningNoLook()
{
    Watched w;
    w.moment.opensAt = 0;
    w.passes(minute);
    w.moment.opensAt = w.moment.now - 1; // opened already
    w.passes(0);
    QCOMPARE(w.asked.size(), 0U);
}

void TestOpeningWatch::whatWasNotExaminedIsNotTold()
{
    Watched w;
    w.passes(2 * minute);
    w.answer(failure(Trouble::Unavailable, QStringLiteral("the examination was ended")));
    QCOMPARE(w.told, QStringList());
}

void TestOpeningWatch::anAnswerAfterTheEndIsNobodys()
{
    std::vector<Promised<OpeningWatch::Answer>> asked;
    std::set<std::size_t> answered; ///< of them
    int told = 0;
    auto watch = std::make_unique<OpeningWatch>(
        OpeningWatch::Parts{[] { return OpeningWatch::Moment{noon + minute / 2, noon}; },
                            [&asked] {
                                asked.emplace_back();
                                return asked.back();
                            },
                            [&told](int, const QString &) { ++told; }});
    watch->lookAtTheClock();
    QCOMPARE(asked.size(), 1U);
    watch.reset();
    asked.front().deliver(red);
    QCOMPARE(told, 0);
}

QTEST_GUILESS_MAIN(TestOpeningWatch)
#include "tst_opening_watch.moc"

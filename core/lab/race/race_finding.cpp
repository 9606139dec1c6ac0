// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/race/race_finding.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace seonchak::lab {

namespace {

using Kind = RaceFinding::Kind;
using What = StoreChange::What;

class Finder
{
public:
    explicit Finder(const RaceTrace &trace)
        : m_trace(trace)
    {
    }
    QList<RaceFinding> find();

private:
    [[nodiscard]] int lanes() const { return int(m_trace.lanes.size()); }
    [[nodiscard]] int steps() const { return int(m_trace.steps.size()); }
    [[nodiscard]] bool wasToldACoupon(int lane) const;
    [[nodiscard]] int lastDone(int lane) const;
    [[nodiscard]] int changedAt(std::initializer_list<What> what, const QByteArray &code) const;
    [[nodiscard]] int takenAt(const QByteArray &code) const;
    [[nodiscard]] int gainedAt(UserId user) const;
    [[nodiscard]] bool sawAnEmptyStock(int lane) const;
    void add(Kind kind, int lane, int step, const QByteArray &code = {}, int since = -1);

    void findTwoCoupons();
    void findOversold();
    void findLost();
    void findGivenBack();
    void findWaits();
    void findStartsOver();
    void findByAnswer(int lane);
    void findSoldOut(int lane);
    void findCoupon(int lane);

    const RaceTrace &m_trace;
    QList<RaceFinding> m_found;
};

void Finder::add(Kind kind, int lane, int step, const QByteArray &code, int since)
{
    m_found.append({kind, lane, step, since, code});
}

bool Finder::wasToldACoupon(int lane) const
{
    const Fate fate = m_trace.lanes[lane].fate;
    return fate == Fate::Issued || fate == Fate::Already;
}

/// The lane's last completed step; its answer if there is none.
int Finder::lastDone(int lane) const
{
    int last = -1;
    for (int i = 0; i < steps(); ++i) {
        const auto &step = m_trace.steps[i];
        if (step.lane == lane && (step.kind == RaceStep::Kind::Done || last < 0))
            last = i;
    }
    return last;
}

/// The first step in which one of these changes affected the code; -1: never.
int Finder::changedAt(std::initializer_list<What> what, const QByteArray &code) const
{
    for (int i = 0; i < steps(); ++i) {
        for (const auto &change : m_trace.changesOf(i)) {
            if (change.code == code && std::ranges::find(what, change.what) != what.end())
                return i;
        }
    }
    return -1;
}

/// When it left the stock, or was created if there is no stock.
int Finder::takenAt(const QByteArray &code) const
{
    const int taken = changedAt({What::TakenFromStock}, code);
    return taken >= 0 ? taken : changedAt({What::RowWritten, What::KeySet, What::KeyOverwritten}, code);
}

/// The last step that gave this user something.
int Finder::gainedAt(UserId user) const
{
    int last = -1;
    for (int i = 0; i < steps(); ++i) {
        for (const auto &change : m_trace.changesOf(i)) {
            if (change.user == user && (change.what == What::KeySet || change.what == What::RowWritten))
                last = i;
        }
    }
    return last;
}

void Finder::findTwoCoupons()
{
    for (int second = 1; second < lanes(); ++second) {
        for (int first = 0; first < second; ++first) {
            const auto &a = m_trace.lanes[first];
            const auto &b = m_trace.lanes[second];
            if (a.user != b.user || !wasToldACoupon(first) || !wasToldACoupon(second) || a.code == b.code)
                continue;
            const int ofA = takenAt(a.code);
            const int ofB = takenAt(b.code);
            const int step = std::max(ofA, ofB);
            const bool isA = ofA > ofB;
            add(Kind::TwoCoupons, isA ? first : second, step < 0 ? lastDone(second) : step,
                isA ? a.code : b.code);
        }
    }
}

void Finder::findOversold()
{
    const qsizetype stock = m_trace.before.stock.size();
    QSet<UserId> winners;
    int last = -1;
    int lastStep = -1;
    for (int lane = 0; lane < lanes(); ++lane) {
        if (!wasToldACoupon(lane))
            continue;
        winners.insert(m_trace.lanes[lane].user);
        const int gained = gainedAt(m_trace.lanes[lane].user);
        const int step = gained < 0 ? lastDone(lane) : gained;
        if (step >= lastStep) {
            last = lane;
            lastStep = step;
        }
    }
    if (stock > 0 && winners.size() > stock)
        add(Kind::Oversold, last, lastStep, m_trace.lanes[last].code);
}

void Finder::findLost()
{
    QByteArrayList codes = m_trace.before.stock;
    for (const auto &lane : m_trace.lanes) {
        if (!lane.code.isEmpty() && !codes.contains(lane.code))
            codes.append(lane.code);
    }
    for (const QByteArray &code : codes) {
        if (m_trace.atRest.isKept(code))
            continue;
        const int taken = takenAt(code);
        const int lane = taken < 0 ? 0 : m_trace.steps[taken].lane;
        // The request that took it could have stored it anywhere until its last step.
        add(Kind::Lost, lane, taken < 0 ? -1 : lastDone(lane), code, taken);
    }
}

void Finder::findGivenBack()
{
    for (int i = 0; i < steps(); ++i) {
        for (const auto &change : m_trace.changesOf(i)) {
            if (change.what == What::PutIntoStock)
                add(Kind::GivenBack, m_trace.steps[i].lane, i, change.code,
                    changedAt({What::TakenFromStock}, change.code));
        }
    }
}

void Finder::findWaits()
{
    for (int i = 0; i < steps(); ++i) {
        const auto &wait = m_trace.steps[i];
        if (wait.kind != RaceStep::Kind::Waits)
            continue;
        int end = i + 1;
        while (end < steps() && m_trace.steps[end].lane != wait.lane)
            ++end;
        add(Kind::Waited, wait.lane, end < steps() ? end : i, {}, i);
    }
}

void Finder::findStartsOver()
{
    for (int lane = 0; lane < lanes(); ++lane) {
        QSet<QByteArray> done;
        for (int i = 0; i < steps(); ++i) {
            const auto &step = m_trace.steps[i];
            if (step.lane != lane || step.kind != RaceStep::Kind::Done)
                continue;
            if (done.contains(step.name)) {
                add(Kind::StartedOver, lane, i);
                break;
            }
            done.insert(step.name);
        }
    }
}

bool Finder::sawAnEmptyStock(int lane) const
{
    for (int i = 0; i < steps(); ++i) {
        const auto &step = m_trace.steps[i];
        if (step.lane == lane && (m_trace.viewBefore(i).stock.isEmpty() || step.after.stock.isEmpty()))
            return true;
    }
    return false;
}

void Finder::findSoldOut(int lane)
{
    const bool waits = !m_trace.atRest.stock.isEmpty();
    if (!sawAnEmptyStock(lane))
        add(Kind::WronglySoldOut, lane, lastDone(lane));
    else if (waits)
        add(Kind::SoldOutThenBack, lane, lastDone(lane), m_trace.atRest.stock.first(),
            changedAt({What::PutIntoStock}, m_trace.atRest.stock.first()));
    else
        add(Kind::SoldOut, lane, lastDone(lane));
}

void Finder::findCoupon(int lane)
{
    const auto &told = m_trace.lanes[lane];
    if (!m_trace.atRest.rows.contains({told.user, told.code}))
        add(Kind::NotKept, lane, lastDone(lane), told.code);
    else if (told.fate == Fate::Already)
        add(Kind::SameCoupon, lane, lastDone(lane), told.code);
    else if (m_trace.before.stock.isEmpty())
        add(Kind::NoStock, lane, takenAt(told.code), told.code);
}

void Finder::findByAnswer(int lane)
{
    switch (m_trace.lanes[lane].fate) {
    case Fate::Issued:
    case Fate::Already:
        return findCoupon(lane);
    case Fate::SoldOut:
        return findSoldOut(lane);
    case Fate::InProgress:
        return add(Kind::HeldOff, lane, lastDone(lane));
    case Fate::Conflict:
        return add(Kind::GaveUp, lane, lastDone(lane));
    case Fate::PartnerFailed: // The coupon's fate is reported separately.
    case Fate::InDoubt:
        return;
    case Fate::Unsent:
    case Fate::NoAnswer:
    case Fate::Unavailable:
    case Fate::Other:
    case Fate::TooEarly:
        return add(Kind::NoAnswer, lane, lastDone(lane));
    }
}

QList<RaceFinding> Finder::find()
{
    findTwoCoupons();
    findOversold();
    findLost();
    findGivenBack();
    findWaits();
    findStartsOver();
    for (int lane = 0; lane < lanes(); ++lane)
        findByAnswer(lane);
    std::ranges::stable_sort(m_found, {}, &RaceFinding::kind);
    return m_found;
}

} // namespace

const char *raceFindingName(RaceFinding::Kind kind)
{
    static constexpr std::array names{
        "two-coupons", "oversold",           "lost",         "not-kept", "wrongly-sold-out",
        "given-back",  "sold-out-then-back", "started-over", "waited",   "held-off",
        "same-coupon", "no-stock",           "sold-out",     "gave-up",  "no-answer",
    };
    static_assert(names.size() == std::size_t(Kind::NoAnswer) + 1);
    return names[std::size_t(kind)];
}

QList<RaceFinding> findingsOf(const RaceTrace &trace)
{
    return Finder(trace).find();
}

} // namespace seonchak::lab

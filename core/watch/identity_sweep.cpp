// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/identity_sweep.h"

#include "core/database/engine/session.h"
#include "core/database/engine/sql_pool.h"
#include "core/redis/connection.h"

#include <QPointer>

#include <algorithm>
#include <span>

namespace seonchak {

namespace {
constexpr int turnMs = 100;
constexpr int restMs = 600;       ///< between two rounds
constexpr double busyRate = 300;  ///< requests a second
constexpr int restUnderLoad = 50; ///< multiples of the turn's duration
constexpr int restForWork = 9;    ///< likewise, for a long stock without requests
constexpr int longestPauseMs = 5000;
constexpr qint64 slice = 2000;
constexpr int slicesOfSmall = 3; ///< in one turn
constexpr qint64 small = 30'000;
constexpr qint64 nearby = 200; ///< how far a code may have moved between two looks
constexpr qsizetype mostFaults = 20;
constexpr qsizetype mostSuspects = 200;
constexpr qint64 askAgain = 500; ///< in a round, of unchanged codes

} // namespace

const char *faultName(StockFault::Kind kind)
{
    switch (kind) {
    case StockFault::Kind::UnknownCode:
        return "unknown-code";
    case StockFault::Kind::NotStock:
        return "not-stock";
    case StockFault::Kind::DoubleCode:
        return "double-code";
    case StockFault::Kind::UnknownReserved:
        return "unknown-reserved";
    case StockFault::Kind::UnreadableReservation:
        return "unreadable-reservation";
    case StockFault::Kind::WrongUserKey:
        return "wrong-user-key";
    }
    Q_UNREACHABLE();
}

IdentitySweep::IdentitySweep(Parts parts)
    : m(std::move(parts))
    , m_held({m.redis, m.keys, [this] { return isSameContent(); },
              [this](QList<QByteArray> codes) { return notStock(std::move(codes)); },
              [this](const StockFault &fault) { report(fault); }})
    , m_users({m.redis, m.pool, m.keys, [this] { return isSameContent(); }})
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { turn(); });
}

void IdentitySweep::start()
{
    m_running = true;
    m_timer.start(restMs);
}

void IdentitySweep::stop()
{
    m_running = false;
    m_timer.stop();
}

void IdentitySweep::reset(qint64 generation)
{
    m_generation = generation;
    m_inRound = false;
    m_before.clear();
    m_suspects.clear();
    m_doubles.clear();
    m_stockFaults.clear();
    m_roundFaults.clear();
    m_users.reset();
    showFaults();
}

QCoro::Task<> IdentitySweep::turn()
{
    const QPointer<IdentitySweep> alive(this);
    const qint64 began = m.clock.steadyNs();
    const qint64 generation = m.generation();
    if (generation != m_generation)
        reset(generation);
    if (generation != 0 && m.redis.isReady()) {
        const bool whole = co_await step();
        if (!alive)
            co_return;
        if (!whole || m.generation() != m_generation)
            m_inRound = false; // Redis or the book was lost: discard this round.
        showFaults();
    }
    if (m_running) {
        const bool atWork = m_inRound || !m_suspects.isEmpty() || !m_doubles.isEmpty() || m_users.isAtWork();
        m_timer.start(atWork ? pauseAfter(m.clock.steadyNs() - began) : restMs);
    }
}

/// Until the round's next turn. The sweep of a long stock must not slow a running sale down.
int IdentitySweep::pauseAfter(qint64 workNs)
{
    const qint64 now = m.clock.steadyNs();
    const qint64 requests = m.requests();
    const qint64 since = std::max<qint64>(now - std::exchange(m_seenNs, now), 1);
    const double rate = double(requests - std::exchange(m_requestsSeen, requests)) * 1e9 / double(since);
    m_busy = rate >= busyRate;
    if ((!m_busy && m_taken < small) || !m_stockFaults.isEmpty())
        return turnMs;
    const qint64 rest = workNs * (m_busy ? restUnderLoad : restForWork) / 1'000'000;
    return int(std::clamp<qint64>(rest, turnMs, longestPauseMs));
}

/// The work of one turn; returns false if Redis or the book did not answer.
QCoro::Task<bool> IdentitySweep::step()
{
    const bool looked = co_await secondLook();
    if (!looked)
        co_return false;
    if (!m_inRound) {
        const bool begun = co_await beginRound();
        if (!begun)
            co_return false;
    }
    const bool hurry = (m_taken < small && !m_busy) || !m_stockFaults.isEmpty();
    for (int i = 0; m_inRound && i < (hurry ? slicesOfSmall : 1); ++i) {
        const bool went = co_await stockSlice();
        if (!went)
            co_return false;
    }
    if (!m.withUsers)
        co_return true;
    co_return co_await m_users.slice();
}

void IdentitySweep::report(const StockFault &fault)
{
    if (m_roundFaults.contains(fault) || m_roundFaults.size() >= mostFaults)
        return;
    m_roundFaults.append(fault);
    showFaults();
}

void IdentitySweep::showFaults()
{
    QList<StockFault> all = m_stockFaults;
    for (const StockFault &fault : m_roundFaults + m_users.faults()) {
        if (!all.contains(fault))
            all.append(fault);
    }
    const auto before = std::exchange(m_shown, all);
    for (const StockFault &fault : all) {
        if (!before.contains(fault))
            Q_EMIT found(fault);
    }
}

/// Checked before anything is reported: another server may have just rebuilt Redis.
QCoro::Task<bool> IdentitySweep::isSameContent()
{
    std::vector<QByteArray> command{"HGET", m.keys.stats(), "generation"};
    const auto reply = co_await m.redis.commandTask(std::move(command));
    co_return reply && reply->text.toLongLong() == m_generation &&m.generation() == m_generation;
}

QCoro::Task<Result<QList<book::NotStock>>> IdentitySweep::notStock(QList<QByteArray> codes)
{
    std::function<Result<QList<book::NotStock>>(Session &)> work = [codes](Session &session) {
        return book::notStock(session, codes);
    };
    co_return co_await m.pool.run<QList<book::NotStock>>(std::move(work));
}

QCoro::Task<bool> IdentitySweep::beginRound()
{
    m_now.clear();
    m_now.reserve(m_before.size());
    m_doubleCodes.clear();
    m_taken = 0;
    m_shift.reset();
    m_anchor.clear();
    m_inRound = co_await m_held.read();
    co_return m_inRound;
}

/// The next slice of the stock. It begins with the last code of the previous slice, at its present position.
QCoro::Task<bool> IdentitySweep::stockSlice()
{
    const qint64 from = std::max<qint64>(m_taken, 1);
    std::vector<QByteArray> range{"LRANGE", m.keys.available(), QByteArray::number(-from - slice),
                                  QByteArray::number(-from)};
    const auto page = co_await m.redis.commandTask(std::move(range));
    if (!page)
        co_return false;
    QList<QByteArray> codes;
    for (auto item = page->items.rbegin(); item != page->items.rend(); ++item)
        codes.append(item->text);
    const bool last = codes.size() <= slice;
    if (m_taken > 0) {
        const qsizetype at = codes.indexOf(m_anchor);
        if (at < 0 && !last) { // Thousands were pushed or voided meanwhile.
            m_inRound = false;
            co_return true;
        }
        codes.remove(0, at < 0 ? codes.size() : at + 1); // It was taken from the front: the round is over.
    }
    QList<QByteArray> toAsk;
    take(codes, toAsk);
    if (!toAsk.isEmpty()) {
        const bool asked = co_await ask(std::move(toAsk));
        if (!asked)
            co_return false;
    }
    if (!last)
        co_return true;
    co_return co_await endRound();
}

/// Records a slice, and selects the codes to look up in the book.
void IdentitySweep::take(const QList<QByteArray> &codes, QList<QByteArray> &toAsk)
{
    for (const QByteArray &code : codes) {
        const quint64 hash = hashOf(code);
        const std::size_t at = m_now.size();
        m_now.push_back(hash);
        if (!m_shift && m_reference < m_before.size() && hash == m_before[m_reference])
            m_shift = qint64(at) - qint64(m_reference);
        const qint64 was = m_shift ? qint64(at) - *m_shift : -1;
        const bool same = was >= 0 && was < qint64(m_before.size()) && m_before[std::size_t(was)] == hash;
        if (!same || (at >= m_rolling && at < m_rolling + askAgain))
            toAsk.append(code);
        m_held.note(code);
        if (const auto twice = m_doubles.find(hash); twice != m_doubles.end()) {
            ++*twice;
            m_doubleCodes.insert(hash, code);
        }
    }
    if (!codes.isEmpty())
        m_anchor = codes.back();
    m_taken += codes.size();
}

QCoro::Task<bool> IdentitySweep::ask(QList<QByteArray> codes)
{
    const qint64 place = m_taken;
    const auto wrong = co_await notStock(codes);
    if (!wrong)
        co_return false;
    for (const auto &one : *wrong) {
        if (m_suspects.size() >= mostSuspects)
            break;
        const bool unknown = one.why == book::NotStock::Why::Unknown;
        m_suspects.append(
            {unknown ? StockFault::Kind::UnknownCode : StockFault::Kind::NotStock, one.code, place});
    }
    const auto lately = std::span(m_now).last(std::min(m_now.size(), std::size_t(slice) + 1));
    for (const auto &one : *wrong) // They are looked up again in the next round.
        std::ranges::replace(lately, hashOf(one.code), quint64(0));
    co_return true;
}

/// Confirms the suspects that are still in the stock, and still wrong by the book.
QCoro::Task<bool> IdentitySweep::secondLook()
{
    if (m_suspects.isEmpty())
        co_return true;
    const QList<Suspect> suspects = std::exchange(m_suspects, {});
    QSet<QByteArray> present;
    qint64 looked = -1;
    for (const Suspect &one : suspects) {
        if (one.place == looked)
            continue; // All of one slice have the same position.
        looked = one.place;
        const qint64 from = std::max<qint64>(one.place - slice - nearby, 1);
        const bool read = co_await stillNear(present, from, one.place + nearby);
        if (!read)
            co_return false;
    }
    QList<QByteArray> codes;
    for (const Suspect &one : suspects) {
        if (present.contains(one.code))
            codes.append(one.code);
    }
    if (codes.isEmpty())
        co_return true;
    const auto wrong = co_await notStock(codes);
    if (!wrong)
        co_return false;
    if (wrong->isEmpty())
        co_return true;
    const bool same = co_await isSameContent();
    if (!same)
        co_return false;
    for (const auto &one : *wrong) {
        const bool unknown = one.why == book::NotStock::Why::Unknown;
        report({unknown ? StockFault::Kind::UnknownCode : StockFault::Kind::NotStock, one.code});
    }
    co_return true;
}

QCoro::Task<bool> IdentitySweep::stillNear(QSet<QByteArray> &codes, qint64 from, qint64 to)
{
    std::vector<QByteArray> range{"LRANGE", m.keys.available(), QByteArray::number(-to),
                                  QByteArray::number(-from)};
    const auto page = co_await m.redis.commandTask(std::move(range));
    if (!page)
        co_return false;
    for (const auto &item : page->items)
        codes.insert(item.text);
    co_return true;
}

QCoro::Task<bool> IdentitySweep::endRound()
{
    const bool judged = co_await m_held.judge();
    if (!judged)
        co_return false;
    for (auto twice = m_doubles.cbegin(); twice != m_doubles.cend(); ++twice) {
        if (*twice > 1) // In two consecutive rounds.
            report({StockFault::Kind::DoubleCode, m_doubleCodes.value(twice.key())});
    }
    // Sorting a million takes a while: use a reader's thread.
    std::function<Result<QList<quint64>>(Session &)> sort =
        [hashes = m_now](Session &) mutable -> Result<QList<quint64>> {
        std::ranges::sort(hashes);
        QList<quint64> doubles;
        for (std::size_t i = 1; i < hashes.size() && doubles.size() < mostFaults; ++i) {
            if (hashes[i] == hashes[i - 1] && hashes[i] != 0 && !doubles.contains(hashes[i]))
                doubles.append(hashes[i]);
        }
        return doubles;
    };
    const auto doubles = co_await m.pool.run<QList<quint64>>(std::move(sort));
    if (!doubles)
        co_return false;
    m_doubles.clear();
    for (const quint64 hash : *doubles)
        m_doubles.insert(hash, 0);
    m_rolling = m_rolling + askAgain < m_now.size() ? m_rolling + askAgain : 0;
    m_before = std::exchange(m_now, {});
    const auto good = std::ranges::find_if(m_before, [](quint64 hash) { return hash != 0; });
    m_reference = std::size_t(good - m_before.begin());
    // Faults that the second look has not confirmed yet belong to the next round.
    m_stockFaults = std::exchange(m_roundFaults, {});
    m_inRound = false;
    co_return true;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/keeper.h"

#include "core/database/journal.h"
#include "core/redis/connection.h"

#include <QPointer>

namespace seonchak {

namespace {
constexpr int tickMs = 500;
constexpr int startTickMs =
    5; ///< until the gate opens for the first time: a start should not wait for a tick
constexpr int ticksPerRound = 2;
constexpr int ticksPerLeftovers = 20;
constexpr int mostFlushes = 4; ///< of notes in one tick: issues want the journal more
} // namespace

Keeper::Keeper(Parts parts)
    : m(parts)
{
    connect(&m_timer, &QTimer::timeout, this, &Keeper::tick);
    connect(&m.redis, &RedisConnection::readyChanged, this, [this](bool ready) {
        // Whoever answers after a break may be another Redis, or an older one: nobody passes before it is
        // known.
        m.readiness.close();
        if (ready)
            tick();
    });
}

void Keeper::start()
{
    m_timer.start(startTickMs);
}

void Keeper::stop()
{
    m_timer.stop();
}

void Keeper::tick()
{
    if (!m.journal.isConnected())
        return;
    if (++m_ticks % ticksPerRound == 0 && !m_writing)
        writeNotes();
    if (m_busy)
        return;
    if (!m.redis.isReady()) {
        if (!m.pauseMark.isKnown())
            learnPause(); // The db-* strategies issue without Redis.
        return;
    }
    if (!m.readiness.isOpen())
        reconcile();
    else if (m_ticks % ticksPerRound == 0)
        settle();
}

QCoro::Task<> Keeper::reconcile()
{
    m_busy = true;
    // The gate opens in there: whether the sale is paused must be known before.
    const auto known = co_await m.pause.readBook();
    auto rebuilt = Result<bool>(false);
    if (known)
        rebuilt = co_await m.rebuild.reconcile();
    else
        rebuilt = std::unexpected(known.error());
    m_busy = false;
    if (!rebuilt) {
        if (std::exchange(m_lastTrouble, rebuilt.error().detail) != rebuilt.error().detail)
            Q_EMIT happened(QStringLiteral("not issuing: %1").arg(rebuilt.error().detail));
        m_timer.start(tickMs);
        co_return;
    }
    m_lastTrouble.clear();
    m_timer.start(tickMs);
    if (*rebuilt) {
        m.counters.add(Counter::Rebuilds);
        Q_EMIT happened(QStringLiteral("Redis was rebuilt from the database"));
        Q_EMIT this->rebuilt();
    }
    m_ticks = ticksPerLeftovers - ticksPerRound; // Leftovers of a crash are looked for soon.
}

QCoro::Task<> Keeper::settle()
{
    m_busy = true;
    m.pause.compareWithRedis();
    const auto settled = co_await m.settler.round();
    if (settled && *settled > 0)
        Q_EMIT happened(QStringLiteral("settling %1 unfinished reservations").arg(*settled));
    if (settled && m_ticks % ticksPerLeftovers == 0) {
        const auto finished = co_await m.stock.finishLeftovers();
        if (!finished)
            Q_EMIT happened(QStringLiteral("leftovers wait: %1").arg(finished.error().detail));
        co_await m.settler.adoptLostDoubts();
        const auto known = co_await m.pause.readBook(); // A server may have died before it told Redis.
        Q_UNUSED(known)
    }
    m_busy = false;
}

QCoro::Task<> Keeper::learnPause()
{
    m_busy = true;
    const auto known = co_await m.pause.readBook();
    Q_UNUSED(known) // Tried again at the next tick.
    m_busy = false;
}

QCoro::Task<> Keeper::writeNotes()
{
    const QPointer<Keeper> self(this);
    m_writing = true;
    for (int i = 0; i < mostFlushes; ++i) {
        const auto all = co_await m.chronicle.flushSome();
        if (!self)
            co_return;
        if (!all || *all)
            break;
    }
    m_writing = false;
}

} // namespace seonchak

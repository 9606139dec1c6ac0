// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/keeper.h"

#include "core/database/journal.h"
#include "core/redis/connection.h"

namespace seonchak {

namespace {
constexpr int tickMs = 500;
constexpr int startTickMs =
    5; ///< until the gate opens for the first time: a start should not wait for a tick
constexpr int ticksPerRound = 2;
constexpr int ticksPerLeftovers = 20;
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
    if (m_busy || !m.redis.isReady() || !m.journal.isConnected())
        return;
    ++m_ticks;
    if (!m.readiness.isOpen())
        reconcile();
    else if (m_ticks % ticksPerRound == 0)
        settle();
}

QCoro::Task<> Keeper::reconcile()
{
    m_busy = true;
    const auto rebuilt = co_await m.rebuild.reconcile();
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
    }
    m_ticks = ticksPerLeftovers - ticksPerRound; // Leftovers of a crash are looked for soon.
}

QCoro::Task<> Keeper::settle()
{
    m_busy = true;
    const auto settled = co_await m.settler.round();
    if (settled && *settled > 0)
        Q_EMIT happened(QStringLiteral("settling %1 unfinished reservations").arg(*settled));
    if (settled && m_ticks % ticksPerLeftovers == 0) {
        const auto finished = co_await m.stock.finishLeftovers();
        if (!finished)
            Q_EMIT happened(QStringLiteral("leftovers wait: %1").arg(finished.error().detail));
    }
    m_busy = false;
}

} // namespace seonchak

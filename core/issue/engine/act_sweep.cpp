// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/act_sweep.h"

#include "core/issue/ground/sale_shared.h"

#include <QPointer>

namespace seonchak {

namespace {
constexpr int ticksPerSweep = 4;
constexpr qint64 silenceNs = 6'000'000'000;
} // namespace

ActSweep::ActSweep(SaleShared &shared)
    : m_shared(shared)
{
    connect(&m_timer, &QTimer::timeout, this, &ActSweep::tick);
    m_timer.start(roundMs);
}

QString ActSweep::newOwner()
{
    return QString::fromLatin1(m_shared.runId) + u'/' + QString::number(++m_count);
}

void ActSweep::tick()
{
    if (!m_shared.journal.isConnected())
        return;
    if (!m_mine.isEmpty() && !m_beating)
        beat();
    if (++m_ticks % ticksPerSweep == 0 && !m_sweeping)
        sweep();
    if (!std::exchange(m_waitingTold, true))
        tellWaiting();
}

QCoro::Task<> ActSweep::beat()
{
    const QPointer<ActSweep> self(this);
    m_beating = true;
    std::function<Result<bool>(Session &)> work = [mine = m_mine.values()](Session &session) -> Result<bool> {
        const auto beaten = book::beatActs(session, mine);
        return beaten ? Result<bool>(true) : std::unexpected(beaten.error());
    };
    const auto beaten = co_await m_shared.journal.write<bool>(std::move(work));
    Q_UNUSED(beaten) // Sent again at the next tick.
    if (self)
        m_beating = false;
}

/// For operators without a window: logs what waits for a decision.
void ActSweep::tellCutOff(const QString &action, const QString &detail, qint64 made) const
{
    m_shared.log(
        QStringLiteral("an act was cut off after %1: %2, %3; the window offers to finish it, to keep "
                       "or to void what exists, and a repeat with its Idempotency-Key goes on")
            .arg(QString::number(made), action, detail));
}

void ActSweep::tellBroken(const book::Act &act) const
{
    if (act.made > 0 && book::canBeFinished(act))
        return tellCutOff(act.action, act.detail, act.made);
    m_shared.log(QStringLiteral("an act broke off after %1: %2, %3")
                     .arg(QString::number(act.made), act.action, act.detail));
}

QCoro::Task<> ActSweep::tellWaiting()
{
    const QPointer<ActSweep> self(this);
    std::function<Result<QList<CutAct>>(Session &)> look = [](Session &session) {
        return book::cutActs(session);
    };
    const auto cut = co_await m_shared.readers.run<QList<CutAct>>(std::move(look));
    if (!self)
        co_return;
    m_waitingTold = cut.has_value();
    for (const CutAct &act : cut.value_or(QList<CutAct>{}))
        tellCutOff(act.action, act.detail, act.made);
}

QCoro::Task<> ActSweep::sweep()
{
    const QPointer<ActSweep> self(this);
    m_sweeping = true;
    std::function<Result<std::vector<book::Act>>(Session &)> look = [](Session &session) {
        return book::ownedActs(session);
    };
    const auto owned = co_await m_shared.readers.run<std::vector<book::Act>>(std::move(look));
    if (!self)
        co_return;
    QHash<QString, Seen> others;
    std::vector<book::Act> silent;
    const qint64 now = m_shared.clock.steadyNs();
    for (const book::Act &act : owned.value_or(std::vector<book::Act>{})) {
        if (m_mine.contains(act.owner))
            continue;
        Seen seen = m_others.value(act.id);
        if (seen.owner != act.owner || seen.beat != act.beat || seen.sinceNs == 0)
            seen = {act.owner, act.beat, now};
        others.insert(act.id, seen);
        if (now - seen.sinceNs > silenceNs)
            silent.push_back(act);
    }
    if (owned)
        m_others = others;
    const WallMs wall = m_shared.clock.wallMs();
    for (const book::Act &act : silent) {
        std::function<Result<bool>(Session &)> work = [act, wall](Session &session) {
            return book::breakOffAct(session, act, wall);
        };
        const auto told = co_await m_shared.journal.write<bool>(std::move(work));
        if (!self)
            co_return;
        if (told && *told)
            tellBroken(act);
    }
    m_sweeping = false;
}

} // namespace seonchak

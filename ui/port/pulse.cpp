// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/pulse.h"

#include "ui/port/desk_port.h"

namespace seonchak {

namespace {

qint64 requestsSoFar(const Status &status)
{
    qint64 sum = 0;
    for (const char *outcome : {"valid", "already", "soldOut", "storeFailed", "inDoubt", "inProgress",
                                "rejected", "unavailable", "conflict"})
        sum += status.count(outcome);
    return sum;
}

} // namespace

Pulse::Pulse(DeskPort &port, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &Pulse::tick);
    m_timer.start(periodMs);
    QTimer::singleShot(0, this, &Pulse::tick);
}

void Pulse::tick()
{
    const qint64 now = m_clock.steadyNs();
    if (m_asking) {
        if (!m_last.silent && now - m_askedNs >= silenceNs) {
            m_last.silent = true;
            Q_EMIT read(m_last);
        }
        return;
    }
    m_asking = true;
    m_askedNs = now;
    ask(this, m_port);
}

QCoro::Task<> Pulse::ask(QPointer<Pulse> self, DeskPort &port)
{
    auto answer = port.status();
    const Status status = co_await answer;
    if (self) // The window may have been closed meanwhile.
        self->take(status);
}

void Pulse::take(const Status &status)
{
    m_asking = false;
    m_last.status = status;
    m_last.answered = true;
    m_last.silent = false;
    if (status.stockKnown) {
        m_rate.add(m_clock.steadyNs(), requestsSoFar(status));
        m_last.requestsPerSecond = m_rate.perSecond();
    } else {
        m_rate.clear(); // What other servers counted meanwhile would come out as one second's work.
    }
    Q_EMIT read(m_last);
}

} // namespace seonchak

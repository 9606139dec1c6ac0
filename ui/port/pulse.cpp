// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/pulse.h"

#include "ui/port/desk_port.h"

#include <algorithm>

namespace seonchak {

bool Reading::isDatabaseAway() const
{
    const auto isIts = [](const Outage &outage) { return outage.service == Outage::Service::Database; };
    return (answered && !status.databaseConnected) || (silent && std::ranges::any_of(status.outages, isIts));
}

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
        if (now - m_askedNs >= silenceNs)
            tellSilence(now - m_askedNs);
        return;
    }
    m_asking = true;
    m_askedNs = now;
    ask(this, m_port);
}

/// With each tick: the reason may be found meanwhile, and advice depends on how long it lasts.
void Pulse::tellSilence(qint64 lasts)
{
    m_last.silent = true;
    m_last.silentNs = lasts;
    m_last.status.outages = m_port.outages();
    m_last.attachment = m_port.attachment();
    m_last.others = m_port.others();
    Q_EMIT read(m_last);
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
    m_last.attachment = m_port.attachment();
    m_last.others = m_port.others();
    m_last.silent = false;
    m_last.silentNs = 0;
    m_last.steadyNs = m_clock.steadyNs();
    measure(status);
    m_last.recent =
        status.lastLatency ? *status.lastLatency : m_latency.add(m_last.steadyNs, status.latencyCounts);
    Q_EMIT read(m_last);
    if (m_port.isPushed()) // Else a reading would lie there until the next tick.
        tick();
}

void Pulse::measure(const Status &status)
{
    using Group = AnswerTempo::Group;
    const auto &second = status.lastSecond;
    Rates &rates = m_last.rates;
    m_last.requestsPerSecond = double(second.all());
    rates.valid = double(second.count(Group::Issued));
    rates.soldOut = double(second.count(Group::SoldOut));
    rates.refused = double(second.count(Group::Refused));
    rates.noClaim = double(second.count(Group::NoClaim));
    rates.inDoubt = double(second.count(Group::InDoubt));
    rates.notServed = double(second.count(Group::NotServed));
    if (!status.stockKnown) { // What other servers did meanwhile would come out as one second's work.
        m_users.clear();
        m_stock.clear();
        return;
    }
    m_users.add(m_last.steadyNs, status.issuedUsers);
    m_stock.add(m_last.steadyNs, status.stock.available);
    rates.users = m_users.perSecond();
    rates.stock = m_stock.perSecond();
}

} // namespace seonchak

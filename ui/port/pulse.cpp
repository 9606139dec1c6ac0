// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/pulse.h"

#include "ui/port/desk_port.h"

namespace seonchak {

namespace {

constexpr std::size_t countsKept = 5; ///< four intervals: a second

qint64 sumOf(const Status &status, std::initializer_list<const char *> outcomes)
{
    qint64 sum = 0;
    for (const char *outcome : outcomes)
        sum += status.count(outcome);
    return sum;
}

qint64 refusedSoFar(const Status &status)
{
    return sumOf(status,
                 {"already", "storeFailed", "inProgress", "rejected", "unavailable", "conflict", "tooEarly"});
}

qint64 requestsSoFar(const Status &status)
{
    return refusedSoFar(status) + sumOf(status, {"valid", "soldOut", "inDoubt"});
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
    m_last.steadyNs = m_clock.steadyNs();
    measure(status);
    measureLatency(status);
    Q_EMIT read(m_last);
}

void Pulse::measure(const Status &status)
{
    const std::pair<RateMeter *, qint64> all[] = {
        {&m_requests, requestsSoFar(status)},  {&m_valid, status.count("valid")},
        {&m_soldOut, status.count("soldOut")}, {&m_refused, refusedSoFar(status)},
        {&m_users, status.issuedUsers},        {&m_stock, status.stock.available}};
    for (const auto &[meter, total] : all) {
        if (status.stockKnown)
            meter->add(m_last.steadyNs, total);
        else
            meter->clear(); // What other servers counted meanwhile would come out as one second's work.
    }
    if (!status.stockKnown)
        return;
    m_last.requestsPerSecond = m_requests.perSecond();
    m_last.rates.valid = m_valid.perSecond();
    m_last.rates.soldOut = m_soldOut.perSecond();
    m_last.rates.refused = m_refused.perSecond();
    m_last.rates.users = m_users.perSecond();
    m_last.rates.stock = m_stock.perSecond();
}

void Pulse::measureLatency(const Status &status)
{
    m_last.recent = {};
    if (!status.latencyCounts)
        return m_counts.clear();
    m_counts.push_back(status.latencyCounts);
    if (m_counts.size() > countsKept)
        m_counts.pop_front();
    m_last.recent = LatencyHistogram::between(*m_counts.front(), *m_counts.back());
}

} // namespace seonchak

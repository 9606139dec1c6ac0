// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/notices.h"

#include "ui/parts/alarm_words.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

namespace seonchak {

namespace {
bool isAway(SalePhase phase)
{
    return phase == SalePhase::RedisAway || phase == SalePhase::DatabaseAway;
}

/// Conditions that the readings report by themselves, even if their alarms are off.
bool isToldAnyway(Alarm alarm)
{
    return alarm == Alarm::Conservation || alarm == Alarm::Issuing || alarm == Alarm::SoldOut;
}

Notice::Weight weightOf(Alarm alarm)
{
    return alarm == Alarm::Doubt || alarm == Alarm::Partner ? Notice::Weight::Urgent : Notice::Weight::News;
}
} // namespace

QList<Notice> Notices::take(const Reading &reading)
{
    QList<Notice> all;
    if (!reading.answered)
        return all;
    const SalePhase phase = SalePhases::of(reading);
    if (std::exchange(m_seen, phase) != phase)
        m_seenNs = reading.steadyNs;
    const bool settled = !isAway(phase) || reading.steadyNs - m_seenNs >= awayNs;
    // Between being away and being judged again stands "not issuing", and an old number for a moment.
    const bool passing = phase == SalePhase::Unknown || phase == SalePhase::NotIssuing;
    if (settled && !passing && phase != m_told) {
        if (const auto notice = newsOf(phase, reading); notice && m_told != SalePhase::Unknown)
            all << *notice;
        if (phase == SalePhase::Emptied)
            m_beforeEmptied = m_told;
        m_told = phase;
    }
    if (isAnotherSellOut(phase, reading))
        all << soldOut(reading);
    if (reading.isCurrent()) {
        const auto &stock = reading.status.stock;
        if (!stock.conserved() && m_conserved.value_or(false))
            all << Notice{tr("The numbers do not add up"), Words::verdict(stock), Notice::Weight::Urgent};
        m_conserved = stock.conserved();
    }
    return all + newAlarms(reading.status.alarms);
}

QList<Notice> Notices::newAlarms(const QList<RaisedAlarm> &raised)
{
    QList<Notice> all;
    for (const RaisedAlarm &one : raised) {
        if (m_alarms && !m_alarms->contains(one) && !isToldAnyway(one.alarm))
            all << Notice{AlarmWords::title(one.alarm), tr("You asked to be told of this."),
                          weightOf(one.alarm)};
    }
    m_alarms = raised;
    return all;
}

Notice Notices::soldOut(const Reading &reading)
{
    return {tr("Sold out"), tr("%1 coupons are issued.").arg(Words::number(reading.status.stock.issued)),
            Notice::Weight::News};
}

/// Between two readings a stock may have been filled and sold out, or a pause may have hidden its end: the
/// book tells one filling from another.
bool Notices::isAnotherSellOut(SalePhase phase, const Reading &reading)
{
    if (!m_since)
        m_since = reading.status.sale.now;
    const auto &sellOut = reading.status.sellOut;
    if (phase != SalePhase::SoldOut || !sellOut)
        return false;
    const bool another = std::exchange(m_filling, sellOut->filledAt) != sellOut->filledAt;
    const bool told = std::exchange(m_fillingAwaited, false);
    return another && !told && sellOut->soldOutAt > *m_since;
}

std::optional<Notice> Notices::newsOf(SalePhase phase, const Reading &reading)
{
    // A stock that was empty before an outage is not reported as sold out again.
    const SalePhase before = m_told == SalePhase::Emptied ? m_beforeEmptied : m_told;
    const bool hadStock = before == SalePhase::Issuing || before == SalePhase::NotBegun ||
                          before == SalePhase::NoCoupons || before == SalePhase::Planned;
    if (phase == SalePhase::SoldOut && hadStock) {
        m_fillingAwaited = true;
        return soldOut(reading);
    }
    if (phase == SalePhase::RedisAway)
        return Notice{tr("Redis is away"), tr("Nothing is issued until it is back."), Notice::Weight::Urgent};
    if (phase == SalePhase::DatabaseAway)
        return Notice{tr("The database is away"), tr("Nothing is issued until it is back."),
                      Notice::Weight::Urgent};
    return {};
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/sentry.h"

#include "core/issue/ground/sale_shared.h"

#include <QCryptographicHash>
#include <QSysInfo>

namespace seonchak {

namespace {

constexpr int lookEveryMs = 1000;
/// Shorter breaks are no outage, and a start needs some time.
constexpr qint64 outageNs = 3'000'000'000;
constexpr qint64 startNs = 10'000'000'000;
constexpr qsizetype scopeLength = 8;

QString scopeOf(const QString &dataDir)
{
    const QByteArray place = QSysInfo::machineHostName().toUtf8() + ':' + dataDir.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.left(scopeLength));
}

/// Alarms that each server raises for itself.
bool isOfServer(Alarm alarm)
{
    return alarm == Alarm::Issuing || alarm == Alarm::Partner;
}

/// Alarms that the sale's own events already report.
bool isOfSale(Alarm alarm)
{
    return alarm == Alarm::SoldOut || alarm == Alarm::Opened || alarm == Alarm::Closed;
}

} // namespace

Sentry::Sentry(SaleShared &shared)
    : m_shared(shared)
    , m_goodNs(shared.clock.steadyNs())
    , m_scope(scopeOf(shared.options.dataDir))
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_timer.start(lookEveryMs);
}

void Sentry::take(const Status &status)
{
    m_last = status;
    m_isNew = true;
}

void Sentry::look()
{
    const qint64 now = m_shared.clock.steadyNs();
    if (m_shared.isIssuing()) {
        m_goodNs = now;
        m_wasIssuing = true;
    }
    const qint64 lasts = now - m_goodNs;
    std::optional<bool> issuing;
    if (lasts >= (m_wasIssuing ? outageNs : startNs))
        issuing = false;
    else if (m_wasIssuing)
        issuing = true;
    judgeAlarms(issuing);
    follow();
    m_isNew = false;
}

void Sentry::judgeAlarms(std::optional<bool> issuing)
{
    const Status status = m_last.value_or(Status());
    const AlarmView view{status, issuing, m_shared.partner.isPaused()};
    for (const Alarm alarm : allAlarms()) {
        const bool fromStatus = !isOfServer(alarm);
        if (!m_shared.options.alarms.isOn(alarm) || (fromStatus && !m_isNew))
            continue;
        const auto raised = isCause(alarm, m_shared.options.alarms, view);
        if (raised)
            m_judged.insert(alarm);
        if (raised && m_shared.alarms.set(alarm, *raised, m_shared.clock.wallMs()))
            tellPeople(alarm, *raised);
    }
}

void Sentry::tellPeople(Alarm alarm, bool raised)
{
    m_shared.log(QStringLiteral("alarm %1: %2")
                     .arg(alarmName(alarm), raised ? QStringLiteral("raised") : QStringLiteral("ended")));
    m_shared.events.add({raised ? Event::Kind::AlarmRaised : Event::Kind::AlarmEnded,
                         m_shared.clock.wallMs(),
                         0,
                         {},
                         0,
                         0,
                         alarmName(alarm)});
}

/// Nullopt if the reading does not show it, or the sale is paused: a pause is reported separately.
std::optional<SaleTurn> Sentry::saleTurn() const
{
    using State = SaleView::State;
    if (!m_isNew || !m_last || !m_last->mayJudge() || !m_shared.pause.isKnown())
        return {};
    const SaleView &sale = m_last->sale;
    SaleTurn turn{QLatin1String(SaleTurn::open), m_shared.clock.wallMs(), 0, 0};
    if (sale.opensAt != 0 || sale.closesAt != 0)
        turn.timesMark = m_shared.sale.times().mark;
    switch (sale.state) {
    case State::Preparing:
        turn.to = QLatin1String(SaleTurn::preparing);
        break;
    case State::Planned:
        turn.to = QLatin1String(SaleTurn::planned);
        break;
    case State::Closed:
        turn.to = QLatin1String(SaleTurn::closed);
        break;
    case State::Paused:
        return {};
    case State::SoldOut:
    case State::Open:
        if (m_last->sellOut) { // Only then was the last coupon issued, and none is on its way back.
            turn.to = QLatin1String(SaleTurn::soldOut);
            turn.filling = m_last->sellOut->filledAt;
        }
        break;
    }
    return turn;
}

void Sentry::follow()
{
    if (!m_following && m_shared.journal.isConnected())
        followAll();
}

QCoro::Task<> Sentry::followAll()
{
    m_following = true;
    const HookOptions &hooks = m_shared.options.hooks;
    const auto turn = saleTurn();
    if (turn && m_known.value(QStringLiteral("sale")) != turn->to) {
        std::function<Result<Standing>(Session &)> work = [turn = *turn, &hooks](Session &session) {
            return turns::turnSale(session, turn, hooks);
        };
        const auto standing = co_await m_shared.journal.write<Standing>(std::move(work));
        if (standing)
            m_known[QStringLiteral("sale")] = turn->to;
    }
    const QList<RaisedAlarm> raised = m_shared.alarms.raised();
    for (const Alarm alarm : allAlarms()) {
        if (!m_shared.options.alarms.isOn(alarm) || isOfSale(alarm))
            continue;
        if (!m_judged.contains(alarm))
            continue;
        const bool isRaised = std::ranges::find(raised, alarm, &RaisedAlarm::alarm) != raised.end();
        const AlarmTurn change{alarm, isRaised, m_shared.clock.wallMs(),
                               isOfServer(alarm) ? m_scope : QString()};
        const QString name = turns::standingName(change);
        const QString to = isRaised ? QStringLiteral("raised") : QStringLiteral("ended");
        if (m_known.value(name) == to)
            continue;
        std::function<Result<Standing>(Session &)> work = [change, &hooks](Session &session) {
            return turns::turnAlarm(session, change, hooks);
        };
        const auto standing = co_await m_shared.journal.write<Standing>(std::move(work));
        if (standing)
            m_known[name] = to;
    }
    m_following = false;
}

} // namespace seonchak

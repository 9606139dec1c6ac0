// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>
#include <QString>

#include <array>
#include <mutex>
#include <optional>

namespace seonchak {

struct Status;

/// Conditions that a person is notified of in every view.
enum class Alarm {
    Conservation, ///< the numbers do not add up
    Issuing,      ///< nothing can be issued, and the sale is not paused
    Stock,        ///< fewer coupons are left than a number or a share
    SoldOut,
    Opened,
    Closed,
    Doubt,   ///< a doubt is older than a number of minutes
    Partner, ///< failed so often that calls to it are suspended
    Count_,  // number of alarms
};
QString alarmName(Alarm alarm);
/// Nullopt for an alarm of a later version.
std::optional<Alarm> alarmFromName(const QString &name);
const QList<Alarm> &allAlarms();

/// Which alarms are enabled, and their thresholds.
class AlarmRules
{
public:
    /// "stock=10%", "stock=100", "doubt=5", "sold-out", "conservation=off". BadInput says what is wrong.
    Result<void> apply(const QString &text);
    [[nodiscard]] bool isOn(Alarm alarm) const { return m_on[std::size_t(alarm)]; }
    [[nodiscard]] qint64 stockBelow() const { return m_stockBelow; }
    [[nodiscard]] double stockShare() const { return m_stockShare; }
    [[nodiscard]] qint64 doubtMinutes() const { return m_doubtMinutes; }

private:
    Result<void> setThreshold(Alarm alarm, const QString &text);

    std::array<bool, std::size_t(Alarm::Count_)> m_on{true, true};
    qint64 m_stockBelow = 0;
    double m_stockShare = 0; ///< of all coupons ever generated that are not void; 0: by number
    qint64 m_doubtMinutes = 0;
};

/// What the alarms examine besides the status.
struct AlarmView
{
    const Status &status;
    std::optional<bool> issuing; ///< able to issue; nullopt: not known yet
    bool partnerOff = false;     ///< the breaker in front of the partner is open
};

/// Whether the alarm's cause exists; nullopt: unknown now, so the alarm stays as it was.
std::optional<bool> isCause(Alarm alarm, const AlarmRules &rules, const AlarmView &view);

struct RaisedAlarm
{
    Alarm alarm = Alarm::Conservation;
    WallMs since = 0;

    bool operator==(const RaisedAlarm &) const = default;
};

/// The alarms raised in this process. Thread-safe.
class AlarmBoard
{
public:
    /// Returns true if this is a change: each alarm is raised once, until it has ended.
    bool set(Alarm alarm, bool raised, WallMs now);
    [[nodiscard]] QList<RaisedAlarm> raised() const;

private:
    mutable std::mutex m_mutex;
    std::array<std::optional<WallMs>, std::size_t(Alarm::Count_)> m_since;
};

} // namespace seonchak

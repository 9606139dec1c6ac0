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

/// What a person wants to be told of wherever they look.
enum class Alarm {
    Conservation, ///< the numbers do not add up
    Issuing,      ///< nothing can be issued, and nobody has paused
    Stock,        ///< fewer coupons are left than a number or a share
    SoldOut,
    Opened,
    Closed,
    Doubt,   ///< a doubt is older than so many minutes
    Partner, ///< the store failed so often that it is not called for the moment
    Count_,  // how many there are
};
QString alarmName(Alarm alarm);
/// Nothing for one of a later version.
std::optional<Alarm> alarmFromName(const QString &name);
const QList<Alarm> &allAlarms();

/// Which of them are on, and from where on.
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
    double m_stockShare = 0; ///< of all that were ever generated and are not void; 0: by number
    qint64 m_doubtMinutes = 0;
};

/// What the alarms look at beside the status.
struct AlarmView
{
    const Status &status;
    std::optional<bool> issuing; ///< able to issue; nothing: not known yet
    bool partnerOff = false;     ///< the breaker in front of the store is open
};

/// Whether its cause is there; nothing: that cannot be said now, and it stays as it was.
std::optional<bool> isCause(Alarm alarm, const AlarmRules &rules, const AlarmView &view);

struct RaisedAlarm
{
    Alarm alarm = Alarm::Conservation;
    WallMs since = 0;

    bool operator==(const RaisedAlarm &) const = default;
};

/// Those that are raised in this process. Thread-safe.
class AlarmBoard
{
public:
    /// True where that is news: each is raised once, until it has ended.
    bool set(Alarm alarm, bool raised, WallMs now);
    [[nodiscard]] QList<RaisedAlarm> raised() const;

private:
    mutable std::mutex m_mutex;
    std::array<std::optional<WallMs>, std::size_t(Alarm::Count_)> m_since;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/alarm_words.h"

namespace seonchak {

QString AlarmWords::title(Alarm alarm)
{
    switch (alarm) {
    case Alarm::Conservation:
        return tr("The numbers do not add up");
    case Alarm::Issuing:
        return tr("Nothing can be issued");
    case Alarm::Stock:
        return tr("Few coupons are left");
    case Alarm::SoldOut:
        return tr("The stock is sold out");
    case Alarm::Opened:
        return tr("The sale is open");
    case Alarm::Closed:
        return tr("The sale is closed");
    case Alarm::Doubt:
        return tr("A coupon has been in doubt for long");
    case Alarm::Partner:
        return tr("The store keeps failing and is not called for a moment");
    case Alarm::Count_:
        break;
    }
    return {};
}

QString AlarmWords::cause(const QString &name)
{
    for (const Alarm alarm : allAlarms()) {
        if (alarmName(alarm) == name)
            return title(alarm);
    }
    return name;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/moment.h"

#include <QDateTime>

namespace seonchak::moment {

namespace {

QString written(WallMs at, const QString &format)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(format);
}

bool isSameDay(WallMs one, WallMs other)
{
    return QDateTime::fromMSecsSinceEpoch(one).date() == QDateTime::fromMSecsSinceEpoch(other).date();
}

} // namespace

QString second(WallMs at)
{
    return written(at, QStringLiteral("HH:mm:ss"));
}

QString millisecond(WallMs at)
{
    return written(at, QStringLiteral("HH:mm:ss.zzz"));
}

QString day(WallMs at)
{
    return written(at, QStringLiteral("MM-dd HH:mm:ss"));
}

QString full(WallMs at)
{
    return written(at, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString exact(WallMs at)
{
    return written(at, QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString recent(WallMs at, WallMs now)
{
    return isSameDay(at, now) ? second(at) : full(at);
}

QString minute(WallMs at, WallMs now)
{
    return written(at, isSameDay(at, now) ? QStringLiteral("HH:mm") : QStringLiteral("MM-dd HH:mm"));
}

std::optional<WallMs> typed(const QString &text, WallMs now)
{
    const QString plain = text.simplified();
    const QString today = written(now, QStringLiteral("yyyy-MM-dd "));
    for (const QString &whole : {plain, QString(today + plain)}) {
        for (const char *form : {"yyyy-M-d H:mm:ss", "yyyy-M-d H:mm"}) {
            const auto local = QDateTime::fromString(whole, QLatin1String(form));
            // A time that is left out in spring comes back as another one.
            if (local.isValid() && QDateTime::fromMSecsSinceEpoch(local.toMSecsSinceEpoch()) == local &&
                QDateTime::fromMSecsSinceEpoch(local.toMSecsSinceEpoch()).time() == local.time())
                return local.toMSecsSinceEpoch();
        }
    }
    const auto zoned = QDateTime::fromString(plain, Qt::ISODate);
    const bool hasZone = zoned.isValid() && zoned.timeSpec() != Qt::LocalTime;
    return hasZone ? std::optional<WallMs>(zoned.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace seonchak::moment

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

} // namespace seonchak::moment

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/watch/desk_presence.h"

#include <QByteArray>
#include <QJsonObject>

/// The JSON of who is attached to a server.
namespace seonchak::json {

/// What a window reports about itself.
struct DeskTold
{
    QString id;
    QList<qint64> doubts; ///< selected in the window
};
inline constexpr qsizetype mostOpened = 100;

/// {"desks":[…],"more":n}
QJsonObject presence(const DesksPresent &present);
DesksPresent readPresence(const QJsonObject &object);

QByteArray deskTold(const DeskTold &told);
/// BadInput if it is not a window's report.
Result<DeskTold> readDeskTold(const QJsonObject &object);
/// 1 to 64 letters, digits and hyphens.
bool isDeskId(QByteArrayView text);

} // namespace seonchak::json

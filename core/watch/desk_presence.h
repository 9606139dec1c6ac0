// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QList>
#include <QString>

namespace seonchak {

/// A doubt that a person is viewing.
struct OpenedDoubt
{
    qint64 reservation = 0;
    WallMs since = 0;

    bool operator==(const OpenedDoubt &) const = default;
};

/// One window, or one stream, that is attached to a server.
struct DeskPresence
{
    QString id; ///< chosen by the window
    QString name;
    QString role;
    QString from; ///< "203.0.113.7", "local socket", or `hosting`
    WallMs since = 0;
    QList<OpenedDoubt> doubts;

    static constexpr const char *hosting = "hosting window"; ///< the one whose program is the server
    bool operator==(const DeskPresence &) const = default;
};

struct DesksPresent
{
    QList<DeskPresence> desks; ///< in order of arrival
    qint64 more = 0;           ///< not listed one by one

    bool operator==(const DesksPresent &) const = default;
};

} // namespace seonchak

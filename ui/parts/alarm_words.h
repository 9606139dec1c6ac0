// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/alarms.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// The window's texts about alarms, as plain text.
class AlarmWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::AlarmWords)
public:
    /// The alarm's event, as the title of a notice.
    static QString title(Alarm alarm);
    /// The same for use after a colon, by the alarm's name; an unknown name is returned unchanged.
    static QString cause(const QString &name);
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/alarms.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// How the window speaks of alarms. All of it is plain text.
class AlarmWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::AlarmWords)
public:
    /// What has come about, as the title of a notice.
    static QString title(Alarm alarm);
    /// The same behind a colon. By its name; an unknown one is shown as it is.
    static QString cause(const QString &name);
};

} // namespace seonchak

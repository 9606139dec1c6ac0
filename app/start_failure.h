// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_status.h"
#include "core/doctor/obstacle.h"

#include <QString>
#include <QStringList>

namespace seonchak {

/// Why a program ends before it serves. Standard error and the service manager have already been informed.
struct StartFailure
{
    ExitCode code = ExitOther;
    Obstacle obstacle = Obstacle::Other;
    QStringList sentences; ///< in English; empty: it was asked for something other than serving
    QString place = {};    ///< the file, folder or address concerned; empty: none
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_status.h"
#include "core/doctor/obstacle.h"

#include <QString>
#include <QStringList>

namespace seonchak {

/// Why a program ends before it serves. Standard error and the service manager have been told.
struct StartFailure
{
    ExitCode code = ExitOther;
    Obstacle obstacle = Obstacle::Other;
    QStringList sentences; ///< in English; none: it was asked for something else than to serve
    QString place = {};    ///< the file, folder or address that is meant; empty: none
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"

class QSqlError;

namespace seonchak {

/// What an error of the database means for us.
struct SqlDiagnosis
{
    Trouble trouble = Trouble::Internal;
    QString hint;                ///< a few words to put before the driver's own, or nothing
    bool connectionLost = false; ///< the connection is of no more use
    bool worthRetrying = false;  ///< the same transaction may pass if it is simply run again
    bool isBusy = false;         ///< SQLite: another connection holds a lock; nothing is wrong
    bool corrupted = false;      ///< the file is no database or a damaged one: no retry mends it
    bool hopeless = false;       ///< waiting does not mend it: an option or a pooler of the wrong kind
    bool commitUnknown = false;  ///< said of a COMMIT, it leaves open whether it took place
};

SqlDiagnosis diagnose(DatabaseUrl::Engine engine, const QSqlError &error);

} // namespace seonchak

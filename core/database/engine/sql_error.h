// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"

class QSqlError;

namespace seonchak {

/// What a database error means for us.
struct SqlDiagnosis
{
    Trouble trouble = Trouble::Internal;
    QString hint;                ///< a few words to prefix to the driver's message, or empty
    bool connectionLost = false; ///< the connection is unusable
    bool worthRetrying = false;  ///< a retry of the same transaction may succeed
    bool isBusy = false;         ///< SQLite: another connection holds a lock; not an error
    bool corrupted = false;      ///< the file is damaged or not a database: a retry does not help
    bool hopeless = false;       ///< waiting does not help: a wrong option or the wrong kind of pooler
    bool commitUnknown = false;  ///< on a COMMIT: its outcome is unknown
};

SqlDiagnosis diagnose(DatabaseUrl::Engine engine, const QSqlError &error);

} // namespace seonchak

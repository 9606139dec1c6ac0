// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/session.h"

#include <functional>

namespace seonchak {

/// Runs a SELECT without values that may return millions of rows, and passes each to `take`, in bounded
/// memory. Only within a snapshot or a transaction, and one at a time. Stops early, without an error, if
/// `take` returns false.
Result<void> streamRows(Session &session, const QString &sql,
                        const std::function<bool(const QSqlQuery &)> &take);

} // namespace seonchak

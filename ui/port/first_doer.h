// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_audit.h"

#include <QStringList>

#include <qcoro/qcorotask.h>

#include <functional>
#include <optional>

namespace seonchak {

class DeskPort;

/// Whose act has made another one needless: a conflict says who did what, and when, from the audit trail.
struct FirstDoer
{
    QStringList actions; ///< one of these
    QString about;       ///< what the entry's detail begins with, up to a comma
    QString result;      ///< what its result begins with
    std::optional<WallMs> since = {};
};
/// The newest entry that fits; nothing where there is none, or where the trail cannot be read.
QCoro::Task<std::optional<AuditEntry>> firstDoer(DeskPort &port, FirstDoer wanted);

} // namespace seonchak

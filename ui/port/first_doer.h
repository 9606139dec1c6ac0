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

/// Identifies who made an action unnecessary: after a conflict the audit trail says who did what, and when.
struct FirstDoer
{
    QStringList actions; ///< one of these
    QString about;       ///< the beginning of the entry's detail, up to a comma
    QString result;      ///< the beginning of its result
    std::optional<WallMs> since = {};
};
/// The newest matching entry; nullopt if there is none, or if the trail cannot be read.
QCoro::Task<std::optional<AuditEntry>> firstDoer(DeskPort &port, FirstDoer wanted);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/database/book/book_audit.h"

#include <QCoreApplication>

#include <qcoro/qcorotask.h>

#include <optional>

namespace seonchak {

class DeskPort;

/// Finds in the audit trail which act of another person conflicts with an edit.
class EditConflict
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::EditConflict)
public:
    /// The act that made the edit of this coupon impossible. Nullopt if there was no conflict, or the trail
    /// does not show it.
    static QCoro::Task<std::optional<AuditEntry>> findBlockingEdit(DeskPort &port, CouponId id,
                                                                   QByteArray code, Error error);
    /// The edit of another person, made after `seen` was read, whose code this edit has replaced.
    static QCoro::Task<std::optional<AuditEntry>> whoWasReplaced(DeskPort &port, Coupon seen);

    /// "kim (203.0.113.7) voided it at 10:02:03."; empty for nothing.
    static QString words(const std::optional<AuditEntry> &first);
    /// The code that this edit gave.
    static QString codeGiven(const AuditEntry &edit);
};

} // namespace seonchak

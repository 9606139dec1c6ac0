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

/// Who came before an edit, from the audit trail.
class EditConflict
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::EditConflict)
public:
    /// Whose act has made the edit of this coupon impossible: nothing where it was no conflict, and where the
    /// trail does not say.
    static QCoro::Task<std::optional<AuditEntry>> whoStoodInTheWay(DeskPort &port, CouponId id,
                                                                   QByteArray code, Error error);
    /// Who had given the coupon another code since it was `seen`, by what this edit has replaced.
    static QCoro::Task<std::optional<AuditEntry>> whoWasReplaced(DeskPort &port, Coupon seen);

    /// "kim (203.0.113.7) voided it at 10:02:03."; empty for nothing.
    static QString words(const std::optional<AuditEntry> &first);
    /// The code that this edit gave.
    static QString codeGiven(const AuditEntry &edit);
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QString>
#include <QStringList>

#include <qcoro/qcorotask.h>

#include <functional>

namespace seonchak {

/// The sale's book as a whole, for the window. Called on the GUI thread, without blocking it; tasks resume
/// there, or never if the port has been destroyed.
class BooksPort
{
public:
    struct Closed
    {
        qint64 coupons = 0;
        qint64 issued = 0;
        bool sound = true;  ///< the records agree with each other
        QStringList faults; ///< the judge's findings in the folder, in English; empty: it passes verify
    };
    /// Rows written, out of the total; 0 of 0: all are written, and the folder is being judged.
    using Told = std::function<void(qint64 done, qint64 total)>;

    virtual ~BooksPort() = default;
    /// Writes the dossier into a new or empty folder, then judges it by the folder alone. BadInput: the
    /// folder is neither; Conflict: stopped, or another dossier is being written. A failure leaves nothing
    /// behind.
    virtual QCoro::Task<Result<Closed>> close(QString folder, bool pseudonyms, Told told) = 0;
    /// Pending work ends soon.
    virtual void stop() = 0;

    /// Whether a new sale can replace this one from here.
    [[nodiscard]] virtual bool hasNewSale() const { return false; }
    /// BadInput: invalid as the name of an old book; Conflict: it is taken.
    virtual QCoro::Task<Result<void>> mayKeepAs(QString) { co_return Result<void>{}; }
    /// The names of the old books beside this one.
    virtual QCoro::Task<Result<QStringList>> kept() { co_return QStringList(); }
};

} // namespace seonchak

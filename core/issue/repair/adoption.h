// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/repair/foreign_keys.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace seonchak {

class Journal;
class RebuildLease;

/// Takes another program's coupons over into the book: codes of the list become AVAILABLE, users' keys
/// ISSUED. Redis is only read, so it may be cut off anywhere and begun again; nothing becomes double, for the
/// book refuses that. Somebody's code is no stock: users come first.
class Adoption
{
public:
    struct Parts
    {
        ForeignScan &scan;
        Journal &journal;
        const RebuildLease &lease;
    };
    explicit Adoption(Parts parts);

    struct Report
    {
        qint64 available = 0;          ///< codes that are stock now
        qint64 issued = 0;             ///< users who have their coupon now
        qint64 known = 0;              ///< codes and users that the book had the same already
        qint64 doubles = 0;            ///< places of the list whose code stood in it before, or is somebody's
        qint64 expiring = 0;           ///< user keys whose end is forgotten: the book knows none
        qint64 refused = 0;            ///< codes and users that could not be taken over
        QStringList reasons;           ///< of the first few refused ones
        bool listRefused = false;      ///< the list has some of them
        QList<QByteArray> refusedKeys; ///< the user keys among them

        /// "2 available, 1 issued, …", with what was refused, and why.
        [[nodiscard]] QString sentence() const;
    };
    QCoro::Task<Result<Report>> run(const ForeignKeys &keys, const Keys &names);

private:
    QCoro::Task<Result<void>> adoptUsers(const ForeignKeys &keys, const Keys &names);
    QCoro::Task<Result<void>> adoptList();
    QCoro::Task<Result<void>> adoptCodes(QList<QByteArray> codes);
    void sift(const QByteArray &raw, QList<QByteArray> &into);
    void refuse(const QByteArray &what, const char *why);
    void count(book::Adopted verdict, const book::ForeignUser &one, const Keys &names);
    void count(book::Adopted verdict, const QByteArray &code);

    Parts m;
    Report m_report;
    QSet<QByteArray> m_seen;   ///< codes of the list so far
    QSet<QByteArray> m_issued; ///< codes of the users taken over, now or before
    QSet<QByteArray> m_held;   ///< codes of all user keys
};

} // namespace seonchak

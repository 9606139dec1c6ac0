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

/// Copies another program's coupons into the book: codes of the list become AVAILABLE, users' keys ISSUED. It
/// only reads Redis, so it may be interrupted anywhere and restarted; the book refuses duplicates. Users come
/// first: a code that a user has is not stock.
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
        qint64 available = 0; ///< codes that are now in the stock
        qint64 issued = 0;    ///< users who now have their coupon
        qint64 known = 0;     ///< codes and users that the book already had
        qint64 doubles = 0;   ///< list entries whose code occurred earlier in the list, or belongs to a user
        qint64 expiring = 0;  ///< user keys with an expiry, which is dropped: the book has none
        qint64 refused = 0;   ///< codes and users that could not be adopted
        QStringList reasons;  ///< for the first few refused ones
        bool listRefused = false;      ///< some of the refused codes are in the list
        QList<QByteArray> refusedKeys; ///< the refused user keys

        /// "2 available, 1 issued, …", with what was refused and why.
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
    QSet<QByteArray> m_issued; ///< codes of the users adopted, now or before
    QSet<QByteArray> m_held;   ///< codes of all user keys
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/database/book/book_audit.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>
#include <string>

/// What remains of a sale: a folder of plain files that tell of it without any program of ours.
///
/// The records, as rows of CSV (RFC 4180, UTF-8 with a mark, one header line) and lines of JSON. Times are
/// UTC (RFC 3339); an empty cell says that the book does not know. `user` is the user's number, or a
/// pseudonym in its place.
namespace seonchak::dossier {

/// One coupon as it stood when the dossier was written.
struct CouponRow
{
    CouponId id = 0;
    QByteArray code;
    CouponStatus state = CouponStatus::Staged;
    QByteArray user;
    WallMs created = 0; ///< times: 0 where the book does not know
    WallMs pushed = 0;
    WallMs reserved = 0;
    WallMs issued = 0;
    WallMs doubted = 0;
    WallMs voided = 0;
};

/// Everything one user was told for one reason within one sell-out.
struct RefusalRow
{
    QByteArray user;
    QByteArray reason;
    WallMs first = 0;
    WallMs last = 0;
    qint64 times = 0;
    WallMs filled = 0;  ///< the filling of the stock before it
    WallMs soldOut = 0; ///< when the last coupon had gone before it
};

/// One doubt and how it ended: OPEN, ISSUED (to `holder`), RESTORED, SET_ASIDE or NOT_RECORDED.
struct DoubtRow
{
    CouponId coupon = 0;
    QByteArray code;
    QByteArray user;
    qint64 reservation = 0; ///< 0: not recorded
    WallMs since = 0;
    qint64 asked = 0; ///< how often the store was asked, as far as it was noted
    WallMs askedAt = 0;
    QByteArray answer;
    QByteArray end;
    WallMs endedAt = 0;
    QByteArray endedBy; ///< empty: the program itself
    QByteArray holder;
};

/// Derived: one second in which the stock changed.
struct StockSecond
{
    WallMs second = 0;
    qint64 filled = 0;
    qint64 taken = 0;
    qint64 withdrawn = 0;
    qint64 left = 0;
};

/// Derived: how many refusals are known to fall into one second.
struct RefusalSecond
{
    WallMs second = 0;
    QByteArray reason;
    qint64 refusals = 0;
};

namespace name {
inline constexpr const char *coupons = "coupons.csv";
inline constexpr const char *refusals = "refusals.csv";
inline constexpr const char *refusalSeconds = "refusal_seconds.csv";
inline constexpr const char *stock = "stock.csv";
inline constexpr const char *audit = "audit.jsonl";
inline constexpr const char *doubts = "doubts.csv";
inline constexpr const char *settings = "settings.json";
inline constexpr const char *summary = "summary.json";
inline constexpr const char *page = "dossier.html";
} // namespace name
/// Every file of a dossier but SHA256SUMS.
QStringList fileNames();

/// The first line of each kind of record, with the mark before it.
template <typename Row>
QByteArray headOf();
std::string lineOf(const CouponRow &row);
std::string lineOf(const RefusalRow &row);
std::string lineOf(const DoubtRow &row);
std::string lineOf(const StockSecond &row);
std::string lineOf(const RefusalSecond &row);
std::string lineOf(const AuditEntry &entry); ///< a line of JSON

/// The reverse; nothing where the cells are not exactly what lineOf() writes.
template <typename Row>
std::optional<Row> rowOf(const QList<QByteArray> &cells);
std::optional<AuditEntry> auditOf(const QByteArray &line);

} // namespace seonchak::dossier

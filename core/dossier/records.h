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

/// The record of a sale: a folder of plain files that can be read without our programs.
///
/// The records are rows of CSV (RFC 4180, UTF-8 with a BOM, one header line) and lines of JSON. Times are UTC
/// (RFC 3339); an empty cell means that the book does not know. `user` is the user's number, or a pseudonym
/// for it.
namespace seonchak::dossier {

/// One coupon when the dossier was written.
struct CouponRow
{
    CouponId id = 0;
    QByteArray code;
    CouponStatus state = CouponStatus::Staged;
    QByteArray user;
    WallMs created = 0; ///< times: 0 if the book does not know
    WallMs pushed = 0;
    WallMs reserved = 0;
    WallMs issued = 0;
    WallMs doubted = 0;
    WallMs voided = 0;
};

/// All refusals of one user for one reason within one sell-out.
struct RefusalRow
{
    QByteArray user;
    QByteArray reason;
    WallMs first = 0;
    WallMs last = 0;
    qint64 times = 0;
    WallMs filled = 0;  ///< when the stock before it was filled
    WallMs soldOut = 0; ///< when the last coupon before it had gone
};

/// One doubt and how it ended: OPEN, ISSUED (to `holder`), RESTORED, SET_ASIDE or NOT_RECORDED.
struct DoubtRow
{
    CouponId coupon = 0;
    QByteArray code;
    QByteArray user;
    qint64 reservation = 0; ///< 0: not recorded
    WallMs since = 0;
    qint64 asked = 0; ///< how often the partner was asked, as far as recorded
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
/// Every file of a dossier except SHA256SUMS.
QStringList fileNames();

/// The header line of each kind of record, preceded by the BOM.
template <typename Row>
QByteArray headOf();
std::string lineOf(const CouponRow &row);
std::string lineOf(const RefusalRow &row);
std::string lineOf(const DoubtRow &row);
std::string lineOf(const StockSecond &row);
std::string lineOf(const RefusalSecond &row);
std::string lineOf(const AuditEntry &entry); ///< a line of JSON

/// The reverse; nullopt if the cells are not exactly what lineOf() writes.
template <typename Row>
std::optional<Row> rowOf(const QList<QByteArray> &cells);
std::optional<AuditEntry> auditOf(const QByteArray &line);

} // namespace seonchak::dossier

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <expected>
#include <optional>

namespace seonchak {

/// An error, as a value. The edges (HTTP, a dialog, an exit code) turn it into words.
enum class Trouble {
    BadInput,     ///< the caller's mistake; detail says which
    NotFound,     ///< no such coupon, or the book has no answer
    Conflict,     ///< taken, duplicated, or in the wrong state; `names` lists the codes
    Unavailable,  ///< Redis, database or partner is unavailable, or a limit was reached: retry later
    Stale,        ///< Redis answered, but it does not belong to our book: a rebuild is due
    Uncertain,    ///< sent without an answer: it may or may not have happened
    KeyMismatch,  ///< the Idempotency-Key was used for a different request
    KeyRunning,   ///< the request with this Idempotency-Key is still running
    NotPermitted, ///< the caller is not permitted to do this
    NeedsSecond,  ///< a second person has to approve it first
    Nameless,     ///< the act needs two persons, and the caller has no name
    Internal,     ///< anything else
};

/// How far an act came before it failed: these coupons exist despite the error.
struct Partly
{
    qint64 made = 0;   ///< generated, added or voided
    qint64 pushed = 0; ///< of these, those in the stock
};

struct Error
{
    Trouble trouble = Trouble::Internal;
    QString detail;                              ///< one English sentence for logs
    QList<QByteArray> names;                     ///< the codes in conflict
    std::optional<Partly> partly = std::nullopt; ///< set if part of the work was done
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(Trouble trouble, QString detail, QList<QByteArray> names = {})
{
    return std::unexpected(Error{trouble, std::move(detail), std::move(names), std::nullopt});
}

} // namespace seonchak

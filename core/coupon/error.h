// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <expected>
#include <optional>

namespace seonchak {

/// What went wrong, as a value. An edge (HTTP, a dialog, an exit code) turns it into words once.
enum class Trouble {
    BadInput,     ///< the caller's mistake; detail says which
    NotFound,     ///< no such coupon, or nothing in the book about what is asked
    Conflict,     ///< taken, doubled, or not in a state that allows it; `names` lists the codes
    Unavailable,  ///< Redis, database or partner is away, or a bound was reached: try again later
    Stale,        ///< Redis answered, but it is not the Redis our book belongs to: a rebuild is due
    Uncertain,    ///< sent, and no answer came: it may or may not have happened
    KeyMismatch,  ///< the Idempotency-Key was used for another request
    KeyRunning,   ///< the request with this Idempotency-Key is still running
    NotPermitted, ///< who asks may not do that
    NeedsSecond,  ///< a second person has to approve it first
    Nameless,     ///< it needs two persons, and who asks has no name
    Internal,     ///< anything else
};

/// How far an act came before it failed: those coupons exist, whatever the error says.
struct Partly
{
    qint64 made = 0;   ///< generated, added or voided
    qint64 pushed = 0; ///< of these, in the stock
};

struct Error
{
    Trouble trouble = Trouble::Internal;
    QString detail;                              ///< one English sentence for logs
    QList<QByteArray> names;                     ///< the codes a conflict is about
    std::optional<Partly> partly = std::nullopt; ///< set where something was done for all that
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(Trouble trouble, QString detail, QList<QByteArray> names = {})
{
    return std::unexpected(Error{trouble, std::move(detail), std::move(names), std::nullopt});
}

} // namespace seonchak

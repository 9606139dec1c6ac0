// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/database/journal/journal.h"

#include <QStringBuilder>

#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <vector>

/// What the saga and the settler need of Redis and of the database, as small interfaces that tests can fake.
namespace seonchak {

/// A code held for a user in Redis while the partner is called.
struct Reservation
{
    enum class Kind {
        Reserved,
        Already,
        InProgress,
        SoldOut,
        InDoubt,
        TooEarly, ///< the sale has not opened
        Closed,   ///< the sale is over
    } kind = Kind::SoldOut;
    UserId user = 0;
    QByteArray code;              ///< with Reserved and Already
    qint64 number = 0;            ///< with Reserved: unique forever
    qint64 generation = 0;        ///< of the Redis content that holds it
    WallMs at = 0;                ///< when it was made, for display; 0: unknown
    bool adopted = false;         ///< by a settler; only a settler ends a doubt
    bool userKeysMissing = false; ///< if isNothing(): Redis may have lost users, so the book must be asked

    /// Whether the stock has no coupon for a new user.
    [[nodiscard]] bool isNothing() const
    {
        return kind == Kind::SoldOut || kind == Kind::TooEarly || kind == Kind::Closed;
    }

    /// The idempotency key of this reservation at the partner: a repeated key means the same call.
    [[nodiscard]] QByteArray idempotencyKey(const QByteArray &runId) const
    {
        std::array<char, 20> digits;
        const char *end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        return runId + '-' + QByteArrayView(digits.data(), end);
    }
};

/// A user key that contradicts the book.
struct WrongUserKey
{
    UserId user = 0;
    std::optional<QByteArray> found; ///< nullopt: the key is missing; empty: it cannot be read as a code
    QByteArray right;                ///< the user's code by the book; empty: none, and the key is deleted
    QByteArray keep = {};            ///< the code in the key, if that code is nowhere else
};
struct MendedUserKey
{
    bool done = false; ///< false: the key had changed since it was found
    qint64 number = 0; ///< of the reservation that keeps the code: under way if the user has no coupon
};

/// Redis, the gate. commit, release, markDoubt and drop act only on a reservation that is still the same:
/// repeating them changes nothing, and false means there was nothing left to do. release and drop skip a
/// reservation in doubt unless it was adopted: a saga that continues after its lease cannot end what the
/// settler has recorded as a doubt (a fence, as in M. Kleppmann: Designing Data-Intensive Applications, 2017,
/// chapter 8). Stale: this Redis content is not the book's.
class Gate
{
public:
    virtual ~Gate() = default;
    /// Of the current Redis content.
    [[nodiscard]] virtual qint64 generation() const = 0;
    virtual Task<Result<Reservation>> reserve(UserId user) = 0;
    /// Call it after the book has the issue. `winner` is the reserving user, or the user who has the code
    /// according to the partner. If the reservation was given up meanwhile (its server was stopped past the
    /// lease), the code is removed from the stock.
    virtual Task<Result<bool>> commit(Reservation reservation, UserId winner) = 0;
    /// Returns the code to the end of the stock. This counts as a compensation, unless `usersCode` is given:
    /// the user's code by the book, which becomes the user's key.
    virtual Task<Result<bool>> release(Reservation reservation, QByteArray usersCode) = 0;
    virtual Task<Result<bool>> markDoubt(Reservation reservation, std::chrono::milliseconds due) = 0;
    /// Ends the reservation without returning the code.
    virtual Task<Result<bool>> drop(Reservation reservation) = 0;
    /// Whether the code is neither in the stock, nor reserved, nor about to become VOID.
    virtual Task<Result<bool>> isNowhere(QByteArray code) = 0;
    /// Corrects a user's key if it is still as it was found. The code to keep becomes a reservation of the
    /// user: under way if the user has no coupon, else a doubt that is due immediately.
    virtual Task<Result<MendedUserKey>> mendUser(WrongUserKey wrong) = 0;
};

/// The database, the truth. On success the data is on disk.
class Book
{
public:
    virtual ~Book() = default;
    virtual Task<Result<Booked>> book(IssueEntry entry) = 0;
    virtual Task<Result<void>> openDoubt(DoubtEntry entry) = 0;
    virtual Task<Result<void>> closeDoubt(qint64 reservation) = 0;
    /// Some of the open doubts that began, and were last asked about, before `before`; oldest first.
    virtual Task<Result<std::vector<DoubtEntry>>> quietDoubts(WallMs before) = 0;
    virtual Task<Result<void>> setAside(Reservation reservation, QString why) = 0;
    virtual Task<Result<std::optional<Coupon>>> byUser(UserId user) = 0;
    /// The same, on the writer's connection: sees everything that was committed.
    virtual Task<Result<std::optional<Coupon>>> byUserForSure(UserId user) = 0;
    virtual Task<Result<std::optional<Coupon>>> byCode(QByteArray code) = 0;
    /// Records in the audit trail something that was found and corrected, without waiting.
    virtual void report(QString action, QString detail, QString result) = 0;
};

} // namespace seonchak

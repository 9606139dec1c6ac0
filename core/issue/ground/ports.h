// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/database/journal/journal.h"

#include <chrono>
#include <optional>
#include <vector>

/// What the saga and the settler need of Redis and of the database, as small interfaces that their tests
/// fake.
namespace seonchak {

/// A code held for a user in Redis while the partner is asked.
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
    QByteArray code;       ///< with Reserved and Already
    qint64 number = 0;     ///< with Reserved: unique for ever
    qint64 generation = 0; ///< of the Redis content it was made in
    WallMs at = 0;         ///< when it was made, for people; 0: not known
    bool adopted = false;  ///< by a settler, which alone ends what is in doubt
    bool userKeysMissing =
        false; ///< where isNothing(): Redis may have forgotten users, and the book is to be asked

    /// Whether there is no coupon for whoever has none yet.
    [[nodiscard]] bool isNothing() const
    {
        return kind == Kind::SoldOut || kind == Kind::TooEarly || kind == Kind::Closed;
    }

    /// What the partner knows this reservation by: sending it again means the same call.
    [[nodiscard]] QByteArray idempotencyKey(const QByteArray &runId) const
    {
        return runId + '-' + QByteArray::number(number);
    }
};

/// A reservation whose lease is over, adopted for settling.
struct Claim
{
    Reservation reservation;
    qint64 ageMs = 0; ///< since it was made, by Redis' clock
    bool inDoubt = false;
};

/// One reservation, claimed by name.
struct NamedClaim
{
    enum class Kind { Claimed, Gone, UserHasOther } kind = Kind::Gone;
    qint64 ageMs = 0;
    std::chrono::milliseconds othersLease{0}; ///< what was left of the lease that somebody took before
};

/// A slice of the adopted reservations.
struct Claims
{
    std::vector<Claim> claims;
    qint64 nowMs = 0; ///< by Redis' clock
};

/// A user key that does not say what the book says.
struct WrongUserKey
{
    UserId user = 0;
    std::optional<QByteArray> found; ///< nothing: it is missing; empty: it cannot be read as a code
    QByteArray right;                ///< the code the user has by the book; empty: none, and the key goes
    QByteArray keep = {};            ///< the code that it named, where that one stands nowhere else
};
struct MendedUserKey
{
    bool done = false; ///< else it was not as it was found any more
    qint64 number = 0; ///< of the reservation that keeps the code: under way where the user has no coupon
};

/// Redis, the gate. commit, release, markDoubt and drop act only on a reservation that is still the same:
/// replaying them changes nothing, and false means there was nothing to do any more. release and drop leave a
/// reservation in doubt alone unless it was adopted: a saga that comes back after its lease cannot end what
/// the settler has written down as a doubt (a fence, as in M. Kleppmann: Designing Data-Intensive
/// Applications, 2017, chapter 8). Stale: this Redis is not the book's.
class Gate
{
public:
    virtual ~Gate() = default;
    /// Of the Redis content that is being worked on.
    [[nodiscard]] virtual qint64 generation() const = 0;
    virtual Task<Result<Reservation>> reserve(UserId user) = 0;
    /// The book has the issue. `winner` is the reserving user, or whoever the partner says holds the code.
    /// Where the reservation was given up meanwhile (its server was stopped past the lease) the code is taken
    /// out of the stock.
    virtual Task<Result<bool>> commit(Reservation reservation, UserId winner) = 0;
    /// The code goes back to the end of the stock. It counts as a compensation, unless `usersCode` is given:
    /// the code that the user has by the book, which becomes the user's key.
    virtual Task<Result<bool>> release(Reservation reservation, QByteArray usersCode) = 0;
    virtual Task<Result<bool>> markDoubt(Reservation reservation, std::chrono::milliseconds due) = 0;
    /// Ends the reservation without giving the code back.
    virtual Task<Result<bool>> drop(Reservation reservation) = 0;
    /// One slice of the pending ones; `cursor` goes in and comes out, 0 at the end of a round. A lease that
    /// begins in the future, or ends later than any server's would, has expired: Redis' clock was set back.
    virtual Task<Result<Claims>> claim(quint64 &cursor, std::chrono::milliseconds lease) = 0;
    /// Takes this reservation's lease, whoever has it. Gone: Redis does not have it; unless `put`, which puts
    /// it (back) there as a doubt since `since`, and takes its code out of the stock.
    virtual Task<Result<NamedClaim>> claimOne(Reservation reservation, WallMs since, bool put) = 0;
    /// Whether the code is neither in the stock, nor reserved, nor on its way to VOID.
    virtual Task<Result<bool>> isNowhere(QByteArray code) = 0;
    /// Makes a user's key right where it still is as it was found. The code to keep becomes a reservation of
    /// the user: under way where the user has no coupon, else a doubt that is due at once.
    virtual Task<Result<MendedUserKey>> mendUser(WrongUserKey wrong) = 0;
};

/// The database, the truth. What returns success is on disk.
class Book
{
public:
    virtual ~Book() = default;
    virtual Task<Result<Booked>> book(IssueEntry entry) = 0;
    virtual Task<Result<void>> openDoubt(DoubtEntry entry) = 0;
    virtual Task<Result<void>> closeDoubt(qint64 reservation) = 0;
    /// Some of the open doubts that began, and were last asked about, before `before`; the oldest first.
    virtual Task<Result<std::vector<DoubtEntry>>> quietDoubts(WallMs before) = 0;
    virtual Task<Result<void>> setAside(Reservation reservation, QString why) = 0;
    virtual Task<Result<std::optional<Coupon>>> byUser(UserId user) = 0;
    /// The same, asked of the writer: nothing that was committed can be missing from it.
    virtual Task<Result<std::optional<Coupon>>> byUserForSure(UserId user) = 0;
    virtual Task<Result<std::optional<Coupon>>> byCode(QByteArray code) = 0;
    /// Tells the audit trail of something found and put right. Nobody waits for it.
    virtual void report(QString action, QString detail, QString result) = 0;
};

} // namespace seonchak

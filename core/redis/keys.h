// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringBuilder>

namespace seonchak {

/// The names of our keys. Cheap to copy.
class Keys
{
public:
    /// On a cluster the prefix becomes a hash tag, so that all keys of a sale are in one slot.
    explicit Keys(const QByteArray &prefix, bool cluster = false)
        : m_root(cluster ? QByteArray('{' + prefix + '}') : prefix)
    {
    }

    /// The common prefix of all keys, without the colon that follows.
    [[nodiscard]] const QByteArray &root() const { return m_root; }
    [[nodiscard]] QByteArray available() const { return m_root + ":coupon:available"; }
    [[nodiscard]] QByteArray pending() const { return m_root + ":coupon:pending"; }
    /// A set: codes taken out of the stock that are not yet VOID in the book.
    [[nodiscard]] QByteArray voiding() const { return m_root + ":coupon:voiding"; }
    [[nodiscard]] QByteArray stats() const { return m_root + ":coupon:stats"; }
    /// The prefix of all keys except the users'.
    [[nodiscard]] QByteArray couponPrefix() const { return m_root + ":coupon:"; }
    [[nodiscard]] QByteArray userPrefix() const { return m_root + ":user:coupon:"; }
    [[nodiscard]] QByteArray user(qint64 id) const { return userPrefix() + QByteArray::number(id); }

    /// The temporary keys of a rebuild, and its lease.
    [[nodiscard]] QByteArray rebuiltAvailable() const { return m_root + ":coupon:available:rebuilt"; }
    [[nodiscard]] QByteArray rebuiltPending() const { return m_root + ":coupon:pending:rebuilt"; }
    [[nodiscard]] QByteArray rebuildLease() const { return m_root + ":coupon:rebuilding"; }
    /// Where the rebuild with that token keeps a key of another program that could not be adopted.
    [[nodiscard]] QByteArray keptAside(const QByteArray &token, const QByteArray &key) const
    {
        return m_root + ":foreign:" + token + key.mid(m_root.size());
    }

private:
    QByteArray m_root;
};

/// A reservation number is unique over all Redis servers that the book ever had: the high bits are the
/// generation of the Redis content (counted by the book, incremented at each rebuild), the low bits a count
/// within it. It fits a double, Lua's number type: 2^17 generations of 2^36 reservations.
constexpr int reservationBits = 36;
constexpr qint64 firstReservation(qint64 generation)
{
    return generation << reservationBits;
}
constexpr qint64 generationOf(qint64 reservation)
{
    return reservation >> reservationBits;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QByteArray>

#include <atomic>
#include <mutex>
#include <optional>

namespace seonchak {

/// When a sale opens and closes. Each change increments `mark`, so that the later of two versions wins.
struct SaleTimes
{
    static constexpr const char *field = "times"; ///< in the book's meta table, and in Redis' stats hash

    qint64 mark = 0;
    WallMs opensAt = 0;  ///< 0: not set
    WallMs closesAt = 0; ///< 0: not set

    enum class Stage { Before, During, After };
    [[nodiscard]] Stage stageAt(WallMs now) const;
    /// Whether the sale opens at most `before` ms after `now`, or opened at most `after` ms ago.
    [[nodiscard]] bool isOpening(WallMs now, WallMs before, WallMs after) const;

    /// "mark:opens:closes", as stored in the book and Redis.
    [[nodiscard]] QByteArray toText() const;
    /// Returns no times if the text is malformed.
    static SaleTimes parse(const QByteArray &text);

    /// "opens …, closes …; before: …, …", as a change is recorded in the trail.
    [[nodiscard]] QString toldAfter(const SaleTimes &before) const;

    bool operator==(const SaleTimes &) const = default;
};

/// A change of the times; unset fields stay as they are.
struct SaleTimesChange
{
    static constexpr WallMs atOnce = -1; ///< the moment when the change is applied

    std::optional<WallMs> opensAt; ///< 0: removes the time
    std::optional<WallMs> closesAt;

    static constexpr const char *closesInPast = "closes-in-past"; ///< in Error::names
    static constexpr const char *closesNotAfter = "closes-not-after";

    /// BadInput where the sale would close before it opens, or in the past of `now`.
    [[nodiscard]] Result<SaleTimes> appliedTo(const SaleTimes &before, WallMs now) const;

    bool operator==(const SaleTimesChange &) const = default;
};

/// The times and Redis' clock as this process knows them. Thread-safe.
class SaleClock
{
public:
    explicit SaleClock(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// Takes no lock: each request asks.
    [[nodiscard]] SaleTimes times() const;
    /// Takes a later version; ignores an earlier one.
    void learn(const SaleTimes &times);
    /// Redis' clock, as last measured.
    [[nodiscard]] WallMs nowMs() const { return m_clock.wallMs() + offsetMs(); }
    /// How far Redis' clock is ahead of this machine's.
    [[nodiscard]] qint64 offsetMs() const { return m_offsetMs.load(std::memory_order_relaxed); }
    void learnOffset(qint64 ms) { m_offsetMs.store(ms, std::memory_order_relaxed); }
    [[nodiscard]] SaleTimes::Stage stage() const { return times().stageAt(nowMs()); }

private:
    const Clock &m_clock;
    std::mutex m_learning;
    std::atomic<quint64> m_version{0}; ///< odd while the times change (a seqlock)
    std::atomic<qint64> m_mark{0};
    std::atomic<WallMs> m_opensAt{0};
    std::atomic<WallMs> m_closesAt{0};
    std::atomic<qint64> m_offsetMs{0};
};

} // namespace seonchak

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

/// When a sale opens and closes. Each change counts `mark` up, so that of two versions the later one is
/// right.
struct SaleTimes
{
    static constexpr const char *field = "times"; ///< in the book's meta table, and in Redis' stats hash

    qint64 mark = 0;
    WallMs opensAt = 0;  ///< 0: no such time
    WallMs closesAt = 0; ///< 0: no such time

    enum class Stage { Before, During, After };
    [[nodiscard]] Stage stageAt(WallMs now) const;

    /// "mark:opens:closes", as the book and Redis keep it.
    [[nodiscard]] QByteArray toText() const;
    /// No times where it is no such text.
    static SaleTimes parse(const QByteArray &text);

    /// "opens …, closes …; before: …, …", as the trail has a change.
    [[nodiscard]] QString toldAfter(const SaleTimes &before) const;

    bool operator==(const SaleTimes &) const = default;
};

/// What a person changes of them; what is not set stays.
struct SaleTimesChange
{
    static constexpr WallMs atOnce = -1; ///< the moment at which the change is applied

    std::optional<WallMs> opensAt; ///< 0: takes the time away
    std::optional<WallMs> closesAt;

    static constexpr const char *closesInPast = "closes-in-past"; ///< in Error::names
    static constexpr const char *closesNotAfter = "closes-not-after";

    /// BadInput where the sale would close before it opens, or in the past of `now`.
    [[nodiscard]] Result<SaleTimes> appliedTo(const SaleTimes &before, WallMs now) const;

    bool operator==(const SaleTimesChange &) const = default;
};

/// The times and Redis' clock as this process knows them. For all threads.
class SaleClock
{
public:
    explicit SaleClock(const Clock &clock)
        : m_clock(clock)
    {
    }

    [[nodiscard]] SaleTimes times() const;
    /// Takes a later version; an earlier one changes nothing.
    void learn(const SaleTimes &times);
    /// Redis' clock, as far as it was measured.
    [[nodiscard]] WallMs nowMs() const { return m_clock.wallMs() + offsetMs(); }
    /// By how much Redis' clock is ahead of this machine's.
    [[nodiscard]] qint64 offsetMs() const { return m_offsetMs.load(std::memory_order_relaxed); }
    void learnOffset(qint64 ms) { m_offsetMs.store(ms, std::memory_order_relaxed); }
    [[nodiscard]] SaleTimes::Stage stage() const { return times().stageAt(nowMs()); }

private:
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    SaleTimes m_times;
    std::atomic<qint64> m_offsetMs{0};
};

} // namespace seonchak

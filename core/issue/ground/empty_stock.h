// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/user_filter.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace seonchak {

/// Lets the workers of this process answer "sold out" without asking Redis while thousands of requests are
/// refused: stores that the stock was empty a moment ago, and who had a coupon or a reservation then.
/// EmptyStockKeeper finds this out only while many requests are refused; each finding is valid for 40 ms.
/// Thread-safe.
class EmptyStock
{
public:
    using Holders = std::shared_ptr<const UserFilter>;
    /// Counted from the instant when Redis was asked. No wrong "sold out" is answered later than that.
    static constexpr qint64 holdsNs = 40'000'000;
    /// The keeper stops looking this long after the last crowd.
    static constexpr qint64 patienceNs = 1'000'000'000;

    /// `look` is called, from any thread, when a crowd is refused as sold out. Null: no keeper.
    void setKeeper(std::function<void()> look);
    /// Reports that a crowd was refused as sold out just now.
    void want(qint64 nowNs);
    [[nodiscard]] bool isWanted(qint64 nowNs) const;

    /// Read it before asking Redis: a finding from before the last withdraw() is ignored.
    [[nodiscard]] quint64 epoch() const { return m_epoch.load(); }
    /// At `askedNs` the stock was empty, and only `holders` had a coupon or a reservation.
    void confirm(quint64 epoch, const Holders &holders, qint64 askedNs);
    /// The stock may have coupons again.
    void withdraw();

private:
    friend class EmptyStockView;

    // What every refusal reads is apart from what the refusing workers write.
    static constexpr std::size_t cacheLine = 64;
    alignas(cacheLine) std::atomic<qint64> m_wantedNs{0};
    alignas(cacheLine) std::atomic<qint64> m_validUntilNs{0};
    std::atomic<quint64> m_version{0}; ///< version of m_holders
    std::atomic<quint64> m_epoch{0};
    std::mutex m_mutex;
    std::function<void()> m_look;
    Holders m_holders;
};

/// One worker's view of EmptyStock. Used on the worker's thread.
class EmptyStockView
{
public:
    /// `stock` must outlive the view.
    explicit EmptyStockView(EmptyStock &stock)
        : m_stock(stock)
    {
    }

    /// Returns true if this user certainly gets nothing. False means unknown: ask Redis.
    [[nodiscard]] bool turnsAway(UserId user, qint64 nowNs);
    /// Reports that Redis answered "sold out".
    void noteSoldOut(qint64 nowNs);

private:
    /// This many refusals within this time are a crowd; for fewer, asking Redis costs next to nothing.
    static constexpr int crowd = 32;
    static constexpr qint64 crowdWithinNs = 100'000'000;

    EmptyStock &m_stock;
    EmptyStock::Holders m_holders;
    quint64 m_version = 0;
    qint64 m_countedSinceNs = 0;
    int m_counted = 0;
};

} // namespace seonchak

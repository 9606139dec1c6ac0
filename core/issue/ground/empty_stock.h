// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/user_filter.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace seonchak {

/// What lets the workers of this process tell "sold out" by themselves while thousands ask in vain: that the
/// stock was empty a moment ago, and who had a coupon or a reservation then. EmptyStockKeeper finds it out;
/// it looks only while many are told so, and each finding holds for 40 ms. For all threads.
class EmptyStock
{
public:
    using Holders = std::shared_ptr<const UserFilter>;
    /// From the instant when Redis was asked. Nobody is told a wrong "sold out" later than that.
    static constexpr qint64 holdsNs = 40'000'000;
    /// So long after the last crowd nobody looks any more.
    static constexpr qint64 patienceNs = 1'000'000'000;

    /// `look` is called, from any thread, when a crowd is told that all is sold out. Null: nobody looks.
    void setKeeper(std::function<void()> look);
    /// A crowd was told so just now.
    void want(qint64 nowNs);
    [[nodiscard]] bool isWanted(qint64 nowNs) const;

    /// To be taken before Redis is asked: a finding from before the last withdraw() counts for nothing.
    [[nodiscard]] quint64 epoch() const { return m_epoch.load(); }
    /// Nothing was left at `askedNs`, and nobody but `holders` had a coupon or a reservation.
    void confirm(quint64 epoch, const Holders &holders, qint64 askedNs);
    /// Something may be in the stock again.
    void withdraw();

private:
    friend class EmptyStockView;

    std::atomic<qint64> m_wantedNs{0};
    std::atomic<qint64> m_validUntilNs{0};
    std::atomic<quint64> m_version{0}; ///< of m_holders
    std::atomic<quint64> m_epoch{0};
    std::mutex m_mutex;
    std::function<void()> m_look;
    Holders m_holders;
};

/// How one worker sees it. On the worker's thread.
class EmptyStockView
{
public:
    /// It outlives the view.
    explicit EmptyStockView(EmptyStock &stock)
        : m_stock(stock)
    {
    }

    /// True where this user is certainly one who gets nothing. False says nothing: Redis is to be asked.
    [[nodiscard]] bool turnsAway(UserId user, qint64 nowNs);
    /// Redis told somebody that all is sold out.
    void noteSoldOut(qint64 nowNs);

private:
    /// So many within so long are a crowd; for fewer Redis' own answer costs next to nothing.
    static constexpr int crowd = 32;
    static constexpr qint64 crowdWithinNs = 100'000'000;

    EmptyStock &m_stock;
    EmptyStock::Holders m_holders;
    quint64 m_version = 0;
    qint64 m_countedSinceNs = 0;
    int m_counted = 0;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <array>
#include <atomic>
#include <memory>

namespace seonchak {

/// The waiting times of the latest coupons issued by this server, from the request being read to its answer.
/// Each is stored with the time of its issue, so that one sell-out can be evaluated separately. Recording
/// takes no lock; memory grows to 8 MB at most.
class IssueWaits
{
public:
    struct Summary
    {
        qint64 count = 0;
        double medianMs = 0; ///< of those; 0 where there are none
    };
    static constexpr std::size_t kept = std::size_t(1) << 20;

    IssueWaits() = default;
    ~IssueWaits();
    IssueWaits(const IssueWaits &) = delete;
    IssueWaits &operator=(const IssueWaits &) = delete;

    /// From any thread.
    void note(WallMs issuedAt, qint64 tookNs);
    /// Of the coupons issued at that time or later. From any thread; reads all that is kept.
    [[nodiscard]] Summary since(WallMs from) const;

private:
    static constexpr std::size_t chunkSize = 4096;
    /// The time of the issue and the wait in one word; 0: nothing yet.
    using Chunk = std::array<std::atomic<quint64>, chunkSize>;
    Chunk &chunk(std::size_t index);

    std::array<std::atomic<Chunk *>, kept / chunkSize> m_chunks{};
    static constexpr std::size_t cacheLine = 64;
    alignas(cacheLine) std::atomic<std::size_t> m_next{0}; ///< apart from what is only read
};

} // namespace seonchak

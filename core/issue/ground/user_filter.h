// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <cstddef>
#include <vector>

namespace seonchak {

/// A set of users in a few bytes each: an added user is always found, and about one in 300 others is mistaken
/// for added. (B. H. Bloom: Space/Time Trade-offs in Hash Coding with Allowable Errors, CACM 13(7), 1970; 16
/// bits or more for each user, 4 probes.)
class UserFilter
{
public:
    /// Sized for this many users; with more users it makes more mistakes.
    explicit UserFilter(std::size_t users);

    void add(UserId user);
    [[nodiscard]] bool mayHave(UserId user) const;

private:
    std::vector<quint64> m_words; ///< the size is a power of two
};

} // namespace seonchak

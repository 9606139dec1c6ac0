// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <cstddef>
#include <vector>

namespace seonchak {

/// Users of whom most others can be told apart in a few bytes each: whoever was added is never missed, and of
/// 300 others about one is taken for added. (B. H. Bloom: Space/Time Trade-offs in Hash Coding with Allowable
/// Errors, CACM 13(7), 1970; 16 bits or more for each user, 4 probes.)
class UserFilter
{
public:
    /// With room for so many users: with more of them it mistakes more.
    explicit UserFilter(std::size_t users);

    void add(UserId user);
    [[nodiscard]] bool mayHave(UserId user) const;

private:
    std::vector<quint64> m_words; ///< a power of two
};

} // namespace seonchak

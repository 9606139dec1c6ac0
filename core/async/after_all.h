// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <utility>

namespace seonchak {

/// A function that runs `last` when it is called for the `count`th time, on whichever thread that is.
/// Thread-safe.
inline std::function<void()> afterAll(std::size_t count, std::function<void()> last)
{
    const auto left = std::make_shared<std::atomic<std::size_t>>(count);
    return [left, last = std::move(last)] {
        if (left->fetch_sub(1) == 1)
            last();
    };
}

} // namespace seonchak

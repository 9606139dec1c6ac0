// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>

namespace seonchak {

/// Requests a stop when either of two stop tokens does.
class EitherStop
{
public:
    EitherStop(const std::stop_token &one, const std::stop_token &other)
        : m_one(one, [this] { m_both.request_stop(); })
        , m_other(other, [this] { m_both.request_stop(); })
    {
    }
    [[nodiscard]] std::stop_token token() const { return m_both.get_token(); }

private:
    std::stop_source m_both;
    std::stop_callback<std::function<void()>> m_one;
    std::stop_callback<std::function<void()>> m_other;
};

} // namespace seonchak

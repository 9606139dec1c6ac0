// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/coupon/error.h"

#include <functional>
#include <tuple>
#include <vector>

namespace seonchak {

/// One method of a fake: remembers what it was asked, and answers by `answer`, at once or when the test says
/// so.
template <typename T, typename... Args>
class FakeCall
{
public:
    /// What it answers; where none is set, a failure that says so.
    std::function<Result<T>(const Args &...)> answer = [](const Args &...) -> Result<T> {
        return failure(Trouble::Internal, QStringLiteral("the test has set no answer"));
    };
    bool hold = false; ///< keep the questions until release()
    std::vector<std::tuple<Args...>> asked;

    QCoro::Task<Result<T>> call(Args... arguments)
    {
        asked.emplace_back(arguments...);
        const Promised<Result<T>> promised;
        m_waiting.push_back([this, promised, arguments...] { promised.deliver(answer(arguments...)); });
        if (!hold)
            release();
        co_return co_await promised;
    }
    /// Answers everything that was held back.
    void release()
    {
        for (const auto &one : std::exchange(m_waiting, {}))
            one();
    }
    [[nodiscard]] int times() const { return int(asked.size()); }

private:
    std::vector<std::function<void()>> m_waiting;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/async/work_pool.h"
#include "core/coupon/error.h"

#include <QTimer>

#include <chrono>

namespace seonchak {

/// Runs long, pure work on a pool thread and resumes here with its result, so that it does not block an event
/// loop.
template <typename T>
QCoro::Task<T> offThread(WorkPool &pool, std::function<T()> work)
{
    const Promised<T> result;
    pool.start([work = std::move(work), result] { result.deliver(work()); });
    co_return co_await result;
}

/// The same for work that may fail, with a time limit: a result after `limit` is dropped.
template <typename T>
QCoro::Task<Result<T>> offThread(WorkPool &pool, std::function<Result<T>()> work,
                                 std::chrono::milliseconds limit)
{
    const Promised<Result<T>> result;
    const auto given = std::make_shared<std::atomic_bool>(false);
    const auto give = [result, given](Result<T> value) {
        if (!given->exchange(true))
            result.deliver(std::move(value));
    };
    QTimer::singleShot(limit,
                       [give] { give(failure(Trouble::Unavailable, QStringLiteral("no answer in time"))); });
    pool.start([work = std::move(work), give] { give(work()); });
    co_return co_await result;
}

} // namespace seonchak

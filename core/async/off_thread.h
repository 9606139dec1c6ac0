// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/crossing.h"

#include <QThreadPool>

namespace seonchak {

/// Runs long, pure work on a pool thread and resumes here with its result, so that an event loop is not held
/// up.
template <typename T>
QCoro::Task<T> offThread(QThreadPool &pool, std::function<T()> work)
{
    const Promised<T> result;
    pool.start([work = std::move(work), result] { result.deliver(work()); });
    co_return co_await result;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

#include <qcoro/qcorotask.h>

#include <chrono>

namespace seonchak {

/// Tries a service with these settings, apart from everything that is running. None blocks the caller's
/// thread, which runs an event loop; each answers within `patience`. The answer names what was reached, the
/// error says what came instead; neither holds a password.
namespace connection_test {

constexpr std::chrono::milliseconds patience{4000};

/// Connects, logs in, asks for its version.
QCoro::Task<Result<QString>> redis(RedisAddress address, std::chrono::milliseconds limit = patience);
/// Opens it and asks for its version. A SQLite file that is not there yet is not made.
QCoro::Task<Result<QString>> database(DatabaseUrl url, std::chrono::milliseconds limit = patience);
/// Any HTTP answer will do.
QCoro::Task<Result<QString>> store(QUrl url, std::chrono::milliseconds limit = patience);

} // namespace connection_test

} // namespace seonchak

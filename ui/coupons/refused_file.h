// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_codes.h"

#include <qcoro/qcorotask.h>

#include <functional>

namespace seonchak {

class WorkPool;

/// Writes refused codes with their lines and reasons into a CSV file, on a worker thread: all of them or no
/// file. `done` is called on the calling thread; objects that it uses may have been destroyed by then.
QCoro::Task<> writeRefused(WorkPool &pool, QString path, QList<RefusedCode> refused,
                           std::function<void(bool fine)> done);

} // namespace seonchak

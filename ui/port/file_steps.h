// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work_pool.h"
#include "core/record/whole_file.h"

#include <qcoro/qcorotask.h>

#include <functional>
#include <memory>

/// The steps of writing a file piece by piece on the threads of a pool, one after the other: a disk may take
/// its time. Errors are BadInput; their detail is the system's reason.
namespace seonchak::file_steps {

using File = std::shared_ptr<WholeFile>;

/// `text` is called on the pool's thread.
QCoro::Task<Result<void>> add(WorkPool &pool, File file, std::function<QByteArray()> text);
/// Once, last.
QCoro::Task<Result<void>> commit(WorkPool &pool, File file);
/// Once, instead of commit().
QCoro::Task<> discard(WorkPool &pool, File file);
/// The error of what was to be written, so that BadInput means the file.
[[nodiscard]] std::unexpected<Error> ofTheContent(Error error);

} // namespace seonchak::file_steps

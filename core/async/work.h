// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <stop_token>

namespace seonchak {

/// Progress reporting and cancellation for long work. Work that is stopped ends at its next slice, with
/// success: it returns what was done by then.
struct Work
{
    /// Called on the thread that requested the work, with the amount done so far.
    std::function<void(qint64 done)> progress;
    std::stop_token stop;
};

} // namespace seonchak

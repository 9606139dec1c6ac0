// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <stop_token>

namespace seonchak {

/// What accompanies long work: somebody to tell how far it is, and a way to be told to stop. Work that is
/// stopped ends at the next slice, with success: what was done by then is done, and is what it returns.
struct Work
{
    /// Called on the thread that asked for the work, with what has been done so far.
    std::function<void(qint64 done)> progress;
    std::stop_token stop;
};

} // namespace seonchak

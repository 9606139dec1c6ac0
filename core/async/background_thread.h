// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// Gives the calling thread, and those that it starts from now on, only the CPU and disk time that nobody
/// else on this machine wants (sched(7): SCHED_IDLE; ioprio_set(2): the idle class). It cannot be taken back.
/// Where the system refuses, the thread keeps what it had.
void moveThisThreadToTheBackground();

} // namespace seonchak

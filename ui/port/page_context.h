// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

class Asker;
class Clock;
class DeskPort;
class OpeningGuard;
class Pulse;
class UnderWay;
class WorkPool;

/// What every page gets. All members outlive the pages.
struct PageContext
{
    DeskPort &port;
    Asker &asker;
    Pulse &pulse; ///< emits the reading four times a second
    const Clock &clock;
    WorkPool &files;               ///< reads and writes files; also outlives the pages' pending work
    UnderWay *underWay = nullptr;  ///< notified of long work; may be null
    OpeningGuard *guard = nullptr; ///< asked before the sale opens; null: it opens without asking
};

} // namespace seonchak

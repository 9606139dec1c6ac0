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

/// What every page is given. All of it outlives the pages.
struct PageContext
{
    DeskPort &port;
    Asker &asker;
    Pulse &pulse; ///< emits the reading four times a second
    const Clock &clock;
    WorkPool &files;               ///< reads and writes files; outlives also what the pages have under way
    UnderWay *underWay = nullptr;  ///< told of long work; none: nobody asks
    OpeningGuard *guard = nullptr; ///< asked before the sale opens; none: it opens without
};

} // namespace seonchak

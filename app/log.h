// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/settings.h"

namespace seonchak {

/// Sends everything Qt and we log to standard error, one line each, as text or JSON. Where standard error is
/// the journal, each line has its priority before it (sd-daemon(3)) and no time, which the journal adds. Call
/// it once, first thing.
void installLog(LogLevel least, LogFormat format);
/// The same with another level and format from now on, while it stays installed.
void changeLog(LogLevel least, LogFormat format);

/// What stands before a line of this graveness: empty, or the journal's prefix where standard error is the
/// journal.
QByteArray journalPrefix(LogLevel level);

} // namespace seonchak

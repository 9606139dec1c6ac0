// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/settings.h"

namespace seonchak {

/// Sends all messages of Qt and of ours to standard error, one line each, as text or JSON. If standard error
/// is the journal, each line has its priority before it (sd-daemon(3)) and no time, which the journal adds.
/// Call it once, first thing.
void installLog(LogLevel least, LogFormat format);
/// Changes level and format of the installed log.
void changeLog(LogLevel least, LogFormat format);

/// The prefix of a line with this level: empty, or the journal's if standard error is the journal.
QByteArray journalPrefix(LogLevel level);

} // namespace seonchak

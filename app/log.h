// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

namespace seonchak {

/// Sends everything Qt and we log to standard error, one line each, as text or JSON. Call it once, first
/// thing.
void installLog(LogLevel least, LogFormat format);
/// The same with another level and format from now on, while it stays installed.
void changeLog(LogLevel least, LogFormat format);

} // namespace seonchak

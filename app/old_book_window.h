// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"

class QString;

namespace seonchak {

class Looks;

/// Runs a window on an old book, until it is closed or asked to end; returns the exit code. It takes no data
/// dir and serves nothing.
int runOldBook(Looks &looks, const ReadOptions &options, const QStringList &guide);

/// Opens such a window in a separate program: `book` in the format of --book, with this program's options.
void openOldBook(const QString &book);

} // namespace seonchak

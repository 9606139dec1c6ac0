// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"

class QString;

namespace seonchak {

class Looks;

/// Runs a window on an old book alone, until it is closed or asked to end; the exit code. It takes no data
/// dir and serves nothing.
int runOldBook(Looks &looks, const ReadOptions &options, const QStringList &guide);

/// Opens such a window in a program of its own: `book` as --book takes it, with the options of this program.
void openOldBook(const QString &book);

} // namespace seonchak

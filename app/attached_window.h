// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"

namespace seonchak {

class Looks;

/// Runs a window on a remote server's sale, until it is closed or asked to end; returns the exit code. It
/// takes no data dir and serves nothing: its end affects nothing else.
int runAttached(Looks &looks, const ReadOptions &options, const QStringList &guide);

} // namespace seonchak

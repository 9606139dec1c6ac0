// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"

namespace seonchak {

class Looks;

/// Runs a window on the sale of a server elsewhere, until it is closed or asked to end; the exit code. It
/// takes no data dir and serves nothing: its end ends nothing but itself.
int runAttached(Looks &looks, const ReadOptions &options, const QStringList &guide);

} // namespace seonchak

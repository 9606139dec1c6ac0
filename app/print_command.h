// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd print WHAT`: what a package needs beside the programs, on standard output. Returns the exit
/// code.
int runPrint(const QStringList &arguments);

} // namespace seonchak

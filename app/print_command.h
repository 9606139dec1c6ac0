// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd print WHAT`: prints files that a package needs besides the programs. Returns the exit code.
int runPrint(const QStringList &arguments);

} // namespace seonchak

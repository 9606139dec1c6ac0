// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd lab --crash-matrix …`: kills a server at each step of each strategy; progress on standard
/// error, the table on standard output, an interrupt cancels it. Needs a QCoreApplication. Returns the exit
/// code: 1 also if a cell of the saga is not whole.
int runLabCrash(const QStringList &arguments);

} // namespace seonchak

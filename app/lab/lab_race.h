// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd lab --race …`: two requests stepped against each other, each step with what the stores hold
/// after it, on standard output. Needs a QCoreApplication. Returns the exit code: 0 also where a fault was
/// found, which is what it is for.
int runLabRace(const QStringList &arguments);

} // namespace seonchak

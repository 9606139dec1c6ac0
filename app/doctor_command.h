// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd doctor [--json] [options]`: checks the surroundings that the options name and prints one line
/// per check, or JSON, on standard output, in the language of the locale. Needs a QCoreApplication. Returns
/// the exit code: 1 where a check is red.
int runDoctor(const QStringList &arguments);

} // namespace seonchak

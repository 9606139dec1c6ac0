// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd doctor [--json] [options]`: checks the surroundings given by the options and prints one line
/// per check, or JSON, on standard output, in the locale's language. Needs a QCoreApplication. Returns the
/// exit code: 1 if a check is red.
int runDoctor(const QStringList &arguments);

} // namespace seonchak

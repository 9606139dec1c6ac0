// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd lab --race …`: steps two requests against each other, and prints each step with the content of
/// the stores after it. Needs a QCoreApplication. Returns the exit code: 0 also if a fault was found, which
/// is the purpose.
int runLabRace(const QStringList &arguments);

} // namespace seonchak

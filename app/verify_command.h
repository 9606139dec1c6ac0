// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd verify DIR` of a dossier: derives its sums again from its records. A report of the lab is
/// judged by seonchak-lab, which this program becomes. 0 only where everything follows. Needs a
/// QCoreApplication.
int runVerify(const QStringList &arguments);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd verify DIR` for a dossier: recomputes its sums from its records. For a lab report this process
/// is replaced by seonchak-lab. 0 only if everything matches. Needs a QCoreApplication.
int runVerify(const QStringList &arguments);

} // namespace seonchak

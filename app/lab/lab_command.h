// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd lab …`: runs the experiment with progress on standard error and the table on standard output;
/// an interrupt cancels it and keeps what was done so far. Needs a QCoreApplication. Returns the exit code.
int runLab(const QStringList &arguments);

/// `seonchakd verify DIR` for a report: recomputes the verdict from the records. 0 only if everything
/// matches. `seonchakd verify --test-the-tester DIR` plants known faults in copies of its runs. 0 only if
/// each was found.
int runVerifyReport(const QStringList &arguments);

} // namespace seonchak

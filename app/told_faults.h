// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// Tells each fault of what was verified on standard error, or on standard output that there is none. Returns
/// the exit code.
int tellFaults(const QStringList &faults);

} // namespace seonchak

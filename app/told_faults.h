// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// Reports each fault of a verification on standard error, or on standard output that there is none. Returns
/// the exit code.
int tellFaults(const QStringList &faults);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak::lab {

/// Names of this machine's labs begin so, then come a process id, a hyphen and what it was for: a number,
/// crash and a number, race and a number.
QString familyOfNames();

/// True where the whole of `name` is one of `family`, and the process that gave it is gone from this machine:
/// what is found under it may be taken away. Whatever only begins so is somebody else's.
bool isAbandoned(const QString &name, const QString &family);

/// Removes the working directories that labs which were killed left in a report's directory: `.work-PID` of a
/// process that is gone, with nothing in it but what this machine's labs name.
void removeAbandonedWork(const QString &outDir);

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak::lab {

/// The common prefix of the names used by this machine's labs. A process id, a hyphen and the purpose follow:
/// a number, crash and a number, race and a number.
QString familyOfNames();

/// Whether the whole of `name` belongs to `family`, and its process has ended on this machine: then what has
/// this name may be removed. Other names with the same prefix are not ours.
bool isAbandoned(const QString &name, const QString &family);

/// Removes the working directories of killed labs from a report's directory: `.work-PID` of an ended process,
/// if it contains only names of this machine's labs.
void removeAbandonedWork(const QString &outDir);

} // namespace seonchak::lab

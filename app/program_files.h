// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// The path of another program of this project: beside this one, as in the build, or where packages install
/// it; empty if it is missing. Needs a QCoreApplication.
QString programFile(const QString &name);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// Where another program of this project lies: beside this one, as in the build, or where the packages put
/// it; empty where it is not there. Needs a QCoreApplication.
QString programFile(const QString &name);

} // namespace seonchak

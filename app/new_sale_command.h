// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd new-sale` with its arguments; returns the exit code. Needs a QCoreApplication.
int runNewSale(const QStringList &arguments);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd token add NAME --role ROLE | list [--json] | revoke NAME`, with the server's options: changes
/// the book that they name, whether servers use it or not. A new token is printed alone on standard output,
/// only this once. Needs a QCoreApplication. Returns the exit code.
int runToken(const QStringList &arguments);

} // namespace seonchak

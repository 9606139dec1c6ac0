// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd dossier --out DIR [--pseudonyms] [options]`: writes what remains of the sale that the options
/// name, while its server runs or when it does not. Needs a QCoreApplication. Returns the exit code.
int runDossier(const QStringList &arguments);

} // namespace seonchak

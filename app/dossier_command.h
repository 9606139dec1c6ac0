// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd dossier --out DIR [--pseudonyms] [options]`: writes the dossier of the sale given by the
/// options, whether its server runs or not. Needs a QCoreApplication. Returns the exit code.
int runDossier(const QStringList &arguments);

} // namespace seonchak

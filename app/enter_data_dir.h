// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// Makes the data dir as the server does. Root works as its owner from then on, or the server could not open
/// what root made.
void enterDataDir(const QString &path);

} // namespace seonchak

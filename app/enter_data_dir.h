// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// Creates the data dir like the server does. Root then continues as the dir's owner; otherwise the server
/// could not open what root creates.
void enterDataDir(const QString &path);

} // namespace seonchak

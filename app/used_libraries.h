// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/about_dialog.h"

namespace seonchak {

/// What the window's program runs on, in the versions that are loaded now, where a library tells them.
QList<UsedLibrary> usedLibraries();

} // namespace seonchak

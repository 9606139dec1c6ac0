// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/about_dialog.h"

namespace seonchak {

/// The libraries of the window's program, in the versions loaded now, if a library reports its version.
QList<UsedLibrary> usedLibraries();

} // namespace seonchak

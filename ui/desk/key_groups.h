// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/keys_dialog.h"

class QMenuBar;

namespace seonchak {

class DeskView;

/// The shortcuts of the menus, then those of each page. Makes every page.
QList<KeyGroup> keyGroups(const QMenuBar &menus, DeskView &view);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/settings.h"

namespace seonchak {

/// Keeps the book under this name and begins an empty one, after the sale's program has ended; a small window
/// shows this. A failure is reported on the screen and on standard error: the old book is then the current
/// one, intact.
void turnToNewSale(const Settings &settings, const QString &name);

} // namespace seonchak

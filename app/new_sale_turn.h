// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/settings.h"

namespace seonchak {

/// Keeps the book under this name and begins an empty one, once the program of the sale has ended; a small
/// window says so meanwhile. What fails is told on the screen and on standard error: then the old book is the
/// current one, whole.
void turnToNewSale(const Settings &settings, const QString &name);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/history.h"

namespace seonchak {

struct Reading;

/// Adds a reading's chart values. Readings without news are left out, and leave a gap.
void remember(History &history, const Reading &reading);

} // namespace seonchak

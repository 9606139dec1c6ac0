// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

/// Our own two palettes, as alternatives to the system's.
namespace seonchak::palettes {

[[nodiscard]] QPalette light();
[[nodiscard]] QPalette dark();

} // namespace seonchak::palettes

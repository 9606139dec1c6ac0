// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// Lets this process have as many files open as the system allows it.
void raiseOpenFileLimit();

} // namespace seonchak

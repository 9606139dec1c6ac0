// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// Raises this process' limit of open files to the highest value that the system allows.
void raiseOpenFileLimit();

} // namespace seonchak

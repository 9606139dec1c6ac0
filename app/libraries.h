// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// Sets what Qt and SQLite read once, before either is used: the first thing that a program does.
void setUpLibraries();

} // namespace seonchak

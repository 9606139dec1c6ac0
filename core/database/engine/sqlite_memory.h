// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// Gives SQLite's small objects short-lived memory (see core/async/short_lived.h), and turns off its count of
/// all memory, which takes a mutex of the whole process for each of them: one issued coupon allocates 38 in
/// the journal. For a program that is starting: nothing happens once SQLite has been used.
void lightenSqlite();

} // namespace seonchak

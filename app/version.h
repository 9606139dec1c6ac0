// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// "0.1.0" on a tag, "0.1.0+12.gabcdef0" after it. For the two mains alone, which give it to
/// QCoreApplication, where everybody else asks: what links this is linked again with each commit.
const char *version();

} // namespace seonchak

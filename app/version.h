// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// "0.1.0" on a tag, "0.1.0+12.gabcdef0" after it. Only for the two mains, which set it on QCoreApplication,
/// where all other code reads it: whatever links this is relinked with each commit.
const char *version();

} // namespace seonchak

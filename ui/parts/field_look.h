// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace seonchak {

/// Makes an input field stand out from its card where its frame alone does not: on dark. Call once; follows
/// palette changes.
void styleField(QWidget &field);

} // namespace seonchak

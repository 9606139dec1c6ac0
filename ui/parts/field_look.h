// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace seonchak {

/// Lets a field to type in stand out from the card it lies on, where its frame alone does not: on dark. Call
/// once; follows the palette by itself.
void styleField(QWidget &field);

} // namespace seonchak

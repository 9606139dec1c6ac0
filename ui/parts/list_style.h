// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QListWidget;

namespace seonchak {

/// The look of a list that chooses what is shown beside it: the same as the window's sidebar. Call once;
/// follows the palette by itself.
void styleList(QListWidget &list);

} // namespace seonchak

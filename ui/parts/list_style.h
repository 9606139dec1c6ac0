// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QListWidget;

namespace seonchak {

/// The style of a list that selects what is shown beside it: the same as the window's sidebar. Call once;
/// follows palette changes.
void styleList(QListWidget &list);

} // namespace seonchak

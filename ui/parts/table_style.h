// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace seonchak {

/// Gives a table our style, light and dark: a plain header, rows of equal height with every second one
/// shaded, a selection that stays readable without focus, no grid, no frame. Selects whole rows, and a double
/// click edits nothing. Follows palette changes; the page sets the column widths. Call once, after
/// setModel().
void styleTable(QTableView &table);

} // namespace seonchak

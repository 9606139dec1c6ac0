// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace seonchak {

/// Gives a table the desk's look, light and dark: a quiet header, rows of one height with every second one
/// shaded, a selection that can be read also while the keyboard is elsewhere, no grid, no frame. Whole rows
/// are selected, nothing is edited by a double click. Follows the palette by itself; the widths of the
/// columns stay the page's own. Call once, after setModel().
void styleTable(QTableView &table);

} // namespace seonchak

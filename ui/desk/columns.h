// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace seonchak {

class Looks;

/// The widths and the order of the columns of every table with a name inside `page`, as they were kept. A
/// table that has other columns by now stays as the page made it.
void restoreColumns(QWidget &page, const Looks &looks);
void keepColumns(const QWidget &page, Looks &looks);

} // namespace seonchak

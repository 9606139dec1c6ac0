// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace seonchak {

class Looks;

/// Restores the saved widths and order of the columns of every named table inside `page`. A table whose
/// columns have changed is left alone.
void restoreColumns(QWidget &page, const Looks &looks);
void keepColumns(const QWidget &page, Looks &looks);

} // namespace seonchak

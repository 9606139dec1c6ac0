// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace seonchak {

/// The BOM by which Excel recognises UTF-8.
inline constexpr char csvMark[] = "\xEF\xBB\xBF";

/// One cell of CSV, UTF-8, quoted if necessary. A cell that a spreadsheet would take for a formula (it begins
/// with = + - @, a tab or CR) gets an apostrophe before it; even a number such as -5, since no column has
/// one. So does '00123, because its apostrophe would be taken for such a guard on import.
QByteArray csvCell(const QByteArray &cell);
/// One line of such cells with CR LF.
QByteArray csvLine(const QList<QByteArray> &cells);

/// Removes such an apostrophe, and the one that people use to protect zeros ('00123): exported cells are
/// imported unchanged.
QByteArray withoutGuard(const QByteArray &cell);

} // namespace seonchak

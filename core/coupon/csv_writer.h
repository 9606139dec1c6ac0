// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace seonchak {

/// The mark at the head of a file by which Excel knows UTF-8.
inline constexpr char csvMark[] = "\xEF\xBB\xBF";

/// One cell of CSV, UTF-8, in quotes where it needs them. What a spreadsheet would take for a formula (it
/// begins with = + - @, a tab or CR) gets an apostrophe before it; a number such as -5 as well, for nobody
/// writes one. So does '00123, the apostrophe of which would be taken for such a guard when it comes back.
QByteArray csvCell(const QByteArray &cell);
/// One line of such cells with its CR LF.
QByteArray csvLine(const QList<QByteArray> &cells);

/// Takes such an apostrophe away again, and the one by which people protect zeros ('00123): what we exported
/// comes back as it was.
QByteArray withoutGuard(const QByteArray &cell);

} // namespace seonchak

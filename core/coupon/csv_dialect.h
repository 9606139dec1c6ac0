// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace seonchak {

/// What parts the cells of a file, and whether its first line says so: `sep=;`, as Excel writes and reads it.
struct CsvDialect
{
    char separator = ',';
    qsizetype passOver = 0; ///< bytes of UTF-8 before the first row: the mark, and the line `sep=`
    qint64 firstLine = 1;   ///< the number of the line that comes after them
};

/// `head`: the beginning of a file, in UTF-8.
CsvDialect guessDialect(QByteArrayView head);

/// Comma, semicolon, tab or bar: which one stands in most of the first lines equally often, outside of
/// quotes.
char guessSeparator(QByteArrayView head);

} // namespace seonchak

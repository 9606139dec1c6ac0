// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace seonchak {

/// The separator of a file's cells, and whether the first line declares it: `sep=;`, as Excel writes and
/// reads it.
struct CsvDialect
{
    char separator = ',';
    qsizetype passOver = 0; ///< bytes of UTF-8 to skip before the first row: the BOM, and the line `sep=`
    qint64 firstLine = 1;   ///< the number of the line after them
};

/// `head`: the beginning of a file, in UTF-8.
CsvDialect guessDialect(QByteArrayView head);

/// Comma, semicolon, tab or bar: the one that occurs equally often in most of the first lines, outside of
/// quotes.
char guessSeparator(QByteArrayView head);

} // namespace seonchak

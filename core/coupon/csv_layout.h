// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <span>

namespace seonchak {

/// Which row of a file names its columns, and which column holds the codes.
struct CsvLayout
{
    int headerRow = -1; ///< within the sample; -1: the first row has a code. Rows above it are titles
    int column = 0;
};

/// Guesses from the first rows of a file, without blank ones. Given values are not guessed: the column, and
/// whether there is a header.
///
/// A row counts as a header if it has a typical column title, or if it looks unlike all rows below it: no
/// digits above codes with digits, a sentence above words. In doubt it is a code: people notice a header
/// among the codes, but not the loss of a code.
CsvLayout guessLayout(std::span<const QList<QByteArray>> rows, std::optional<int> column,
                      std::optional<bool> header);

} // namespace seonchak

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
    int headerRow = -1; ///< of the sample; -1: the first row holds a code already. Rows above it are titles
    int column = 0;
};

/// Guesses from the first rows of a file, blank ones left out. What is given is not guessed: the column, and
/// whether there is a header.
///
/// A row is taken for a header where it has a word that heads such columns, or where it is written unlike all
/// that stands below it: no digits above codes with digits, a sentence above words. In doubt it is a code: a
/// header among the codes is seen, a code that was taken for one is lost.
CsvLayout guessLayout(std::span<const QList<QByteArray>> rows, std::optional<int> column,
                      std::optional<bool> header);

} // namespace seonchak

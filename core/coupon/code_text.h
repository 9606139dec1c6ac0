// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace seonchak {

/// The rules for a coupon code, and its canonical form. Every edge (REST, files, the window) uses them. All
/// texts are UTF-8.
inline constexpr qsizetype longestCode = 64; ///< bytes, in the stored form

enum class CodeFlaw {
    None,
    Empty,
    TooLong,   ///< more than `longestCode` bytes
    Invisible, ///< white space, control characters, or invisible letters (zero width, fillers)
    NotText,   ///< broken UTF-8, or the mark of a failed conversion (U+FFFD)
};

/// Why this text cannot be a code; it is judged without changes.
CodeFlaw codeFlaw(QByteArrayView code);

/// The prefix of generated codes: any text valid in a code, short enough for the longest of them. May be
/// empty.
inline constexpr qsizetype longestPrefix = 32; ///< bytes
CodeFlaw prefixFlaw(QByteArrayView prefix);

/// Contents that are valid in a code but seldom intended. They are accepted; people are asked to check.
enum class CodeOddity {
    None,
    Formula,   ///< begins with = + - @: a spreadsheet would evaluate it
    Separator, ///< has a comma, a semicolon or a bar: perhaps several codes
    Quotes,    ///< has quotation marks: perhaps those around a cell
    Letters,   ///< letters beyond ASCII: hard to type on other keyboards
};
CodeOddity codeOddity(QByteArrayView code);

/// The form in which codes are compared and stored: Unicode NFC. Text that is not UTF-8 is returned
/// unchanged.
QByteArray normalisedCode(const QByteArray &code);
QByteArray normalisedCode(const QString &code);

/// Normalised, without white space and zero-width characters at both ends: for codes that people typed,
/// pasted or imported.
QByteArray trimmedCode(const QByteArray &code);
QByteArray trimmedCode(const QString &code);

/// The spellings that a book may have for this code: NFC first, then those of books written before codes were
/// normalised. One element for nearly all codes.
QList<QByteArray> codeSpellings(const QByteArray &code);

} // namespace seonchak

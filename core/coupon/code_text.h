// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace seonchak {

/// What a coupon code may be, and the one form it is written in. Every edge (REST, files, the window) asks
/// here. All texts are UTF-8.
inline constexpr qsizetype longestCode = 64; ///< bytes, in the form that is stored

enum class CodeFlaw {
    None,
    Empty,
    TooLong,   ///< more than `longestCode` bytes
    Invisible, ///< white space, control characters, or letters that show nothing (zero width, fillers)
    NotText,   ///< broken UTF-8, or the mark that a failed conversion leaves (U+FFFD)
};

/// What keeps this text from being a code; it is judged as it stands.
CodeFlaw codeFlaw(QByteArrayView code);

/// What stands before the random letters of generated codes: whatever a code may hold, and short enough for
/// the longest of them. Empty: nothing does.
inline constexpr qsizetype longestPrefix = 32; ///< bytes
CodeFlaw prefixFlaw(QByteArrayView prefix);

/// What a code may hold, though it is seldom meant so. Nobody refuses it; people are asked to look.
enum class CodeOddity {
    None,
    Formula,   ///< begins with = + - @: a spreadsheet would calculate it
    Separator, ///< has a comma, a semicolon or a bar: perhaps several codes
    Quotes,    ///< has quotation marks: perhaps what stood around a cell
    Letters,   ///< letters beyond ASCII: whoever types it needs the same keyboard
};
CodeOddity codeOddity(QByteArrayView code);

/// The form in which codes are compared and stored: Unicode NFC. Text that is not UTF-8 stays as it is.
QByteArray normalisedCode(const QByteArray &code);
QByteArray normalisedCode(const QString &code);

/// Without white space and characters of no width at both ends, normalised: for codes that people typed,
/// pasted or brought in files.
QByteArray trimmedCode(const QByteArray &code);
QByteArray trimmedCode(const QString &code);

/// How a book may spell this code: NFC first, then what books hold that were written before codes were
/// normalised. One element for nearly all codes.
QList<QByteArray> codeSpellings(const QByteArray &code);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/code_text.h"

#include <QStringConverter>

#include <algorithm>
#include <array>
#include <optional>

namespace seonchak {

namespace {

/// Letters by category, yet invisible: Hangul fillers, the Braille blank, the grapheme joiner.
constexpr std::array<char32_t, 6> fillers{0x034f, 0x115f, 0x1160, 0x2800, 0x3164, 0xffa0};

bool isPlain(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

/// White space and zero-width characters: programs and people put these around a code unnoticed.
bool isBlank(char32_t c)
{
    return QChar::isSpace(c) || QChar::category(c) == QChar::Other_Format ||
           std::ranges::find(fillers, c) != fillers.end();
}

bool isInvisible(char32_t c)
{
    return isBlank(c) || QChar::category(c) == QChar::Other_Control;
}

/// Includes unpaired surrogates, which UTF-8 cannot encode.
bool isBroken(char32_t c)
{
    return c == QChar::ReplacementCharacter || QChar::isSurrogate(c);
}

std::optional<QString> decoded(QByteArrayView text)
{
    // A BOM at the beginning counts as a character here and must not be dropped.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString result = decoder(text);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(result));
}

} // namespace

CodeFlaw codeFlaw(QByteArrayView code)
{
    if (code.isEmpty())
        return CodeFlaw::Empty;
    if (code.size() > longestCode)
        return CodeFlaw::TooLong;
    if (isPlain(code)) // like nearly all codes
        return CodeFlaw::None;
    const auto text = decoded(code);
    if (!text)
        return CodeFlaw::NotText;
    CodeFlaw flaw = CodeFlaw::None;
    const QList<uint> letters = text->toUcs4();
    for (const char32_t letter : letters) {
        if (isBroken(letter))
            return CodeFlaw::NotText;
        if (isInvisible(letter))
            flaw = CodeFlaw::Invisible;
    }
    return flaw;
}

CodeFlaw prefixFlaw(QByteArrayView prefix)
{
    if (prefix.isEmpty())
        return CodeFlaw::None;
    return prefix.size() > longestPrefix ? CodeFlaw::TooLong : codeFlaw(prefix);
}

CodeOddity codeOddity(QByteArrayView code)
{
    if (code.isEmpty())
        return CodeOddity::None;
    if (QByteArrayView("=+-@").contains(code.front()))
        return CodeOddity::Formula;
    CodeOddity oddity = CodeOddity::None;
    for (const char c : code) {
        if (c == ',' || c == ';' || c == '|')
            return CodeOddity::Separator;
        if (c == '"' || c == '\'' || c == '`')
            oddity = CodeOddity::Quotes;
        else if (uchar(c) > 0x7f && oddity == CodeOddity::None)
            oddity = CodeOddity::Letters;
    }
    return oddity;
}

QByteArray normalisedCode(const QString &code)
{
    if (code.isValidUtf16())
        return code.normalized(QString::NormalizationForm_C).toUtf8();
    // toUtf8() would turn an unpaired surrogate into a question mark, which is a valid character; toUcs4()
    // marks it.
    const QList<uint> letters = code.toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()), letters.size())
        .toUtf8();
}

QByteArray normalisedCode(const QByteArray &code)
{
    if (isPlain(code))
        return code;
    const auto text = decoded(code);
    return text ? normalisedCode(*text) : code;
}

QByteArray trimmedCode(const QString &code)
{
    const QList<uint> letters = code.toUcs4();
    qsizetype from = 0;
    qsizetype to = letters.size();
    while (from < to && isBlank(letters[from]))
        ++from;
    while (to > from && isBlank(letters[to - 1]))
        --to;
    if (from == 0 && to == letters.size())
        return normalisedCode(code);
    return normalisedCode(
        QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()) + from, to - from));
}

QByteArray trimmedCode(const QByteArray &code)
{
    if (isPlain(code))
        return code;
    const auto text = decoded(code);
    return text ? trimmedCode(*text) : code.trimmed();
}

QList<QByteArray> codeSpellings(const QByteArray &code)
{
    QList<QByteArray> spellings{normalisedCode(code)};
    if (isPlain(code))
        return spellings;
    const QByteArray apart = QString::fromUtf8(code).normalized(QString::NormalizationForm_D).toUtf8();
    for (const QByteArray &other : {apart, code}) {
        if (!spellings.contains(other))
            spellings.append(other);
    }
    return spellings;
}

} // namespace seonchak

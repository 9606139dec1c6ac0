// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/csv_decoder.h"

#include <algorithm>

namespace seonchak {

namespace {

/// Their names in Qt, through ICU. UTF-8 needs none.
const char *nameOf(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf16Le:
        return "UTF-16LE";
    case CsvEncoding::Utf16Be:
        return "UTF-16BE";
    case CsvEncoding::Cp949:
        return "windows-949";
    case CsvEncoding::Windows1252:
        return "windows-1252";
    case CsvEncoding::Utf8:
        break;
    }
    return "UTF-8";
}

bool isWide(CsvEncoding encoding)
{
    return encoding == CsvEncoding::Utf16Le || encoding == CsvEncoding::Utf16Be;
}

/// What a converter outputs for invalid bytes. ICU's Korean Windows encoding uses private characters and C1
/// controls, and reports no error.
bool marksFault(QChar c)
{
    const char16_t u = c.unicode();
    return c == QChar::ReplacementCharacter || c.category() == QChar::Other_PrivateUse || u == 0x1a ||
           u == 0 || (u >= 0x80 && u <= 0x9f);
}

} // namespace

std::optional<CsvEncoding> guessEncoding(QByteArrayView head)
{
    if (head.startsWith("\xFF\xFE"))
        return CsvEncoding::Utf16Le;
    if (head.startsWith("\xFE\xFF"))
        return CsvEncoding::Utf16Be;
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[std::size_t(i % 2)] += head[i] == '\0' ? 1 : 0;
    if (zeros[0] == 0 && zeros[1] == 0)
        return CsvEncoding::Utf8;
    // ASCII letters, separators and line ends have their zero byte always on the same side.
    if (zeros[0] == 0)
        return CsvEncoding::Utf16Le;
    return zeros[1] == 0 ? std::optional(CsvEncoding::Utf16Be) : std::nullopt;
}

CsvDecoder::CsvDecoder(CsvEncoding encoding)
    : m_encoding(encoding)
    , m_decoder(nameOf(encoding))
{
}

std::expected<QByteArray, CsvFault> CsvDecoder::feed(QByteArrayView piece)
{
    if (m_encoding == CsvEncoding::Utf8)
        return piece.toByteArray();
    noteHalf(piece);
    return decode(piece);
}

/// Neither ICU nor Qt reports afterwards that the last letter lacks its second half.
void CsvDecoder::noteHalf(QByteArrayView piece)
{
    if (isWide(m_encoding)) {
        m_cutOff = m_cutOff != (piece.size() % 2 == 1);
    } else if (m_encoding == CsvEncoding::Cp949) {
        for (const char c : piece)
            m_cutOff = !m_cutOff && uchar(c) > 0x80 && uchar(c) < 0xff;
    }
}

std::expected<QByteArray, CsvFault> CsvDecoder::decode(QByteArrayView piece)
{
    QString text = std::exchange(m_half, {}) + QString(m_decoder(piece));
    if (!text.isEmpty() && text.back().isHighSurrogate()) {
        m_half = text.last(1);
        text.chop(1);
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (marksFault(c) || (c.isSurrogate() && !pair))
            return std::unexpected(CsvFault{CsvFault::Kind::NotUtf8, m_line});
        m_line += c == u'\r' || (c == u'\n' && m_last != u'\r') ? 1 : 0;
        m_last = c.unicode();
        i += pair ? 1 : 0;
    }
    return text.toUtf8();
}

std::expected<void, CsvFault> CsvDecoder::finish()
{
    if (m_cutOff || !m_half.isEmpty() || !m_decoder.isValid())
        return std::unexpected(CsvFault{CsvFault::Kind::NotUtf8, m_line});
    return {};
}

} // namespace seonchak

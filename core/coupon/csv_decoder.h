// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_reader.h"

#include <QStringConverter>

#include <array>
#include <optional>

namespace seonchak {

/// The character encoding of a file. Cp949 is what Korean Excel saves as plain CSV (a superset of EUC-KR);
/// Windows1252 is its Western counterpart, which is never guessed, because any bytes are valid in it.
enum class CsvEncoding { Utf8, Utf16Le, Utf16Be, Cp949, Windows1252 };

inline constexpr std::array allCsvEncodings{CsvEncoding::Utf8, CsvEncoding::Utf16Le, CsvEncoding::Utf16Be,
                                            CsvEncoding::Cp949, CsvEncoding::Windows1252};

/// Detects the encoding from a file's first bytes: UTF-16 by its BOM or its zero bytes, else UTF-8. Nullopt:
/// not a text. Cp949 is detected only at the first Korean letter.
std::optional<CsvEncoding> guessEncoding(QByteArrayView head);

/// Converts a file to UTF-8, piece by piece. UTF-8 is passed through unchecked.
class CsvDecoder
{
public:
    explicit CsvDecoder(CsvEncoding encoding);

    /// NotUtf8, with its line, if the bytes are invalid in this encoding.
    std::expected<QByteArray, CsvFault> feed(QByteArrayView piece);
    std::expected<void, CsvFault> finish();

private:
    std::expected<QByteArray, CsvFault> decode(QByteArrayView piece);
    void noteHalf(QByteArrayView piece);

    const CsvEncoding m_encoding;
    QStringDecoder m_decoder;
    QString m_half;        ///< the first half of a surrogate pair
    bool m_cutOff = false; ///< the bytes so far end within a letter
    qint64 m_line = 1;
    char16_t m_last = 0; ///< CR LF may be split between pieces
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_reader.h"

#include <QStringConverter>

#include <array>
#include <optional>

namespace seonchak {

/// How the letters of a file are written as bytes. Cp949 is what Korean Excel saves as plain CSV (EUC-KR and
/// more); Windows1252 is its Western counterpart, which is never guessed: any bytes would pass for it.
enum class CsvEncoding { Utf8, Utf16Le, Utf16Be, Cp949, Windows1252 };

inline constexpr std::array allCsvEncodings{CsvEncoding::Utf8, CsvEncoding::Utf16Le, CsvEncoding::Utf16Be,
                                            CsvEncoding::Cp949, CsvEncoding::Windows1252};

/// What the first bytes of a file tell: UTF-16 by its mark or its zero bytes, else UTF-8. Nothing: this is no
/// text. Whether it is Cp949 instead shows only where the first Korean letter stands.
std::optional<CsvEncoding> guessEncoding(QByteArrayView head);

/// Makes UTF-8 of a file, piece by piece. UTF-8 is handed on as it is, not checked.
class CsvDecoder
{
public:
    explicit CsvDecoder(CsvEncoding encoding);

    /// NotUtf8, with its line, where the bytes are no letters of this encoding.
    std::expected<QByteArray, CsvFault> feed(QByteArrayView piece);
    std::expected<void, CsvFault> finish();

private:
    std::expected<QByteArray, CsvFault> decode(QByteArrayView piece);
    void noteHalf(QByteArrayView piece);

    const CsvEncoding m_encoding;
    QStringDecoder m_decoder;
    QString m_half;        ///< the first half of a letter that takes two units
    bool m_cutOff = false; ///< the bytes so far end within a letter
    qint64 m_line = 1;
    char16_t m_last = 0; ///< CR LF may be cut through
};

} // namespace seonchak

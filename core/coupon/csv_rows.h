// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_codes.h"

namespace seonchak {

/// Reads one file once, in one encoding: buffers its first rows until the header and the column of the codes
/// are known, then sifts row by row. Private to readCodes().
class CsvRows
{
public:
    explicit CsvRows(const CsvReading &reading);

    std::expected<CsvCodes, CsvFault> read(QIODevice &device);

private:
    struct Row
    {
        qint64 line = 0;
        QList<QByteArray> cells;
    };

    std::expected<void, CsvFault> takePiece(QByteArrayView bytes);
    std::expected<void, CsvFault> feed(const QByteArray &text);
    std::expected<void, CsvFault> begin();
    std::expected<CsvCodes, CsvFault> finish();
    void takeRow(qint64 line, const QList<QByteArray> &cells);
    void decide();
    void sift(const Row &row);

    const CsvReading &m_reading;
    std::optional<CsvDecoder> m_decoder;
    std::optional<CsvReader> m_reader;
    QByteArray m_head; ///< text, until it is long enough to detect the separator
    QList<Row> m_sample;
    qsizetype m_sampleBytes = 0;
    bool m_decided = false;
    CodeSifter m_sifter;
    CsvCodes m_codes;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_reader.h"
#include "core/lab/jmeter/jtl_sample.h"

#include <memory>

namespace seonchak::lab {

/// Reads JMeter's results as separated values, piece by piece. The columns are those of the header line;
/// without one those that JMeter 2.13 writes by default. JMeter's separator is configurable: it is detected
/// beside a name of the header, or after the first time stamp.
class JtlCsv
{
public:
    /// `head`: the first bytes, for detecting the separator.
    JtlCsv(QByteArrayView head, JtlCollector &collector);

    Result<void> feed(QByteArrayView piece);
    Result<void> finish();

private:
    void takeRow(qint64 line, const QList<QByteArray> &cells);
    Result<void> readHeader(qint64 line, const QList<QByteArray> &cells);
    Result<void> afterParse(const std::expected<void, CsvFault> &parsed);

    JtlCollector &m_collector;
    CsvReader m_reader;
    QList<QByteArray> m_columns; ///< empty: not known yet
    Result<void> m_state;
    qint64 m_line = 0; ///< of the last row
    bool m_endsLine = false;
};

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/csv_codes.h"

#include "core/coupon/coupon.h"
#include "core/coupon/csv_writer.h"

#include <QIODevice>

namespace seonchak {

namespace {

constexpr qsizetype pieceSize = 64 * 1024;
constexpr qsizetype longestCode = 64;
constexpr qsizetype shownOfLong = 200; ///< of a code that is too long: enough to find it again

/// What the column of codes is called, freed of blanks, dashes and capitals.
bool isCodeTitle(const QByteArray &cell)
{
    QString title = QString::fromUtf8(cell).toLower();
    title.remove(QLatin1Char(' ')).remove(QLatin1Char('_')).remove(QLatin1Char('-'));
    static const QStringList titles{
        QStringLiteral("code"),       QStringLiteral("codes"), QStringLiteral("coupon"),
        QStringLiteral("couponcode"), QStringLiteral("쿠폰"),  QStringLiteral("쿠폰번호"),
        QStringLiteral("쿠폰코드"),   QStringLiteral("코드"),
    };
    return titles.contains(title);
}

/// Takes rows one by one; the first one decides what the columns are.
class RowSifter
{
public:
    explicit RowSifter(std::optional<int> column)
        : m_column(column)
    {
    }
    void take(qint64 line, const QList<QByteArray> &cells)
    {
        if (!std::exchange(m_begun, true) && takeHeader(cells))
            return;
        if (++m_codes.rows > mostCsvRows)
            return;
        m_sifter.take(line, withoutGuard(cells.value(m_codes.column)));
    }
    [[nodiscard]] bool isFull() const { return m_codes.rows > mostCsvRows; }
    CsvCodes takeCodes()
    {
        m_codes.good = m_sifter.takeGood();
        m_codes.refused = m_sifter.takeRefused();
        return std::move(m_codes);
    }

private:
    bool takeHeader(const QList<QByteArray> &cells)
    {
        m_codes.columns = cells;
        for (qsizetype i = 0; i < cells.size() && !m_codes.hasHeader; ++i) {
            m_codes.hasHeader = isCodeTitle(cells[i]);
            m_codes.column = m_codes.hasHeader ? int(i) : 0;
        }
        m_codes.column = m_column.value_or(m_codes.column);
        return m_codes.hasHeader;
    }

    const std::optional<int> m_column;
    bool m_begun = false;
    CodeSifter m_sifter;
    CsvCodes m_codes;
};

} // namespace

void CodeSifter::take(qint64 line, const QByteArray &code)
{
    RefusedCode refused{line, code, CodeFault::Empty, 0};
    if (code.size() > longestCode) {
        refused.fault = CodeFault::TooLong;
        refused.code = code.first(std::min(code.size(), shownOfLong));
    } else if (!code.isEmpty() && !isValidCode(code)) {
        refused.fault = CodeFault::Invalid;
    } else if (const auto first = m_lines.constFind(code); first != m_lines.constEnd()) {
        refused.fault = CodeFault::Doubled;
        refused.firstLine = *first;
    } else if (!code.isEmpty()) {
        m_lines.insert(code, line);
        m_good.append(ListedCode{code, line});
        return;
    }
    m_refused.append(refused);
}

CodeSifter siftLines(const QByteArray &text)
{
    CodeSifter sifter;
    qsizetype end = text.size();
    while (end > 0 && QByteArrayView(" \t\r\n").contains(text[end - 1]))
        --end;
    const QByteArrayView whole = QByteArrayView(text).first(end);
    qint64 line = 0;
    for (qsizetype start = 0; start < whole.size(); ++line) {
        const qsizetype stop = whole.indexOf('\n', start);
        const qsizetype after = stop < 0 ? whole.size() : stop;
        sifter.take(line + 1, whole.sliced(start, after - start).trimmed().toByteArray());
        start = after + 1;
    }
    return sifter;
}

std::expected<CsvCodes, CsvFault> readCodes(QIODevice &device, const CsvReading &reading)
{
    using Kind = CsvFault::Kind;
    RowSifter rows(reading.column);
    std::optional<CsvReader> reader;
    qint64 bytes = 0;
    while (!device.atEnd()) {
        if (reading.stop.stop_requested())
            return std::unexpected(CsvFault{Kind::Stopped});
        const QByteArray piece = device.read(pieceSize);
        if (piece.isEmpty())
            return std::unexpected(CsvFault{Kind::Unreadable});
        bytes += piece.size();
        if (bytes > largestCsv)
            return std::unexpected(CsvFault{Kind::TooLarge});
        if (!reader)
            reader.emplace(CsvReader::guessSeparator(piece),
                           [&rows](qint64 line, const QList<QByteArray> &cells) { rows.take(line, cells); });
        if (auto fed = reader->feed(piece); !fed)
            return std::unexpected(fed.error());
        if (rows.isFull())
            return std::unexpected(CsvFault{Kind::ManyRows});
        if (reading.progress)
            reading.progress(bytes);
    }
    if (reader) {
        if (auto ended = reader->finish(); !ended)
            return std::unexpected(ended.error());
    }
    auto codes = rows.takeCodes();
    if (codes.rows == 0)
        return std::unexpected(CsvFault{Kind::NoRows});
    return codes;
}

} // namespace seonchak

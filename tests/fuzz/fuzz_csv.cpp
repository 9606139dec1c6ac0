// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Coupon lists: what is read is sound, bounded by the lines, and the same when it is read again; what we
// write we read back.

#include "core/coupon/code_text.h"
#include "core/coupon/csv_codes.h"
#include "core/coupon/csv_writer.h"
#include "tests/fuzz/promise.h"

#include <QBuffer>
#include <QSet>

using namespace seonchak;
using namespace seonchak::fuzz;

namespace {

std::expected<CsvCodes, CsvFault> readText(QByteArray text, const CsvReading &how)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return readCodes(buffer, how);
}

void writeAndRead(const QByteArray &code)
{
    QByteArray back;
    CsvReader reader(',', [&back](qint64, const QList<QByteArray> &cells) { back = cells.value(0); });
    const bool fine = reader.feed(csvLine({code})).has_value() && reader.finish().has_value();
    promise(fine && withoutGuard(back) == code, "a code that is written is read back");
}

void check(const CsvCodes &codes, qint64 lines)
{
    promise(qint64(codes.good.size() + codes.refused.size()) <= lines, "no more codes than lines");
    promise(codes.rows == codes.good.size() + codes.refused.size(), "every row is either good or refused");
    QSet<QByteArray> seen;
    for (const ListedCode &one : codes.good) {
        promise(codeFlaw(one.code) == CodeFlaw::None, "good codes may be codes");
        promise(normalisedCode(one.code) == one.code, "good codes are normalised");
        promise(one.line >= 1 && one.line <= lines, "lines are those of the file");
        promise(!seen.contains(one.code), "no good code stands twice");
        seen.insert(one.code);
        writeAndRead(one.code);
    }
}

/// Rows as words, however the text was cut.
QByteArray rowsOf(const QByteArray &text, std::uint8_t length)
{
    QByteArray rows;
    CsvReader reader(',', [&rows](qint64 line, const QList<QByteArray> &cells) {
        rows += QByteArray::number(line) + ':' + cells.join('\x1f') + '\n';
    });
    std::expected<void, CsvFault> state;
    inPieces(text, length, [&](QByteArrayView piece) {
        state = reader.feed(piece);
        return state.has_value();
    });
    if (state)
        state = reader.finish();
    return state ? rows : QByteArray("fault");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text = bytesOf(data + 1, size - 1);
    CsvReading how;
    if (data[0] & 1)
        how.header = (data[0] & 2) != 0;
    if (data[0] & 4)
        how.column = (data[0] >> 3) & 3;
    if (data[0] & 64)
        how.encoding = allCsvEncodings[(data[0] >> 3) % allCsvEncodings.size()];
    const auto read = readText(text, how);
    if (read)
        check(*read, qint64(size));
    const auto again = readText(text, how);
    promise(read.has_value() == again.has_value(), "reading is repeatable");
    promise(!read || read->refused == again->refused, "what is refused is so again");
    promise(rowsOf(text, data[0]) == rowsOf(text, 31), "the cuts do not matter");
    (void)siftLines(text);
    const auto parted = siftLines(text, PastedSeparators::Between);
    for (const ListedCode &one : parted.good())
        promise(!hasSeparators(one.code), "nothing is left to part");
    return 0;
}

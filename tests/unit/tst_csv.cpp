// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CSV as operators bring it: other separators, marks, line ends and encodings, broken quotes, absurd lengths.

#include "core/coupon/csv_codes.h"
#include "core/coupon/csv_dialect.h"
#include "core/coupon/csv_writer.h"

#include <QBuffer>
#include <QTest>

using namespace seonchak;

namespace {

using Rows = QList<QList<QByteArray>>;
using Kind = CsvFault::Kind;

struct Read
{
    Rows rows;
    QList<qint64> lines;
    std::expected<void, CsvFault> end;
};

/// Feeds `text` in pieces of `size`.
Read readIn(const QByteArray &text, qsizetype size, char separator = ',')
{
    Read read;
    CsvReader reader(separator, [&read](qint64 line, const QList<QByteArray> &cells) {
        read.rows.append(cells);
        read.lines.append(line);
    });
    for (qsizetype at = 0; at < text.size() && read.end; at += size)
        read.end = reader.feed(QByteArrayView(text).sliced(at, std::min(size, text.size() - at)));
    if (read.end)
        read.end = reader.finish();
    return read;
}

std::expected<CsvCodes, CsvFault> codesOf(QByteArray text, std::optional<int> column = {})
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    CsvReading how;
    how.column = column;
    return readCodes(buffer, how);
}

QList<QByteArray> codes(const CsvCodes &read)
{
    QList<QByteArray> all;
    for (const auto &one : read.good)
        all.append(one.code);
    return all;
}

/// A file that is never in memory: `bytes` of rows of one code each, made while it is read.
class EndlessFile : public QIODevice
{
public:
    explicit EndlessFile(qint64 bytes, qsizetype rowLength)
        : m_left(bytes)
        , m_rowLength(rowLength)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_left <= 0; }
    qint64 largestRead = 0;
    qint64 total = 0;

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min(most, m_left);
        largestRead = std::max(largestRead, size);
        for (qint64 i = 0; i < size; ++i)
            data[i] = (total + i + 1) % m_rowLength == 0 ? '\n' : char('0' + (total + i) / m_rowLength % 10);
        total += size;
        m_left -= size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_left;
    qsizetype m_rowLength;
};

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wellFormed_data();
    void wellFormed();
    void faultsNameTheirLine_data();
    void faultsNameTheirLine();
    void linesAreThoseOfTheFile();
    void separatorIsGuessed_data();
    void separatorIsGuessed();
    void columnIsFound_data();
    void columnIsFound();
    void codesAreSifted();
    void pastedLinesAreSifted();
    void absurdFiles();
    void hugeFileIsReadInPieces();
    void readingCanBeStopped();
    void cellsAreMadeHarmless_data();
    void cellsAreMadeHarmless();
    void whatWasWrittenIsRead();
};

void TestCsv::wellFormed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Rows>("rows");
    QTest::newRow("plain") << QByteArray("a,b\nc,d\n") << Rows{{"a", "b"}, {"c", "d"}};
    QTest::newRow("no last line end") << QByteArray("a,b\nc,d") << Rows{{"a", "b"}, {"c", "d"}};
    QTest::newRow("CR LF") << QByteArray("a\r\nb\r\n") << Rows{{"a"}, {"b"}};
    QTest::newRow("CR") << QByteArray("a\rb\r") << Rows{{"a"}, {"b"}};
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                        "a,b")
                          << Rows{{"a", "b"}};
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << Rows{};
    QTest::newRow("two bytes") << QByteArray("ab") << Rows{{"ab"}};
    QTest::newRow("nothing") << QByteArray() << Rows{};
    QTest::newRow("quotes") << QByteArray("\"a,b\",\"c\"\"d\",\"e\nf\"\n") << Rows{{"a,b", "c\"d", "e\nf"}};
    QTest::newRow("blanks") << QByteArray("  a , \"b\" \n") << Rows{{"a", "b"}};
    QTest::newRow("empty cells") << QByteArray(",a,\n") << Rows{{"", "a", ""}};
    QTest::newRow("protected zeros") << QByteArray("=\"00123\",a\n =\"0,5\" ,=1\n=,b=\"\n").chopped(2) + '\n'
                                     << Rows{{"00123", "a"}, {"0,5", "=1"}, {"=", "b="}};
    QTest::newRow("blank lines") << QByteArray("a\n\n\nb\n\n") << Rows{{"a"}, {"b"}};
    QTest::newRow("Korean") << QByteArray("쿠폰,이름\n가-1,홍길동\n")
                            << Rows{{"쿠폰", "이름"}, {"가-1", "홍길동"}};
}

void TestCsv::wellFormed()
{
    QFETCH(QByteArray, text);
    QFETCH(Rows, rows);
    for (const qsizetype size : {1, 2, 3, 5, 1000}) {
        const auto read = readIn(text, size);
        QVERIFY(read.end.has_value());
        QCOMPARE(read.rows, rows);
    }
}

void TestCsv::faultsNameTheirLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("line");
    const auto row = [](const char *name, const QByteArray &text, Kind kind, qint64 line) {
        QTest::newRow(name) << text << int(kind) << line;
    };
    row("Latin-1",
        "a\nb\n\xFC"
        "ber\n",
        Kind::NotUtf8, 3);
    row("EUC-KR", "code\r\n\xC4\xED\xC6\xF9\r\n", Kind::NotUtf8, 2);
    row("cut-off letter", "a\nb\xEC\xBF", Kind::NotUtf8, 2);
    row("overlong", "a\n\xC0\xAF\n", Kind::NotUtf8, 2);
    row("half of a surrogate", "\xED\xA0\x80\n", Kind::NotUtf8, 1);
    row("UTF-16 with a mark",
        QByteArray("\xFF\xFE"
                   "a\0\n\0",
                   6),
        Kind::Utf16, 0);
    row("UTF-16 the other way", QByteArray("\xFE\xFF\0a\0\n", 6), Kind::Utf16, 0);
    row("zero bytes", QByteArray("a\0b", 3), Kind::Utf16, 0);
    row("a quote within", "ok\nok\na\"b\n", Kind::BrokenQuotes, 3);
    row("a letter after quotes", "ok\r\n\"a\"b\r\n", Kind::BrokenQuotes, 2);
    row("quotes never end", "ok\n\"two\nlines\"\n\"never\nends\nhere", Kind::OpenQuotes, 4);
    row("a quote in the last cell", "ok\na,\"", Kind::OpenQuotes, 2);
}

void TestCsv::faultsNameTheirLine()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(qint64, line);
    for (const qsizetype size : {1, 2, 7, 1000}) {
        const auto read = readIn(text, kind == int(Kind::Utf16) ? 1000 : size);
        QVERIFY(!read.end.has_value());
        QCOMPARE(int(read.end.error().kind), kind);
        QCOMPARE(read.end.error().line, line);
    }
}

void TestCsv::linesAreThoseOfTheFile()
{
    for (const char *end : {"\n", "\r\n", "\r"}) {
        const QByteArray text = QByteArray("a\n\n\"b\nb\",\"c\nc\"\nd\n\n\ne").replace("\n", end);
        for (const qsizetype size : {1, 3, 1000})
            QCOMPARE(readIn(text, size).lines, (QList<qint64>{1, 3, 6, 9}));
    }
}

void TestCsv::separatorIsGuessed_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << QByteArray("a,b;c,d\n;;;;") << ',';
    QTest::newRow("semicolon") << QByteArray("a;b;c\n") << ';';
    QTest::newRow("tab") << QByteArray("a\tb\n") << '\t';
    QTest::newRow("bar") << QByteArray("a|b\nc|d\n") << '|';
    QTest::newRow("a title above") << QByteArray("Codes, autumn\na;b\nc;d\ne;f\n") << ';';
    QTest::newRow("decimal commas") << QByteArray("code;amount\nA1;1,5\nA2;2,5\n") << ';';
    QTest::newRow("quoted commas") << QByteArray("\"a,b,c\";d\n") << ';';
    QTest::newRow("none") << QByteArray("abc\n1;2;3") << ',';
}

void TestCsv::separatorIsGuessed()
{
    QFETCH(QByteArray, head);
    QFETCH(char, separator);
    QCOMPARE(guessSeparator(head), separator);
}

void TestCsv::columnIsFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("header");
    QTest::addColumn<int>("column");
    QTest::newRow("no header") << QByteArray("A1,x\nA2,y\n") << false << 0;
    QTest::newRow("code") << QByteArray("id;Code\n1;A1\n2;A2\n") << true << 1;
    QTest::newRow("쿠폰번호") << QByteArray("\xEF\xBB\xBF이름\t쿠폰 번호\n가\tA1\n나\tA2\n") << true << 1;
    QTest::newRow("coupon_code") << QByteArray("coupon_code\nA1\nA2\n") << true << 0;
}

void TestCsv::columnIsFound()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, header);
    QFETCH(int, column);
    const auto read = codesOf(text);
    QVERIFY(read.has_value());
    QCOMPARE(read->hasHeader, header);
    QCOMPARE(read->column, column);
    QCOMPARE(read->rows, 2);
    QCOMPARE(codes(*read), (QList<QByteArray>{"A1", "A2"}));
    QCOMPARE(codesOf("A1,B1\nA2,B2\n", 1)->good.at(1).code, QByteArray("B2"));
}

void TestCsv::codesAreSifted()
{
    const QByteArray text = "code,n\nA1,1\n,2\n\"in side\",3\nA1,4\n" + QByteArray(65, 'x') +
                            ",5\n<b>bold</b>,6\nA\x01,7\nB2\n" + QByteArray(5000, 'y') + ",9\n'=1,10\n";
    const auto read = codesOf(text);
    QVERIFY(read.has_value());
    QCOMPARE(codes(*read), (QList<QByteArray>{"A1", "<b>bold</b>", "B2", "=1"}));
    const QList<RefusedCode> expected{
        {3, "", CodeFault::Empty, 0},        {4, "in side", CodeFault::Invalid, 0},
        {5, "A1", CodeFault::Doubled, 2},    {6, QByteArray(65, 'x'), CodeFault::TooLong, 0},
        {8, "A\x01", CodeFault::Invalid, 0}, {10, QByteArray(200, 'y'), CodeFault::TooLong, 0}};
    QCOMPARE(read->refused, expected);
    QCOMPARE(read->rows, 10);
}

void TestCsv::pastedLinesAreSifted()
{
    const auto sifted = siftLines("  A1 \r\n\r\nA2\nA1\nb b\n\n  \n");
    QCOMPARE(sifted.good().size(), 2);
    QCOMPARE(sifted.good().at(1).code, QByteArray("A2"));
    QCOMPARE(sifted.good().at(1).line, 3);
    const QList<RefusedCode> expected{
        {2, "", CodeFault::Empty, 0}, {4, "A1", CodeFault::Doubled, 1}, {5, "b b", CodeFault::Invalid, 0}};
    QCOMPARE(sifted.refused(), expected);
    QVERIFY(siftLines("").good().isEmpty());
    QVERIFY(siftLines(" \n\n").refused().isEmpty());
}

void TestCsv::absurdFiles()
{
    QCOMPARE(codesOf("").error().kind, Kind::NoRows);
    QCOMPARE(codesOf("code\n").error().kind, Kind::NoRows);
    QCOMPARE(codesOf("A\n\"" + QByteArray(1'000'000, 'z')).error(), (CsvFault{Kind::LongCell, 2}));
    QCOMPARE(codesOf("A\n" + QByteArray(5'000'000, ',')).error(), (CsvFault{Kind::ManyColumns, 2}));
    EndlessFile rows(30'000'000, 8);
    QCOMPARE(readCodes(rows, {}).error().kind, Kind::ManyRows);
    QVERIFY(rows.total < 10'000'000);
}

void TestCsv::hugeFileIsReadInPieces()
{
    // 100 MB in rows of 150 bytes: each code is too long, and only its beginning is kept.
    EndlessFile file(largestCsv, 150);
    const auto read = readCodes(file, {});
    QVERIFY(read.has_value());
    QCOMPARE(read->rows, (largestCsv + 149) / 150);
    QCOMPARE(file.total, largestCsv);
    QVERIFY(file.largestRead <= 64 * 1024);
    EndlessFile larger(largestCsv + 1, 150);
    QCOMPARE(readCodes(larger, {}).error().kind, Kind::TooLarge);
}

void TestCsv::readingCanBeStopped()
{
    EndlessFile file(largestCsv, 150);
    std::stop_source stop;
    CsvReading how;
    how.stop = stop.get_token();
    how.progress = [&stop](qint64 bytes) {
        if (bytes > 1'000'000)
            stop.request_stop();
    };
    QCOMPARE(readCodes(file, how).error().kind, Kind::Stopped);
    QVERIFY(file.total < 2'000'000);
}

void TestCsv::cellsAreMadeHarmless_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QByteArray("A1") << QByteArray("A1\r\n");
    QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1\r\n");
    QTest::newRow("plus") << QByteArray("+82") << QByteArray("'+82\r\n");
    QTest::newRow("minus") << QByteArray("-A") << QByteArray("'-A\r\n");
    QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)\r\n");
    QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("\"'\t=1\"\r\n");
    QTest::newRow("CR") << QByteArray("\r=1") << QByteArray("\"'\r=1\"\r\n");
    QTest::newRow("inside") << QByteArray("a=1") << QByteArray("a=1\r\n");
    QTest::newRow("quotes") << QByteArray("a\"b,c") << QByteArray("\"a\"\"b,c\"\r\n");
    QTest::newRow("bar") << QByteArray("a|b") << QByteArray("\"a|b\"\r\n");
    QTest::newRow("quoted formula") << QByteArray("=\"a\"") << QByteArray("\"'=\"\"a\"\"\"\r\n");
    QTest::newRow("protected zeros") << QByteArray("'007") << QByteArray("''007\r\n");
    QTest::newRow("empty") << QByteArray() << QByteArray("\"\"\r\n");
}

void TestCsv::cellsAreMadeHarmless()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, line);
    QCOMPARE(csvLine({cell}), line);
    const QByteArray alone = cell.isEmpty() ? QByteArray() : line.chopped(2);
    QCOMPARE(csvLine({"", cell, "z"}), ',' + alone + ",z\r\n");
}

void TestCsv::whatWasWrittenIsRead()
{
    const QList<QByteArray> cells{"A1", "=1", "-x", "a\"b", "가,나", "'quoted", "c;d", "", "'007", "007"};
    QByteArray text = csvMark;
    for (int i = 0; i < 3; ++i)
        text += csvLine(cells);
    const auto read = readIn(text, 4);
    QCOMPARE(read.rows.size(), 3);
    QList<QByteArray> back;
    for (const auto &cell : read.rows.at(2))
        back.append(withoutGuard(cell));
    QCOMPARE(back, cells);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"

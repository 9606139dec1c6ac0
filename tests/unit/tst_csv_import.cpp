// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// F9, F10: files as Excel, LibreOffice, Numbers and Google Sheets write them, and as people leave them.

#include "core/coupon/csv_codes.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

using namespace seonchak;

namespace {

using Codes = QList<QByteArray>;

std::expected<CsvCodes, CsvFault> readText(QByteArray text, const CsvReading &how = {})
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return readCodes(buffer, how);
}

Codes codes(const std::expected<CsvCodes, CsvFault> &read)
{
    Codes all;
    if (!read)
        return {"fault " + QByteArray::number(int(read.error().kind))};
    for (const auto &one : read->good)
        all.append(one.code);
    return all;
}

/// "4 Title: word", one a refused row.
QStringList refused(const std::expected<CsvCodes, CsvFault> &read)
{
    static const QStringList names{"Empty", "TooLong", "Invalid", "NotText", "Damaged",
                                   "Title", "Doubled", "Taken",   "NotAdded"};
    QStringList all;
    for (const auto &one : read ? read->refused : QList<RefusedCode>())
        all << QString("%1 %2: %3").arg(one.line).arg(names[int(one.fault)], QString::fromUtf8(one.code));
    return all;
}

QByteArray in(const char *encoding, const QString &text, const QByteArray &mark = {})
{
    QStringEncoder encoder(encoding);
    return mark + QByteArray(encoder(text));
}

} // namespace

class TestCsvImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encodings_data();
    void encodings();
    void anEncodingCanBeNamed();
    void lettersThatNoEncodingHas();
    void f10_separatorLine_data();
    void f10_separatorLine();
    void f9_headers_data();
    void f9_headers();
    void f9_firstRowsThatAreCodes_data();
    void f9_firstRowsThatAreCodes();
    void theHeaderCanBeSaid();
    void columnOfCodes_data();
    void columnOfCodes();
    void rowsThatHoldNothing();
    void whatPeoplePutAroundCodes();
    void whatIsWithinIsNamed();
    void pastedHeadersAreNoCodes();
    void hangulIsOneForm();
    void pastedSeparatorsPartCodes();
    void unusualCodesAreMarked_data();
    void unusualCodesAreMarked();
    void prefixesFollowTheRuleOfCodes();
};

void TestCsvImport::encodings_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<CsvEncoding>("encoding");
    const QString text = "쿠폰번호\t이름\r\n똠방-001\t펲시\r\nA-2\t홍길동\r\n";
    using E = CsvEncoding;
    QTest::newRow("UTF-8") << text.toUtf8() << E::Utf8;
    QTest::newRow("CSV UTF-8 of Excel") << "\xEF\xBB\xBF" + text.toUtf8() << E::Utf8;
    QTest::newRow("Unicode text of Excel") << in("UTF-16LE", text, "\xFF\xFE") << E::Utf16Le;
    QTest::newRow("UTF-16 LE without a mark") << in("UTF-16LE", text) << E::Utf16Le;
    QTest::newRow("UTF-16 BE") << in("UTF-16BE", text, "\xFE\xFF") << E::Utf16Be;
    QTest::newRow("UTF-16 BE without a mark") << in("UTF-16BE", text) << E::Utf16Be;
    QTest::newRow("CSV of Korean Excel") << in("windows-949", text) << E::Cp949;
    // The first Korean letter stands far beyond what is read at once.
    QString late = "code\r\n";
    for (int i = 0; i < 20'000; ++i)
        late += "X" + QString::number(i) + "\r\n";
    QTest::newRow("CP949, late") << in("windows-949", late + "똠방-001\r\nA-2\r\n") << E::Cp949;
}

void TestCsvImport::encodings()
{
    QFETCH(QByteArray, file);
    QFETCH(CsvEncoding, encoding);
    const auto read = readText(file);
    QVERIFY2(read.has_value(), codes(read).value(0));
    QCOMPARE(int(read->encoding), int(encoding));
    QCOMPARE(codes(read).last(2), (Codes{"똠방-001", "A-2"}));
    QCOMPARE(refused(read), QStringList());
}

void TestCsvImport::anEncodingCanBeNamed()
{
    CsvReading how;
    how.encoding = CsvEncoding::Windows1252;
    QCOMPARE(codes(readText("code\nf\xFCr-1\n", how)), (Codes{"für-1"}));
    how.encoding = CsvEncoding::Utf8;
    const auto fault = readText("code\n" + in("windows-949", "쿠폰-1") + '\n', how);
    QCOMPARE(fault.error(), (CsvFault{CsvFault::Kind::NotUtf8, 2}));
    how.encoding = CsvEncoding::Cp949;
    QCOMPARE(codes(readText("code\n" + in("windows-949", "쿠폰-1") + '\n', how)), (Codes{"쿠폰-1"}));
}

void TestCsvImport::lettersThatNoEncodingHas()
{
    using Kind = CsvFault::Kind;
    QCOMPARE(readText("A-1\nA-2\nA\xFF-3\n").error(), (CsvFault{Kind::NotUtf8, 3}));
    QCOMPARE(readText("A-1\nA-2\xC4").error(), (CsvFault{Kind::NotUtf8, 2}));
    QCOMPARE(readText(in("UTF-16LE", "A-1\nA-2\n", "\xFF\xFE").chopped(1)).error().kind, Kind::NotUtf8);
    QCOMPARE(readText(QByteArray("\xFF\xFE"
                                 "A\0\n\0\0\xD8X\0",
                                 10))
                 .error(),
             (CsvFault{Kind::NotUtf8, 2}));
    QCOMPARE(readText(QByteArray("PK\3\4\0\0a\0\0\0", 10)).error().kind, Kind::Utf16);
}

void TestCsvImport::f10_separatorLine_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<char>("separator");
    const auto row = [](const char *name, const QByteArray &file, char separator) {
        QTest::newRow(name) << file << separator;
    };
    row("as reported", "sep=;\r\ncode;name\r\nSEP-0001;a\r\n", ';');
    row("comma", "sep=,\ncode,name\nSEP-0001,a;b\n", ',');
    row("quoted", "\"sep=;\"\r\ncode;name\r\nSEP-0001;a\r\n", ';');
    row("capitals, a mark", "\xEF\xBB\xBFSEP=|\r\ncode|name\r\nSEP-0001|a\r\n", '|');
    row("tab", "sep=\t\r\ncode\tname\r\nSEP-0001\ta\r\n", '\t');
    row("tab, written out", "sep=\\t\r\ncode\tname\r\nSEP-0001\ta\r\n", '\t');
    row("an odd one", "sep=^\r\ncode^name\r\nSEP-0001^a\r\n", '^');
    row("CR alone", "sep=;\rcode;name\rSEP-0001;a\r", ';');
    row("padded by Excel", "sep=;;\r\ncode;name\r\nSEP-0001;a\r\n", ';');
    row("names none", "sep=\r\ncode;name\r\nSEP-0001;a\r\n", ';');
    row("not the one that is frequent", "sep=;\r\ncode;a,b,c\r\nSEP-0001;a,b,c\r\n", ';');
}

void TestCsvImport::f10_separatorLine()
{
    QFETCH(QByteArray, file);
    QFETCH(char, separator);
    const auto read = readText(file);
    QCOMPARE(codes(read), (Codes{"SEP-0001"}));
    QCOMPARE(refused(read), QStringList());
    QCOMPARE(read->separator, separator);
    QCOMPARE(read->headerLine, 2);
    QCOMPARE(read->good[0].line, 3);
}

void TestCsvImport::f9_headers_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Codes>("expected");
    const auto row = [](const QByteArray &file, const Codes &expected) {
        QTest::newRow(file.left(60).replace('\n', '/')) << file << expected;
    };
    row("promo_code,amount\nPRO-1,1000\n", {"PRO-1"});
    row("바우처번호\nVOU-1\n", {"VOU-1"});
    row("CODE\nAB12\n", {"AB12"});
    row("Code\nSUMMER\nWINTER\n", {"SUMMER", "WINTER"});
    row("\"Coupon Code\"\n1001\n1002\n", {"1001", "1002"});
    row("couponCode;pin\nX1;9\n", {"X1"});
    row("쿠폰 번호\n가-1\n", {"가-1"});
    row("시리얼\n0001\n", {"0001"});
    row("Gutschein-Code\nABC1\n", {"ABC1"});
    row("Gutscheinnummer\nABC-123\nABC-124\n", {"ABC-123", "ABC-124"});
    row("クーポン番号\nABC-1\n", {"ABC-1"});
    row("优惠券\nABC-1\nABC-2\n", {"ABC-1", "ABC-2"});
    row("GUTSCHEIN\nAB12CD\nEF34GH\n", {"AB12CD", "EF34GH"});
    row("Codice,Importo\nABCDEF,1000\n", {"ABCDEF"});
    row("name,amount\nabc-1,1000\nabc-2,500\n", {"abc-1", "abc-2"});
    row("2026 가을 행사\n\n쿠폰번호,금액\nA-1,1000\nA-2,1000\n", {"A-1", "A-2"});
    row("가을 행사 쿠폰 목록\n쿠폰번호\nA-1\nA-2\n", {"A-1", "A-2"});
    row("code\nA-1\ncode\nA-2\n", {"A-1", "A-2"});
}

void TestCsvImport::f9_headers()
{
    QFETCH(QByteArray, file);
    QFETCH(Codes, expected);
    const auto read = readText(file);
    QCOMPARE(codes(read), expected);
    QVERIFY(read->hasHeader);
    // What stands above or is repeated is shown, not swallowed.
    QCOMPARE(read->rows, expected.size() + read->refused.size());
    for (const auto &one : read->refused)
        QCOMPARE(int(one.fault), int(CodeFault::Title));
}

void TestCsvImport::f9_firstRowsThatAreCodes_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto row = [](const QByteArray &file) { QTest::newRow(file.left(60).replace('\n', '/')) << file; };
    row("A-1\nA-2\n");
    row("SPRING\nSUMMER\nWINTER\n");
    row("COUPON-1\nCOUPON-2\n");
    row("WELCOME\nSUMMER10\nVIP\n");
    row("CODE1\nCODE2\n");
    row("ABCDEFGH\nAB12CD34\nEF56GH78\n");
    row("가을-1\n겨울-2\n");
    row("첫구매\n재구매\n");
    row("only-one\n");
    row("summer10\nWINTER20\n");
    row("AAAA,x\nAB12,5\n");
    row("SPRING,none\nSUMMER,5\nWINTER,6\n");
}

void TestCsvImport::f9_firstRowsThatAreCodes()
{
    QFETCH(QByteArray, file);
    const auto read = readText(file);
    QVERIFY(read.has_value());
    QVERIFY(!read->hasHeader);
    QCOMPARE(read->good.size(), file.count('\n'));
}

void TestCsvImport::theHeaderCanBeSaid()
{
    CsvReading how;
    how.header = true;
    const auto with = readText("WELCOME\nSUMMER10\n", how);
    QCOMPARE(codes(with), (Codes{"SUMMER10"}));
    QCOMPARE(with->headerLine, 1);
    how.header = false;
    const auto without = readText("code\nSUMMER10\n", how);
    QCOMPARE(codes(without), (Codes{"code", "SUMMER10"}));
    QVERIFY(!without->hasHeader);
}

void TestCsvImport::columnOfCodes_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("column");
    const auto row = [](const QByteArray &file, int column) {
        QTest::newRow(file.left(60).replace('\n', '/')) << file << column;
    };
    row("번호,이름,쿠폰번호\n1,홍길동,A-1\n2,김영희,A-2\n", 2);
    row("번호,금액\nA-1,1000\nA-2,2000\n", 0);
    row("no,code,amount\n1,A-1,10\n2,A-2,10\n", 1);
    row("상품코드,쿠폰코드\nP1,A-1\nP1,A-2\n", 1);
    row("쿠폰명,코드\n가을 할인,A-1\n가을 할인,A-2\n", 1);
    row("zip code|voucher\n12345|A-1\n12346|A-2\n", 1);
    row("1,홍길동,A7KQ-9MXA\n2,김영희,TT4C-2XYZ\n", 2);
    row("2026-03-01;GS25-0001;5000\n2026-03-01;GS25-0002;5000\n", 1);
    row("a@b.kr,010-1234-5678,AB12CD34\nc@d.kr,010-1234-5679,EF56GH78\n", 2);
    row("A1,B1\nA2,B2\n", 0);
}

void TestCsvImport::columnOfCodes()
{
    QFETCH(QByteArray, file);
    QFETCH(int, column);
    const auto read = readText(file);
    QVERIFY(read.has_value());
    QCOMPARE(read->column, column);
    QCOMPARE(read->good.size(), 2);
}

void TestCsvImport::rowsThatHoldNothing()
{
    const auto read = readText("code;note\r\nA-1;x\r\n;\r\n\r\n ; \r\n;forgotten\r\nA-2\r\n;;;;\r\n");
    QCOMPARE(codes(read), (Codes{"A-1", "A-2"}));
    QCOMPARE(refused(read), (QStringList{"6 Empty: "}));
    QCOMPARE(read->rows, 3);
    QCOMPARE(readText(";;;\n;;\n").error().kind, CsvFault::Kind::NoRows);
}

void TestCsvImport::whatPeoplePutAroundCodes()
{
    const auto read =
        readText("code\n=\"00123\"\n\"=\"\"00124\"\"\"\n'00125\n\u00a0A-1\u00a0\n\u200bA-2\ufeff\n"
                 "\ufeffA-3\n\u3000A-4\n\"\tA-5\"\nA-6\u00ad\n");
    QCOMPARE(codes(read), (Codes{"00123", "00124", "00125", "A-1", "A-2", "A-3", "A-4", "A-5", "A-6"}));
    QCOMPARE(refused(read), QStringList());
}

void TestCsvImport::whatIsWithinIsNamed()
{
    const auto read = readText("code\nA\u00a01\nA\u200b2\nA\u00ad3\nA\u202e4\nA\ufffd5\n\"A\n6\"\nA\u3164"
                               "7\nＡＢ８\n");
    QCOMPARE(codes(read), (Codes{"ＡＢ８"}));
    QCOMPARE(read->refused.size(), 7);
    QCOMPARE(int(read->refused[0].fault), int(CodeFault::Invalid));
    QCOMPARE(int(read->refused[4].fault), int(CodeFault::NotText));
}

void TestCsvImport::pastedHeadersAreNoCodes()
{
    const auto sifted = siftLines("쿠폰번호\nA-1\n1.23457E+11\n='x\n");
    QCOMPARE(sifted.good().at(0).code, QByteArray("A-1"));
    QCOMPARE(int(sifted.refused().at(0).fault), int(CodeFault::Title));
    QCOMPARE(int(sifted.refused().at(1).fault), int(CodeFault::Damaged));
    QCOMPARE(siftLines("CODE\n").good().size(), 1); // alone, it is what somebody means
}

void TestCsvImport::hangulIsOneForm()
{
    const QByteArray apart = QString::fromUtf8("가을-1").normalized(QString::NormalizationForm_D).toUtf8();
    const auto read = readText("code\n" + apart + "\n가을-1\n");
    QCOMPARE(codes(read), (Codes{"가을-1"}));
    QCOMPARE(refused(read), (QStringList{"3 Doubled: 가을-1"}));
}

void TestCsvImport::pastedSeparatorsPartCodes()
{
    using Separators = PastedSeparators;
    QVERIFY(hasSeparators("A,B") && hasSeparators("A\tB") && hasSeparators("A;B"));
    QVERIFY(!hasSeparators("A\nB\t\n") && !hasSeparators(""));
    const QByteArray text = "A1, A2;A3\tA4\n,,\nA5,\nA1\n";
    const auto parted = siftLines(text, Separators::Between);
    QByteArrayList codes;
    for (const auto &one : parted.good())
        codes << QByteArray::number(one.line) + ':' + one.code;
    QCOMPARE(codes, (QByteArrayList{"1:A1", "1:A2", "1:A3", "1:A4", "3:A5"}));
    const QList<RefusedCode> refused{{2, "", CodeFault::Empty, 0}, {4, "A1", CodeFault::Doubled, 1}};
    QCOMPARE(parted.refused(), refused);
    QCOMPARE(siftLines(text, Separators::Within).good().at(0).code, QByteArray(",,"));
    const auto headed = siftLines("번호\t쿠폰번호\n1\tA1\n", Separators::Between);
    QCOMPARE(headed.refused().size(), 2);
    QCOMPARE(int(headed.refused().at(0).fault), int(CodeFault::Title));
}

void TestCsvImport::unusualCodesAreMarked_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("oddity");
    const auto row = [](const char *code, CodeOddity oddity) {
        QTest::newRow(code) << QByteArray(code) << int(oddity);
    };
    row("GS25-7KQ2_M9", CodeOddity::None);
    row("a.b/c:d#1", CodeOddity::None);
    row("=1+1", CodeOddity::Formula);
    row("-5", CodeOddity::Formula);
    row("@x", CodeOddity::Formula);
    row("A,B", CodeOddity::Separator);
    row("\"A|B", CodeOddity::Separator);
    row("\"A\"", CodeOddity::Quotes);
    row("한글", CodeOddity::Letters);
}

void TestCsvImport::unusualCodesAreMarked()
{
    QFETCH(QByteArray, code);
    QFETCH(int, oddity);
    QCOMPARE(int(codeOddity(code)), oddity);
    QCOMPARE(int(codeFlaw(code)), int(CodeFlaw::None)); // nobody refuses it
}

void TestCsvImport::prefixesFollowTheRuleOfCodes()
{
    for (const char *fine : {"", "SPRING-", "가을-", "a.b/c", "=", "12345678901234567890123456789012"})
        QCOMPARE(int(prefixFlaw(fine)), int(CodeFlaw::None));
    QCOMPARE(int(prefixFlaw("a b")), int(CodeFlaw::Invisible));
    QCOMPARE(int(prefixFlaw("a\n")), int(CodeFlaw::Invisible));
    QCOMPARE(int(prefixFlaw(QByteArray(33, 'x'))), int(CodeFlaw::TooLong));
    QCOMPARE(int(prefixFlaw("\xff")), int(CodeFlaw::NotText));
}

QTEST_APPLESS_MAIN(TestCsvImport)
#include "tst_csv_import.moc"

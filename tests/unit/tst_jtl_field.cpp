// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// U8: result files of other people's JMeter.

#include "core/lab/jmeter/jtl_reader.h"
#include "tests/support/jtl_texts.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;
using namespace seonchak::lab;
using namespace seonchak::lab::testing;

class TestJtlField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void u8_separatorsAreDetected_data();
    void u8_separatorsAreDetected();
    void u8_failedConnectsHaveNoUrl();
    void u8_failedConnectsOfOthersStayTheirs();

private:
    Result<Jtl> read(const QByteArray &bytes);
    QTemporaryDir m_dir;
};

Result<Jtl> TestJtlField::read(const QByteArray &bytes)
{
    QFile file(m_dir.filePath(QStringLiteral("results.jtl")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return failure(Trouble::Internal, QStringLiteral("cannot write"));
    file.close();
    return readJtl(file.fileName());
}

void TestJtlField::u8_separatorsAreDetected_data()
{
    QTest::addColumn<char>("separator");
    for (const char separator : {',', ';', '\t', '|', ':', '^', '~', '!'})
        QTest::newRow(QByteArray(1, separator)) << separator;
}

void TestJtlField::u8_separatorsAreDetected()
{
    QFETCH(const char, separator);
    const auto with = [&](QByteArray text) { return text.replace(',', separator); };
    const QByteArray row = with(row211(42, "200"));
    const QByteArray url = "http://127.0.0.1:8080/api/v1/coupons/42/issue";
    const QByteArray inQuotes = '"' + url + '"';
    const QByteArray quoted = separator == ':' ? QByteArray(row).replace(url, inQuotes) : row;
    for (const QByteArray &head : {with(header211), QByteArray("\xEF\xBB\xBF" + with(header211))}) {
        const auto jtl = read(head + quoted + quoted);
        QVERIFY2(jtl, qPrintable(jtl ? QString() : jtl.error().detail));
        QCOMPARE(jtl->requests.size(), 2U);
        QCOMPARE(jtl->requests[0].user, 42);
    }
    const auto headless = read(with(bare));
    QVERIFY2(headless, qPrintable(headless ? QString() : headless.error().detail));
    QCOMPARE(headless->requests.size(), 2U);
    // The names at the end of the line, and in quotes
    const auto last = read(with("\"elapsed\",\"label\",\"responseCode\",\"timeStamp\"\n") +
                           with("5,POST /api/v1/coupons/42/issue,200,1700000000000\n"));
    QVERIFY2(last, qPrintable(last ? QString() : last.error().detail));
    QCOMPARE(last->requests.size(), 1U);
}

void TestJtlField::u8_failedConnectsHaveNoUrl()
{
    const auto failed = [](QByteArray row, const char *label, const char *start) {
        const auto url = row.indexOf("http://");
        row.replace(url, row.indexOf(',', url) - url, "null");
        return row.replace(",Issue,", label).replace("1795427001006", start);
    };
    const QByteArray refused = row211(5, "Non HTTP response code: java.net.ConnectException");
    const QByteArray timedOut = row211(5, "Non HTTP response code: java.net.SocketTimeoutException");
    const auto jtl =
        read(header211 + failed(refused, ",mine,", "1795427000006") +
             row211(7, "200").replace(",Issue,", ",mine,") + failed(timedOut, ",mine,", "1795427001007"));
    QVERIFY2(jtl, qPrintable(jtl ? QString() : jtl.error().detail));
    QCOMPARE(jtl->requests.size(), 3U);
    QCOMPARE(jtl->others, 0);
    QCOMPARE(jtl->startedMs, 1795427000006);
    QCOMPARE(jtl->requests[0].user, 0);
    QCOMPARE(jtl->requests[0].fate, Fate::Unsent);
    QCOMPARE(jtl->requests[1].user, 7);
    QCOMPARE(jtl->requests[1].sent, 1'000'000'000);
    QCOMPARE(jtl->requests[2].fate, Fate::NoAnswer);
    // Nothing but failures: the server was not there. Our plan's thread tells the user even so.
    const auto none =
        read(header211 + failed(refused, ",Issue,", "1795427000006").replace("Users 1-9", "Users 1-4"));
    QVERIFY2(none, qPrintable(none ? QString() : none.error().detail));
    QCOMPARE(none->requests.size(), 1U);
    QCOMPARE(none->requests[0].user, 4);
    const auto xml = read(resultsXml(
        sampleXml("rc=\"Non HTTP response code: java.net.ConnectException\"",
                  "  <java.net.URL>null</java.net.URL>\n")
            .replace("lb=\"Issue\"", "lb=\"mine\"") +
        sampleXml("rc=\"Non HTTP response code: org.apache.http.conn.HttpHostConnectException\"", "")
            .replace("lb=\"Issue\"", "lb=\"mine\"")));
    QVERIFY2(xml, qPrintable(xml ? QString() : xml.error().detail));
    QCOMPARE(xml->requests.size(), 2U);
    QCOMPARE(xml->requests[1].fate, Fate::Unsent);
}

void TestJtlField::u8_failedConnectsOfOthersStayTheirs()
{
    const QByteArray login = "1795427001006,85,Login,200,OK,Users 1-9,text,true,219,3,3,http://h/login,85\n";
    QByteArray failed = login;
    failed.replace(",200,", ",Non HTTP response code: java.net.ConnectException,")
        .replace("http://h/login", "null");
    const auto jtl = read(header211 + failed + login + row211(1, "200"));
    QVERIFY2(jtl, qPrintable(jtl ? QString() : jtl.error().detail));
    QCOMPARE(jtl->requests.size(), 1U);
    QCOMPARE(jtl->others, 2);
}

QTEST_GUILESS_MAIN(TestJtlField)
#include "tst_jtl_field.moc"

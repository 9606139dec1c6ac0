// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/jmeter/jtl_csv.h"
#include "core/lab/jmeter/jtl_reader.h"
#include "core/lab/jmeter/jtl_xml.h"
#include "tests/support/jtl_texts.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;
using namespace seonchak::lab;
using namespace seonchak::lab::testing;

class TestJtl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsXmlWithBodies();
    void readsXmlInPiecesOfOneByte();
    void countsTheOutermostHttpSample();
    void readsTheUserFromTheAnswer();
    void readsCsvOf213WithoutAHeader();
    void readsCsv_data();
    void readsCsv();
    void tellsWhatHadNoAnswer();
    void passesOverOtherSamplers();
    void refuses_data();
    void refuses();
    void boundsWhatOneSampleHolds();
    void placesSamplesByUser();

private:
    Result<Jtl> read(const QByteArray &bytes, UserId firstUser = 1);
    QTemporaryDir m_dir;
};

Result<Jtl> TestJtl::read(const QByteArray &bytes, UserId firstUser)
{
    QFile file(m_dir.filePath(QStringLiteral("results.jtl")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return failure(Trouble::Internal, QStringLiteral("cannot write"));
    file.close();
    return readJtl(file.fileName(), firstUser);
}

void TestJtl::readsXmlWithBodies()
{
    const auto jtl =
        read(resultsXml(sampleXml("rc=\"200\"", bodyXml(coupon(7, "K7")) + urlXml(issuePath(7))) +
                        sampleXml("rc=\"200\"", bodyXml(coupon(7, "K7", "ALREADY")) + urlXml(issuePath(7))) +
                        sampleXml("rc=\"500\"", bodyXml(R"({"title":"<실패>","code":"store-failed"})") +
                                                    urlXml(issuePath(9))) +
                        sampleXml("rc=\"404\"", bodyXml(R"({"code":"not-found"})") + urlXml(issuePath(10)))));
    QVERIFY2(jtl, qPrintable(jtl ? QString() : jtl.error().detail));
    QVERIFY(jtl->isXml);
    QCOMPARE(jtl->startedMs, 1795426996982);
    QCOMPARE(jtl->requests.size(), 4U);
    QCOMPARE(jtl->withoutBody, 0);
    const auto &first = jtl->requests[0];
    QCOMPARE(first.user, 7);
    QCOMPARE(first.code, QByteArray("K7"));
    QCOMPARE(first.fate, Fate::Issued);
    QCOMPARE(first.scheduled, -1);
    QCOMPARE(first.sent, 0);
    QCOMPARE(first.answered, 58'000'000);
    QCOMPARE(jtl->requests[1].fate, Fate::Already);
    QCOMPARE(jtl->requests[2].fate, Fate::PartnerFailed);
    QCOMPARE(jtl->requests[2].user, 9);
    QCOMPARE(jtl->requests[3].fate, Fate::Other);
}

void TestJtl::readsXmlInPiecesOfOneByte()
{
    const QByteArray text =
        resultsXml(sampleXml("rc=\"200\"", bodyXml(coupon(3, "한글")) + urlXml(issuePath(3))));
    JtlCollector collector(1);
    JtlXml xml(collector);
    for (const char byte : text)
        QVERIFY(xml.feed(QByteArrayView(&byte, 1)));
    QVERIFY(xml.finish());
    const auto jtl = collector.finish();
    QVERIFY(jtl);
    QCOMPARE(jtl->requests.size(), 1U);
    QCOMPARE(jtl->requests[0].code, QByteArray("한글"));
}

void TestJtl::countsTheOutermostHttpSample()
{
    const QByteArray inner = sampleXml("rc=\"200\"", bodyXml(coupon(5, "IN")) + urlXml(issuePath(5)));
    const QByteArray redirected =
        sampleXml("rc=\"200\"", inner + bodyXml(coupon(5, "OUT")) + urlXml(issuePath(5)));
    const QByteArray transaction =
        "<sample t=\"9\" ts=\"1795426996982\" lb=\"" + issuePath(6) + "\" rc=\"200\">" +
        sampleXml("rc=\"200\"", bodyXml(coupon(6, "TX")) + urlXml(issuePath(6))) + "</sample>\n";
    const auto jtl = read(resultsXml(redirected + transaction));
    QVERIFY(jtl);
    QCOMPARE(jtl->requests.size(), 2U);
    QCOMPARE(jtl->requests[0].code, QByteArray("OUT"));
    QCOMPARE(jtl->requests[1].code, QByteArray("TX"));
    QCOMPARE(jtl->others, 0);
}

void TestJtl::readsTheUserFromTheAnswer()
{
    const auto anonymous = [](QByteArray sample) { return sample.replace("lb=\"Issue\"", "lb=\"mine\""); };
    const auto jtl = read(resultsXml(
        anonymous(sampleXml("rc=\"200\"", bodyXml(coupon(11, "K")))) +
        anonymous(sampleXml("rc=\"404\"",
                            bodyXml(R"({"code":"sold-out","instance":"/api/v1/coupons/12/issue"})"))) +
        anonymous(sampleXml("rc=\"200\"", bodyXml(R"({"id":1,"code":"K","userId":13})")))));
    QVERIFY(jtl);
    QCOMPARE(jtl->requests.size(), 2U);
    QCOMPARE(jtl->requests[0].user, 11);
    QCOMPARE(jtl->requests[1].user, 12);
    QCOMPARE(jtl->others, 1); // a coupon that was looked at
}

void TestJtl::readsCsvOf213WithoutAHeader()
{
    const auto jtl = read(bare, 1001);
    QVERIFY2(jtl, qPrintable(jtl ? QString() : jtl.error().detail));
    QVERIFY(!jtl->isXml);
    QCOMPARE(jtl->requests.size(), 2U);
    QCOMPARE(jtl->usersByThread, 2);
    QCOMPARE(jtl->withoutBody, 2);
    QCOMPARE(jtl->startedMs, 1795426998880);
    QCOMPARE(jtl->requests[0].user, 1001);
    QCOMPARE(jtl->requests[0].sent, 6'000'000);
    QCOMPARE(jtl->requests[0].answered, 55'000'000);
    QCOMPARE(jtl->requests[0].fate, Fate::Issued);
    QCOMPARE(jtl->requests[1].user, 1002);
    QCOMPARE(jtl->requests[1].fate, Fate::SoldOut);
}

void TestJtl::readsCsv_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray url = "http://h:1/shop/api/v1/coupons/42/issue";
    QTest::newRow("2.13") << QByteArray(header211 + row211(42, "200") + row211(42, "200"));
    QTest::newRow("5.6") << QByteArray(
        header56 + "1700000000000,5,Issue,200,,Users 1-1,text,true,,219,190,3,3," + url + ",5,0,1\n" +
        "1700000000009,5,\"a, \"\"b\"\"\nc\",200,,Users 1-1,text,true,,219,190,3,3," + url + ",5,0,1\n");
    QTest::newRow("semicolons, a mark and CR LF")
        << QByteArray("\xEF\xBB\xBF"
                      "elapsed;timeStamp;responseCode;label\r\n"
                      "5;1700000000000;200;POST /api/v1/coupons/42/issue\r\n5;1700000000000;200;" +
                      url + "\r\n");
}

void TestJtl::readsCsv()
{
    QFETCH(const QByteArray, text);
    const auto jtl = read(text);
    QVERIFY2(jtl, qPrintable(jtl ? QString() : jtl.error().detail));
    QCOMPARE(jtl->requests.size(), 2U);
    for (const auto &request : jtl->requests)
        QCOMPARE(request.user, 42);
    QCOMPARE(jtl->requests[0].fate, Fate::Issued);
    QCOMPARE(jtl->requests[1].fate, Fate::Already); // the file holds no body: a second 200 of one user
}

void TestJtl::tellsWhatHadNoAnswer()
{
    const auto jtl =
        read(header211 + row211(1, "Non HTTP response code: java.net.ConnectException") +
             row211(2, "Non HTTP response code: java.net.SocketTimeoutException") + row211(3, ""));
    QVERIFY(jtl);
    QCOMPARE(jtl->requests[0].fate, Fate::Unsent);
    QCOMPARE(jtl->requests[0].sent, -1);
    QCOMPARE(jtl->requests[1].fate, Fate::NoAnswer);
    QCOMPARE(jtl->requests[1].sent, 0);
    QCOMPARE(jtl->requests[1].answered, -1);
    QCOMPARE(jtl->requests[2].fate, Fate::NoAnswer);
}

void TestJtl::passesOverOtherSamplers()
{
    const QByteArray login = "1795427001006,85,Login,200,OK,Users 1-9,text,true,219,3,3,http://h/login,85\n";
    const QByteArray transaction =
        "1795427001006,85,\"Transaction, one\",200,OK,Users 1-9,,true,219,3,3,null,85\n";
    const auto csv = read(header211 + row211(1, "200") + login + transaction);
    QVERIFY2(csv, qPrintable(csv ? QString() : csv.error().detail));
    QCOMPARE(csv->requests.size(), 1U);
    QCOMPARE(csv->others, 2);
    QCOMPARE(csv->firstOther, 3);

    const auto xml = read(resultsXml("<sample t=\"1\" ts=\"1\" lb=\"JDBC\" rc=\"null 0\"/>\n" +
                                     sampleXml("rc=\"200\"", urlXml("/api/v1/status")) +
                                     sampleXml("rc=\"200\"", urlXml(issuePath(4)))));
    QVERIFY(xml);
    QCOMPARE(xml->requests.size(), 1U);
    QCOMPARE(xml->others, 2);
    QCOMPARE(xml->firstOther, 3);

    const auto none = read(header211 + login);
    QVERIFY(!none);
    QVERIFY2(none.error().detail.contains(QStringLiteral("line 2")), qPrintable(none.error().detail));
}

void TestJtl::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const QByteArray sample = sampleXml("rc=\"200\"", urlXml(issuePath(4)));
    QTest::newRow("nothing") << QByteArray(" \n") << "empty";
    QTest::newRow("header only") << header211 << "no sample";
    QTest::newRow("another text") << QByteArray("hello, world\n") << "line 1: this is no result file";
    QTest::newRow("a row cut off") << QByteArray(header211 + row211(1, "200") + "17954270,85,Iss\n")
                                   << "line 3: 3 columns instead of 13";
    QTest::newRow("the last line cut off")
        << QByteArray(header211 + row211(1, "200").chopped(1)) << "line 2: the last line does not end";
    QTest::newRow("a quote left open")
        << QByteArray(header211 + "1795427001006,85,\"Issue,200\n") << "line 2: quotes begin here";
    QTest::newRow("formatted times") << QByteArray(header211 + row211(1, "200", "2026/11/23 09:43:22"))
                                     << "line 2: the time stamp";
    QTest::newRow("no number of ms") << QByteArray(header211 +
                                                   row211(1, "200").replace(",85,Issue", ",-1,Issue"))
                                     << "line 2: \"-1\" is no elapsed";
    QTest::newRow("no status") << QByteArray(header211 + row211(1, "1200"))
                               << "line 2: \"1200\" is no HTTP status";
    QTest::newRow("two runs") << QByteArray(header211 + row211(1, "200") + header211)
                              << "line 3: a second header";
    QTest::newRow("columns that nobody knows")
        << QByteArray("1795427001006,85,Issue,200\n") << "line 1: no header";
    QTest::newRow("no status column")
        << QByteArray("timeStamp,elapsed\n1,2\n") << "line 1: there is no column";
    QTest::newRow("not UTF-8") << QByteArray(header211 + row211(1, "200").replace("OK", "\xFF"))
                               << "line 2: this is not UTF-8";
    QTest::newRow("XML cut off") << resultsXml(sample).chopped(20) << "line 5: the file ends";
    QTest::newRow("XML cut off in a sample") << resultsXml(sample).left(150) << "line 3: the file ends";
    QTest::newRow("XML with nothing in it")
        << QByteArray("<?xml version=\"1.0\"?>") << "line 1: the file ends";
    QTest::newRow("broken XML") << resultsXml(sample + "<httpSample t=\"1\" ts=>") << "line 6: broken XML";
    QTest::newRow("two XML runs") << QByteArray(resultsXml(sample) + "<testResults/>") << "broken XML";
    QTest::newRow("another XML") << QByteArray("<html>\n</html>") << "line 1: this is no result file";
    QTest::newRow("a document type") << QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]>\n<testResults/>")
                                     << "a document type";
    QTest::newRow("XML without a time")
        << resultsXml(QByteArray(sample).replace("ts=", "tt=")) << "line 3: the time stamp";
}

void TestJtl::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, says);
    const auto jtl = read(text);
    QVERIFY(!jtl);
    QCOMPARE(jtl.error().trouble, Trouble::BadInput);
    QVERIFY2(jtl.error().detail.contains(says), qPrintable(jtl.error().detail));
}

void TestJtl::boundsWhatOneSampleHolds()
{
    JtlCollector collector(1);
    JtlXml xml(collector);
    QVERIFY(xml.feed("<testResults>\n<httpSample t=\"1\" ts=\"1\" rc=\"200\"><responseData>"));
    const QByteArray piece(64 * 1024, 'x');
    Result<void> fed;
    qsizetype bytes = 0;
    for (; fed && bytes < 4 * JtlXml::largestSample; bytes += piece.size())
        fed = xml.feed(piece);
    QVERIFY(!fed);
    QVERIFY2(fed.error().detail.startsWith(QStringLiteral("line 2: one sample")),
             qPrintable(fed.error().detail));
    QVERIFY(bytes <= JtlXml::largestSample + 2 * piece.size());
}

void TestJtl::placesSamplesByUser()
{
    auto jtl = read(header211 + row211(3, "404") + row211(1, "200"));
    QVERIFY(jtl);
    auto plan = planRequests(3, 3, 0, 1);
    std::ranges::sort(plan, {}, &Request::user);
    QVERIFY(placeByUser(*jtl, plan));
    QCOMPARE(plan[0].fate, Fate::Issued);
    QCOMPARE(plan[1].fate, Fate::Unsent);
    QCOMPARE(plan[2].fate, Fate::SoldOut);

    jtl->requests[0].user = 1;
    auto again = planRequests(3, 3, 0, 1);
    const auto placed = placeByUser(*jtl, again);
    QVERIFY(!placed);
    QVERIFY(placed.error().detail.contains(QStringLiteral("user 1")));
}

QTEST_GUILESS_MAIN(TestJtl)
#include "tst_jtl.moc"

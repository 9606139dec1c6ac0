// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/partner_fixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;
using Mode = PartnerBehaviour::Mode;

namespace {

/// The most memory this process ever had resident, in bytes.
qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return -1;
}

} // namespace

class HttpPartnerFaultsTest : public QObject, private PartnerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(startServer()); }
    void cleanup() { m_server.reset(); }
    void timeOutBeforeActing();
    void timeOutAfterActing();
    void actsAfterWeGaveUp();
    void hugeAnswerCostsNoMemory_data();
    void hugeAnswerCostsNoMemory();
    void notConnectedIsRefused();
    void untrustedCertificateIsRefused();
    void deadKeptConnectionIsTriedAgain();
    void deadKeptConnectionAndNobodyThere();
    void killedPartner();
};

void HttpPartnerFaultsTest::timeOutBeforeActing()
{
    behave(Mode::StallBefore, 1);
    HttpPartner partner(optionsFor(m_server->url(), 3000));
    const SendReport report = sendNow(partner);
    QCOMPARE(report.outcome, SendOutcome::Unknown);
    QCOMPARE(report.sign, Sign::Failing);
    QCOMPARE(QCoro::waitFor(partner.ask("A")).kind, Holding::Kind::NeverHeard);
}

void HttpPartnerFaultsTest::timeOutAfterActing()
{
    behave(Mode::StallAfter, 1);
    HttpPartner partner(optionsFor(m_server->url(), 3000));
    QCOMPARE(sendNow(partner).outcome, SendOutcome::Unknown);
    QCOMPARE(QCoro::waitFor(partner.ask("A")).holder, 42);
}

void HttpPartnerFaultsTest::actsAfterWeGaveUp()
{
    behave(Mode::StallBefore, 1, 10'000);
    HttpPartner partner(optionsFor(m_server->url(), 500));
    QCOMPARE(sendNow(partner).outcome, SendOutcome::Unknown);
    QVERIFY(!holds("A"));
    QTRY_VERIFY(holds("A"));
}

void HttpPartnerFaultsTest::hugeAnswerCostsNoMemory_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::newRow("body") << Mode::Huge;
    QTest::newRow("headers") << Mode::HugeHeaders;
}

void HttpPartnerFaultsTest::hugeAnswerCostsNoMemory()
{
    QFETCH(Mode, mode);
    HttpPartner partner(optionsFor(m_server->url(), 60'000));
    sendNow(partner, "warm", 1, "up");
    behave(mode);
    const qint64 before = peakMemory();
    QVERIFY(before > 0);
    for (int n = 0; n < 8; ++n)
        QCOMPARE(sendNow(partner, numbered("C", n), 42, numbered("k", n)).outcome, SendOutcome::Unknown);
    const qint64 grown = peakMemory() - before;
    QVERIFY2(grown < 16 * 1024 * 1024, qPrintable(QString::number(grown)));
    // Cut off at once: what was streamed is what the kernel's buffers took.
    QVERIFY2(m_server->streamed() < 128 * 1024 * 1024, qPrintable(QString::number(m_server->streamed())));
}

void HttpPartnerFaultsTest::notConnectedIsRefused()
{
    const QUrl gone = m_server->url();
    m_server.reset();
    const QUrl nowhere(QStringLiteral("http://no-such-store.invalid"));
    for (const QUrl &url : {gone, nowhere}) {
        HttpPartner partner(optionsFor(url, 2000));
        const SendReport report = sendNow(partner);
        QCOMPARE(report.outcome, SendOutcome::Refused);
        QCOMPARE(report.sign, Sign::Failing);
        QCOMPARE(QCoro::waitFor(partner.ask("A")).kind, Holding::Kind::Unknown);
        QCOMPARE(QCoro::waitFor(partner.withdraw("A")), false);
    }
}

void HttpPartnerFaultsTest::untrustedCertificateIsRefused()
{
    const QTemporaryDir dir;
    const QString key = dir.filePath(QStringLiteral("key.pem"));
    const QString certificate = dir.filePath(QStringLiteral("cert.pem"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                   QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                   QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
    QFile keyFile(key);
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate::fromPath(certificate).value(0));
    tls.setPrivateKey(QSslKey(keyFile.readAll(), QSsl::Rsa));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    QSslServer server;
    server.setSslConfiguration(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost));

    HttpPartner partner(optionsFor(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort()))));
    const SendReport report = sendNow(partner);
    QCOMPARE(report.outcome, SendOutcome::Refused);
    QCOMPARE(report.sign, Sign::Failing);
    QVERIFY(!server.hasPendingConnections()); // the handshake was not completed, so nothing was sent
}

void HttpPartnerFaultsTest::deadKeptConnectionIsTriedAgain()
{
    HttpPartner partner(optionsFor(m_server->url()));
    QCOMPARE(sendNow(partner, "A", 1, "k1").outcome, SendOutcome::Accepted);
    behave(Mode::CloseAfter, 1);
    QCOMPARE(sendNow(partner, "B", 2, "k2").outcome, SendOutcome::Accepted);
    const auto &calls = m_server->memory().calls();
    QCOMPARE(calls.size(), 3);
    QCOMPARE(calls[1].key, calls[2].key); // sent twice, registered once
    QCOMPARE(m_server->memory().held().value("B").user, 2);
}

void HttpPartnerFaultsTest::deadKeptConnectionAndNobodyThere()
{
    HttpPartner partner(optionsFor(m_server->url()));
    QCOMPARE(sendNow(partner, "A", 1, "k1").outcome, SendOutcome::Accepted);
    behave(Mode::CloseAfter, 1);
    m_server->stopListening();
    // It acted on the first try and cannot be reached for the second: "could not connect" is not the whole
    // truth.
    QCOMPARE(sendNow(partner, "B", 2, "k2").outcome, SendOutcome::Unknown);
    QVERIFY(holds("B"));
}

void HttpPartnerFaultsTest::killedPartner()
{
    QProcess program;
    program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/partner_server"), QStringList());
    QTRY_VERIFY(program.canReadLine());
    const QByteArray ready = program.readLine();
    QVERIFY(ready.startsWith("READY "));
    const QUrl url(QJsonDocument::fromJson(ready.mid(6)).object().value(QLatin1String("url")).toString());

    QTcpSocket control;
    control.connectToHost(url.host(), static_cast<quint16>(url.port()));
    const QByteArray wish = R"({"mode":"stall-after","verb":"POST"})";
    control.write("PUT /_control HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(wish.size()) +
                  "\r\n\r\n" + wish);
    QTRY_VERIFY(control.bytesAvailable() > 0);
    QVERIFY(control.readAll().startsWith("HTTP/1.1 204"));

    HttpPartner partner(optionsFor(url));
    auto sending = partner.sendAndReport("A", 42, "k");
    QByteArray state; // wait until it has the call
    while (!state.contains("stall-after")) {
        control.write("GET /_state HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(control.bytesAvailable() > 0);
        state = control.readAll();
    }
    program.kill();
    QVERIFY(program.waitForFinished());
    QCOMPARE(QCoro::waitFor(sending).outcome, SendOutcome::Unknown);
    QCOMPARE(sendNow(partner, "B", 43, "k2").outcome, SendOutcome::Refused);
}

QTEST_GUILESS_MAIN(HttpPartnerFaultsTest)
#include "tst_http_partner_faults.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"
#include "tests/support/redis_answers.h"
#include "tests/support/redis_fixture.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;
using namespace seonchak::test;

namespace {

/// A certificate authority of the test's own, and a certificate for "localhost" that it has signed.
struct Certificates
{
    Certificates()
    {
        openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                 "/CN=test authority", "-days", "2", "-keyout", "ca.key", "-out", "ca.crt"});
        openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                 "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "own.key", "-out",
                 "own.csr"});
        openssl({"x509", "-req", "-in", "own.csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial",
                 "-days", "2", "-copy_extensions", "copy", "-out", "own.crt"});
    }

    [[nodiscard]] QString file(const char *name) const { return dir.filePath(QLatin1String(name)); }

    QTemporaryDir dir;

private:
    void openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(dir.path());
        process.start(QStringLiteral("openssl"), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("openssl: %s", process.readAllStandardError().constData());
    }
};

} // namespace

/// rediss:// against a real redis-server. A build whose hiredis has no TLS has to refuse the address, and
/// nothing else can be asked of it.
class TestRedisTls : public QObject
{
    Q_OBJECT

    Certificates m_files;
    quint16 m_port = freePort();
    RedisFixture m_server{RedisFixture::Listen::Unix, serverOptions()};

    [[nodiscard]] QStringList serverOptions() const
    {
        if (!tls::isBuiltIn())
            return {};
        return {QStringLiteral("--tls-port"),
                QString::number(m_port),
                QStringLiteral("--tls-cert-file"),
                m_files.file("own.crt"),
                QStringLiteral("--tls-key-file"),
                m_files.file("own.key"),
                QStringLiteral("--tls-ca-cert-file"),
                m_files.file("ca.crt"),
                QStringLiteral("--tls-auth-clients"),
                QStringLiteral("optional"),
                QStringLiteral("--bind"),
                QStringLiteral("127.0.0.1")};
    }

    [[nodiscard]] Result<RedisAddress> address(const QString &host, const QString &query) const
    {
        return RedisAddress::parse(QStringLiteral("rediss://%1:%2%3").arg(host).arg(m_port).arg(query));
    }

    [[nodiscard]] QString trusted() const { return QLatin1String("?ca=") + m_files.file("ca.crt"); }

    /// Why connecting fails.
    QString failureOf(const QString &host, const QString &query)
    {
        const auto where = address(host, query);
        if (!where)
            return where.error().detail;
        RedisConnection connection(*where);
        QString why;
        connect(&connection, &RedisConnection::attemptFailed, &connection,
                [&why](const QString &said) { why = said; });
        connection.open();
        (void)QTest::qWaitFor([&] { return !why.isEmpty() || connection.isReady(); }, 10000);
        return why;
    }

    /// True where there is nothing to test.
    [[nodiscard]] bool isRefused() const
    {
        const auto where = address(QStringLiteral("localhost"), {});
        return !where && where.error().detail.contains(QLatin1String("which the Redis client of this build"));
    }

private Q_SLOTS:
    void speaksThroughTls()
    {
        QCOMPARE(isRefused(), !tls::isBuiltIn());
        if (!tls::isBuiltIn())
            return;
        const auto where = address(QStringLiteral("localhost"), trusted());
        QVERIFY2(where, qPrintable(where ? QString() : where.error().detail));
        QVERIFY(where->masked().startsWith(QLatin1String("rediss://localhost:")));
        RedisConnection connection(*where);
        connection.open();
        QVERIFY2(becomesReady(connection), qPrintable(connection.lastError()));
        // Far more than one TLS record, in both directions.
        const QByteArray value(1'000'000, 'x');
        QVERIFY(ask(connection, {"SET", "large", value}));
        const auto back = ask(connection, {"GET", "large"});
        QVERIFY(back);
        QCOMPARE(back->text, value);
        QVERIFY(m_server.restart());
        QTRY_VERIFY_WITH_TIMEOUT(ask(connection, {"PING"}), 20'000);
    }

    void believesOnlyWhoIsTrusted()
    {
        QCOMPARE(isRefused(), !tls::isBuiltIn());
        if (!tls::isBuiltIn())
            return;
        const QString why = failureOf(QStringLiteral("localhost"), {});
        QVERIFY2(why.contains(QLatin1String("certificate does not hold")), qPrintable(why));
    }

    void believesACertificateOnlyForItsName()
    {
        QCOMPARE(isRefused(), !tls::isBuiltIn());
        if (!tls::isBuiltIn())
            return;
        const QString why = failureOf(QStringLiteral("127.0.0.1"), trusted());
        QVERIFY2(why.contains(QLatin1String("certificate does not hold")), qPrintable(why));
    }

    void showsItsOwnCertificateWhereTheServerAsks()
    {
        QCOMPARE(isRefused(), !tls::isBuiltIn());
        if (!tls::isBuiltIn())
            return;
        QVERIFY(m_server.command({"CONFIG", "SET", "tls-auth-clients", "yes"}));
        QVERIFY(!failureOf(QStringLiteral("localhost"), trusted()).isEmpty());
        const QString own =
            QStringLiteral("&cert=%1&key=%2").arg(m_files.file("own.crt"), m_files.file("own.key"));
        QCOMPARE(failureOf(QStringLiteral("localhost"), trusted() + own), QString());
        QVERIFY(m_server.command({"CONFIG", "SET", "tls-auth-clients", "optional"}));
    }

    void namesAFileThatCannotBeUsed()
    {
        QCOMPARE(isRefused(), !tls::isBuiltIn());
        if (!tls::isBuiltIn())
            return;
        const auto sentence = [this](const QString &query) {
            return failureOf(QStringLiteral("localhost"), query);
        };
        QVERIFY(sentence(QStringLiteral("?ca=/nowhere.crt")).contains(QLatin1String("/nowhere.crt")));
        QVERIFY(sentence(QStringLiteral("?ca=") + m_files.file("own.key"))
                    .contains(QLatin1String("could not be read from")));
        QVERIFY(sentence(QStringLiteral("?cert=") + m_files.file("own.crt"))
                    .contains(QLatin1String("only one of cert and key")));
        QVERIFY(sentence(QStringLiteral("?db=1")).contains(QLatin1String("\"db\"")));
    }
};

QTEST_GUILESS_MAIN(TestRedisTls)
#include "tst_redis_tls.moc"

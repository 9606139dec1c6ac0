// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/option_readers.h"
#include "app/options/option_table.h"
#include "app/options/settings.h"
#include "core/database/book/book_tokens.h"
#include "core/database/engine/migrations.h"
#include "core/database/engine/session.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;

namespace {

Result<Settings> read(QStringList options, const QHash<QString, QString> &variables = {})
{
    QProcessEnvironment environment;
    for (auto one = variables.begin(); one != variables.end(); ++one)
        environment.insert(one.key(), one.value());
    return readSettings(QStringList{QStringLiteral("seonchakd")} << options, environment);
}

QString write(const QTemporaryDir &dir, const QString &name, const QByteArray &text, bool secret = true)
{
    QFile file(dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write a test file");
    file.setPermissions(secret ? QFile::ReadOwner | QFile::WriteOwner
                               : QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    return file.fileName();
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(m_dir.isValid()); }
    void defaultsAreTheContracts();
    void aRowSaysAllOfItsOption();
    void aRangeIsSaidAsItIs();
    void passwordsBelongToTheirRows();
    void commandLineBeatsEnvironmentBeatsFile();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void unknownConfigKeyIsNamed();
    void repeatableOptionsAddUp();
    void tokenFileMustBePrivate();
    void f29_tokenFilesAsEditorsSaveThem_data();
    void f29_tokenFilesAsEditorsSaveThem();
    void f29_tokenFilesThatAreRefused_data();
    void f29_tokenFilesThatAreRefused();
    void f29_configFilesAsEditorsSaveThem_data();
    void f29_configFilesAsEditorsSaveThem();
    void publicAddressNeedsAToken();
    void aTokenInTheBookWillDo();
    void switchesNeedNoValue();
    void aSaleHasANameAndAMode();
    void aLiveSaleNeedsANameAndARealPartner();

private:
    QTemporaryDir m_dir;
};

void TestSettings::defaultsAreTheContracts()
{
    const auto settings = read({});
    QVERIFY(settings.has_value());
    QCOMPARE(settings->server.host, QStringLiteral("127.0.0.1"));
    QCOMPARE(settings->server.port, quint16(8080));
    QCOMPARE(settings->sale.redis.kind, RedisAddress::Kind::Private);
    QCOMPARE(settings->sale.keyPrefix, QByteArray("rudals"));
    QCOMPARE(settings->sale.strategy, Strategy::Saga);
    QCOMPARE(settings->sale.partner.failureRate, 0.1);
    QCOMPARE(settings->sale.partner.timeoutMs, 2000);
    QCOMPARE(settings->sale.database.engine, DatabaseUrl::Engine::Sqlite);
}

/// What the help, the manual and the settings page say of an option stands in its row, so that whoever adds
/// one has no second list to think of.
void TestSettings::aRowSaysAllOfItsOption()
{
    for (const auto &option : optionTable()) {
        const QByteArray named = option.name.toUtf8();
        const char *name = named.constData();
        QVERIFY2(option.read && !option.help.isEmpty() && !option.explanation.isEmpty(), name);
        if (option.page.group)
            QVERIFY2(option.label && option.hint, name);
        RawSettings raw;
        if (option.hasDefaultValue())
            QVERIFY2(option.read(raw, option.defaultText), name);
        if (option.page.kind == Option::Kind::Number && option.page.group) {
            QVERIFY2(option.read(raw, QString::number(option.range.least)), name);
            QVERIFY2(option.read(raw, QString::number(option.range.most)), name);
            const auto below = option.read(raw, QString::number(option.range.least - 1));
            QVERIFY2(!below && below.error().detail.endsWith(option.range.words()), name);
        }
        for (const auto &choice : option.choiceValues()) {
            QVERIFY2(option.read(raw, choice), name);
            const auto other = option.read(raw, choice + QLatin1Char('x'));
            QVERIFY2(!other && other.error().detail.contains(choice), name);
        }
    }
}

void TestSettings::passwordsBelongToTheirRows()
{
    QCOMPARE(passwordKeys(),
             QStringList({QStringLiteral("redis"), QStringLiteral("database"), QStringLiteral("store")}));
}

/// The prose of a range is the range's: nobody has to write its numbers a second time.
void TestSettings::aRangeIsSaidAsItIs()
{
    Option tills = optionTable().first();
    tills.explanation = QStringLiteral("How many tills, %1.");
    tills.range = {3, 7};
    const Option row = option::numberRow(tills, [](Settings &to, qint64 n) { to.sale.workers = int(n); });
    QCOMPARE(row.explanation, QStringLiteral("How many tills, 3 to 7."));
    RawSettings raw;
    QVERIFY(row.read(raw, QStringLiteral("7")));
    QCOMPARE(raw.settings.sale.workers, 7);
    const auto above = row.read(raw, QStringLiteral("8"));
    QVERIFY(!above);
    QCOMPARE(above.error().detail, QStringLiteral("\"8\" is not a whole number from 3 to 7"));
    for (const auto &option : optionTable())
        QVERIFY2(!option.explanation.contains(QLatin1Char('%') + QLatin1Char('1')), qPrintable(option.name));
}

void TestSettings::commandLineBeatsEnvironmentBeatsFile()
{
    const QString file =
        write(m_dir, QStringLiteral("a.ini"), "workers=3\nkey-prefix=file\nstrategy=redis-lpop\n");
    const auto settings = read({QStringLiteral("--config"), file, QStringLiteral("--strategy=db-optimistic")},
                               {{QStringLiteral("SEONCHAK_KEY_PREFIX"), QStringLiteral("environment")},
                                {QStringLiteral("SEONCHAK_STRATEGY"), QStringLiteral("user-cache")}});
    QVERIFY2(settings.has_value(), qPrintable(settings ? QString() : settings.error().detail));
    QCOMPARE(settings->sale.workers, 3);
    QCOMPARE(settings->sale.keyPrefix, QByteArray("environment"));
    QCOMPARE(settings->sale.strategy, Strategy::DbOptimistic);
}

void TestSettings::mistakesAreNamed_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *options, const char *named) {
        QTest::newRow(options) << QString::fromLatin1(options).split(QLatin1Char(' '))
                               << QString::fromLatin1(named);
    };
    row("--no-such-option", "no-such-option");
    row("stray", "stray");
    row("--workers 0", "--workers");
    row("--workers many", "many");
    row("--listen 8080", "--listen");
    row("--listen 127.0.0.1:65536", "--listen");
    row("--redis http://x", "--redis");
    row("--database mysql://x", "--database");
    row("--store ftp://x", "--store");
    row("--store-failure-rate 1.5", "--store-failure-rate");
    row("--store-unknown-rate nan", "--store-unknown-rate");
    row("--store-latency-ms -1", "--store-latency-ms");
    row("--store-timeout-ms 0", "--store-timeout-ms");
    row("--strategy hope", "hope");
    row("--key-prefix {x}", "--key-prefix");
    row("--trusted-proxy proxy.example", "--trusted-proxy");
    row("--trusted-proxy 10.0.0.0/40", "10.0.0.0/40");
    row("--require-issuer-token=maybe", "neither on nor off");
    row("--log-level loud", "--log-level");
    row("--sale-mode real", "--sale-mode");
    row("--foreign-keys keep", "--foreign-keys");
    row("--foreign-keys", "--foreign-keys");
    row("--log-format xml", "--log-format");
    row("--admin-token-file /no/such/file", "/no/such/file");
    row("--config /no/such/file.ini", "/no/such/file.ini");
}

void TestSettings::mistakesAreNamed()
{
    QFETCH(QStringList, options);
    QFETCH(QString, named);
    const auto settings = read(options);
    QVERIFY(!settings.has_value());
    QCOMPARE(settings.error().trouble, Trouble::BadInput);
    QVERIFY2(settings.error().detail.contains(named), qPrintable(settings.error().detail));
}

void TestSettings::unknownConfigKeyIsNamed()
{
    const QString file = write(m_dir, QStringLiteral("b.ini"), "workers=2\nworker=3\n");
    const auto settings = read({QStringLiteral("--config"), file});
    QVERIFY(!settings.has_value());
    QVERIFY(settings.error().detail.contains(QStringLiteral("\"worker\"")));
}

void TestSettings::repeatableOptionsAddUp()
{
    const auto settings =
        read({QStringLiteral("--allow-host=a.example"), QStringLiteral("--allow-host=b.example")});
    QVERIFY(settings.has_value());
    QCOMPARE(settings->server.allowedHosts,
             QStringList({QStringLiteral("a.example"), QStringLiteral("b.example")}));
    const auto proxies =
        read({QStringLiteral("--trusted-proxy=10.0.0.0/8"), QStringLiteral("--trusted-proxy=::1")});
    QVERIFY(proxies.has_value());
    QCOMPARE(proxies->server.trustedProxies.size(), 2);
    QCOMPARE(proxies->server.trustedProxies[0].bits, 8);
}

void TestSettings::tokenFileMustBePrivate()
{
    const QString open = write(m_dir, QStringLiteral("open"), "secret\n", false);
    const auto refused = read({QStringLiteral("--admin-token-file"), open});
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().detail.contains(QStringLiteral("chmod 600")));
    const QString closed = write(m_dir, QStringLiteral("closed"), "  secret \n");
    const auto taken = read({QStringLiteral("--admin-token-file"), closed});
    QVERIFY(taken.has_value());
    QCOMPARE(taken->server.adminToken, QByteArray("secret"));
}

void TestSettings::f29_tokenFilesAsEditorsSaveThem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("mark and CR LF") << QByteArray("\xEF\xBB\xBFs3cret\r\n") << QByteArray("s3cret");
    QTest::newRow("CR") << QByteArray("s3cret\r") << QByteArray("s3cret");
    QTest::newRow("lines around it") << QByteArray("\r\n\r\n \ts3cret \r\n\n") << QByteArray("s3cret");
    QTest::newRow("words") << QByteArray("my own secret\n") << QByteArray("my own secret");
    QTest::newRow("Korean") << QByteArray("비밀-1\n") << QByteArray("비밀-1");
}

void TestSettings::f29_tokenFilesAsEditorsSaveThem()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, token);
    const auto taken =
        read({QStringLiteral("--admin-token-file"), write(m_dir, QStringLiteral("saved"), bytes)});
    QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().detail));
    QCOMPARE(taken->server.adminToken, token);
}

void TestSettings::f29_tokenFilesThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << "is empty";
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF\r\n") << "is empty";
    QTest::newRow("UTF-16 LE") << QByteArray("\xFF\xFEs\0e\0c\0\r\0\n\0", 12) << "save it again as UTF-8";
    QTest::newRow("UTF-16 BE") << QByteArray("\xFE\xFF\0s\0e\0c", 8) << "save it again as UTF-8";
    QTest::newRow("UTF-16 LE, no mark") << QByteArray("s\0e\0c\0", 6) << "save it again as UTF-8";
    QTest::newRow("UTF-16 BE, no mark") << QByteArray("\0s\0e\0c", 6) << "save it again as UTF-8";
    QTest::newRow("UTF-32") << QByteArray("\xFF\xFE\0\0s\0\0\0", 8) << "save it again as UTF-8";
    QTest::newRow("CP949") << QByteArray("\xBA\xF1\xB9\xD0\n") << "save it again as UTF-8";
    QTest::newRow("two lines") << QByteArray("one\r\ntwo\r\n") << "more than one line";
    QTest::newRow("zero byte") << QByteArray("sec\0ret", 7) << "zero bytes";
    QTest::newRow("escape") << QByteArray("sec\x1bret\n") << "control or invisible";
    QTest::newRow("zero width") << QByteArray("sec\u200bret\n") << "control or invisible";
    QTest::newRow("mark within") << QByteArray("\xEF\xBB\xBF\ufeffsecret\n") << "control or invisible";
    QTest::newRow("no-break space") << QByteArray("secret\u00a0\n") << "control or invisible";
    QTest::newRow("a book") << QByteArray(5000, 'x') << "longer than 4096";
}

void TestSettings::f29_tokenFilesThatAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QString path = write(m_dir, QStringLiteral("refused"), bytes);
    const auto refused = read({QStringLiteral("--admin-token-file"), path});
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().trouble, Trouble::BadInput);
    QVERIFY2(refused.error().detail.contains(says), qPrintable(refused.error().detail));
    QVERIFY2(refused.error().detail.contains(path), qPrintable(refused.error().detail));
}

void TestSettings::f29_configFilesAsEditorsSaveThem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says"); // empty: it is taken
    QTest::newRow("mark, CR LF") << QByteArray("\xEF\xBB\xBFworkers=3\r\nredis=redis://:pass@h\r\n") << "";
    QTest::newRow("mark, group") << QByteArray(
                                        "\xEF\xBB\xBF[General]\r\nworkers=3\r\nredis=redis://:pass@h\r\n")
                                 << "";
    QTest::newRow("CR") << QByteArray("workers=3\rredis=redis://:pass@h\r") << "";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEw\0=\0003\0", 8) << "save it again as UTF-8";
    QTest::newRow("UTF-16 without a mark") << QByteArray("w\0=\0003\0", 6) << "save it again as UTF-8";
    QTest::newRow("CP949") << QByteArray("sale-name=\xB0\xA1\xC0\xBB\n") << "save it again as UTF-8";
    QTest::newRow("line after CR LF") << QByteArray("\xEF\xBB\xBFworkers=3\r\noops\r\n") << "line 2";
}

void TestSettings::f29_configFilesAsEditorsSaveThem()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QString path = write(m_dir, QStringLiteral("saved.ini"), bytes);
    const auto settings = read({QStringLiteral("--config"), path});
    if (!says.isEmpty()) {
        QVERIFY(!settings.has_value());
        QVERIFY2(settings.error().detail.contains(says), qPrintable(settings.error().detail));
        return;
    }
    QVERIFY2(settings.has_value(), qPrintable(settings ? QString() : settings.error().detail));
    QCOMPARE(settings->sale.workers, 3);
    QCOMPARE(settings->sale.redis.password, QStringLiteral("pass"));
}

void TestSettings::publicAddressNeedsAToken()
{
    QVERIFY(!read({QStringLiteral("--listen=0.0.0.0:0")}).has_value());
    const QString token = write(m_dir, QStringLiteral("token"), "secret");
    QVERIFY(read({QStringLiteral("--listen=0.0.0.0:0"), QStringLiteral("--admin-token-file"), token})
                .has_value());
    QVERIFY(read({QStringLiteral("--listen=[::1]:0")}).has_value());
}

void TestSettings::aTokenInTheBookWillDo()
{
    const QStringList options{QStringLiteral("--listen=0.0.0.0:0"),
                              QStringLiteral("--data-dir=") + m_dir.path()};
    const auto starts = [&](const QStringList &more = {}) { return read(options + more).has_value(); };
    QVERIFY(!starts());
    QVERIFY(QDir(m_dir.path()).entryList({QStringLiteral("*.sqlite*")}).isEmpty()); // It was only looked for.
    const auto session =
        Session::open(DatabaseUrl::parse(QStringLiteral("sqlite"), m_dir.path()).value()).value_or(nullptr);
    QVERIFY(session && migrate(*session));
    QVERIFY(!starts());
    const QString name = QStringLiteral("kim");
    QVERIFY(book::addToken(*session, {name, Role::Viewer, tokenHash("t"), 1, 0}));
    QVERIFY(starts());
    QVERIFY(!starts({QStringLiteral("--sale-mode=live")})); // Other faults stay faults.
    QVERIFY(book::revokeToken(*session, name));
    QVERIFY(!starts());
    // Nobody knows, and the next start must not fail for it: the server lets nobody in until it knows.
    QVERIFY(starts({QStringLiteral("--database=postgresql://nobody@127.0.0.1:1/none")}));
}

void TestSettings::switchesNeedNoValue()
{
    const QString name = QStringLiteral("--require-issuer-token");
    const QHash<QString, QString> on{{QStringLiteral("SEONCHAK_REQUIRE_ISSUER_TOKEN"), QStringLiteral("on")}};
    QVERIFY(!read({})->server.requireIssuerToken);
    QVERIFY(read({name, QStringLiteral("--workers"), QStringLiteral("3")})->server.requireIssuerToken);
    QVERIFY(read({}, on)->server.requireIssuerToken);
    QVERIFY(!read({name + QStringLiteral("=off")}, on)->server.requireIssuerToken);
}

void TestSettings::aSaleHasANameAndAMode()
{
    QVERIFY(!read({})->sale.saleLive);
    const auto settings =
        read({QStringLiteral("--sale-name"), QStringLiteral(" Autumn sale "),
              QStringLiteral("--sale-mode=live"), QStringLiteral("--store=https://store.example")});
    QVERIFY(settings.has_value());
    QCOMPARE(settings->sale.saleName, QStringLiteral("Autumn sale"));
    QVERIFY(settings->sale.saleLive);
    QVERIFY(!read({QStringLiteral("--sale-name"), QString(81, QLatin1Char('x'))}).has_value());
}

void TestSettings::aLiveSaleNeedsANameAndARealPartner()
{
    const QString live = QStringLiteral("--sale-mode=live");
    const QString name = QStringLiteral("--sale-name=Autumn sale");
    const auto nameless = read({live, QStringLiteral("--store=https://store.example")});
    QVERIFY(!nameless && nameless.error().names.contains("sale-name"));
    const auto blank =
        read({live, QStringLiteral("--sale-name= "), QStringLiteral("--store=https://store.example")});
    QVERIFY(!blank && blank.error().names.contains("sale-name"));
    for (const auto &partner : {QStringList(), QStringList(QStringLiteral("--store=mock"))}) {
        const auto mock = read(QStringList{live, name} + partner);
        QVERIFY(!mock && mock.error().names.contains("store"));
        QVERIFY(mock.error().detail.contains(QLatin1String("mock")));
    }
    QVERIFY(read({QStringLiteral("--sale-mode=test")}));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"

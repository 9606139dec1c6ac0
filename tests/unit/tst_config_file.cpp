// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The config file and the secrets beside it: what is read, what is refused and named, and that a write
// happens wholly or not at all.

#include "app/options/config_file.h"
#include "app/options/read_options.h"
#include "app/options/url_password.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace seonchak;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

mode_t modeOf(const QString &path)
{
    struct stat about = {};
    return ::stat(QFile::encodeName(path).constData(), &about) == 0 ? about.st_mode & 0777 : 0;
}

} // namespace

class TestConfigFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void aBrokenFileIsNamedWithItsLine_data();
    void aBrokenFileIsNamedWithItsLine();
    void commentsAndBlankLinesAreFine();
    void aWriteIsForTheOwnerAlone();
    void aWriteMakesTheFolder();
    void aFullDiskLeavesTheOldFile();
    void aReadOnlyPlaceIsTold();
    void passwordsLeaveTheUrl_data();
    void passwordsLeaveTheUrl();
    void secretsOfOthersEyesAreRefused();
    void aSecretGoesToItsPlaceAlone_data();
    void aSecretGoesToItsPlaceAlone();
    void theKeychainIsAskedForWhatIsMissing();
    void theTokenMayBeASecret();

private:
    QString write(const QString &name, const QByteArray &text, mode_t mode = 0600)
    {
        QFile file(m_dir->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a test file");
        file.close();
        ::chmod(QFile::encodeName(file.fileName()).constData(), mode);
        return file.fileName();
    }
    Result<ReadOptions> read(const AskKeychain &ask = {}) const
    {
        return readOptions({"seonchak", "--config", m_dir->filePath("a.ini")}, {}, ask);
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestConfigFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestConfigFile::whatIsWrittenIsRead_data()
{
    QTest::addColumn<QStringList>("texts");
    const auto row = [](const char *name, const QStringList &texts) { QTest::newRow(name) << texts; };
    row("plain", {"saga"});
    row("url", {"postgresql://user@host:5432/name?sslmode=require"});
    row("semicolon, equals, comma", {"a;b=c,d"});
    row("quotes", {"say \"yes\""});
    row("backslashes", {"C:\\new\\x41"});
    row("Korean", {QString::fromUtf8("가을맞이 쿠폰")});
    row("at", {"@Invalid()"});
    row("percent", {"p%40ss%3A"});
    row("blanks around", {"  x  "});
    row("several", {"a.example", "b.example"});
}

void TestConfigFile::whatIsWrittenIsRead()
{
    QFETCH(QStringList, texts);
    const ConfigTexts wanted{{"some-key", texts}, {"workers", {"2"}}};
    const QString path = m_dir->filePath("a.ini");
    QVERIFY(config::write(path, config::toIni(wanted)).has_value());
    auto read = config::read(path);
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().detail));
    // A single text with a comma in it comes back as one only by its reader's knowledge.
    if (texts.size() == 1)
        (*read)["some-key"] = QStringList(read->value("some-key").join(','));
    QCOMPARE(*read, wanted);
}

void TestConfigFile::aBrokenFileIsNamedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("no equals") << QByteArray("workers=2\n\nlisten 127.0.0.1:80\n") << "line 3";
    QTest::newRow("no key") << QByteArray("=2\n") << "line 1";
    QTest::newRow("open group") << QByteArray("[General\nworkers=2\n") << "line 1";
    QTest::newRow("binary") << QByteArray("workers=2\n\0\x01", 12) << "not a text file";
    QTest::newRow("unknown key") << QByteArray("worker=2\n") << "\"worker\"";
    QTest::newRow("group") << QByteArray("[server]\nworkers=2\n") << "\"server/workers\"";
    QTest::newRow("bad value") << QByteArray("workers=many\n") << "config key workers of";
}

void TestConfigFile::aBrokenFileIsNamedWithItsLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    const QString path = write("a.ini", text);
    const auto options = read();
    QVERIFY(!options.has_value());
    QCOMPARE(options.error().trouble, Trouble::BadInput);
    QVERIFY2(options.error().detail.contains(named), qPrintable(options.error().detail));
    QVERIFY2(options.error().detail.contains(path), qPrintable(options.error().detail));
    QCOMPARE(contentOf(path), text);
}

void TestConfigFile::commentsAndBlankLinesAreFine()
{
    write("a.ini", "; of our own\n\n[General]\r\nworkers=3\r\n; end");
    const auto options = read();
    QVERIFY2(options.has_value(), qPrintable(options ? QString() : options.error().detail));
    QCOMPARE(options->settings.sale.workers, 3);
}

void TestConfigFile::aWriteIsForTheOwnerAlone()
{
    const QString path = m_dir->filePath("new.ini");
    QVERIFY(config::write(path, "workers=2\n").has_value());
    QCOMPARE(modeOf(path), mode_t(0600));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{"new.ini"});
}

void TestConfigFile::aWriteMakesTheFolder()
{
    const QString path = m_dir->filePath("deep/er/new.ini");
    QVERIFY(config::write(path, "workers=2\n").has_value());
    QCOMPARE(contentOf(path), QByteArray("workers=2\n"));
}

void TestConfigFile::aFullDiskLeavesTheOldFile()
{
    const QString path = write("a.ini", "workers=2\n");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{16, before.rlim_max}; // no file may grow past it: what a full disk does
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto written = config::write(path, QByteArray(5000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!written.has_value());
    QVERIFY2(written.error().detail.contains(path), qPrintable(written.error().detail));
    QCOMPARE(contentOf(path), QByteArray("workers=2\n"));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{"a.ini"});
}

void TestConfigFile::aReadOnlyPlaceIsTold()
{
    // Also for root, whom no mode stops.
    const auto written = config::write("/proc/self/seonchak.ini", "workers=2\n");
    QVERIFY(!written.has_value());
    QVERIFY(written.error().detail.contains("/proc/self/seonchak.ini"));
    write("plain", "x");
    QVERIFY(!config::write(m_dir->filePath("plain/a.ini"), "x").has_value());
}

void TestConfigFile::passwordsLeaveTheUrl_data()
{
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("password");
    const auto row = [](const char *whole, const char *url, const char *password) {
        QTest::newRow(whole) << QString(whole) << QString(url) << QString(password);
    };
    row("redis://u:p%40ss@h:1/2", "redis://u@h:1/2", "p@ss");
    row("redis://:secret@h", "redis://h", "secret");
    row("sentinel://u:s@a:1,b:2/m?db=3", "sentinel://u@a:1,b:2/m?db=3", "s");
    row("unix://u:s@/run/r.sock?db=1", "unix://u@/run/r.sock?db=1", "s");
    row("postgresql://u:a%3Ab@h/n?sslmode=require", "postgresql://u@h/n?sslmode=require", "a:b");
    row("https://u:s@h/base", "https://u@h/base", "s");
    row("private", "private", "");
    row("sqlite:///a:b@c", "sqlite:///a:b@c", "");
    row("redis://h:6379", "redis://h:6379", "");
}

void TestConfigFile::passwordsLeaveTheUrl()
{
    QFETCH(QString, whole);
    QFETCH(QString, url);
    QFETCH(QString, password);
    const auto parts = UrlPassword::split(whole);
    QCOMPARE(parts.url, url);
    QCOMPARE(parts.password, password);
    QCOMPARE(parts.join(), whole);
    const auto inQuery = UrlPassword::split("postgresql://u@/n?host=/run&password=s");
    QCOMPARE(inQuery.url, "postgresql://u@/n?host=/run");
    QCOMPARE(inQuery.password, "s");
}

void TestConfigFile::secretsOfOthersEyesAreRefused()
{
    write("a.ini", "redis=redis://h\n");
    const QByteArray kept = secrets_file::toIni({{"redis", {"redis://h", "s", false}}});
    const QString path = write("secrets.ini", kept, 0640);
    const auto refused = read();
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().detail.contains("chmod 600") && refused.error().detail.contains(path),
             qPrintable(refused.error().detail));
    ::chmod(QFile::encodeName(path).constData(), 0600);
    const auto taken = read();
    QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().detail));
    QCOMPARE(taken->settings.sale.redis.password, "s");
}

void TestConfigFile::aSecretGoesToItsPlaceAlone_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("password");
    QTest::newRow("its own") << QByteArray("redis://h:6379") << "kept";
    QTest::newRow("another database there") << QByteArray("redis://h:6379/3") << "kept";
    QTest::newRow("another host") << QByteArray("redis://evil:6379") << "";
    QTest::newRow("another port") << QByteArray("redis://h:6380") << "";
    QTest::newRow("one of its own in the file") << QByteArray("redis://:other@h:6379") << "other";
}

void TestConfigFile::aSecretGoesToItsPlaceAlone()
{
    QFETCH(QByteArray, url);
    QFETCH(QString, password);
    write("a.ini", "redis=" + url + '\n');
    write("secrets.ini", secrets_file::toIni({{"redis", {"redis://h:6379", "kept", false}}}));
    const auto options = read();
    QVERIFY2(options.has_value(), qPrintable(options ? QString() : options.error().detail));
    QCOMPARE(options->settings.sale.redis.password, password);
    // What the command line says is taken as it stands.
    const auto given =
        readOptions({"seonchak", "--config", m_dir->filePath("a.ini"), "--redis", "redis://h:6379"}, {});
    QCOMPARE(given->settings.sale.redis.password, QString());
}

void TestConfigFile::theKeychainIsAskedForWhatIsMissing()
{
    write("a.ini", "redis=redis://u@h\ndatabase=postgresql://u:there@h/n\nstore=mock\n");
    QStringList asked;
    const auto options = read([&asked](const QStringList &keys) -> QHash<QString, QString> {
        asked = keys;
        return {{"redis", Secret{"redis://u@h", "from the keychain", true}.packed()}};
    });
    QCOMPARE(asked, QStringList({"admin-token", "redis"}));
    QVERIFY2(options.has_value(), qPrintable(options ? QString() : options.error().detail));
    QCOMPARE(options->settings.sale.redis.password, "from the keychain");
    QCOMPARE(options->settings.sale.database.password, "there");
    QVERIFY(options->secrets["redis"].inKeychain);
    QVERIFY(!read().has_value()); // a user without a password
}

void TestConfigFile::theTokenMayBeASecret()
{
    write("a.ini", "listen=0.0.0.0:0\n");
    QVERIFY(!read().has_value());
    write("secrets.ini", secrets_file::toIni({{"admin-token", {QString(), "to ken%", false}}}));
    const auto options = read();
    QVERIFY2(options.has_value(), qPrintable(options ? QString() : options.error().detail));
    QCOMPARE(options->settings.server.adminToken, QByteArray("to ken%"));
}

QTEST_GUILESS_MAIN(TestConfigFile)
#include "tst_config_file.moc"

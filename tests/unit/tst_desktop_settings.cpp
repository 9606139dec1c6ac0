// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings page's door: everything is judged before anything is written, passwords go elsewhere than into
// the config file, and a write that fails leaves all as it was.

#include "app/options/desktop_settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace seonchak;

namespace {

/// A keychain that keeps, or fails, as the test wants it.
class FakeStore final : public SecretStore
{
public:
    [[nodiscard]] bool isAvailable() const override { return available; }
    QCoro::Task<Result<void>> write(QString key, QString packed) override
    {
        if (fails)
            co_return failure(Trouble::Unavailable, QStringLiteral("the keychain is locked"));
        kept[key] = packed;
        co_return Result<void>{};
    }
    QCoro::Task<Result<void>> remove(QString key) override
    {
        kept.remove(key);
        co_return Result<void>{};
    }

    bool available = true;
    bool fails = false;
    QHash<QString, QString> kept;
};

} // namespace

class TestDesktopSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void rowsSayWhereTheyComeFrom();
    void everyOptionHasARow();
    void savedTextsCountAtTheNextStart();
    void whatIsSavedIsTold();
    void aDefaultIsNotWritten();
    void absurdTextsAreRefusedByName_data();
    void absurdTextsAreRefusedByName();
    void oneMistakeAndNothingIsWritten();
    void whatDependsOnAnotherIsJudged();
    void whatTheCommandLineSaysIsNotChanged();
    void passwordsGoToTheKeychain();
    void passwordsGoToTheFileWhereThereIsNoKeychain();
    void aPasswordInTheFileMovesOut();
    void aSecretMayBeForgotten();
    void aLockedKeychainChangesNothing();
    void aFullDiskChangesNothing();
    void aBrokenFileIsNotWrittenOver();

private:
    std::unique_ptr<DesktopSettings> open(const QByteArray &ini, const QStringList &arguments = {},
                                          WriteFile write = config::write)
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(ini) != ini.size())
            qFatal("cannot write a test file");
        file.close();
        return reopen(arguments, std::move(write));
    }
    std::unique_ptr<DesktopSettings> reopen(const QStringList &arguments = {},
                                            WriteFile write = config::write)
    {
        const AskKeychain ask = [this](const QStringList &) { return m_store.kept; };
        auto options = readOptions(QStringList{"seonchak", "--config", m_path} + arguments, {}, ask);
        if (!options)
            qFatal("%s", qPrintable(options.error().detail));
        return std::make_unique<DesktopSettings>(std::move(*options), m_store, std::move(write));
    }
    static Result<void> save(DesktopSettings &settings, const SettingsPort::Changes &changes)
    {
        std::optional<Result<void>> done;
        auto task = settings.save(changes).then([&done](const Result<void> &result) { done = result; });
        if (!QTest::qWaitFor([&done] { return done.has_value(); }, 30'000))
            return failure(Trouble::Internal, "no end");
        return *done;
    }
    static SettingRow row(const DesktopSettings &settings, const char *key)
    {
        const auto rows = settings.rows();
        const auto found = std::ranges::find(rows, QLatin1String(key), &SettingRow::key);
        return found == rows.end() ? SettingRow{} : *found;
    }
    QByteArray content(const char *name = "a.ini") const
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    FakeStore m_store;
};

void TestDesktopSettings::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath("a.ini");
    m_store.available = true;
    m_store.fails = false;
    m_store.kept.clear();
}

void TestDesktopSettings::rowsSayWhereTheyComeFrom()
{
    const auto settings = open("workers=3\nredis=redis://u:hush@h\n", {"--strategy", "redis-lpop"});
    QCOMPARE(row(*settings, "workers").source, SettingRow::Source::File);
    QCOMPARE(row(*settings, "workers").value, "3");
    QCOMPARE(row(*settings, "strategy").fixedBy, "--strategy");
    QCOMPARE(row(*settings, "strategy").value, "redis-lpop");
    QCOMPARE(row(*settings, "key-prefix").source, SettingRow::Source::Default);
    QCOMPARE(row(*settings, "key-prefix").value, "rudals");
    QCOMPARE(row(*settings, "redis").value, "redis://u@h");
    QCOMPARE(row(*settings, "redis-password").value, QString());
    QCOMPARE(row(*settings, "redis-password").kept, SettingRow::Kept::File);
}

void TestDesktopSettings::everyOptionHasARow()
{
    const auto settings = open("");
    const auto options = optionTable();
    for (const auto &option : options) {
        if (option.isForLab)
            continue;
        const auto of = row(*settings, option.name.toLatin1().constData());
        QVERIFY2(!of.key.isEmpty(), qPrintable(option.name));
        QVERIFY2(!of.group.isEmpty(), qPrintable(option.name));
        QVERIFY2(of.kind != SettingRow::Kind::Choice ||
                     std::ranges::count(of.choices, of.value, &SettingRow::Choice::value) == 1,
                 qPrintable(option.name));
    }
    const auto shown = std::ranges::count(options, false, &Option::isForLab);
    QCOMPARE(settings->rows().size(), shown + 4); // the secrets
}

void TestDesktopSettings::savedTextsCountAtTheNextStart()
{
    auto settings = open("workers=3\n");
    const QString name = QString::fromUtf8("가을, 쿠폰; \"live\"");
    const SettingsPort::Changes changes{{"workers", "5"},
                                        {"sale-name", name},
                                        {"sale-mode", "live"},
                                        {"store", "https://store.example"},
                                        {"allow-host", "a.example, b.example"}};
    const auto saved = save(*settings, changes);
    QVERIFY2(saved.has_value(), qPrintable(saved ? QString() : saved.error().detail));
    QCOMPARE(row(*settings, "workers").value, "5");
    QCOMPARE(row(*settings, "workers").running, "3");
    settings = reopen();
    QCOMPARE(row(*settings, "workers").running, "5");
    QCOMPARE(row(*settings, "sale-name").value, name);
    QCOMPARE(row(*settings, "allow-host").value, "a.example, b.example");
    const auto read = readSettings({"seonchakd", "--config", m_path}, {});
    QCOMPARE(read->sale.saleName, name);
    QVERIFY(read->sale.saleLive);
    QCOMPARE(read->server.allowedHosts, QStringList({"a.example", "b.example"}));
}

/// The level of the log changes while the program runs, and only by what has really been saved.
void TestDesktopSettings::whatIsSavedIsTold()
{
    const auto settings = open("");
    QList<LogLevel> levels;
    settings->saved = [&levels](const Settings &now) { levels.append(now.logLevel); };
    QVERIFY(!save(*settings, {{"log-level", "loud"}}).has_value());
    QVERIFY(save(*settings, {{"log-level", "debug"}}).has_value());
    QCOMPARE(levels, QList<LogLevel>{LogLevel::Debug});
    QVERIFY(!row(*settings, "log-level").waitsForRestart());
    QVERIFY(save(*settings, {{"workers", "5"}}).has_value());
    QVERIFY(row(*settings, "workers").waitsForRestart());
}

void TestDesktopSettings::aDefaultIsNotWritten()
{
    const auto settings = open("workers=3\nkey-prefix=autumn\nsale-name=Autumn\n");
    QVERIFY(save(*settings, {{"key-prefix", "rudals"}, {"sale-name", ""}}).has_value());
    QCOMPARE(content(), QByteArray("[General]\nworkers=3\n"));
}

void TestDesktopSettings::absurdTextsAreRefusedByName_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *key, const char *text) {
        QTest::newRow(qPrintable(QString("%1=%2").arg(key, text))) << QString(key) << QString(text);
    };
    row("listen", "127.0.0.1:99999");
    row("listen", "");
    row("store-failure-rate", "2");
    row("key-prefix", "");
    row("key-prefix", "a b");
    row("workers", "0");
    row("workers", "1e9");
    row("redis", "http://h");
    row("redis", "");
    row("database", "mysql://h/n");
    row("store", "ftp://h");
    row("strategy", "hope");
    row("sale-mode", "LIVE!");
    row("sale-name", "two\nlines");
    row("log-level", "loud");
    row("no-such-key", "x");
}

void TestDesktopSettings::absurdTextsAreRefusedByName()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    const QByteArray before = "workers=3\n";
    const auto settings = open(before);
    QVERIFY(!settings->check(key, text).has_value());
    const auto saved = save(*settings, {{key, text}});
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().trouble, Trouble::BadInput);
    QCOMPARE(saved.error().names, QList<QByteArray>{key.toUtf8()});
    QCOMPARE(content(), before);
}

void TestDesktopSettings::oneMistakeAndNothingIsWritten()
{
    const QByteArray before = "workers=3\n";
    const auto settings = open(before);
    QVERIFY(
        !save(*settings, {{"workers", "5"}, {"listen", "nowhere"}, {"redis", "redis://u:p@h"}}).has_value());
    QCOMPARE(content(), before);
    QVERIFY(m_store.kept.isEmpty());
    QCOMPARE(row(*settings, "workers").value, "3");
}

void TestDesktopSettings::whatDependsOnAnotherIsJudged()
{
    const auto settings = open("");
    const auto saved = save(*settings, {{"listen", "0.0.0.0:8080"}});
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().names.value(0), QByteArray("listen"));
    QVERIFY(save(*settings, {{"listen", "0.0.0.0:8080"}, {"admin-token", "secret"}}).has_value());
    QVERIFY(!content().contains("secret"));
}

void TestDesktopSettings::whatTheCommandLineSaysIsNotChanged()
{
    const auto settings = open("", {"--workers", "2"});
    const auto saved = save(*settings, {{"workers", "5"}});
    QVERIFY(!saved.has_value());
    QVERIFY2(saved.error().detail.contains("--workers"), qPrintable(saved.error().detail));
}

void TestDesktopSettings::passwordsGoToTheKeychain()
{
    auto settings = open("");
    QVERIFY(save(*settings, {{"redis", "redis://u:hu%40sh@h:1/2"},
                             {"database", "postgresql://u@h/n"},
                             {"database-password", "p w"}})
                .has_value());
    QVERIFY2(!content().contains("hu") && !content().contains("p w"), content().constData());
    QVERIFY(!QFile::exists(m_dir->filePath("secrets.ini")));
    QCOMPARE(row(*settings, "redis").value, "redis://u@h:1/2");
    QCOMPARE(row(*settings, "redis-password").kept, SettingRow::Kept::Keychain);
    const auto options = readOptions({"seonchak", "--config", m_path}, {},
                                     [this](const QStringList &) { return m_store.kept; });
    QVERIFY2(options.has_value(), qPrintable(options ? QString() : options.error().detail));
    QCOMPARE(options->settings.sale.redis.password, "hu@sh");
    QCOMPARE(options->settings.sale.database.password, "p w");
    // Another host gets none of it.
    QVERIFY(!save(*settings, {{"redis", "redis://u@evil:1/2"}}).has_value()); // a user without a password
}

void TestDesktopSettings::passwordsGoToTheFileWhereThereIsNoKeychain()
{
    m_store.available = false;
    const auto settings = open("");
    const QString secrets = m_dir->filePath("secrets.ini");
    QCOMPARE(settings->secretsFile(), secrets);
    QVERIFY(save(*settings, {{"store", "https://u:hush@h/api"}}).has_value());
    QVERIFY2(!content().contains("hush"), content().constData());
    struct stat about = {};
    QCOMPARE(::stat(QFile::encodeName(secrets).constData(), &about), 0);
    QCOMPARE(about.st_mode & 0777, mode_t(0600));
    QCOMPARE(row(*settings, "store-password").kept, SettingRow::Kept::File);
    const auto daemon = readSettings({"seonchakd", "--config", m_path}, {});
    QVERIFY2(daemon.has_value(), qPrintable(daemon ? QString() : daemon.error().detail));
    QCOMPARE(daemon->sale.partner.url.password(), "hush");
}

void TestDesktopSettings::aPasswordInTheFileMovesOut()
{
    const auto settings = open("redis=redis://u:hush@h\n");
    QVERIFY(save(*settings, {{"redis", "redis://u@h/5"}}).has_value());
    QVERIFY2(!content().contains("hush"), content().constData());
    QVERIFY(m_store.kept.value("redis").contains("hush"));
}

void TestDesktopSettings::aSecretMayBeForgotten()
{
    const auto settings = open("redis=redis://h\n");
    QVERIFY(save(*settings, {{"redis-password", "hush"}}).has_value());
    QVERIFY(m_store.kept.contains("redis"));
    QVERIFY(save(*settings, {{"redis-password", ""}}).has_value());
    QVERIFY(m_store.kept.isEmpty());
    QCOMPARE(row(*settings, "redis-password").kept, SettingRow::Kept::Nowhere);
}

void TestDesktopSettings::aLockedKeychainChangesNothing()
{
    const QByteArray before = "workers=3\n";
    const auto settings = open(before);
    m_store.fails = true;
    const auto saved = save(*settings, {{"redis", "redis://u:hush@h"}});
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().trouble, Trouble::Unavailable);
    QCOMPARE(content(), before);
    QCOMPARE(row(*settings, "redis").value, "private");
}

void TestDesktopSettings::aFullDiskChangesNothing()
{
    const QByteArray before = "workers=3\nredis=redis://:old@h\n";
    const WriteFile full = [](const QString &path, const QByteArray &) -> Result<void> {
        return failure(Trouble::Unavailable, path + " cannot be written: No space left on device");
    };
    const auto settings = open(before, {}, full);
    const auto saved = save(*settings, {{"workers", "5"}, {"redis", "redis://:new@h"}});
    QVERIFY(!saved.has_value());
    QVERIFY(saved.error().detail.contains("No space left"));
    QCOMPARE(content(), before);
    QVERIFY(!m_store.kept.contains("redis")); // put there first, and taken back
    QCOMPARE(row(*settings, "workers").value, "3");
    QVERIFY(save(*settings, {{"workers", "x"}}).error().trouble == Trouble::BadInput); // and it goes on
}

void TestDesktopSettings::aBrokenFileIsNotWrittenOver()
{
    const auto settings = open("workers=3\n");
    QVERIFY(settings->fileState().has_value());
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("workers=3\nlisten\n");
    file.close();
    QVERIFY(!settings->fileState().has_value());
    const auto saved = save(*settings, {{"workers", "5"}});
    QVERIFY(!saved.has_value());
    QVERIFY2(saved.error().detail.contains("line 2"), qPrintable(saved.error().detail));
    QCOMPARE(content(), QByteArray("workers=3\nlisten\n"));
}

QTEST_GUILESS_MAIN(TestDesktopSettings)
#include "tst_desktop_settings.moc"

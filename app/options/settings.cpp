// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/settings.h"

#include "app/options/command_table.h"
#include "app/options/hook_settings.h"
#include "app/options/read_options.h"
#include "app/options/url_password.h"
#include "core/database/book/book_tokens.h"
#include "core/newsale/opened_book.h"
#include "core/record/text_file.h"

#include <QDir>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QThread>

namespace seonchak {

namespace {

/// `option` tells the settings page which field to mark.
std::unexpected<Error> bad(const QString &sentence, const QString &option)
{
    return failure(Trouble::BadInput, sentence, {option.toUtf8()});
}

Result<void> readAdminToken(RawSettings &raw, const Secrets &secrets)
{
    if (raw.adminTokenFile.isEmpty() && raw.settings.attach)
        return {}; // Stored tokens are for our own server.
    if (raw.adminTokenFile.isEmpty()) {
        raw.settings.server.adminToken = secrets.value(adminTokenKey()).value.toUtf8().trimmed();
        return {};
    }
    const QString key = QStringLiteral("admin-token-file");
    const QString name = QStringLiteral("admin-token-file %1").arg(raw.adminTokenFile);
    const auto bytes = text_file::secret(raw.adminTokenFile);
    auto token = bytes ? text_file::token(*bytes) : bytes;
    if (!token)
        return bad(name + QLatin1Char(' ') + token.error().detail, key);
    raw.settings.server.adminToken = std::move(*token);
    return {};
}

/// In the folder that systemd creates for a service, else beside the book.
void placeDeskSocket(RawSettings &raw)
{
    auto &server = raw.settings.server;
    server.mayLackDeskSocket = raw.deskSocket.isEmpty();
    if (raw.deskSocket == QLatin1String("none"))
        return;
    const QString given = qEnvironmentVariable("RUNTIME_DIRECTORY").section(QLatin1Char(':'), 0, 0);
    const QString folder = given.isEmpty() ? raw.settings.sale.dataDir : given;
    const QString usual = QDir(folder).absoluteFilePath(QStringLiteral("desk.sock"));
    server.deskSocket = raw.deskSocket.isEmpty() ? usual : QDir().absoluteFilePath(raw.deskSocket);
}

/// A second name of this fault: a token in the book removes it.
constexpr const char *openFault = "no-token";

Result<void> checkListen(const Settings &settings)
{
    const auto &server = settings.server;
    if (settings.attach || settings.book) // No server is run.
        return {};
    const bool loopback = server.host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
                          QHostAddress(server.host).isLoopback();
    if (loopback || !server.adminToken.isEmpty())
        return {};
    return failure(
        Trouble::BadInput,
        QStringLiteral("listen %1 can be reached from the network and there is no token: add one by "
                       "seonchakd token add, name one by --admin-token-file, or listen on 127.0.0.1")
            .arg(server.host),
        {"listen", openFault});
}

/// A second name of this fault: the doctor has its own text for it.
constexpr const char *mockFault = "mock";

/// A real sale needs a name, which is typed to confirm what cannot be undone, and a real partner.
QList<Error> liveFaults(const SaleOptions &sale)
{
    QList<Error> faults;
    if (!sale.saleLive)
        return faults;
    if (sale.saleName.trimmed().isEmpty())
        faults.append(Error{Trouble::BadInput,
                            QStringLiteral("sale-mode live needs a name: give one by --sale-name"),
                            {"sale-name"}});
    if (sale.partner.isMock())
        faults.append(
            Error{Trouble::BadInput,
                  QStringLiteral("sale-mode live needs a real store, and this one is the mock, which no shop "
                                 "knows: name the store by --store https://…, or use --sale-mode test"),
                  {"store", mockFault}});
    return faults;
}

/// Applies dependencies between options; adds all errors to `faults`.
Settings finish(RawSettings raw, const Secrets &secrets, QList<Error> &faults)
{
    auto &sale = raw.settings.sale;
    sale.dataDir = QDir(raw.dataDir).absolutePath();
    auto database = DatabaseUrl::parse(raw.database, sale.dataDir);
    if (database)
        sale.database = std::move(*database);
    else
        faults.append(
            bad(QStringLiteral("--database: %1").arg(database.error().detail), QStringLiteral("database"))
                .error());
    if (!raw.book.isEmpty())
        raw.settings.book = newsale::OpenedBook::find(raw.book, sale.database).value_or(DatabaseUrl());
    if (raw.settings.book && raw.settings.attach)
        faults.append(bad(QStringLiteral("--book and --attach are two windows: give one of them"),
                          QStringLiteral("book"))
                          .error());
    placeDeskSocket(raw);
    const auto token = readAdminToken(raw, secrets);
    if (!token)
        faults.append(token.error());
    if (const auto listen = checkListen(raw.settings); !listen)
        faults.append(listen.error());
    if (!raw.settings.attach && !raw.settings.book)
        faults += liveFaults(sale);
    faults += finishHooks(raw);
    return std::move(raw.settings);
}

RawSettings defaults()
{
    RawSettings raw;
    raw.dataDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    raw.settings.sale.workers = raw.settings.server.workers = std::max(1, QThread::idealThreadCount());
    raw.settings.sale.partner.seed = QRandomGenerator::system()->generate64() >> 1;
    return raw;
}

/// For a repeatable option all texts count, else the last; without any, the default in its row.
QStringList counting(const Option &option, const QStringList &texts)
{
    if (texts.isEmpty() && option.hasDefaultValue())
        return {option.defaultText};
    return option.repeatable ? texts : texts.mid(std::max<qsizetype>(texts.size() - 1, 0));
}

} // namespace

JudgedSettings judgeSettings(const OptionSources &sources, const Secrets &secrets)
{
    RawSettings raw = defaults();
    JudgedSettings judged;
    for (const auto &option : optionTable()) {
        const auto given = sources.given(option);
        for (auto text : counting(option, given.texts)) {
            if (given.source == OptionSource::File)
                text = withSecret(option.name, text, secrets);
            if (const auto read = option.read(raw, text); !read)
                judged.faults.append(
                    bad(QStringLiteral("%1: %2").arg(given.place, read.error().detail), option.name).error());
        }
    }
    judged.settings = finish(std::move(raw), secrets, judged.faults);
    return judged;
}

Result<Settings> settingsOf(const OptionSources &sources, const Secrets &secrets, QList<Error> *forgiven)
{
    static const QList<QByteArray> forgivable{"admin-token-file", "listen", "webhook", "webhook-secret-file"};
    auto judged = judgeSettings(sources, secrets);
    for (const auto &fault : judged.faults) {
        const bool mayPass = forgivable.contains(fault.names.value(0)) || fault.names.contains(mockFault);
        const bool forgive = forgiven && mayPass;
        if (!forgive)
            return std::unexpected(fault);
        forgiven->append(fault);
    }
    return std::move(judged.settings);
}

bool isOpenToAll(const Error &fault)
{
    return fault.names.contains(openFault);
}

JudgedSettings judgeStart(const OptionSources &sources, const Secrets &secrets)
{
    auto judged = judgeSettings(sources, secrets);
    const auto named = [&](const char *option) {
        return std::ranges::any_of(judged.faults,
                                   [&](const Error &fault) { return fault.names.contains(option); });
    };
    if (!named(openFault) || named("database"))
        return judged;
    // An unavailable database must not prevent a service's next start. The starting server admits no client
    // that needs a token, and none from the network, before it has read the book.
    judged.byBook = lookForTokens(judged.settings.sale.database) != TokensFound::None;
    if (judged.byBook)
        judged.faults.removeIf(isOpenToAll);
    return judged;
}

QStringList secretsWanted(const OptionSources &sources)
{
    QStringList wanted;
    for (const auto &option : optionTable()) {
        const auto given = sources.given(option);
        if (option.apart.kind == Option::Apart::Kind::Token && given.texts.isEmpty())
            wanted.append(adminTokenKey());
        if (given.source != OptionSource::File || option.apart.kind != Option::Apart::Kind::Password)
            continue;
        const auto parts = UrlPassword::split(given.texts.last());
        if (parts.password.isEmpty() && !parts.place().isEmpty())
            wanted.append(option.name);
    }
    return wanted;
}

Result<Secrets> readSecrets(const OptionSources &sources, const AskKeychain &ask)
{
    auto secrets = secrets_file::read(secrets_file::beside(sources.configFile()));
    if (!secrets || !ask)
        return secrets;
    const auto found = ask(secretsWanted(sources));
    for (auto one = found.begin(); one != found.end(); ++one)
        (*secrets)[one.key()] = Secret::unpacked(one.value(), true);
    return secrets;
}

Result<ReadOptions> readOptions(const QStringList &arguments, const QProcessEnvironment &environment,
                                const AskKeychain &ask)
{
    auto sources = OptionSources::gather(arguments, environment);
    if (!sources)
        return std::unexpected(sources.error());
    ReadOptions options;
    options.sources = std::move(*sources);
    options.settings.showHelp = options.sources.showHelp();
    options.settings.showVersion = options.sources.showVersion();
    if (options.settings.showHelp || options.settings.showVersion)
        return options;
    auto secrets = readSecrets(options.sources, ask);
    if (!secrets)
        return std::unexpected(secrets.error());
    options.secrets = std::move(*secrets);
    auto judged = judgeStart(options.sources, options.secrets);
    if (!judged.faults.isEmpty())
        return std::unexpected(judged.faults.first());
    options.settings = std::move(judged.settings);
    options.byBook = judged.byBook;
    return options;
}

Result<Settings> readSettings(const QStringList &arguments, const QProcessEnvironment &environment)
{
    auto options = readOptions(arguments, environment);
    if (!options)
        return std::unexpected(options.error());
    return std::move(options->settings);
}

QString helpText(const QString &program)
{
    QString text = QStringLiteral("Usage: %1 [options]\n").arg(program);
    const auto line = [&text](const QString &left, const QString &right) {
        text += QStringLiteral("  %1 %2\n").arg(left, -28).arg(right);
    };
    for (const auto &command : commandTable())
        text += QStringLiteral("       seonchakd %1 %2\n")
                    .arg(QString(command.name + QLatin1Char(' ') + command.arguments), -18)
                    .arg(command.help);
    text +=
        QStringLiteral("\nEach option is also SEONCHAK_<NAME> in the environment and a key of the config\n"
                       "file; the command line wins, then the environment, then the file.\n\n");
    for (const auto &option : optionTable())
        line(QStringLiteral("--%1 %2").arg(option.name, option.valueName),
             QStringLiteral("%1 (%2)").arg(option.help, option.defaultText));
    text += QStringLiteral("\nOn the command line alone (the usual config file is %1):\n\n")
                .arg(OptionSources::defaultConfigFile());
    for (const auto &option : commandLineOnly())
        line(QStringLiteral("--%1 %2").arg(option.name, option.valueName), option.help);
    return text;
}

} // namespace seonchak

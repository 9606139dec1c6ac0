// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token_command.h"

#include "app/enter_data_dir.h"
#include "app/exit_status.h"
#include "app/help_answer.h"
#include "app/log.h"
#include "app/options/read_options.h"
#include "app/run_trail.h"
#include "app/terminal.h"
#include "app/token_order.h"
#include "core/coupon/utc_text.h"
#include "core/database/book/book_audit.h"
#include "core/database/engine/migrations.h"
#include "core/database/engine/session.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <cstdio>
#include <thread>

namespace seonchak {

namespace {

constexpr int opensMost = 20;
/// Another program gives its lock back without telling us.
constexpr std::chrono::milliseconds openPause{250};

int refused(const QString &sentence, ExitCode code)
{
    std::fputs(qPrintable(QStringLiteral("seonchak: %1\n").arg(sentence)), stderr);
    return code;
}

/// Errors that the user can correct count as bad usage.
int refused(const Error &error)
{
    const bool isAsked = error.trouble == Trouble::BadInput || error.trouble == Trouble::Conflict ||
                         error.trouble == Trouble::NotFound;
    return refused(error.detail, isAsked ? ExitUsage : ExitOther);
}

const char *tokenHelp()
{
    return "Usage: seonchakd token add NAME --role viewer|operator|admin|issuer [options]\n"
           "       seonchakd token list [--json] [options]\n"
           "       seonchakd token revoke NAME [options]\n\n"
           "Named tokens for the REST interface. They count within two seconds on every server of this "
           "database.\n"
           "add prints the token alone on standard output, this once: the database keeps its SHA-256 only.\n"
           "It takes the options, the environment and the config file of the server, see seonchakd "
           "--help.\n\n"
           "  viewer     every GET\n"
           "  operator   also generates, adds, edits and pushes coupons, pauses, resumes, settles doubts,\n"
           "             sets when the sale opens and closes\n"
           "  admin      everything\n"
           "  issuer     issues coupons and nothing else, see --require-issuer-token\n\n"
           "Exit code: 0 fine, 2 bad usage or configuration, 3 a database of a newer version, 1 anything "
           "else.\n";
}

Result<std::unique_ptr<Session>> opened(const DatabaseUrl &url)
{
    auto session = Session::open(url);
    if (!session)
        return session;
    const auto migrated = migrate(**session);
    return migrated ? std::move(session) : std::unexpected(migrated.error());
}

/// Only one program may switch a new SQLite file to its log: a starting server may be doing so.
Result<std::unique_ptr<Session>> openBook(const DatabaseUrl &url)
{
    for (int i = 1;; ++i) {
        auto session = opened(url);
        const bool isBusy = !session && session.error().trouble == Trouble::Unavailable &&
                            url.engine == DatabaseUrl::Engine::Sqlite;
        if (!isBusy || i == opensMost)
            return session;
        std::this_thread::sleep_for(openPause);
    }
}

/// Makes the change and its entry in the trail, both or neither.
Result<void> changeBook(Session &session, const QString &action, const QString &detail, const QString &result,
                        const std::function<Result<void>()> &change)
{
    return session.transaction([&]() -> Result<void> {
        if (const auto changed = change(); !changed)
            return changed;
        return book::writeAudit(session, {0, QDateTime::currentMSecsSinceEpoch(),
                                          QStringLiteral("command line (%1)").arg(RunTrail::person()), action,
                                          detail, result});
    });
}

Result<void> revoke(Session &session, const QString &name)
{
    return changeBook(session, QStringLiteral("token-revoke"), QStringLiteral("token %1").arg(name),
                      QStringLiteral("done: revoked"), [&] { return book::revokeToken(session, name); });
}

int add(Session &session, const TokenOrder &order)
{
    const QByteArray token = freshToken();
    const TokenRow row{order.name, order.role, tokenHash(token), QDateTime::currentMSecsSinceEpoch(), 0};
    const auto added =
        changeBook(session, QStringLiteral("token-add"),
                   QStringLiteral("token %1, role %2").arg(order.name, roleName(order.role)),
                   QStringLiteral("done: added"), [&] { return book::addToken(session, row); });
    if (!added)
        return refused(added.error());
    if (print(token + '\n'))
        return ExitFine;
    // The token was never delivered, so nobody can use it.
    const auto gone = revoke(session, order.name);
    return refused(
        gone ? QStringLiteral("the token could not be written to standard output, and is revoked")
             : QStringLiteral("the token could not be written to standard output: revoke %1").arg(order.name),
        ExitOther);
}

QString timeText(WallMs at)
{
    return at > 0 ? QString::fromLatin1(utcText(at)) : QStringLiteral("never");
}

QByteArray tokensAsJson(const QList<TokenRow> &rows)
{
    QJsonArray list;
    for (const TokenRow &row : rows) {
        const QJsonValue used = row.lastUsed > 0 ? QJsonValue(timeText(row.lastUsed)) : QJsonValue();
        list.append(QJsonObject{{QStringLiteral("name"), row.name},
                                {QStringLiteral("role"), roleName(row.role)},
                                {QStringLiteral("createdAt"), timeText(row.createdAt)},
                                {QStringLiteral("lastUsedAt"), used}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("tokens"), list}}).toJson(QJsonDocument::Indented);
}

QByteArray tokensAsLines(const QList<TokenRow> &rows)
{
    qsizetype widest = QStringLiteral("NAME").size();
    for (const TokenRow &row : rows)
        widest = std::max(widest, row.name.size());
    const auto line = [widest](const QString &name, const QString &role, const QString &created,
                               const QString &used) {
        return QStringLiteral("%1  %2  %3  %4\n")
            .arg(name.leftJustified(widest), role.leftJustified(8), created.leftJustified(24), used);
    };
    QString text = line(QStringLiteral("NAME"), QStringLiteral("ROLE"), QStringLiteral("CREATED"),
                        QStringLiteral("LAST USED"));
    for (const TokenRow &row : rows)
        text += line(row.name, roleName(row.role), timeText(row.createdAt), timeText(row.lastUsed));
    return text.toUtf8();
}

int carryOut(const TokenOrder &order, const SaleOptions &sale)
{
    enterDataDir(sale.dataDir);
    auto session = openBook(sale.database);
    if (!session)
        return refused(session.error().detail,
                       session.error().trouble == Trouble::BadInput ? ExitService : ExitOther);
    if (order.verb == TokenOrder::Verb::Add)
        return add(**session, order);
    if (order.verb == TokenOrder::Verb::Revoke) {
        const auto gone = revoke(**session, order.name);
        return gone ? ExitFine : refused(gone.error());
    }
    const auto rows = book::tokens(**session);
    if (!rows)
        return refused(rows.error());
    return print(order.json ? tokensAsJson(*rows) : tokensAsLines(*rows)) ? ExitFine : ExitOther;
}

} // namespace

int runToken(const QStringList &arguments)
{
    std::signal(SIGPIPE, SIG_IGN);
    if (arguments.contains(QStringLiteral("--help")))
        return print(tokenHelp()) ? ExitFine : ExitOther;
    const auto order = TokenOrder::parse(arguments);
    if (!order)
        return refused(order.error());
    const auto sources = OptionSources::gather(QStringList(QStringLiteral("seonchakd")) + order->options,
                                               QProcessEnvironment::systemEnvironment());
    if (!sources)
        return refused(sources.error());
    if (const auto answered = answeredHelp(*sources, tokenHelp()))
        return *answered;
    const auto secrets = readSecrets(*sources, {});
    if (!secrets)
        return refused(secrets.error());
    QList<Error> forgiven; // The first token is added when an address on the network requires one.
    const auto settings = settingsOf(*sources, *secrets, &forgiven);
    if (!settings)
        return refused(settings.error());
    installLog(settings->logLevel, settings->logFormat);
    return carryOut(*order, settings->sale);
}

} // namespace seonchak

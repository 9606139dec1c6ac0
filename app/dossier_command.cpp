// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dossier_command.h"

#include "app/exit_status.h"
#include "app/help_answer.h"
#include "app/log.h"
#include "app/options/dossier_settings.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "core/async/background_thread.h"
#include "core/async/work_thread.h"
#include "core/dossier/writer.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

namespace seonchak {

namespace {

const char *dossierHelp()
{
    return "Usage: seonchakd dossier --out DIR [--pseudonyms] [options]\n\n"
           "Writes what remains of a sale into a new or an empty folder: every coupon with its times, every\n"
           "refusal, the stock curve, the audit trail, doubts and how they ended, settings without secrets, "
           "and\n"
           "dossier.html, one page to print. `seonchakd verify DIR` derives its sums again from its "
           "records.\n"
           "It reads the database alone, and works while the server runs and when it does not. It takes the\n"
           "options, the environment and the config file of the server, see seonchakd --help.\n\n"
           "  --out DIR      where it goes\n"
           "  --pseudonyms   users stand by keyed hashes; the key goes to DIR.mapping-key, beside the "
           "folder,\n"
           "                 readable by its owner alone\n\n"
           "Exit code: 0 written, 1 it could not be written, 2 bad usage or a folder that is not empty, 3 "
           "the\n"
           "database could not be read or is of another version.\n";
}

struct DossierArguments
{
    QString out;
    bool pseudonyms = false;
    QStringList options; ///< the server's options
};

Result<DossierArguments> takeArguments(const QStringList &arguments)
{
    DossierArguments taken;
    const QString assigned = QStringLiteral("--out=");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &one = arguments[i];
        if (one == QLatin1String("--pseudonyms"))
            taken.pseudonyms = true;
        else if (one.startsWith(assigned))
            taken.out = one.mid(assigned.size());
        else if (one == QLatin1String("--out"))
            taken.out = arguments.value(++i);
        else
            taken.options << one;
    }
    if (taken.out.isEmpty() && !taken.options.contains(QStringLiteral("--help")))
        return failure(
            Trouble::BadInput,
            QStringLiteral("--out DIR is missing: it names the folder. See seonchakd dossier --help."));
    return taken;
}

int complainOfDossier(const Error &error)
{
    tell(QStringLiteral("seonchakd dossier: ") + error.detail);
    if (error.names.contains(dossier::bookTrouble))
        return ExitService;
    return error.trouble == Trouble::BadInput ? ExitUsage : ExitOther;
}

Result<dossier::Order> orderOf(const OptionSources &sources, const DossierArguments &arguments)
{
    const auto secrets = readSecrets(sources, {});
    if (!secrets)
        return std::unexpected(secrets.error());
    QList<Error> forgiven; // faults of token, address or partner do not concern the book
    const auto settings = settingsOf(sources, *secrets, &forgiven);
    if (!settings)
        return std::unexpected(settings.error());
    installLog(settings->logLevel, settings->logFormat);
    dossier::Order order;
    order.database = settings->sale.database;
    order.out = QDir::cleanPath(QDir::current().absoluteFilePath(arguments.out));
    if (arguments.pseudonyms)
        order.keyFile = order.out + QStringLiteral(".mapping-key");
    order.settings = recordedSettings(sources, *settings);
    order.program = QCoreApplication::applicationVersion();
    order.saleName = settings->sale.saleName;
    order.saleLive = settings->sale.saleLive;
    return order;
}

int writeDossier(const dossier::Order &order)
{
    moveThisThreadToTheBackground(); // A sale that runs on this machine takes precedence.
    std::stop_source stop;
    const Signals interrupts;
    QObject::connect(&interrupts, &Signals::asked, &interrupts, [&stop] { stop.request_stop(); });
    Result<dossier::Written> written = failure(Trouble::Internal, QStringLiteral("never ran"));
    runBesideLoop([&] { written = dossier::write(order, stop.get_token()); });
    if (!written)
        return complainOfDossier(written.error());
    std::printf("%lld coupons, %lld of them issued, in %s\n", written->coupons, written->issued,
                qPrintable(order.out));
    if (!written->sound)
        tell(QStringLiteral("the records do not agree with each other: see dossier.html"));
    if (!order.keyFile.isEmpty())
        tell(QStringLiteral("users stand by pseudonyms; keep their key: %1").arg(order.keyFile));
    return ExitFine;
}

} // namespace

int runDossier(const QStringList &arguments)
{
    const auto taken = takeArguments(arguments);
    if (!taken)
        return complainOfDossier(taken.error());
    const auto sources = OptionSources::gather(QStringList(QStringLiteral("seonchakd")) + taken->options,
                                               QProcessEnvironment::systemEnvironment());
    if (!sources)
        return complainOfDossier(sources.error());
    if (const auto answered = answeredHelp(*sources, dossierHelp()))
        return *answered;
    const auto order = orderOf(*sources, *taken);
    return order ? writeDossier(*order) : complainOfDossier(order.error());
}

} // namespace seonchak

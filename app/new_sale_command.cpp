// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/new_sale_command.h"

#include "app/data_dir.h"
#include "app/enter_data_dir.h"
#include "app/exit_status.h"
#include "app/help_answer.h"
#include "app/log.h"
#include "app/options/read_options.h"
#include "app/run_trail.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "core/async/work_thread.h"
#include "core/newsale/new_sale.h"
#include "core/newsale/shelf_name.h"

#include <QCoreApplication>

#include <cstdio>

namespace seonchak {

namespace {

const char *newSaleHelp()
{
    return "Usage: seonchakd new-sale NAME [options]\n\n"
           "Ends a sale and begins an empty one. The book that is there is kept under NAME, with every\n"
           "coupon, refusal, doubt and the audit trail: SQLite as books/NAME.sqlite beside the database,\n"
           "PostgreSQL as the schema NAME in the same database. Redis is emptied of our keys, and of no\n"
           "others. Tokens are taken over. `seonchak --book` opens the old book read-only.\n"
           "It works only while no server runs on this database, and while nothing is reserved or in doubt.\n"
           "It takes the options, the environment and the config file of the server, see seonchakd "
           "--help.\n\n"
           "Exit code: 0 done, 1 something of the sale is open, or Redis or the database could not be had,\n"
           "2 bad usage or a name that is taken, 3 a server runs on it, or Redis holds keys of another\n"
           "program.\n";
}

struct NewSaleArguments
{
    QStringList words;
    QStringList options; ///< the server's options
};

NewSaleArguments parted(const QStringList &arguments)
{
    NewSaleArguments parts;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &one = arguments[i];
        if (!one.startsWith(QLatin1Char('-')))
            parts.words.append(one);
        else
            parts.options.append(one);
        if (OptionSources::takesValue(one) && i + 1 < arguments.size())
            parts.options.append(arguments[++i]);
    }
    return parts;
}

int refusedNewSale(const Error &error, ExitCode code)
{
    tell(QStringLiteral("seonchakd new-sale: ") + error.detail);
    return code;
}

int complainOfNewSale(const Error &error)
{
    if (error.names.contains(newsale::serviceTrouble))
        return refusedNewSale(error, ExitService);
    const bool usage = error.trouble == Trouble::BadInput || error.trouble == Trouble::NotFound ||
                       error.names.contains("name");
    return refusedNewSale(error, usage ? ExitUsage : ExitOther);
}

int carryOutNewSale(const newsale::Order &order)
{
    enterDataDir(order.sale.dataDir);
    const auto dataDir = DataDir::take(order.sale.dataDir);
    if (!dataDir)
        return refusedNewSale(dataDir.error(), ExitService);
    std::stop_source stop;
    const Signals interrupts;
    QObject::connect(&interrupts, &Signals::asked, &interrupts, [&stop] { stop.request_stop(); });
    Result<newsale::Begun> begun = failure(Trouble::Internal, QStringLiteral("never ran"));
    runBesideLoop([&] { begun = newsale::begin(order, stop.get_token()); });
    if (!begun)
        return complainOfNewSale(begun.error());
    std::printf("%lld coupons, %lld of them issued, are kept in %s\n", begun->before.coupons,
                begun->before.issued, qPrintable(begun->kept.masked()));
    if (begun->before.hooksWaiting > 0)
        tell(QStringLiteral("webhooks that were not delivered, and will not be: %1")
                 .arg(begun->before.hooksWaiting));
    return ExitFine;
}

Result<newsale::Order> newSaleOrder(const OptionSources &sources, const NewSaleArguments &parts)
{
    if (parts.words.size() != 1)
        return failure(Trouble::BadInput,
                       QStringLiteral("one name is needed: what the old book is called from then on. See "
                                      "seonchakd new-sale --help."));
    const auto name = newsale::shelfName(parts.words.first());
    if (!name)
        return std::unexpected(name.error());
    const auto secrets = readSecrets(sources, {});
    if (!secrets)
        return std::unexpected(secrets.error());
    QList<Error> forgiven; // faults of token, address or partner do not concern the book
    const auto settings = settingsOf(sources, *secrets, &forgiven);
    if (!settings)
        return std::unexpected(settings.error());
    installLog(settings->logLevel, settings->logFormat);
    return newsale::Order{settings->sale, *name, QStringLiteral("command line (%1)").arg(RunTrail::person())};
}

} // namespace

int runNewSale(const QStringList &arguments)
{
    const NewSaleArguments parts = parted(arguments);
    const auto sources = OptionSources::gather(QStringList(QStringLiteral("seonchakd")) + parts.options,
                                               QProcessEnvironment::systemEnvironment());
    if (!sources)
        return refusedNewSale(sources.error(), ExitUsage);
    if (const auto answered = answeredHelp(*sources, newSaleHelp()))
        return *answered;
    const auto order = newSaleOrder(*sources, parts);
    return order ? carryOutNewSale(*order) : refusedNewSale(order.error(), ExitUsage);
}

} // namespace seonchak

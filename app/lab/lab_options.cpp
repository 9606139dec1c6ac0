// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_options.h"

#include "app/program_files.h"
#include "core/lab/report/documents.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>

#include <array>

namespace seonchak {

namespace {

struct LabOption
{
    const char *name;
    const char *valueName;
    const char *defaultText;
    const char *help;
};

constexpr std::array labOptions{
    LabOption{"strategies", "A,B,…", "all", "which to compare"},
    LabOption{"database", "D,…", "sqlite",
              "sqlite and/or postgresql:// URLs of servers to make a database on"},
    LabOption{"redis", "URL", "private", "private, or a URL: a key prefix of the lab's own is used"},
    LabOption{"requests", "N", "1500", "requests in each run; with --opens-in enough for the time before it"},
    LabOption{"stock", "N", "1000", "coupons in each run"},
    LabOption{"users", "N", "as many as requests", "different users who ask"},
    LabOption{"rate", "N|max", "1500",
              "requests a second on a fixed schedule, or as fast as the connections go"},
    LabOption{"connections", "N", "200", "connections of the load generator"},
    LabOption{"failure-rate", "P", "0.1", "share of store calls refused"},
    LabOption{"repeat", "N", "5", "repetitions of each run"},
    LabOption{"seed", "N", "random, printed",
              "the same seed: the same users, instants and fates of store calls"},
    LabOption{
        "opens-in", "SECONDS", "the sale is open already",
        "the sale of each run opens by itself after so long, the load begins 2 s before it, and the report "
        "shows the first second in milliseconds"},
    LabOption{"client", "NAME", "own",
              "own, or jmeter: JMeter sends the requests; --rate becomes its ramp, and it knows no schedule"},
    LabOption{"documents", "", "",
              "the documents' own experiment: their three tables beside what is measured here"},
    LabOption{"jtl", "FILE", "",
              "judge a run of JMeter by the --redis and --database of the server it asked"},
    LabOption{"key-prefix", "P", "rudals", "with --jtl: that server's"},
    LabOption{"first-user", "N", "1", "with --jtl: rush.jmx's, where only a thread's number tells the user"},
    LabOption{"out", "DIR", "lab-<time>", "where the report and its records go: an empty or new directory"},
};

template <typename T, typename Read>
Result<void> readNumber(const QCommandLineParser &parser, const QString &name, T &into, Read read)
{
    if (!parser.isSet(name))
        return {};
    bool ok = false;
    into = T(read(parser.value(name), &ok));
    return ok ? Result<void>{}
              : failure(
                    Trouble::BadInput,
                    QStringLiteral("--%1: \"%2\" is not a number it can take").arg(name, parser.value(name)));
}

Result<void> readNumbers(const QCommandLineParser &parser, lab::Setting &setting)
{
    const auto whole = [](const QString &text, bool *ok) { return text.toLongLong(ok); };
    const auto seed = [](const QString &text, bool *ok) { return text.toULongLong(ok); };
    const auto share = [](const QString &text, bool *ok) { return text.toDouble(ok); };
    const auto rate = [](const QString &text, bool *ok) {
        if (text == QLatin1String("max"))
            *ok = true;
        const double value = *ok ? 0 : text.toDouble(ok);
        *ok = *ok && (value > 0 || text == QLatin1String("max"));
        return value;
    };
    for (const auto &read : {readNumber(parser, QStringLiteral("requests"), setting.requests, whole),
                             readNumber(parser, QStringLiteral("stock"), setting.stock, whole),
                             readNumber(parser, QStringLiteral("connections"), setting.connections, whole),
                             readNumber(parser, QStringLiteral("repeat"), setting.repeats, whole),
                             readNumber(parser, QStringLiteral("seed"), setting.seed, seed),
                             readNumber(parser, QStringLiteral("failure-rate"), setting.failureRate, share),
                             readNumber(parser, QStringLiteral("opens-in"), setting.opensIn, share),
                             readNumber(parser, QStringLiteral("rate"), setting.rate, rate)}) {
        if (!read)
            return read;
    }
    if (!parser.isSet(QStringLiteral("requests")))
        setting.requests +=
            lab::requestsBeforeOpening(setting); // The documents' rush begins before the sale.
    setting.users = setting.requests;
    return readNumber(parser, QStringLiteral("users"), setting.users, whole);
}

/// The documents' experiment is fixed: nothing can be chosen.
Result<void> readDocuments(const QCommandLineParser &parser, lab::Setting &setting)
{
    if (!parser.isSet(QStringLiteral("documents")))
        return {};
    for (const char *name :
         {"strategies", "requests", "stock", "users", "rate", "failure-rate", "opens-in"}) {
        if (parser.isSet(QLatin1String(name)))
            return failure(Trouble::BadInput,
                           QStringLiteral("--%1: --documents has its own").arg(QLatin1String(name)));
    }
    lab::applyDocumentsExperiment(setting);
    return {};
}

} // namespace

Result<QList<Strategy>> strategiesIn(const QString &list)
{
    QList<Strategy> strategies;
    for (const QString &name : list.split(u',', Qt::SkipEmptyParts)) {
        const auto strategy = strategyFromName(name.trimmed());
        if (!strategy) {
            QStringList known;
            for (const Strategy one : allStrategies())
                known << strategyName(one);
            return failure(Trouble::BadInput, QStringLiteral("--strategies: \"%1\" is none of %2")
                                                  .arg(name, known.join(QStringLiteral(", "))));
        }
        if (!strategies.contains(*strategy))
            strategies << *strategy;
    }
    return strategies;
}

QString labHelp()
{
    QString text = QStringLiteral(
        "Usage: seonchakd lab [options]\n"
        "       seonchakd lab --crash-matrix [options]   see seonchakd lab --crash-matrix --help\n"
        "       seonchakd lab --race [options]           see seonchakd lab --race --help\n\n"
        "Runs each strategy over real HTTP on stores of its own and writes a report that\n"
        "`seonchakd verify DIR` derives again from its records.\n\n");
    for (const LabOption &option : labOptions) {
        text += QStringLiteral("  %1 %2")
                    .arg(QStringLiteral("--%1 %2").arg(QLatin1String(option.name),
                                                       QString::fromUtf8(option.valueName)),
                         -24)
                    .arg(QString::fromUtf8(option.help));
        text += *option.defaultText == '\0'
                    ? QStringLiteral("\n")
                    : QStringLiteral(" (%1)\n").arg(QString::fromUtf8(option.defaultText));
    }
    return text;
}

Result<lab::Setting> readLabSetting(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const LabOption &option : labOptions)
        parser.addOption({QString::fromLatin1(option.name), QString(), QString::fromUtf8(option.valueName)});
    if (!parser.parse(QStringList{QStringLiteral("lab")} + arguments))
        return failure(Trouble::BadInput, parser.errorText() + QStringLiteral(" See seonchakd lab --help."));
    if (!parser.positionalArguments().isEmpty())
        return failure(Trouble::BadInput, QStringLiteral("\"%1\" is not an option. See seonchakd lab --help.")
                                              .arg(parser.positionalArguments().first()));
    for (const char *name : {"key-prefix", "first-user"}) {
        if (parser.isSet(QLatin1String(name)))
            return failure(Trouble::BadInput,
                           QStringLiteral("--%1 goes with --jtl only").arg(QLatin1String(name)));
    }
    lab::Setting setting;
    setting.seed = QRandomGenerator::system()->generate64() >> 1;
    if (parser.isSet(QStringLiteral("strategies"))) {
        const auto strategies = strategiesIn(parser.value(QStringLiteral("strategies")));
        if (!strategies)
            return std::unexpected(strategies.error());
        setting.strategies = *strategies;
    }
    if (parser.isSet(QStringLiteral("database")))
        setting.databases = parser.value(QStringLiteral("database")).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(QStringLiteral("redis")))
        setting.redis = parser.value(QStringLiteral("redis"));
    setting.outDir = parser.value(QStringLiteral("out"));
    if (setting.outDir.isEmpty())
        setting.outDir = QDateTime::currentDateTime().toString(QStringLiteral("'lab-'yyyyMMdd-HHmmss"));
    const QString client = parser.value(QStringLiteral("client"));
    if (!client.isEmpty() && client != QLatin1String("own") && client != QLatin1String("jmeter"))
        return failure(Trouble::BadInput,
                       QStringLiteral("--client: \"%1\" is neither own nor jmeter").arg(client));
    setting.client = client == QLatin1String("jmeter") ? lab::Client::Jmeter : lab::Client::Own;
    setting.serverProgram = programFile(QStringLiteral("seonchakd"));
    if (const auto read = readNumbers(parser, setting); !read)
        return std::unexpected(read.error());
    if (const auto read = readDocuments(parser, setting); !read)
        return std::unexpected(read.error());
    return setting;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_race.h"

#include "app/exit_status.h"
#include "app/lab/lab_options.h"
#include "app/program_files.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "core/async/work_thread.h"
#include "core/lab/race/race.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <memory>

namespace seonchak {

namespace {

const QLatin1String myName("seonchakd lab --race: ");

using Races = QList<lab::RaceSetting>;

constexpr const char *raceHelp =
    "Usage: seonchakd lab --race [options]\n\n"
    "Steps two requests against each other, a step of each in turn, on a server and stores of its own, and\n"
    "shows what the stores hold after each step and where a coupon is lost or handed out twice.\n\n"
    "  --strategies A,B,…   which (all)\n"
    "  --scenario S,…       two-users, double-click, store-refuses (all that fit the strategy)\n"
    "  --database D,…       sqlite and/or postgresql:// URLs of servers to make a database on (sqlite)\n"
    "  --redis URL          private, or a URL: a key prefix of the lab's own is used (private)\n"
    "  --json               as JSON\n";

Result<QList<lab::RaceScenario>> scenariosIn(const QString &list)
{
    using enum lab::RaceScenario;
    QList<lab::RaceScenario> scenarios;
    for (const QString &name : list.split(u',', Qt::SkipEmptyParts)) {
        const auto scenario = lab::raceScenarioFromName(name.trimmed().toLatin1());
        if (!scenario)
            return failure(
                Trouble::BadInput,
                QStringLiteral("--scenario: \"%1\" is none of two-users, double-click, store-refuses")
                    .arg(name));
        scenarios << *scenario;
    }
    return list.isEmpty() ? QList{TwoUsers, DoubleClick, PartnerRefuses} : scenarios;
}

Result<Races> racesOf(const QCommandLineParser &parser)
{
    const QString listed = parser.value(QStringLiteral("strategies"));
    const auto strategies =
        listed.isEmpty() ? Result<QList<Strategy>>(allStrategies()) : strategiesIn(listed);
    const auto scenarios = scenariosIn(parser.value(QStringLiteral("scenario")));
    if (!strategies || !scenarios)
        return std::unexpected(!strategies ? strategies.error() : scenarios.error());
    Races races;
    for (const QString &database : parser.value(QStringLiteral("database")).split(u',', Qt::SkipEmptyParts)) {
        for (const Strategy strategy : *strategies) {
            for (const auto scenario : *scenarios) {
                const lab::RaceSetting race{strategy, scenario, database,
                                            parser.value(QStringLiteral("redis")),
                                            programFile(QStringLiteral("seonchakd"))};
                const auto fine = lab::check(race);
                // Combinations that do not fit are left out, unless requested by name.
                if (fine)
                    races << race;
                else if (lab::fits(scenario, strategy) || parser.isSet(QStringLiteral("scenario")))
                    return std::unexpected(fine.error());
            }
        }
    }
    return races.isEmpty() ? failure(Trouble::BadInput, QStringLiteral("--database names none"))
                           : Result<Races>(races);
}

Result<QList<lab::RaceTrace>> runAll(const Races &races)
{
    std::stop_source stop;
    const Signals interrupts;
    QObject::connect(&interrupts, &Signals::asked, &interrupts, [&stop] { stop.request_stop(); });
    Result<QList<lab::RaceTrace>> traces;
    runBesideLoop([&] {
        for (const auto &race : races) {
            auto trace = lab::runRace(race, stop.get_token());
            if (!trace) {
                traces = std::unexpected(trace.error());
                return;
            }
            traces->append(std::move(*trace));
        }
    });
    return traces;
}

void print(const QList<lab::RaceTrace> &traces, bool asJson)
{
    QJsonArray all;
    for (const auto &trace : traces) {
        all.append(lab::raceJson(trace));
        if (!asJson)
            std::printf("%s\n\n", qPrintable(lab::raceText(trace).join(u'\n')));
    }
    if (asJson)
        std::fputs(QJsonDocument(all).toJson().constData(), stdout);
    std::fflush(stdout);
}

} // namespace

int runLabRace(const QStringList &arguments)
{
    if (arguments.contains(QStringLiteral("--help"))) {
        std::fputs(raceHelp, stdout);
        return ExitFine;
    }
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("race"), {}},
                       {QStringLiteral("strategies"), {}, QStringLiteral("list")},
                       {QStringLiteral("scenario"), {}, QStringLiteral("list")},
                       {QStringLiteral("database"), {}, QStringLiteral("list"), QStringLiteral("sqlite")},
                       {QStringLiteral("redis"), {}, QStringLiteral("url"), QStringLiteral("private")},
                       {QStringLiteral("json"), {}}});
    if (!parser.parse(QStringList{QStringLiteral("lab")} + arguments) ||
        !parser.positionalArguments().isEmpty()) {
        tell(myName +
             (parser.errorText().isEmpty() ? QStringLiteral("it takes options only") : parser.errorText()));
        return ExitUsage;
    }
    const auto races = racesOf(parser);
    if (!races) {
        tell(myName + races.error().detail);
        return ExitUsage;
    }
    const auto traces = runAll(*races);
    if (!traces) {
        tell(myName + traces.error().detail);
        return ExitService;
    }
    print(*traces, parser.isSet(QStringLiteral("json")));
    return ExitFine;
}

} // namespace seonchak

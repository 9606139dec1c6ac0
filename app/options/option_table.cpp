// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/option_table.h"

#include "app/options/access_option_rows.h"
#include "app/options/hook_option_rows.h"
#include "app/options/option_readers.h"

#include <QThread>

#include <limits>

namespace seonchak {

namespace {

using Kind = Option::Kind;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList words(const char *text)
{
    return s(text).split(QLatin1Char(' '));
}

QStringList strategyNames()
{
    QStringList names;
    for (const auto strategy : allStrategies())
        names.append(strategyName(strategy));
    return names;
}

QList<Option> saleOptions()
{
    return {
        {.name = s("sale-name"),
         .valueName = s("TEXT"),
         .defaultText = s("none"),
         .help = s("the sale's name, for the people at the window"),
         .explanation = s("The sale's name, at most 80 characters. The window shows it, and in a live sale "
                          "it has to be typed before what cannot be taken back."),
         .read = option::saleName,
         .example = s("Autumn coupons"),
         .page = {"sale", Kind::Text, 0, 0, true}},
        {.name = s("sale-mode"),
         .valueName = s("MODE"),
         .defaultText = s("test"),
         .help = s("test or live: live asks for the sale's name before what cannot be taken back"),
         .explanation =
             s("test or live. A live sale has its own colour in the window, which asks for the sale's name "
               "before what cannot be taken back. It needs a name (sale-name) and a real store (store)."),
         .read = option::saleMode,
         .choices = words("test live"),
         .page = {"sale", Kind::Choice}},
        {.name = s("strategy"),
         .valueName = s("NAME"),
         .defaultText = s("saga"),
         .help = s("how a coupon is issued"),
         .explanation =
             s("How a coupon is issued: user-cache, redis-lpop, redis-lpop-lossy, redis-lpop-compensate, "
               "db-pessimistic, db-optimistic or saga. Only saga is meant for a real sale: the others are "
               "there to "
               "be compared with it, and some of them lose coupons."),
         .read = option::strategy,
         .choices = strategyNames(),
         .page = {"strategy", Kind::Choice}},
        {.name = s("second-person"),
         .valueName = s("on|off"),
         .defaultText = s("off"),
         .help = s("live only: voiding everything and settling a doubt by hand need two persons"),
         .explanation =
             s("on or off, and on where the option stands without a value. On, in a live sale: voiding "
               "everything, declaring a doubt issued and restoring it need a second person who approves "
               "within five "
               "minutes. Both need a name: a token, a login at the desk socket, or the window that hosts "
               "the server. Set it alike on all servers of a sale."),
         .read = option::onOff([](Settings &to, bool on) { to.sale.secondPerson = on; }),
         .choices = words("off on"),
         .isSwitch = true,
         .page = {"sale", Kind::Choice}},
    };
}

QList<Option> serverOptions()
{
    return {
        {.name = s("listen"),
         .valueName = s("HOST:PORT"),
         .defaultText = s("127.0.0.1:8080"),
         .help = s("port 0: any free port"),
         .explanation =
             s("The address of the HTTP server; port 0 takes any free port. An address that is not "
               "loopback is refused unless there is a token, see admin-token-file and seonchakd token."),
         .read = option::listen,
         .page = {"server", Kind::Text}},
        {.name = s("desk-socket"),
         .valueName = s("SOCKET"),
         .defaultText = s("in the runtime dir or the data dir"),
         .help = s("Unix socket of the windows on this machine that attach, or none"),
         .explanation = s(
             "The Unix socket at which windows on this machine attach (seonchak --attach unix:…), or none. "
             "It "
             "has the mode 0660 and, where the system has it, the group seonchak, whose members act as "
             "operators there, as root and the server's own user do, without a token. A path has at most 107 "
             "bytes."),
         .read = option::deskSocket,
         .example = s("/run/seonchak/desk.sock"),
         .defaultRule =
             s("desk.sock in $RUNTIME_DIRECTORY, which systemd gives a service, else in the data dir"),
         .page = {"server", Kind::Path, 0, 0, true}},
        {.name = s("workers"),
         .valueName = s("N"),
         .defaultText = QString::number(QThread::idealThreadCount()),
         .help = s("HTTP threads"),
         .explanation = s("Threads that serve HTTP, 1 to 256."),
         .read = option::number(1, 256,
                                [](Settings &to, qint64 n) { to.server.workers = to.sale.workers = int(n); }),
         .example = s("4"),
         .defaultRule = s("the number of processors"),
         .page = {"server", Kind::Number, 1, 256}},
        {.name = s("data-dir"),
         .valueName = s("DIR"),
         .defaultText = s("the platform's data dir"),
         .help = s("database, private Redis, logs"),
         .explanation =
             s("The folder of the SQLite database and of the private Redis. One program at a time may "
               "have it."),
         .read = option::pathInto(&RawSettings::dataDir),
         .example = s("/var/lib/seonchak"),
         .defaultRule =
             s("$XDG_DATA_HOME/seonchak, which is ~/.local/share/seonchak where nothing else is set"),
         .page = {"server", Kind::Path, 0, 0, true}},
    };
}

QList<Option> storageOptions()
{
    return {
        {.name = s("redis"),
         .valueName = s("URL"),
         .defaultText = s("private"),
         .help = s("private, redis[s]://[user:pass@]host:port[/db], unix:///path[?db=n], sentinel://…, "
                   "cluster://…"),
         .explanation =
             s("Which Redis holds the stock. private starts one of our own, on a Unix socket in "
               "the data dir. Else "
               "redis://[user:pass@]host:port[/db], unix:///path[?db=n], "
               "sentinel://h:p[,h:p…]/master[?db=n], "
               "cluster://h:p[,h:p…] or, through TLS, "
               "rediss://[user:pass@]host:port[/db][?ca=FILE&cert=FILE&key=FILE] (from Debian 13 on)."),
         .read = option::redis,
         .page = {"redis", Kind::Url}},
        {.name = s("key-prefix"),
         .valueName = s("S"),
         .defaultText = s("rudals"),
         .help = s("first part of every key"),
         .explanation = s("The first part of every key in Redis."),
         .read = option::keyPrefix,
         .page = {"redis", Kind::Text}},
        {.name = s("foreign-keys"),
         .valueName = s("CHOICE"),
         .defaultText = s("refuse"),
         .help = s("another program's keys under our prefix: refuse (exit code 3), adopt or discard them"),
         .explanation = s("What happens at the start to keys under our prefix that another program made: "
                          "refuse ends with exit "
                          "code 3 and names them, adopt takes codes and users over, discard deletes them."),
         .read = option::foreignKeys,
         .choices = words("refuse adopt discard"),
         .page = {"redis", Kind::Choice}},
        {.name = s("database"),
         .valueName = s("URL"),
         .defaultText = s("sqlite"),
         .help = s("sqlite, sqlite:///path or postgresql://user:pass@host:port/name"),
         .explanation =
             s("The database that holds the truth: sqlite (a file in the data dir), sqlite:///path or "
               "postgresql://user:pass@host:port/name. A URL of PostgreSQL takes every option of libpq and "
               "several "
               "hosts."),
         .read = option::pathInto(&RawSettings::database),
         .page = {"database", Kind::Url}},
    };
}

QList<Option> storeOptions()
{
    return {
        {.name = s("store"),
         .valueName = s("URL"),
         .defaultText = s("mock"),
         .help = s("the convenience store: mock, or http(s)://… of a real partner"),
         .explanation =
             s("The convenience store's interface: http://… or https://… of a real partner, or mock, which "
               "is played here and knows no real coupons."),
         .read = option::store,
         .page = {"store", Kind::Url}},
        {.name = s("store-timeout-ms"),
         .valueName = s("N"),
         .defaultText = s("2000"),
         .help = s("after it the outcome is unknown"),
         .explanation =
             s("Milliseconds, 1 to 600000, after which the outcome of a call to the store is unknown and is "
               "asked for later."),
         .read =
             option::number(1, 600'000, [](Settings &to, qint64 n) { to.sale.partner.timeoutMs = int(n); }),
         .page = {"store", Kind::Number, 1, 600'000}},
    };
}

QList<Option> mockOptions()
{
    return {
        {.name = s("store-failure-rate"),
         .valueName = s("P"),
         .defaultText = s("0.1"),
         .help = s("mock only: share of calls refused, 0 to 1"),
         .explanation = s("Mock only: the share of calls that are refused, 0 to 1."),
         .read = option::share([](Settings &to, double p) { to.sale.partner.failureRate = p; }),
         .page = {"store", Kind::Share}},
        {.name = s("store-unknown-rate"),
         .valueName = s("P"),
         .defaultText = s("0"),
         .help = s("mock only: share of calls whose answer is lost, 0 to 1"),
         .explanation = s(
             "Mock only: the share of calls, 0 to 1, that are carried out or not but whose answer is lost."),
         .read = option::share([](Settings &to, double p) { to.sale.partner.unknownRate = p; }),
         .page = {"store", Kind::Share}},
        {.name = s("store-latency-ms"),
         .valueName = s("N"),
         .defaultText = s("0"),
         .help = s("mock only"),
         .explanation = s("Mock only: milliseconds that a call takes, 0 to 600000."),
         .read =
             option::number(0, 600'000, [](Settings &to, qint64 n) { to.sale.partner.latencyMs = int(n); }),
         .page = {"store", Kind::Number, 0, 600'000}},
        {.name = s("store-seed"),
         .valueName = s("N"),
         .defaultText = s("random, printed"),
         .help = s("mock only: same seed, same fate"),
         .explanation = s("Mock only: the same seed means the same fate for the same sequence of calls."),
         .read = option::number(0, std::numeric_limits<qint64>::max(),
                                [](Settings &to, qint64 n) { to.sale.partner.seed = quint64(n); }),
         .example = s("7"),
         .page = {"store", Kind::Number, 0, std::numeric_limits<qint64>::max(), true}},
    };
}

QList<Option> logOptions()
{
    return {
        {.name = s("log-level"),
         .valueName = s("LEVEL"),
         .defaultText = s("info"),
         .help = s("debug, info, warning or error"),
         .explanation = s("What is logged: debug, info, warning or error, each with all that is graver."),
         .read = option::logLevel,
         .choices = words("debug info warning error"),
         .page = {"logs", Kind::Choice}},
        {.name = s("log-format"),
         .valueName = s("FORMAT"),
         .defaultText = s("text"),
         .help = s("text or json"),
         .explanation =
             s("How a line of the log is written: text, or json with one object a line. Logs go to standard "
               "error."),
         .read = option::logFormat,
         .choices = words("text json"),
         .page = {"logs", Kind::Choice}},
    };
}

QList<Option> attachOptions()
{
    return {
        {.name = s("attach"),
         .valueName = s("URL"),
         .defaultText = s("none"),
         .help = s("seonchak only: show a running server, https://host[:port][/base] or unix:/path"),
         .explanation = s(
             "Only for the window seonchak: it hosts no server, and shows and works the one at this address, "
             "https://host[:port][/base] or unix:/path; http:// only on this machine. admin-token-file is "
             "then the token that it sends. All other options are those of the server, and are not looked "
             "at."),
         .read = option::attach,
         .example = s("https://coupons.example.com/desk"),
         .page = {"server", Kind::Text, 0, 0, true}},
        {.name = s("book"),
         .valueName = s("BOOK"),
         .defaultText = s("none"),
         .help = s("seonchak only: look at an old book, its name, its file or its postgresql:// URL"),
         .explanation =
             s("Only for the window seonchak: it hosts no server, and shows the old book that seonchakd "
               "new-sale has kept, read-only. The name that it was kept under, beside the database of these "
               "options; or the path of its file; or postgresql://user@host/name?schema=NAME."),
         .read = option::book,
         .example = s("autumn-2026-11-28"),
         .page = {"server", Kind::Text, 0, 0, true}},
    };
}

QList<Option> labOptions()
{
    return {
        {.name = s("failpoints"),
         .valueName = s("SOCKET"),
         .defaultText = s("none"),
         .help = s("for the lab: each issue stops at each of its steps until this Unix socket says go"),
         .explanation =
             s("For the lab only: each issue stops at each of its steps until this Unix socket says go."),
         .read = option::failpoints,
         .example = s("/run/seonchak/lab"),
         .isForLab = true},
    };
}

} // namespace

QList<OptionGroup> optionGroups()
{
    return {{s("The sale"), saleOptions()},
            {s("The server"), serverOptions()},
            {s("Who may ask"), accessOptions()},
            {s("Redis and database"), storageOptions()},
            {s("The convenience store"), storeOptions()},
            {s("The convenience store that is played here"), mockOptions()},
            {s("Alarms and webhooks"), hookOptions()},
            {s("Logs"), logOptions()},
            {s("A server elsewhere, an old book"), attachOptions()},
            {s("The lab"), labOptions()}};
}

QList<Option> optionTable()
{
    QList<Option> all;
    for (const auto &group : optionGroups())
        all += group.options;
    return all;
}

QList<CommandLineOnly> commandLineOnly()
{
    return {
        {s("config"), s("FILE"), s("INI file with the same options, one key=value a line")},
        {s("check-config"),
         {},
         s("say what is wrong with file, environment and command line, and end: 0 or 2")},
        {s("version"), {}, s("print the version")},
        {s("help"), {}, s("print this")},
    };
}

QString environmentName(const QString &option)
{
    return QStringLiteral("SEONCHAK_") + option.toUpper().replace(QLatin1Char('-'), QLatin1Char('_'));
}

} // namespace seonchak

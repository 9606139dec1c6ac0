// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/option_table.h"

#include "app/options/access_option_rows.h"
#include "app/options/hook_option_rows.h"
#include "app/options/option_readers.h"
#include "app/options/service_option_rows.h"

#include <QThread>

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
    const QStringList names = strategyNames();
    return {
        {.name = s("sale-name"),
         .valueName = s("TEXT"),
         .defaultText = s("none"),
         .help = s("the sale's name, for the people at the window"),
         .explanation = s("The sale's name, at most 80 characters. The window shows it, and in a live sale "
                          "it has to be typed before what cannot be taken back."),
         .read = option::saleName,
         .example = s("Autumn coupons"),
         .page = {"sale", Kind::Text, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Name of the sale"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "Shown in the window; in a LIVE sale it is typed before what cannot be taken back.")},
        {.name = s("sale-mode"),
         .valueName = s("MODE"),
         .defaultText = s("test"),
         .help = s("test or live: live asks for the sale's name before what cannot be taken back"),
         .explanation =
             s("test or live. A live sale has its own colour in the window, which asks for the sale's name "
               "before what cannot be taken back. It needs a name (sale-name) and a real store (store)."),
         .read = option::saleMode,
         .choices = words("test live"),
         .page = {"sale", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mode"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "LIVE is the real sale, with its own colour and stricter questions. TEST is a rehearsal.")},
        {.name = s("strategy"),
         .valueName = s("NAME"),
         .defaultText = s("saga"),
         .help = s("how a coupon is issued"),
         .explanation = s("How a coupon is issued: %1 or %2. Only saga is meant for a real sale: the others "
                          "are there to "
                          "be compared with it, and some of them lose coupons.")
                            .arg(names.mid(0, names.size() - 1).join(s(", ")), names.last()),
         .read = option::strategy,
         .choices = names,
         .page = {"strategy", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Strategy"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "saga is for real sales. The others are the documents' own "
                                   "steps, kept with their weaknesses to compare with.")},
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
         .page = {"sale", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Two persons in LIVE"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "On, in LIVE: voiding everything and settling a doubt by hand need a second person, "
             "who approves within five minutes.")},
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
         .page = {"server", Kind::Text},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Listen address"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "HOST:PORT. Port 0 takes any free one. Other addresses than loopback need a token.")},
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
         .page = {"server", Kind::Path, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Socket for attached windows"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "Windows on this machine attach here without a token. none: they cannot. "
                                   "Empty: the usual place.")},
        {.name = s("workers"),
         .valueName = s("N"),
         .defaultText = QString::number(QThread::idealThreadCount()),
         .help = s("HTTP threads"),
         .explanation = s("Threads that serve HTTP, 1 to 256."),
         .read = option::number(1, 256,
                                [](Settings &to, qint64 n) { to.server.workers = to.sale.workers = int(n); }),
         .example = s("4"),
         .defaultRule = s("the number of processors"),
         .page = {"server", Kind::Number, 1, 256},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "HTTP threads"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "Each serves requests by itself. The number of cores is a good choice.")},
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
         .page = {"server", Kind::Path, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Data folder"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Database, private Redis and logs lie here.")},
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
         .page = {"logs", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Least level logged"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "What is less important is not logged. Takes effect at once.")},
        {.name = s("log-format"),
         .valueName = s("FORMAT"),
         .defaultText = s("text"),
         .help = s("text or json"),
         .explanation =
             s("How a line of the log is written: text, or json with one object a line. Logs go to standard "
               "error."),
         .read = option::logFormat,
         .choices = words("text json"),
         .page = {"logs", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Format of the log"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "text for people, json for programs. Takes effect at once.")},
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
         .page = {"server", Kind::Text, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Attach to a server elsewhere"),
         .hint =
             QT_TRANSLATE_NOOP("seonchak::SettingWords", "https://host[:port][/base] or unix:/path. The next "
                                                         "start shows the sale there and hosts none.")},
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
         .page = {"server", Kind::Text, 0, 0, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Look at an old book"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "Its name, its file or its postgresql:// URL. The next start shows it and hosts no sale.")},
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

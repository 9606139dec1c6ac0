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

using namespace Qt::Literals::StringLiterals;
using Kind = Option::Kind;
using option::choiceRow;
using option::numberRow;

QList<Option::Choice> strategyChoices()
{
    QList<Option::Choice> choices;
    for (const auto strategy : allStrategies())
        choices.append(Option::Choice{strategyName(strategy)});
    return choices;
}

Option saleNameRow()
{
    return {.name = u"sale-name"_s,
            .valueName = u"TEXT"_s,
            .defaultText = u"none"_s,
            .help = u"the sale's name, for the people at the window"_s,
            .explanation = u"The sale's name, at most 80 characters. The window shows it, and in a live sale "
                           "it has to be typed before what cannot be taken back."_s,
            .read = option::saleName,
            .example = u"Autumn coupons"_s,
            .page = {"sale", Kind::Text, true},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Name of the sale"),
            .hint = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "Shown in the window; in a LIVE sale it is typed before what cannot be taken back."),
            .accepted = QT_TRANSLATE_NOOP("seonchak::SettingWords", "One line of at most 80 characters.")};
}

Option saleModeRow()
{
    return choiceRow(
        {.name = u"sale-mode"_s,
         .valueName = u"MODE"_s,
         .defaultText = u"test"_s,
         .help = u"test or live: live asks for the sale's name before what cannot be taken back"_s,
         .explanation =
             u"test or live. A live sale has its own colour in the window, which asks for the sale's name "
             "before what cannot be taken back. It needs a name (sale-name) and a real store (store)."_s,
         .choices = {{u"test"_s, QT_TRANSLATE_NOOP("seonchak::SettingWords", "TEST")},
                     {u"live"_s, QT_TRANSLATE_NOOP("seonchak::SettingWords", "LIVE")}},
         .decidesSale = true,
         .page = {"sale", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mode"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "LIVE is the real sale, with its own colour and stricter questions. TEST is a rehearsal."),
         .accepted = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Choose TEST or LIVE.")},
        [](Settings &to, const QString &mode) { to.sale.saleLive = mode == u"live"_s; });
}

Option strategyRow()
{
    Option row{.name = u"strategy"_s,
               .valueName = u"NAME"_s,
               .defaultText = u"saga"_s,
               .help = u"how a coupon is issued"_s,
               .explanation =
                   u"How a coupon is issued: %1 or %2. Only saga is meant for a real sale: the others are "
                   "there to be compared with it, and some of them lose coupons."_s,
               .choices = strategyChoices(),
               .page = {"strategy", Kind::Choice},
               .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Strategy"),
               .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                         "saga is for real sales. The others are the documents' own "
                                         "steps, kept with their weaknesses to compare with.")};
    const QStringList names = row.choiceValues();
    row.explanation = row.explanation.arg(names.mid(0, names.size() - 1).join(u", "_s), names.last());
    return choiceRow(row, [](Settings &to, const QString &name) {
        to.sale.strategy = strategyFromName(name).value_or(to.sale.strategy);
    });
}

Option secondPersonRow()
{
    return {.name = u"second-person"_s,
            .valueName = u"on|off"_s,
            .defaultText = u"off"_s,
            .help = u"live only: voiding everything and settling a doubt by hand need two persons"_s,
            .explanation =
                u"on or off; without a value: on. If on, in a live sale: voiding "
                "everything, declaring a doubt issued and restoring it need a second person who approves "
                "within five minutes. Both need a name: a token, a login at the desk socket, or the "
                "window that hosts the server. Set it alike on all servers of a sale."_s,
            .read = option::onOff([](Settings &to, bool on) { to.sale.secondPerson = on; }),
            .choices = {{u"off"_s}, {u"on"_s}},
            .isSwitch = true,
            .page = {"sale", Kind::Choice},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Two persons in LIVE"),
            .hint = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "On, in LIVE: voiding everything and settling a doubt by hand need a second person, "
                "who approves within five minutes.")};
}

QList<Option> saleOptions()
{
    return {saleNameRow(), saleModeRow(), strategyRow(), secondPersonRow()};
}

Option listenRow()
{
    return {.name = u"listen"_s,
            .valueName = u"HOST:PORT"_s,
            .defaultText = u"127.0.0.1:8080"_s,
            .help = u"port 0: any free port"_s,
            .explanation =
                u"The address of the HTTP server; port 0 takes any free port. An address that is not "
                "loopback is refused unless there is a token, see admin-token-file and seonchakd token."_s,
            .read = option::listen,
            .page = {"server", Kind::Text},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Listen address"),
            .hint = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "HOST:PORT. Port 0 takes any free one. Other addresses than loopback need a token."),
            .accepted = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "Write HOST:PORT, for example 127.0.0.1:8080. The port is a number from 0 to 65535.")};
}

Option deskSocketRow()
{
    return {.name = u"desk-socket"_s,
            .valueName = u"SOCKET"_s,
            .defaultText = u"in the runtime dir or the data dir"_s,
            .help = u"Unix socket of the windows on this machine that attach, or none"_s,
            .explanation =
                u"The Unix socket at which windows on this machine attach (seonchak --attach unix:…), or "
                "none. It has the mode 0660 and, where the system has it, the group seonchak, whose members "
                "act as operators there, as root and the server's own user do, without a token. A path has "
                "at most 107 bytes."_s,
            .read = option::deskSocket,
            .example = u"/run/seonchak/desk.sock"_s,
            .defaultRule =
                u"desk.sock in $RUNTIME_DIRECTORY, which systemd gives a service, else in the data dir"_s,
            .page = {"server", Kind::Path, true},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Socket for attached windows"),
            .hint =
                QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                  "Windows on this machine attach here without a token. none: they cannot. "
                                  "Empty: the usual place.")};
}

Option workersRow()
{
    return numberRow(
        {.name = u"workers"_s,
         .valueName = u"N"_s,
         .defaultText = QString::number(QThread::idealThreadCount()),
         .help = u"HTTP threads"_s,
         .explanation = u"Threads that serve HTTP, %1."_s,
         .example = u"4"_s,
         .defaultRule = u"the number of processors"_s,
         .range = {1, 256},
         .page = {"server", Kind::Number},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "HTTP threads"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "Each serves requests by itself. The number of cores is a good choice.")},
        [](Settings &to, qint64 n) { to.server.workers = to.sale.workers = int(n); });
}

Option dataDirRow()
{
    return {.name = u"data-dir"_s,
            .valueName = u"DIR"_s,
            .defaultText = u"the platform's data dir"_s,
            .help = u"database, private Redis, logs"_s,
            .explanation =
                u"The folder of the SQLite database and of the private Redis. One program at a time may "
                "have it."_s,
            .read = option::pathInto(&RawSettings::dataDir),
            .example = u"/var/lib/seonchak"_s,
            .defaultRule =
                u"$XDG_DATA_HOME/seonchak, which is ~/.local/share/seonchak where nothing else is set"_s,
            .decidesSale = true,
            .page = {"server", Kind::Path, true},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Data folder"),
            .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Database, private Redis and logs lie here."),
            .accepted = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Name a folder."),
            .placeholder = QT_TRANSLATE_NOOP("seonchak::SettingWords", "the system's usual folder for data")};
}

QList<Option> serverOptions()
{
    return {listenRow(), deskSocketRow(), workersRow(), dataDirRow()};
}

Option logLevelRow()
{
    return choiceRow(
        {.name = u"log-level"_s,
         .valueName = u"LEVEL"_s,
         .defaultText = u"info"_s,
         .help = u"debug, info, warning or error"_s,
         .explanation = u"What is logged: debug, info, warning or error, each with all that is graver."_s,
         .choices = {{u"debug"_s, QT_TRANSLATE_NOOP("seonchak::SettingWords", "debug: everything")},
                     {u"info"_s, QT_TRANSLATE_NOOP("seonchak::SettingWords", "info: what happens")},
                     {u"warning"_s,
                      QT_TRANSLATE_NOOP("seonchak::SettingWords", "warning: what may go wrong")},
                     {u"error"_s, QT_TRANSLATE_NOOP("seonchak::SettingWords", "error: what went wrong")}},
         .countsAtOnce = true,
         .page = {"logs", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Least level logged"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "What is less important is not logged. Takes effect at once.")},
        [](Settings &to, const QString &level) {
            to.logLevel = level == u"debug"_s     ? LogLevel::Debug
                          : level == u"warning"_s ? LogLevel::Warning
                          : level == u"error"_s   ? LogLevel::Error
                                                  : LogLevel::Info;
        });
}

Option logFormatRow()
{
    return choiceRow(
        {.name = u"log-format"_s,
         .valueName = u"FORMAT"_s,
         .defaultText = u"text"_s,
         .help = u"text or json"_s,
         .explanation =
             u"How a line of the log is written: text, or json with one object a line. Logs go to standard "
             "error."_s,
         .choices = {{u"text"_s, QT_TRANSLATE_NOOP("seonchak::SettingWords", "text")},
                     {u"json"_s, QT_TRANSLATE_NOOP("seonchak::SettingWords", "json")}},
         .countsAtOnce = true,
         .page = {"logs", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Format of the log"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "text for people, json for programs. Takes effect at once.")},
        [](Settings &to, const QString &format) {
            to.logFormat = format == u"json"_s ? LogFormat::Json : LogFormat::Text;
        });
}

QList<Option> logOptions()
{
    return {logLevelRow(), logFormatRow()};
}

Option attachRow()
{
    return {
        .name = u"attach"_s,
        .valueName = u"URL"_s,
        .defaultText = u"none"_s,
        .help = u"seonchak only: show a running server, https://host[:port][/base] or unix:/path"_s,
        .explanation =
            u"Only for the window seonchak: it hosts no server, and shows and works the one at this address, "
            "https://host[:port][/base] or unix:/path; http:// only on this machine. admin-token-file is "
            "then the token that it sends. All other options are those of the server, and are not looked "
            "at."_s,
        .read = option::attach,
        .example = u"https://coupons.example.com/desk"_s,
        .page = {"server", Kind::Text, true},
        .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Attach to a server elsewhere"),
        .hint =
            QT_TRANSLATE_NOOP("seonchak::SettingWords", "https://host[:port][/base] or unix:/path. The next "
                                                        "start shows the sale there and hosts none.")};
}

Option bookRow()
{
    return {.name = u"book"_s,
            .valueName = u"BOOK"_s,
            .defaultText = u"none"_s,
            .help = u"seonchak only: look at an old book, its name, its file or its postgresql:// URL"_s,
            .explanation =
                u"Only for the window seonchak: it hosts no server, and shows the old book that seonchakd "
                "new-sale has kept, read-only. The name that it was kept under, beside the database of these "
                "options; or the path of its file; or postgresql://user@host/name?schema=NAME."_s,
            .read = option::book,
            .example = u"autumn-2026-11-28"_s,
            .page = {"server", Kind::Text, true},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Look at an old book"),
            .hint = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "Its name, its file or its postgresql:// URL. The next start shows it and hosts no sale.")};
}

QList<Option> attachOptions()
{
    return {attachRow(), bookRow()};
}

Option failpointsRow()
{
    return {.name = u"failpoints"_s,
            .valueName = u"SOCKET"_s,
            .defaultText = u"none"_s,
            .help = u"for the lab: each issue stops at each of its steps until this Unix socket says go"_s,
            .explanation =
                u"For the lab only: each issue stops at each of its steps until this Unix socket says go."_s,
            .read = option::failpoints,
            .example = u"/run/seonchak/lab"_s,
            .isForLab = true};
}

QList<Option> labOptions()
{
    return {failpointsRow()};
}

} // namespace

QList<OptionGroup> optionGroups()
{
    return {{u"The sale"_s, saleOptions()},
            {u"The server"_s, serverOptions()},
            {u"Who may ask"_s, accessOptions()},
            {u"Redis and database"_s, storageOptions()},
            {u"The convenience store"_s, partnerOptions()},
            {u"The convenience store that is played here"_s, mockOptions()},
            {u"Alarms and webhooks"_s, hookOptions()},
            {u"Logs"_s, logOptions()},
            {u"A server elsewhere, an old book"_s, attachOptions()},
            {u"The lab"_s, labOptions()}};
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
        {u"config"_s, u"FILE"_s, u"INI file with the same options, one key=value a line"_s},
        {u"check-config"_s,
         {},
         u"say what is wrong with file, environment and command line, and end: 0 or 2"_s},
        {u"version"_s, {}, u"print the version"_s},
        {u"help"_s, {}, u"print this"_s},
    };
}

const QStringList &passwordKeys()
{
    static const QStringList keys = [] {
        QStringList names;
        for (const auto &option : optionTable()) {
            if (option.apart.kind == Option::Apart::Kind::Password)
                names.append(option.name);
        }
        return names;
    }();
    return keys;
}

QString Option::Range::words() const
{
    return u"%1 to %2"_s.arg(least).arg(most);
}

QStringList Option::choiceValues() const
{
    QStringList values;
    for (const auto &choice : choices)
        values.append(choice.value);
    return values;
}

QString environmentName(const QString &option)
{
    return QStringLiteral("SEONCHAK_") + option.toUpper().replace(QLatin1Char('-'), QLatin1Char('_'));
}

} // namespace seonchak

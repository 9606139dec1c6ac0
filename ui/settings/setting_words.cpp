// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_words.h"

#include "ui/parts/reach_words.h"
#include "ui/parts/words.h"
#include "ui/settings/setting_units.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace seonchak {

namespace {
using Texts = QHash<QString, const char *>;

struct SettingText
{
    const char *key;
    const char *label;
    const char *help;
};

constexpr SettingText settingTexts[] = {
    {"sale-name", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Name of the sale"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Shown in the window; in a LIVE sale it is typed before what cannot be taken back.")},
    {"sale-mode", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mode"),
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "LIVE is the real sale, with its own colour and stricter questions. TEST is a rehearsal.")},
    {"second-person", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Two persons in LIVE"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "On, in LIVE: voiding everything and settling a doubt by hand need a second person, "
                       "who approves within five minutes.")},
    {"strategy", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Strategy"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "saga is for real sales. The others are the documents' own "
                                                 "steps, kept with their weaknesses to compare with.")},
    {"listen", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Listen address"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "HOST:PORT. Port 0 takes any free one. Other addresses than loopback need a token.")},
    {"workers", QT_TRANSLATE_NOOP("seonchak::SettingWords", "HTTP threads"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Each serves requests by itself. The number of cores is a good choice.")},
    {"allow-host", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Accepted host names"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Host names that requests may be addressed to, parted by commas.")},
    {"trusted-proxy", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Trusted proxies"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Addresses or networks of the proxies that say truly who a request is from.")},
    {"admin-token-file", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Admin token file"),
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "A file with the token for administration over REST. Only its owner may read it (mode 0600).")},
    {"admin-token", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Admin token"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "The token itself, kept like a password. It counts where no token file is given.")},
    {"require-issuer-token", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Issuing needs a token"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "On, coupons are issued to those alone who have a token of an issuer or an admin.")},
    {"desk-socket", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Socket for attached windows"),
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "Windows on this machine attach here without a token. none: they cannot. Empty: the usual place.")},
    {"attach", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Attach to a server elsewhere"),
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "https://host[:port][/base] or unix:/path. The next start shows the sale there and hosts none.")},
    {"book", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Look at an old book"),
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "Its name, its file or its postgresql:// URL. The next start shows it and hosts no sale.")},
    {"rate-limit", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Requests a second, each token"),
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "More are answered 429 and may come again later. Issuing does not count. 0: any number.")},
    {"issue-rate-limit", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Issues a second, each address"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "More are answered 429. Many people may share one address. 0: any number.")},
    {"data-dir", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Data folder"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "Database, private Redis and logs lie here.")},
    {"redis", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Redis address"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "private starts a Redis of its own. Others: redis://host:6379/0, unix:///path, "
                       "sentinel://…, cluster://…")},
    {"redis-password", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Redis password"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Kept apart from the address, and told only to this address.")},
    {"key-prefix", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Key prefix"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "The first part of every key in Redis. Another prefix is another stock.")},
    {"foreign-keys", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Other programs' keys"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "What happens at the start where another program's keys lie under this prefix.")},
    {"database", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Database address"),
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "sqlite (a file in the data folder), sqlite:///path or postgresql://user@host:5432/name")},
    {"database-password", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Database password"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Kept apart from the address, and told only to this address.")},
    {"store", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Store address"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "mock imitates the convenience store; http(s)://… is a real one.")},
    {"store-password", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Store password"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Kept apart from the address, and told only to this address.")},
    {"store-timeout-ms", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Time limit"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "After it nobody knows what the store did, and the coupon is in doubt. With its unit: "
                       "500 ms, 2 s; a number alone is milliseconds.")},
    {"store-failure-rate", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: share refused"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "0 % refuses none, 100 % refuses all.")},
    {"store-unknown-rate", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: share without an answer"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Percent of the calls that may or may not be carried out, and whose answer is lost.")},
    {"store-latency-ms", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: time taken"),
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "How long the mock takes for each answer: 500 ms, 2 s; a number alone is milliseconds.")},
    {"store-seed", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: seed"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "The same seed, the same fate for the same calls. Empty: another one at each start.")},
    {"alarm", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Alarms"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Parted by commas: stock=10%, stock=100, sold-out, opened, closed, doubt=5 (minutes), "
                       "partner. conservation and issuing are on; conservation=off turns one off.")},
    {"webhook", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Webhooks"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "Addresses that are told of the sale's events, parted by "
                                                 "commas. Give every server of the sale the same.")},
    {"webhook-secret-file", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Secret of the webhooks"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "A file with what webhooks are signed with: whsec_ and "
                                                 "base64. Only its owner may read it (mode 0600).")},
    {"webhook-events", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Events told by webhook"),
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "Parted by commas. Empty: all but coupon.issued, which is told only where it is named.")},
    {"webhook-allow-private", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Webhooks to private addresses"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "On, webhooks may go to private networks and to this machine.")},
    {"webhook-allow-own", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Webhooks to this server"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "On, webhooks may go to this very server.")},
    {"log-level", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Least level logged"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "What is less important is not logged. Takes effect at once.")},
    {"log-format", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Format of the log"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "text for people, json for programs. Takes effect at once.")},
};

const SettingText *textOf(const QString &key)
{
    const auto *found = std::ranges::find_if(
        settingTexts, [&](const SettingText &one) { return key == QLatin1String(one.key); });
    return found == std::end(settingTexts) ? nullptr : found;
}
} // namespace

QString SettingWords::group(const QString &group)
{
    static const Texts words{
        {QStringLiteral("sale"), QT_TR_NOOP("Sale")},
        {QStringLiteral("server"), QT_TR_NOOP("Server")},
        {QStringLiteral("redis"), QT_TR_NOOP("Redis")},
        {QStringLiteral("database"), QT_TR_NOOP("Database")},
        {QStringLiteral("store"), QT_TR_NOOP("Convenience store")},
        {QStringLiteral("strategy"), QT_TR_NOOP("Strategy")},
        {QStringLiteral("alarms"), QT_TR_NOOP("Alarms and webhooks")},
        {QStringLiteral("logs"), QT_TR_NOOP("Logs")},
        {QStringLiteral("doctor"), QT_TR_NOOP("Doctor")},
        {QStringLiteral("appearance"), QT_TR_NOOP("Appearance")},
    };
    const char *known = words.value(group);
    return known ? tr(known) : group;
}

QString SettingWords::label(const QString &key)
{
    const SettingText *known = textOf(key);
    return known ? tr(known->label) : key;
}

QString SettingWords::help(const SettingRow &row)
{
    const SettingText *known = textOf(row.key);
    return known ? tr(known->help) : row.help;
}

QString SettingWords::choice(const QString &key, const QString &choice)
{
    static const Texts words{
        {QStringLiteral("sale-mode test"), QT_TR_NOOP("TEST")},
        {QStringLiteral("sale-mode live"), QT_TR_NOOP("LIVE")},
        {QStringLiteral("foreign-keys refuse"), QT_TR_NOOP("refuse: do not start")},
        {QStringLiteral("foreign-keys adopt"), QT_TR_NOOP("adopt: take the coupons over")},
        {QStringLiteral("foreign-keys discard"), QT_TR_NOOP("discard: delete them")},
        {QStringLiteral("log-level debug"), QT_TR_NOOP("debug: everything")},
        {QStringLiteral("log-level info"), QT_TR_NOOP("info: what happens")},
        {QStringLiteral("log-level warning"), QT_TR_NOOP("warning: what may go wrong")},
        {QStringLiteral("log-level error"), QT_TR_NOOP("error: what went wrong")},
        {QStringLiteral("log-format text"), QT_TR_NOOP("text")},
        {QStringLiteral("log-format json"), QT_TR_NOOP("json")},
    };
    const char *known = words.value(key + QLatin1Char(' ') + choice);
    return known ? tr(known) : choice;
}

QString SettingWords::placeholder(const SettingRow &row, const QString &secretsFile)
{
    if (row.kind != SettingRow::Kind::Secret) {
        if (row.key == QLatin1String("store-seed"))
            return tr("another one at each start");
        if (row.key == QLatin1String("data-dir"))
            return tr("the system's usual folder for data");
        return row.optional ? tr("not set") : row.defaultText;
    }
    switch (row.kept) {
    case SettingRow::Kept::Keychain:
        return tr("stored in the keychain");
    case SettingRow::Kept::File:
        return secretsFile.isEmpty() ? tr("stored in a file") : tr("stored in %1").arg(secretsFile);
    case SettingRow::Kept::Nowhere:
        break;
    }
    return tr("none stored");
}

QString SettingWords::fileFault(const QString &detail)
{
    static const QRegularExpression inLine(QStringLiteral("is broken in line (\\d+): (a comment)?"));
    const auto match = inLine.match(detail);
    if (!match.hasMatch())
        return ReachWords::told(detail);
    return (match.captured(2).isEmpty()
                ? tr("Line %1 does not read key=value: repair it, or put ; before it.")
                : tr("In line %1 a comment begins with #: put ; in its place."))
        .arg(match.captured(1));
}

namespace {

/// What a setting accepts, by its key.
constexpr std::pair<const char *, const char *> acceptedTexts[] = {
    {"sale-name", QT_TRANSLATE_NOOP("seonchak::SettingWords", "One line of at most 80 characters.")},
    {"sale-mode", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Choose TEST or LIVE.")},
    {"listen",
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Write HOST:PORT, for example 127.0.0.1:8080. The port is a number from 0 to 65535.")},
    {"allow-host",
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "Host names without spaces and slashes, parted by commas.")},
    {"trusted-proxy",
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Addresses such as 192.0.2.1 or networks such as 10.0.0.0/8, parted by commas.")},
    {"redis",
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "Write private, redis://host:6379, unix:///path, "
                                                 "sentinel://host:26379/master or cluster://host:6379.")},
    {"key-prefix",
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "1 to 64 letters, digits or signs of ASCII, without spaces and none of { } * ? [ ] \\")},
    {"database", QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "Write sqlite, sqlite:///path or postgresql://user@host:5432/name.")},
    {"store", QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                "Write mock, or http:// or https:// with a host, without ? and #.")},
    {"admin-token-file",
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "The file must exist, hold the token, and be readable by its owner alone (chmod 600).")},
    {"alarm",
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "Names of alarms with their thresholds, parted by commas: "
                                                 "stock=10%, doubt=5, sold-out.")},
    {"webhook", QT_TRANSLATE_NOOP(
                    "seonchak::SettingWords",
                    "Write http:// or https:// with a host, without a user name and without #. This server "
                    "and private addresses have to be allowed below.")},
    {"webhook-secret-file",
     QT_TRANSLATE_NOOP(
         "seonchak::SettingWords",
         "Webhooks need a secret. The file must exist, hold whsec_ and the base64 text of 24 to 64 "
         "bytes, and be readable by its owner alone (chmod 600).")},
    {"webhook-events",
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Names of events, parted by commas: sale.opened, sale.sold-out, sale.closed, "
                       "coupon.issued, alarm.stock.")},
    {"data-dir", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Name a folder.")},
    {"redis-password",
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "There is nobody to log in to: give the address first.")},
    {"database-password",
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "There is nobody to log in to: give the address first.")},
    {"store-password",
     QT_TRANSLATE_NOOP("seonchak::SettingWords", "There is nobody to log in to: give the address first.")},
};

} // namespace

QString SettingWords::reason(const SettingRow &row, const QString &detail)
{
    if (detail.contains(QLatin1String("control character")))
        return tr("A line break or another control character is in it: take it out.");
    if (SettingUnits::isTime(row))
        return tr("A time from %1 to %2, for example 500 ms or 2 s.")
            .arg(SettingUnits::time(row.least), SettingUnits::time(row.most));
    if (row.kind == SettingRow::Kind::Number)
        return tr("A whole number from %1 to %2.").arg(Words::number(row.least), Words::number(row.most));
    if (row.kind == SettingRow::Kind::Share)
        return tr("A percentage from 0 % to 100 %, for example 10 %.");
    const auto *known =
        std::ranges::find(acceptedTexts, row.key, [](const auto &text) { return QLatin1String(text.first); });
    return known != std::ranges::end(acceptedTexts) ? tr(known->second)
                                                    : tr("This is not accepted: %1").arg(detail);
}

QString SettingWords::fixed(const SettingRow &row)
{
    return row.source == SettingRow::Source::Environment
               ? tr("Set by %1 in the environment: change it there.").arg(row.fixedBy)
               : tr("Set by %1 on the command line: change it there.").arg(row.fixedBy);
}

QString SettingWords::running(const SettingRow &row)
{
    if (row.kind == SettingRow::Kind::Secret)
        return tr("Saved. This program runs with the one before until it is restarted.");
    const QString text = row.running.isEmpty()                  ? placeholder(row, {})
                         : row.kind == SettingRow::Kind::Choice ? choice(row.key, row.running)
                                                                : SettingUnits::shown(row, row.running);
    return tr("Saved. Until it is restarted, this program runs with: %1").arg(text);
}

QString SettingWords::reached(const QString &key, const QString &value, const QString &answer)
{
    if (key == QLatin1String("redis") && value == QLatin1String("private"))
        return tr("The program is there and is started with Seonchak: %1").arg(answer);
    if (key == QLatin1String("store") && value == QLatin1String("mock"))
        return tr("The mock needs no connection.");
    return tr("Connected: %1").arg(answer);
}

} // namespace seonchak

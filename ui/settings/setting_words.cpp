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
    const char *hint;
};

constexpr SettingText secretTexts[] = {
    {"admin-token", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Admin token"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "The token itself, kept like a password. It counts where no token file is given.")},
    {"redis-password", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Redis password"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Kept apart from the address, and told only to this address.")},
    {"database-password", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Database password"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Kept apart from the address, and told only to this address.")},
    {"store-password", QT_TRANSLATE_NOOP("seonchak::SettingWords", "Store password"),
     QT_TRANSLATE_NOOP("seonchak::SettingWords",
                       "Kept apart from the address, and told only to this address.")},
};

/// The words of an option stand in its row of the option table; those of the secrets, which are no options,
/// above.
SettingText textOf(const SettingRow &row)
{
    const auto *found = std::ranges::find_if(
        secretTexts, [&](const SettingText &one) { return row.key == QLatin1String(one.key); });
    return found == std::end(secretTexts) ? SettingText{nullptr, row.label, row.hint} : *found;
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

QString SettingWords::label(const SettingRow &row)
{
    const char *known = textOf(row).label;
    return known ? tr(known) : row.key;
}

QString SettingWords::label(const QList<SettingRow> &rows, const QString &key)
{
    const auto found = std::ranges::find(rows, key, &SettingRow::key);
    return found == rows.end() ? key : label(*found);
}

QString SettingWords::help(const SettingRow &row)
{
    const char *known = textOf(row).hint;
    return known ? tr(known) : QString();
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

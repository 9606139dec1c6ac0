// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_words.h"

#include "ui/parts/reach_words.h"
#include "ui/parts/words.h"
#include "ui/settings/setting_units.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace seonchak {

namespace {
using Texts = QHash<QString, const char *>;

/// The value as the list of its choices calls it.
QString chosen(const SettingRow &row, const QString &value)
{
    const auto found = std::ranges::find(row.choices, value, &SettingRow::Choice::value);
    return found == row.choices.end() ? value : SettingWords::choice(*found);
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
    return row.label ? tr(row.label) : row.key;
}

QString SettingWords::label(const QList<SettingRow> &rows, const QString &key)
{
    const auto found = std::ranges::find(rows, key, &SettingRow::key);
    return found == rows.end() ? key : label(*found);
}

QString SettingWords::help(const SettingRow &row)
{
    return row.hint ? tr(row.hint) : QString();
}

QString SettingWords::choice(const SettingRow::Choice &choice)
{
    return choice.label ? tr(choice.label) : choice.value;
}

QString SettingWords::placeholder(const SettingRow &row, const QString &secretsFile)
{
    if (row.kind != SettingRow::Kind::Secret) {
        if (row.placeholder)
            return tr(row.placeholder);
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
    return row.accepted ? tr(row.accepted) : tr("This is not accepted: %1").arg(detail);
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
                         : row.kind == SettingRow::Kind::Choice ? chosen(row, row.running)
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

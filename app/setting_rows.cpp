// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setting_rows.h"

#include "app/options/url_password.h"

namespace seonchak {

namespace {

SettingRow::Kind shownAs(Option::Kind kind)
{
    switch (kind) {
    case Option::Kind::Text:
        return SettingRow::Kind::Text;
    case Option::Kind::Number:
        return SettingRow::Kind::Number;
    case Option::Kind::Share:
        return SettingRow::Kind::Share;
    case Option::Kind::Choice:
        return SettingRow::Kind::Choice;
    case Option::Kind::Path:
        return SettingRow::Kind::Path;
    case Option::Kind::Url:
        return SettingRow::Kind::Url;
    case Option::Kind::List:
        return SettingRow::Kind::List;
    }
    Q_UNREACHABLE();
}

const QString passwordEnding = QStringLiteral("-password");

/// An empty field means these defaults, which are descriptions and not values.
QString effective(const Option &option, const GivenTexts &given)
{
    if (given.texts.isEmpty())
        return option.page.mayBeEmpty ? QString() : option.defaultText;
    const QString text = option.repeatable ? joinTexts(given.texts) : given.texts.last();
    return passwordKeys().contains(option.name) ? UrlPassword::split(text).url : text;
}

SettingRow secretRow(const QString &key, const QString &group, const Secret *secret, bool inFileItself)
{
    SettingRow row;
    row.key = key;
    row.group = group;
    row.kind = SettingRow::Kind::Secret;
    row.optional = true;
    if (secret)
        row.kept = secret->inKeychain ? SettingRow::Kept::Keychain : SettingRow::Kept::File;
    else if (inFileItself)
        row.kept = SettingRow::Kept::File;
    return row;
}

SettingRow rowOf(const Option &option, const OptionSources &sources, const OptionSources &running)
{
    const auto given = sources.given(option);
    SettingRow row;
    row.key = option.name;
    row.group = QString::fromLatin1(option.page.group);
    row.kind = shownAs(option.page.kind);
    row.choices = option.choices;
    row.defaultText = option.defaultText;
    row.label = option.label;
    row.hint = option.hint;
    row.value = effective(option, given);
    row.running = effective(option, running.given(option));
    row.source = SettingRow::Source(int(given.source));
    if (given.source == OptionSource::Environment || given.source == OptionSource::CommandLine)
        row.fixedBy = given.place;
    row.needsRestart = row.group != QLatin1String("logs");
    row.testable = passwordKeys().contains(option.name);
    row.optional = option.page.mayBeEmpty;
    row.least = option.page.least;
    row.most = option.page.most;
    return row;
}

/// A password has its own row below its URL. A stored one counts only for the server it was stored for.
SettingRow passwordRow(const SettingRow &of, const Option &option, const OptionSources &sources,
                       const Secrets &secrets)
{
    const auto given = sources.given(option);
    const auto parts = UrlPassword::split(given.texts.isEmpty() ? QString() : given.texts.last());
    const auto found = secrets.find(of.key);
    const bool matches = found != secrets.end() && found->place == parts.place();
    SettingRow row =
        secretRow(of.key + passwordEnding, of.group, matches ? &*found : nullptr, !parts.password.isEmpty());
    row.fixedBy = of.fixedBy;
    return row;
}

} // namespace

QString optionOfPassword(const QString &rowKey)
{
    const QString key = rowKey.chopped(std::min(rowKey.size(), passwordEnding.size()));
    return passwordKeys().contains(key) && rowKey.endsWith(passwordEnding) ? key : QString();
}

QString joinTexts(const QStringList &texts)
{
    return texts.join(QStringLiteral(", "));
}

QStringList splitTexts(const Option &option, const QString &text)
{
    if (text.isEmpty())
        return {};
    if (!option.repeatable)
        return {text};
    QStringList texts;
    for (const auto &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString one = part.trimmed(); !one.isEmpty())
            texts.append(one);
    }
    return texts;
}

QList<SettingRow> settingRows(const OptionSources &sources, const OptionSources &running,
                              const Secrets &secrets, const Secrets &runningSecrets)
{
    const auto isOther = [&](const QString &key) {
        const Secret now = secrets.value(key);
        const Secret before = runningSecrets.value(key);
        return now.value != before.value || now.place != before.place;
    };
    QList<SettingRow> rows;
    const auto options = optionTable();
    for (const Option &option : options) {
        if (!option.page.group)
            continue;
        rows.append(rowOf(option, sources, running));
        if (rows.last().testable) {
            rows.append(passwordRow(rows.last(), option, sources, secrets));
            rows.last().isOtherSecret = isOther(option.name);
        }
        if (option.name == QLatin1String("admin-token-file")) {
            const auto found = secrets.find(adminTokenKey());
            rows.append(secretRow(adminTokenKey(), rows.last().group,
                                  found == secrets.end() ? nullptr : &*found, false));
            rows.last().isOtherSecret = isOther(adminTokenKey());
        }
    }
    return rows;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/setting_rows.h"

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
    return option.apart.kind == Option::Apart::Kind::Password ? UrlPassword::split(text).url : text;
}

SettingRow secretRow(const QString &key, const Option &option, const Secret *secret, bool inFileItself)
{
    SettingRow row;
    row.key = key;
    row.group = QString::fromLatin1(option.page.group);
    row.kind = SettingRow::Kind::Secret;
    row.label = option.apart.label;
    row.hint = option.apart.hint;
    row.accepted = option.apart.accepted;
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
    for (const auto &choice : option.choices)
        row.choices.append(SettingRow::Choice{choice.value, choice.label});
    row.defaultText = option.defaultText;
    row.label = option.label;
    row.hint = option.hint;
    row.accepted = option.accepted;
    row.placeholder = option.placeholder;
    row.value = effective(option, given);
    row.running = effective(option, running.given(option));
    row.source = SettingRow::Source(int(given.source));
    if (given.source == OptionSource::Environment || given.source == OptionSource::CommandLine)
        row.fixedBy = given.place;
    row.needsRestart = !option.countsAtOnce;
    row.decidesSale = option.decidesSale;
    row.testable = option.apart.kind == Option::Apart::Kind::Password;
    row.optional = option.page.mayBeEmpty;
    row.least = option.range.least;
    row.most = option.range.most;
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
        secretRow(of.key + passwordEnding, option, matches ? &*found : nullptr, !parts.password.isEmpty());
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
        if (option.apart.kind == Option::Apart::Kind::Password) {
            rows.append(passwordRow(rows.last(), option, sources, secrets));
            rows.last().isOtherSecret = isOther(option.name);
        }
        if (option.apart.kind == Option::Apart::Kind::Token) {
            const auto found = secrets.find(adminTokenKey());
            rows.append(
                secretRow(adminTokenKey(), option, found == secrets.end() ? nullptr : &*found, false));
            rows.last().isOtherSecret = isOther(adminTokenKey());
        }
    }
    return rows;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setting_rows.h"

#include "app/options/url_password.h"

#include <limits>

namespace seonchak {

namespace {

using Kind = SettingRow::Kind;

/// What the page must know of an option beyond its name, default and help.
struct Trait
{
    const char *key;
    const char *group;
    Kind kind;
    qint64 least = 0;
    qint64 most = 0;
};

constexpr Trait traits[] = {
    {"sale-name", "sale", Kind::Text},
    {"sale-mode", "sale", Kind::Choice},
    {"strategy", "strategy", Kind::Choice},
    {"listen", "server", Kind::Text},
    {"workers", "server", Kind::Number, 1, 256},
    {"allow-host", "server", Kind::List},
    {"trusted-proxy", "server", Kind::List},
    {"admin-token-file", "server", Kind::Path},
    {"require-issuer-token", "server", Kind::Choice},
    {"desk-socket", "server", Kind::Path},
    {"rate-limit", "server", Kind::Number, 0, 1'000'000},
    {"issue-rate-limit", "server", Kind::Number, 0, 1'000'000},
    {"data-dir", "server", Kind::Path},
    {"redis", "redis", Kind::Url},
    {"key-prefix", "redis", Kind::Text},
    {"foreign-keys", "redis", Kind::Choice},
    {"database", "database", Kind::Url},
    {"store", "store", Kind::Url},
    {"store-timeout-ms", "store", Kind::Number, 1, 600'000},
    {"store-failure-rate", "store", Kind::Share},
    {"store-unknown-rate", "store", Kind::Share},
    {"store-latency-ms", "store", Kind::Number, 0, 600'000},
    {"store-seed", "store", Kind::Number, 0, std::numeric_limits<qint64>::max()},
    {"attach", "server", Kind::Text},
    {"book", "server", Kind::Text},
    {"alarm", "alarms", Kind::List},
    {"webhook", "alarms", Kind::List},
    {"webhook-secret-file", "alarms", Kind::Path},
    {"webhook-events", "alarms", Kind::List},
    {"webhook-allow-private", "alarms", Kind::Choice},
    {"webhook-allow-own", "alarms", Kind::Choice},
    {"log-level", "logs", Kind::Choice},
    {"log-format", "logs", Kind::Choice},
};

const QString passwordEnding = QStringLiteral("-password");

/// An empty field stands for these defaults, which are words and no values.
QString effective(const Option &option, const GivenTexts &given)
{
    if (given.texts.isEmpty())
        return mayBeEmpty(option.name) ? QString() : option.defaultText;
    const QString text = option.repeatable ? joinTexts(given.texts) : given.texts.last();
    return passwordKeys().contains(option.name) ? UrlPassword::split(text).url : text;
}

SettingRow secretRow(const QString &key, const QString &group, const Secret *secret, bool inFileItself)
{
    SettingRow row;
    row.key = key;
    row.group = group;
    row.kind = Kind::Secret;
    row.optional = true;
    if (secret)
        row.kept = secret->inKeychain ? SettingRow::Kept::Keychain : SettingRow::Kept::File;
    else if (inFileItself)
        row.kept = SettingRow::Kept::File;
    return row;
}

SettingRow rowOf(const Trait &trait, const Option &option, const OptionSources &sources,
                 const OptionSources &running)
{
    const auto given = sources.given(option);
    SettingRow row;
    row.key = option.name;
    row.group = QString::fromLatin1(trait.group);
    row.kind = trait.kind;
    row.choices = option.choices;
    row.defaultText = option.defaultText;
    row.help = option.help;
    row.value = effective(option, given);
    row.running = effective(option, running.given(option));
    row.source = SettingRow::Source(int(given.source));
    if (given.source == OptionSource::Environment || given.source == OptionSource::CommandLine)
        row.fixedBy = given.place;
    row.needsRestart = row.group != QLatin1String("logs");
    row.testable = passwordKeys().contains(option.name);
    row.optional = mayBeEmpty(option.name);
    row.least = trait.least;
    row.most = trait.most;
    return row;
}

/// A password is a row of its own below its URL. A stored one counts only for the place it was stored for.
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

bool mayBeEmpty(const QString &key)
{
    static const QStringList keys{QStringLiteral("sale-name"),
                                  QStringLiteral("allow-host"),
                                  QStringLiteral("trusted-proxy"),
                                  QStringLiteral("store-seed"),
                                  QStringLiteral("alarm"),
                                  QStringLiteral("webhook"),
                                  QStringLiteral("webhook-secret-file"),
                                  QStringLiteral("webhook-events"),
                                  QStringLiteral("admin-token-file"),
                                  QStringLiteral("data-dir"),
                                  QStringLiteral("desk-socket"),
                                  QStringLiteral("attach"),
                                  QStringLiteral("book"),
                                  adminTokenKey()};
    return keys.contains(key) || !optionOfPassword(key).isEmpty();
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
    for (const auto &trait : traits) {
        const auto option = std::ranges::find(options, QString::fromLatin1(trait.key), &Option::name);
        if (option == options.end())
            continue;
        rows.append(rowOf(trait, *option, sources, running));
        if (rows.last().testable) {
            rows.append(passwordRow(rows.last(), *option, sources, secrets));
            rows.last().isOtherSecret = isOther(option->name);
        }
        if (option->name == QLatin1String("admin-token-file")) {
            const auto found = secrets.find(adminTokenKey());
            rows.append(secretRow(adminTokenKey(), rows.last().group,
                                  found == secrets.end() ? nullptr : &*found, false));
            rows.last().isOtherSecret = isOther(adminTokenKey());
        }
    }
    return rows;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fake_call.h"
#include "ui/port/settings_port.h"

#include <QHash>

namespace seonchak {

/// Settings that say what a test has told them to.
class FakeSettings final : public SettingsPort
{
public:
    FakeSettings()
    {
        saves.answer = [this](const Changes &changes) {
            take(changes);
            return Result<void>{};
        };
    }
    [[nodiscard]] QList<SettingRow> rows() const override { return now; }
    [[nodiscard]] QString configFile() const override
    {
        return QStringLiteral("/home/lee/.config/seonchak/seonchak.ini");
    }
    [[nodiscard]] QString secretsFile() const override { return secrets; }
    [[nodiscard]] Result<void> fileState() const override { return file; }
    [[nodiscard]] Result<void> check(const QString &, const QString &text) const override
    {
        if (wrong.contains(text))
            return failure(Trouble::BadInput, QStringLiteral("the reader does not like it"));
        return {};
    }
    QCoro::Task<Result<void>> save(Changes changes) override { return saves.call(changes); }
    QCoro::Task<Result<QString>> test(QString key, Changes changes) override
    {
        return tests.call(key, changes);
    }
    QCoro::Task<Result<Checks>> examine(Changes changes, doctor::Tongue tongue, Found found) override
    {
        hear = std::move(found);
        return exams.call(changes, tongue);
    }
    void stopExamining() override { ++stops; }
    QCoro::Task<Result<Checks>> preflight(doctor::Tongue tongue, Found found) override
    {
        hearPreflight = std::move(found);
        return preflights.call(tongue);
    }
    void stopPreflight() override {}

    static SettingRow row(const char *key, const char *group, SettingRow::Kind kind, const char *value)
    {
        SettingRow made;
        made.key = QLatin1String(key);
        made.group = QLatin1String(group);
        made.kind = kind;
        made.value = made.running = made.defaultText = QLatin1String(value);
        made.needsRestart = made.group != QLatin1String("logs");
        made.optional = kind == SettingRow::Kind::Secret;
        return made;
    }
    SettingRow &operator[](const char *key)
    {
        return *std::ranges::find(now, QLatin1String(key), &SettingRow::key);
    }

    QList<SettingRow> now;
    QStringList wrong; ///< texts that check() refuses
    QString secrets;
    Result<void> file;
    FakeCall<void, Changes> saves;
    FakeCall<QString, QString, Changes> tests;
    FakeCall<Checks, Changes, doctor::Tongue> exams;
    Found hear; ///< of the latest examination
    FakeCall<Checks, doctor::Tongue> preflights;
    Found hearPreflight;
    int stops = 0;

private:
    void take(const Changes &changes)
    {
        for (auto &one : now) {
            if (!changes.contains(one.key))
                continue;
            if (one.kind == SettingRow::Kind::Secret) {
                one.kept = changes[one.key].isEmpty() ? SettingRow::Kept::Nowhere : SettingRow::Kept::File;
                one.isOtherSecret = true;
            } else {
                one.value = changes[one.key];
            }
        }
    }
};

/// As on a desk in its middle: something of every kind.
inline QList<SettingRow> everyKindOfRow()
{
    using Kind = SettingRow::Kind;
    const auto row = FakeSettings::row;
    QList<SettingRow> rows{
        row("sale-name", "sale", Kind::Text, "Autumn"),
        row("sale-mode", "sale", Kind::Choice, "test"),
        row("listen", "server", Kind::Text, "127.0.0.1:8080"),
        row("workers", "server", Kind::Number, "4"),
        row("allow-host", "server", Kind::List, ""),
        row("trusted-proxy", "server", Kind::List, ""),
        row("admin-token-file", "server", Kind::Path, ""),
        row("admin-token", "server", Kind::Secret, ""),
        row("require-issuer-token", "server", Kind::Choice, "off"),
        row("desk-socket", "server", Kind::Path, ""),
        row("rate-limit", "server", Kind::Number, "1000"),
        row("issue-rate-limit", "server", Kind::Number, "0"),
        row("data-dir", "server", Kind::Path, ""),
        row("redis", "redis", Kind::Url, "redis://shop@10.0.0.7:6379/0"),
        row("redis-password", "redis", Kind::Secret, ""),
        row("key-prefix", "redis", Kind::Text, "rudals"),
        row("database", "database", Kind::Url, "postgresql://shop@10.0.0.8:5432/coupons"),
        row("database-password", "database", Kind::Secret, ""),
        row("store", "store", Kind::Url, "mock"),
        row("store-password", "store", Kind::Secret, ""),
        row("store-timeout-ms", "store", Kind::Number, "2000"),
        row("store-failure-rate", "store", Kind::Share, "0.1"),
        row("store-unknown-rate", "store", Kind::Share, "0"),
        row("store-latency-ms", "store", Kind::Number, "0"),
        row("store-seed", "store", Kind::Number, ""),
        row("strategy", "strategy", Kind::Choice, "saga"),
        row("log-level", "logs", Kind::Choice, "info"),
        row("log-format", "logs", Kind::Choice, "text"),
    };
    for (auto &one : rows) {
        one.testable = one.kind == Kind::Url;
        one.least = 1;
        one.most = 256;
        if (one.key == QLatin1String("sale-mode"))
            one.choices = {"test", "live"};
        if (one.key == QLatin1String("require-issuer-token"))
            one.choices = {"off", "on"};
        if (one.key == QLatin1String("strategy"))
            one.choices = {"saga", "redis-lpop", "db-pessimistic"};
        if (one.key == QLatin1String("log-level"))
            one.choices = {"debug", "info", "warning", "error"};
        if (one.key == QLatin1String("log-format"))
            one.choices = {"text", "json"};
        if (one.key == QLatin1String("store-seed") || one.key == QLatin1String("data-dir") ||
            one.key == QLatin1String("desk-socket") || one.key == QLatin1String("allow-host") ||
            one.key == QLatin1String("trusted-proxy") || one.key == QLatin1String("admin-token-file"))
            one.optional = true;
    }
    return rows;
}

} // namespace seonchak

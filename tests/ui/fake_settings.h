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

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"
#include "app/options/secret_store.h"
#include "core/async/work_pool.h"
#include "ui/port/settings_port.h"

#include <QObject>
#include <QPointer>

#include <stop_token>

namespace seonchak {

/// Connects the settings page to the config file, the keychain and the services. Writing files and testing
/// services happen on pool threads.
class DesktopSettings final : public QObject, public SettingsPort
{
public:
    /// `started` is what the program was started with. The store must outlive it. Tests replace `write` to
    /// simulate a full disk.
    DesktopSettings(ReadOptions started, SecretStore &store, WriteFile write = config::write);

    [[nodiscard]] QList<SettingRow> rows() const override;
    [[nodiscard]] QString configFile() const override { return m_sources.configFile(); }
    [[nodiscard]] QString secretsFile() const override;
    [[nodiscard]] Result<void> fileState() const override;
    [[nodiscard]] Result<void> check(const QString &key, const QString &text) const override;
    QCoro::Task<Result<void>> save(Changes changes) override;
    QCoro::Task<Result<QString>> test(QString key, Changes changes) override;
    QCoro::Task<Result<Checks>> examine(Changes changes, doctor::Tongue tongue, Found found) override;
    void stopExamining() override { m_exam.request_stop(); }
    QCoro::Task<Result<Checks>> preflight(doctor::Tongue tongue, Found found) override;
    void stopPreflight() override { m_preflight.request_stop(); }
    /// Gets what was saved, for what takes effect at once.
    std::function<void(const Settings &)> saved;
    /// Waits for pending tests and examinations.
    ~DesktopSettings() override;

private:
    /// The content of the files and the keychain after a save.
    struct Plan
    {
        OptionSources sources;
        Secrets secrets;
        QStringList secretKeys; ///< the secrets that change
        Settings settings;
    };
    /// The same before it is checked as a whole: `settings` is empty.
    [[nodiscard]] Result<Plan> draftOf(const Changes &changes) const;
    [[nodiscard]] Result<ConfigTexts> fileNow() const;
    QCoro::Task<Result<Checks>> look(OptionSources sources, Secrets secrets, std::stop_token stop,
                                     doctor::Tongue tongue, Found found);
    [[nodiscard]] Result<Plan> planOf(const Changes &changes) const;
    [[nodiscard]] Result<void> checkChange(const QString &key, const QString &text) const;
    void changeText(ConfigTexts &texts, Plan &plan, const QString &key, const QString &text) const;
    void changeSecret(const ConfigTexts &texts, Plan &plan, const QString &key, const QString &value) const;
    void keep(Plan &plan, const QString &key, Secret secret) const;
    static QCoro::Task<Result<void>> carryOut(QPointer<DesktopSettings> self, Plan plan);
    static QCoro::Task<Result<void>> putSecrets(QPointer<DesktopSettings> self, Secrets from, Secrets to,
                                                QStringList keys);
    static QCoro::Task<Result<void>> putFile(WorkPool &pool, WriteFile write, QString path, QByteArray bytes);
    void take(Plan plan);

    OptionSources m_sources;
    const OptionSources m_running;
    Secrets m_secrets;
    const Secrets m_runningSecrets;
    const bool m_byBook;
    SecretStore &m_store;
    const WriteFile m_write;
    bool m_saving = false;
    std::stop_source m_exam;
    std::stop_source m_preflight;
    WorkPool m_pool; ///< last member: its work uses the others
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data_dir.h"
#include "app/exit_status.h"
#include "app/read_options.h"
#include "app/service_notifier.h"
#include "app/signals.h"
#include "core/issue/sale.h"
#include "server/server.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace seonchak {

/// The one place where the parts are wired together, the same for both programs: data dir, sale, server; the
/// READY line; the orderly end. Needs a QCoreApplication; lives on the main thread.
class Program : public QObject
{
    Q_OBJECT
public:
    /// Takes the data dir, the port and the services. On failure says why on standard error and to the
    /// supervisor, and gives the exit code.
    static std::expected<std::unique_ptr<Program>, int> start(Settings settings, Supervisor supervisor = {});
    ~Program() override;

    [[nodiscard]] Sale &sale() { return *m_sale; }
    [[nodiscard]] QString url() const { return m_server->url(); }

    /// Stops accepting and asks long acts to stop, waits for what is in flight, then ends what is left (open
    /// requests are answered 503), and ends the event loop with exit code 0: all within 10 s.
    void stop();

private:
    Program(Settings settings, DataDir dataDir, std::unique_ptr<Signals> signals,
            std::unique_ptr<ServiceNotifier> service);
    int openParts();
    int fail(const Error &error, ExitCode code);
    [[nodiscard]] QString state() const;
    void watchStart();
    void announce();
    void drain();
    void endRest();
    void awaitEnd();
    [[nodiscard]] bool isIdle() const;

    const Settings m_settings;
    const std::unique_ptr<Signals> m_signals;
    DataDir m_dataDir;
    std::unique_ptr<Sale> m_sale;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<ServiceNotifier> m_service;
    QTimer m_timer;
    int m_ticks = 0;
    bool m_serving = false;
    bool m_stopping = false;
};

/// Handles --help, --version, --check-config and wrong options before anything starts: the options, or the
/// exit code. `ask` is the keychain; the daemon has none.
std::expected<ReadOptions, int> optionsOrExit(const QString &program, const AskKeychain &ask = {});
std::expected<Settings, int> settingsOrExit(const QString &program);

} // namespace seonchak

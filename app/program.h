// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data_dir.h"
#include "app/opening_watch.h"
#include "app/options/read_options.h"
#include "app/run_trail.h"
#include "app/service_notifier.h"
#include "app/signals.h"
#include "app/start_failure.h"
#include "core/async/wake_target.h"
#include "core/issue/sale/sale.h"
#include "server/server.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace seonchak {

/// Wires the parts together, in the same way for both programs: data dir, sale, server; the READY line; the
/// orderly shutdown. Needs a QCoreApplication; lives on the main thread.
class Program : public QObject
{
    Q_OBJECT
public:
    /// Takes the data dir, the port and the services. Reports a failure on standard error and to the
    /// supervisor.
    static std::expected<std::unique_ptr<Program>, StartFailure> start(Settings settings,
                                                                       Supervisor supervisor = {});
    ~Program() override;

    [[nodiscard]] Sale &sale() { return *m_sale; }
    [[nodiscard]] http::DeskRoll &desks() { return m_server->desks(); }
    [[nodiscard]] QString url() const { return m_server->url(); }
    /// The failure found after start() that ended the event loop; nullopt if the program was asked to end.
    [[nodiscard]] const std::optional<StartFailure> &failure() const { return m_failure; }

    /// Stops accepting and asks long acts to stop, waits for pending requests, then ends the rest (open
    /// requests are answered 503), and ends the event loop with exit code 0: all within 10 s.
    void stop();

Q_SIGNALS:
    /// It serves now. If Redis or the database is unavailable, it answers 503 and says so.
    void serving();

private:
    Program(Settings settings, DataDir dataDir, std::unique_ptr<Signals> signals,
            std::unique_ptr<ServiceNotifier> service);
    std::optional<StartFailure> openParts();
    StartFailure fail(const Error &error, Obstacle obstacle, const QString &place = {});
    [[nodiscard]] QString state() const;
    void watchOpening();
    void watchStart();
    void announce();
    using Step = void (Program::*)();
    void awaitIdle(Step then);
    void drain();
    void endRest();
    void awaitEnd();
    void end();
    [[nodiscard]] bool isIdle() const;

    const Settings m_settings;
    const std::unique_ptr<Signals> m_signals;
    DataDir m_dataDir;
    std::unique_ptr<Sale> m_sale;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<OpeningWatch> m_opening;
    std::unique_ptr<ServiceNotifier> m_service;
    RunTrail m_trail;
    QTimer m_limit;                      ///< of the present step of the start or the end
    std::optional<WakeTarget> m_awaited; ///< what the present step waits for
    bool m_startTooLong = false;
    bool m_cancelled = false;
    std::optional<StartFailure> m_failure;
    bool m_serving = false;
    bool m_stopping = false;
};

/// Handles --help, --version, --check-config and wrong options before anything starts: returns the options,
/// or why there are none. `ask` is the keychain; the daemon has none.
std::expected<ReadOptions, StartFailure> optionsOrExit(const QString &program, const AskKeychain &ask = {});

} // namespace seonchak

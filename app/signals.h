// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <chrono>
#include <memory>

namespace seonchak {

/// Handles the signals of a terminal, an init system or a container like a daemon does. One object per
/// program, created before anything is started.
///
/// | signal | meaning here |
/// |---|---|
/// | SIGTERM, SIGINT, SIGQUIT | asked(): end in order |
/// | SIGHUP | asked() if the terminal has gone; otherwise nothing: there is no configuration to reload |
/// | SIGUSR1, SIGUSR2 | nothing |
/// | SIGPIPE, SIGXFSZ | nothing: the write fails instead |
///
/// A SIGHUP that was ignored at the start (nohup) stays ignored.
class Signals : public QObject
{
    Q_OBJECT
public:
    Signals();
    ~Signals() override;

    /// Ends the process with exit code 0 after this time, however busy it still is. Committed data is safe,
    /// everything else is as after a crash. The time starts with the first call.
    static void endProcessAfter(std::chrono::milliseconds time);
    /// Whether a signal has requested the end, including one that arrived during shutdown.
    static bool haveAsked();

Q_SIGNALS:
    void asked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

/// Opens closed standard descriptors on /dev/null, so that none of our files or sockets becomes standard
/// output. Call it first in main().
void openStandardDescriptors();

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

namespace seonchak {

/// Stands between a client and PostgreSQL on Unix sockets, and can lose the answer to a COMMIT: the server
/// has committed, the client sees its connection break.
class LosingProxy
{
public:
    /// `serverFolder` is where the server's socket is.
    explicit LosingProxy(const QString &serverFolder);
    ~LosingProxy();

    /// The folder to give as host to the client.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// From now on the answer to the next COMMIT is lost.
    void loseNextCommit() { m_armed.store(true); }
    /// Whether connections are taken; those there are stay.
    void setOpen(bool open) { m_open.store(open); }
    [[nodiscard]] int lost() const { return m_lost.load(); }

private:
    void listen();
    void serve(int client);

    const QString m_serverFolder;
    QTemporaryDir m_folder;
    std::atomic<bool> m_armed{false};
    std::atomic<bool> m_open{true};
    std::atomic<bool> m_stopping{false};
    std::atomic<int> m_lost{0};
    int m_listener = -1;
    std::thread m_thread;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

namespace seonchak {

/// A proxy between a client and PostgreSQL on Unix sockets that can lose the answer to a COMMIT: the server
/// has committed, but the client's connection breaks.
class LosingProxy
{
public:
    /// `serverFolder` is where the server's socket is.
    explicit LosingProxy(const QString &serverFolder);
    ~LosingProxy();

    /// The folder that the client uses as host.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// From now on the answer to the next COMMIT is lost, of a transaction that was sent with `text` in it:
    /// the client may commit other things in between. Wait until it is lost before you call this again.
    void loseNextCommit(const QByteArray &text = {})
    {
        m_text = text;
        m_armed.store(true);
    }
    /// Whether new connections are accepted; existing ones stay.
    void setOpen(bool open) { m_open.store(open); }
    [[nodiscard]] int lost() const { return m_lost.load(); }

private:
    void listen();
    void serve(int client);
    [[nodiscard]] bool isToLose(const QByteArray &transaction);

    const QString m_serverFolder;
    QTemporaryDir m_folder;
    QByteArray m_text; ///< changes only while not armed
    std::atomic<bool> m_armed{false};
    std::atomic<bool> m_open{true};
    std::atomic<bool> m_stopping{false};
    std::atomic<int> m_lost{0};
    int m_listener = -1;
    std::thread m_thread;
};

} // namespace seonchak

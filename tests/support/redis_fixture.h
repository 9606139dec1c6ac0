// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/address.h"
#include "core/redis/reply.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace seonchak::test {

/// A real redis-server of a test's own, in a temporary directory on a Unix socket. It ends with the fixture,
/// and with the test program. Everything here blocks.
class RedisFixture
{
public:
    enum class Listen { Unix, UnixAndTcp };

    /// Starts it and waits until it answers. `options` are further redis-server options, e.g.
    /// {"--requirepass", "x"}.
    explicit RedisFixture(Listen listen = Listen::Unix, QStringList options = {});
    ~RedisFixture();
    RedisFixture(const RedisFixture &) = delete;
    RedisFixture &operator=(const RedisFixture &) = delete;

    [[nodiscard]] QString socketPath() const;
    /// Of 127.0.0.1; 0 without TCP. The same after every restart.
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] RedisAddress address() const;
    [[nodiscard]] RedisAddress tcpAddress() const;
    [[nodiscard]] qint64 processId() const;
    [[nodiscard]] bool isRunning() const;
    /// The server's own log, for a failing test's message.
    [[nodiscard]] QString log() const;

    enum class Wait { UntilReady, NotAtAll };
    /// False when it does not answer in 10 s.
    bool start(Wait wait = Wait::UntilReady);
    /// Further options, in force from the next start.
    void addOptions(const QStringList &options) { m_options += options; }
    /// A clean end, as by SIGTERM.
    void stop();
    /// SIGKILL.
    void kill();
    bool restart();
    /// SIGSTOP and SIGCONT: it holds its connections and does not answer.
    void freeze();
    void thaw();

    /// One command on a connection of its own, e.g. command({"GET", "key"}). Gives up after 5 s.
    [[nodiscard]] RedisResult command(const std::vector<QByteArray> &arguments) const;
    void flushAll() const { (void)command({"FLUSHALL"}); }

private:
    [[nodiscard]] QString password() const;

    QTemporaryDir m_dir;
    QStringList m_options;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

/// A TCP port of the loopback that nobody listens on at this moment. It lies below the range from which the
/// system gives ports to connections, so that a server which leaves it can take it again.
quint16 freePort();

} // namespace seonchak::test

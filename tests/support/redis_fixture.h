// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/address.h"
#include "core/redis/reply.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace seonchak::test {

/// A test's own real redis-server, in a temporary directory on a Unix socket. It ends with the fixture, and
/// with the test program. Every function blocks.
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
    /// On 127.0.0.1; 0 without TCP. Unchanged by restarts.
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] RedisAddress address() const;
    [[nodiscard]] RedisAddress tcpAddress() const;
    [[nodiscard]] qint64 processId() const;
    [[nodiscard]] bool isRunning() const;
    /// The server's own log, for a failing test's message.
    [[nodiscard]] QString log() const;

    enum class Wait { UntilReady, NotAtAll };
    /// Returns false if it does not answer within 10 s.
    bool start(Wait wait = Wait::UntilReady);
    /// Further options, used from the next start on.
    void addOptions(const QStringList &options) { m_options += options; }
    /// A clean end, like by SIGTERM.
    void stop();
    /// SIGKILL.
    void kill();
    bool restart();
    /// SIGSTOP and SIGCONT: it keeps its connections but does not answer.
    void freeze();
    void thaw();

    /// One command on its own connection, e.g. command({"GET", "key"}). Gives up after 5 s.
    [[nodiscard]] RedisResult command(const std::vector<QByteArray> &arguments) const;
    void flushAll() const { (void)command({"FLUSHALL"}); }

private:
    [[nodiscard]] QString password() const;

    QTemporaryDir m_dir;
    QStringList m_options;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

/// A TCP port on loopback that is free now. It is below the system's range for outgoing connections, so that
/// a server that restarts can use it again.
quint16 freePort();

} // namespace seonchak::test

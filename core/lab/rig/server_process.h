// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace seonchak::lab {

/// The lab's own server: a child process that ends with the lab, however the lab ends. Every function blocks
/// its thread; meant for a thread with no other work.
class ServerProcess
{
public:
    /// Starts `program`, waits for its READY line, and then for at most a minute until it is ready to issue.
    /// Unavailable with its standard error output.
    static Result<std::unique_ptr<ServerProcess>> start(const QString &program, const QStringList &arguments);
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] QString redisUrl() const { return m_redisUrl; }

    /// One request on its own connection; returns the answer's JSON if its status is 2xx.
    Result<QJsonObject> ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});
    /// The value of a series of GET /metrics, times `scale`; -1: not found.
    qint64 metric(const QByteArray &name, double scale = 1);
    /// SIGTERM, and waits; SIGKILL after 15 s.
    void stop();
    /// SIGKILL, and waits for its end.
    void kill();

private:
    ServerProcess() = default;
    Result<void> waitUntilReady();
    void waitUntilServing();
    Result<QByteArray> fetch(const QByteArray &method, const QByteArray &path, const QByteArray &body);

    QProcess m_process;
    quint16 m_port = 0;
    QString m_redisUrl;
};

/// CPU time used so far by a process, in nanoseconds; -1: unknown.
qint64 cpuTimeOf(qint64 pid);

} // namespace seonchak::lab

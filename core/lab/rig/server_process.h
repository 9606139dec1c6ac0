// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace seonchak::lab {

/// A server of the lab's own: a child process that ends with the lab, however the lab ends. Everything here
/// blocks its thread; meant for a thread without anything else to do.
class ServerProcess
{
public:
    /// Starts `program` and waits for its READY line. Unavailable with what it wrote on standard error.
    static Result<std::unique_ptr<ServerProcess>> start(const QString &program, const QStringList &arguments);
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] QString redisUrl() const { return m_redisUrl; }

    /// One request on a connection of its own; the answer's JSON where its status is 2xx.
    Result<QJsonObject> ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});
    /// The value of a series of GET /metrics, times `scale`; -1: there is none.
    qint64 metric(const QByteArray &name, double scale = 1);
    /// SIGTERM, and waits; SIGKILL after 15 s.
    void stop();
    /// SIGKILL, and waits until it is gone.
    void kill();

private:
    ServerProcess() = default;
    Result<void> waitUntilReady();
    Result<QByteArray> fetch(const QByteArray &method, const QByteArray &path, const QByteArray &body);

    QProcess m_process;
    quint16 m_port = 0;
    QString m_redisUrl;
};

/// CPU time a process has used so far, in nanoseconds; -1: not known.
qint64 cpuTimeOf(qint64 pid);

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QObject>
#include <QString>

#include <memory>

namespace seonchak {

/// Our own redis-server: Unix socket in the data dir, no TCP port, AOF on (everysec), noeviction. It is
/// started, monitored, restarted with backoff if it dies, and stopped cleanly at the end.
///
/// A server that a killed predecessor left on the same files is stopped first; two servers never share them.
/// The caller must hold the lock of the data dir: any server that works there is taken for such a leftover.
///
/// Lives on one thread, never blocks it, except in stop(). The server gets SIGTERM when that *thread* ends,
/// however it ends (PDEATHSIG follows the thread that forked), so the thread must live as long as the server
/// is needed.
class PrivateRedis : public QObject
{
    Q_OBJECT
public:
    explicit PrivateRedis(QString dataDir, QObject *parent = nullptr);
    ~PrivateRedis() override;

    /// The redis-server program, or an error that says what to install.
    static Result<QString> findProgram();

    /// The path of its socket. Inside the data dir; if that path is too long for a Unix socket, in a private
    /// directory under the runtime dir.
    [[nodiscard]] QString socketPath() const;

    void start();
    /// Stops the server cleanly and waits, at most 5 s, then kills it.
    void stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 processId() const;

Q_SIGNALS:
    /// The server accepts connections (again).
    void started();
    /// The server ended unexpectedly, or could not be started; a restart is under way.
    void died(const QString &why);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QObject>
#include <QString>

#include <memory>

namespace seonchak {

/// Our own redis-server: Unix socket in the data dir, no TCP port, AOF on (everysec), noeviction. Started,
/// watched, started again with back-off when it dies, stopped cleanly at the end. A server that a killed
/// predecessor left on the same files is ended first, never joined by a second one: the caller must hold the
/// lock of the data dir, for any server that works there is taken for such a leftover. Lives on one thread,
/// never blocks it, except stop(). The server gets SIGTERM when that *thread* ends, however it ends
/// (PDEATHSIG follows the thread that forked), so the thread must outlive the need for it.
class PrivateRedis : public QObject
{
    Q_OBJECT
public:
    explicit PrivateRedis(QString dataDir, QObject *parent = nullptr);
    ~PrivateRedis() override;

    /// The redis-server program, or an error that says what to install.
    static Result<QString> findProgram();

    /// Where its socket is. Inside the data dir; where that path is too long for a Unix socket, in a private
    /// directory under the runtime dir.
    [[nodiscard]] QString socketPath() const;

    void start();
    /// Ends it cleanly and waits, 5 s at most, then by force.
    void stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 processId() const;

Q_SIGNALS:
    /// It accepts connections (again).
    void started();
    /// It ended without being asked, or could not be started; a new start is under way.
    void died(const QString &why);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace seonchak

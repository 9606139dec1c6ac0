// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace seonchak {

/// The test's own PostgreSQL: a new cluster in a temporary folder, on a Unix socket there, without TCP. Under
/// root it runs as the user postgres, because it refuses root. It ends with the object, and with the test
/// program if that dies. Errors are explained on standard error.
class PostgresFixture
{
public:
    PostgresFixture();
    ~PostgresFixture();

    /// Creates the cluster on the first call, starts the server and waits until it accepts connections.
    bool start();
    /// The server drops everything immediately, like in a crash, and has ended when this returns.
    void stopImmediately();
    /// SIGKILL to the postmaster; its children notice by themselves. start() handles what is left over.
    void kill();

    /// A new, empty database; returns its URL for DatabaseUrl::parse, empty on failure.
    QString createDatabase(const QString &name);
    [[nodiscard]] QString urlOf(const QString &name) const;

private:
    [[nodiscard]] bool runTool(const QString &tool, const QStringList &arguments) const;
    void start(QProcess &process, const QString &tool, const QStringList &arguments) const;
    bool makeCluster();

    QString m_binaries;
    QTemporaryDir m_folder;
    QProcess m_server;
    bool m_made = false;
};

} // namespace seonchak

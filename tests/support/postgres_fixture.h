// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace seonchak {

/// A PostgreSQL of the test's own: a fresh cluster in a temporary folder, on a Unix socket there, no TCP.
/// Under root it runs as the user postgres, since it refuses root. Ends with the object, and with the test
/// program if that dies. Errors are explained on standard error.
class PostgresFixture
{
public:
    PostgresFixture();
    ~PostgresFixture();

    /// Makes the cluster on the first call, starts the server and waits until it takes connections.
    bool start();
    /// The server drops everything at once, as a crash does, and is gone when this returns.
    void stopImmediately();
    /// SIGKILL to the postmaster; its children find out by themselves. start() copes with what is left over.
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

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QStringList>

#include <vector>

class QProcess;

/// What a private Redis needs of the operating system. Private to core/redis.
namespace seonchak::redis_process {

/// redis-server, or else valkey-server, in the first directory that has it.
Result<QString> findIn(const QStringList &directories);

/// The pids of the running servers in `dir`, identified by their name and working directory. A server's pid
/// file and socket can be gone while it still writes its files; its working directory cannot.
std::vector<qint64> serversIn(const QString &dir);

/// Asks a server to end cleanly, even a stopped one (SIGSTOP).
void askToEnd(qint64 pid);

/// Gives the child of `process` its own session (a Ctrl-C in the terminal is for us; we stop the child
/// cleanly), and sends it `signal` when the *thread* that starts it ends, however it ends.
void bindToThisThread(QProcess &process, int signal);

/// Creates `dir`, accessible only to us (0700). Fails if it belongs to another user, or is a link.
Result<void> makePrivateDir(const QString &dir);

/// The last line of a text file, for people. Empty if there is none.
QString lastLine(const QString &file);

} // namespace seonchak::redis_process

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QStringList>

#include <vector>

class QProcess;

/// What a private Redis needs of the operating system. Private to core/redis.
namespace seonchak::redis_process {

/// redis-server, or else valkey-server, in the first of the directories that has it.
Result<QString> findIn(const QStringList &directories);

/// The running servers that work in `dir`, told by their name and working directory. A server's pid file and
/// socket can be gone while it still writes its files; its working directory cannot.
std::vector<qint64> serversIn(const QString &dir);

/// Asks a server to end cleanly, even one that is stopped (SIGSTOP).
void askToEnd(qint64 pid);

/// Makes what `process` starts a session of its own (a Ctrl-C in the terminal is for us; we end it cleanly)
/// that gets `signal` when the *thread* that starts it ends, however it ends.
void bindToThisThread(QProcess &process, int signal);

/// Creates `dir`, ours alone (0700). Fails where it is someone else's, or a link.
Result<void> makePrivateDir(const QString &dir);

/// The last line of a text file, for people. Empty where there is none.
QString lastLine(const QString &file);

} // namespace seonchak::redis_process

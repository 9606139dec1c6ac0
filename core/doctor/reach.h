// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/database_url.h"
#include "core/redis/address.h"

#include <QUrl>

#include <chrono>
#include <stop_token>

namespace seonchak {

class Session;

/// One service tried by itself, apart from everything that is running: the first step of its examination. On
/// the calling thread, which has an event loop of its own or none. The answer names what was reached, the
/// error says what came instead; neither holds a password. The program must ignore SIGPIPE.
namespace doctor {

constexpr std::chrono::milliseconds reachLimit{4000};

/// Connects, logs in, asks for its version: "Redis 7.0.15". A private one is a program, which is looked for.
Result<QString> reachRedis(const RedisAddress &address, std::chrono::milliseconds limit = reachLimit,
                           const std::stop_token &stop = {});
/// Opens it and asks for its version: "SQLite 3.40.1". A file that is not there yet is not made. The time
/// limit of PostgreSQL is that of its connections. `dataDir` will be made by the program.
Result<QString> reachDatabase(const DatabaseUrl &url, const QString &dataDir);
/// Asks it for anything, without logging in: nobody's password is told before he is known. "HTTP 404" will
/// do. "mock" where there is none.
Result<QString> reachPartner(const QUrl &url, std::chrono::milliseconds limit = reachLimit);

/// Parts of these, for the exams.
Result<QString> versionOf(Session &session);
/// Why a SQLite file cannot be made there; empty: it can.
QString folderTrouble(const DatabaseUrl &url, const QString &dataDir);

} // namespace doctor

} // namespace seonchak

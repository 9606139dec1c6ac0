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

/// Tests one service by itself, independently of everything that is running: the first step of its
/// examination. Runs on the calling thread, with or without an event loop of its own. The answer names what
/// was reached, the error what happened instead; neither contains a password. The program must ignore
/// SIGPIPE.
namespace doctor {

constexpr std::chrono::milliseconds reachLimit{4000};

/// Connects, logs in, asks for the version: "Redis 7.0.15". For a private Redis it looks for the program.
Result<QString> reachRedis(const RedisAddress &address, std::chrono::milliseconds limit = reachLimit,
                           const std::stop_token &stop = {});
/// Opens it and asks for the version: "SQLite 3.40.1". A missing file is not created. PostgreSQL's timeout is
/// that of its connections. `dataDir` may be missing: the program will create it.
Result<QString> reachDatabase(const DatabaseUrl &url, const QString &dataDir);
/// Sends a request without logging in, since a password must not go to an unknown server. Any answer will do,
/// such as "HTTP 404". "mock" if there is no partner.
Result<QString> reachPartner(const QUrl &url, std::chrono::milliseconds limit = reachLimit);

/// Parts of these, for the exams.
Result<QString> versionOf(Session &session);
/// Why a SQLite file cannot be created there; empty if it can.
QString folderTrouble(const DatabaseUrl &url, const QString &dataDir);

} // namespace doctor

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/database_url.h"
#include "core/doctor/check.h"
#include "core/partner/partner_options.h"
#include "core/redis/address.h"
#include "core/watch/conservation.h"

namespace seonchak::doctor {

/// The surroundings of a sale, as given by the programs' options.
struct Surroundings
{
    RedisAddress redis;
    QByteArray keyPrefix = "rudals";
    bool refusesForeign = true;            ///< --foreign-keys refuse
    StockHome home = StockHome::RedisSaga; ///< of the strategy
    DatabaseUrl database;
    PartnerOptions partner;
    bool live = false; ///< a real sale, not a rehearsal
    QString dataDir;
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8080;
    bool hasToken = false;
    QString listenTrouble; ///< why the listen address is refused; empty: no trouble
    QString tokenTrouble;  ///< why the admin token cannot be used; empty: no trouble
    QString configFile;    ///< empty or missing: none
    bool configHasSecrets = false;
    QStringList secretFiles; ///< files that only their owner may read
};

/// Examines everything, on the calling thread, within about 30 s. Harmless to a running sale: in Redis it
/// creates only keys "PREFIX:doctor:…", and removes them in the same step; in the database it rolls back; in
/// the data dir it creates its own files and removes them. The program must ignore SIGPIPE. After a stop
/// request it ends within about 5 s, the timeout of a connection to PostgreSQL.
std::vector<Check> examine(const Surroundings &surroundings, Tongue tongue, Follower follower = {});
/// Returns true if no check is red.
bool isFit(const std::vector<Check> &checks);
/// The ids of the red checks, in their order.
QStringList failedIds(const std::vector<Check> &checks);
/// "ok", "warning", "failed", "skipped"
QString statusName(Status status);

} // namespace seonchak::doctor

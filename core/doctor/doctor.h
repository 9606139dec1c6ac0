// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/database_url.h"
#include "core/doctor/check.h"
#include "core/partner/partner_options.h"
#include "core/redis/address.h"
#include "core/watch/conservation.h"

namespace seonchak::doctor {

/// The surroundings of a sale, as the options of the programs say them.
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
    QString listenTrouble; ///< why the listen address is refused; empty: it is not
    QString tokenTrouble;  ///< why the admin token cannot be used; empty: nothing is wrong
    QString configFile;    ///< empty, or not there: none
    bool configHasSecrets = false;
    QStringList secretFiles; ///< those that only their owner may read
};

/// Looks at everything, on the calling thread, within some 30 s. It does no harm to a running sale: in Redis
/// it makes keys "PREFIX:doctor:…" only, and removes them in the same step; in the database it rolls back; in
/// the data dir it makes files of its own and removes them. The program must ignore SIGPIPE. Asked to stop it
/// ends within some 5 s, the time limit of a connection to PostgreSQL.
std::vector<Check> examine(const Surroundings &surroundings, Tongue tongue, Follower follower = {});
/// No check is red.
bool isFit(const std::vector<Check> &checks);
/// "ok", "warning", "failed", "skipped"
QString statusName(Status status);

} // namespace seonchak::doctor

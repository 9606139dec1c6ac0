// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/issue/ground/strategy.h"
#include "core/lab/plan/truth.h"
#include "core/lab/rig/own_database.h"
#include "core/lab/rig/redis_reader.h"
#include "core/lab/rig/server_process.h"

#include <QJsonObject>

#include <memory>
#include <stop_token>

namespace seonchak::lab {

/// The location of a lab's own server.
struct OwnPlace
{
    QString dataDir;  ///< created here, and removed with all its content
    QString name;     ///< unique on this machine: for the database and the keys
    QString database; ///< as in Setting::databases
    QString redis;    ///< as in Setting::redis
    QString serverProgram;
    Strategy strategy = Strategy::Saga;
};

/// A server under test on its own stores, never on live data: it has its own database and key prefix.
/// Everything is removed again. Blocks its thread.
class OwnServer
{
public:
    /// Creates the directory and the database.
    static Result<std::unique_ptr<OwnServer>> create(OwnPlace place);
    ~OwnServer();
    OwnServer(const OwnServer &) = delete;
    OwnServer &operator=(const OwnServer &) = delete;

    /// Starts the process, also again after kill(), with `more` options added to those of its place.
    Result<void> start(const QStringList &more);
    /// SIGKILL, like a crash.
    void kill() { m_process->kill(); }
    /// Generates and pushes this many coupons. Unavailable if it was stopped.
    Result<void> fill(qint64 coupons, const std::stop_token &stop = {});
    /// Waits until write-behind, settling and doubts are at rest: nothing reserved or in doubt, in two equal
    /// readings. Gives up after a minute. Returns seconds; Unavailable if it was stopped.
    Result<double> awaitRest(const std::stop_token &stop);
    /// Reads both stores directly.
    Result<Truth> readStores();

    [[nodiscard]] ServerProcess &process() { return *m_process; }
    [[nodiscard]] RedisReader &redis() { return *m_redis; }
    [[nodiscard]] const DatabaseUrl &database() const { return m_database->url(); }
    /// From the last reading of awaitRest().
    [[nodiscard]] const QJsonObject &status() const { return m_status; }

private:
    explicit OwnServer(OwnPlace place);
    [[nodiscard]] QStringList arguments() const;

    const OwnPlace m_place;
    std::unique_ptr<OwnDatabase> m_database;
    std::unique_ptr<ServerProcess> m_process;
    std::unique_ptr<RedisReader> m_redis;
    QJsonObject m_status;
};

/// Returns true if AVAILABLE coupons are in Redis; the db-* strategies keep them in the book.
bool keepsStockInRedis(Strategy strategy);

} // namespace seonchak::lab

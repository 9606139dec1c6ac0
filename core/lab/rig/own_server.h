// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/issue/ground/strategy.h"
#include "core/lab/plan/truth.h"
#include "core/lab/rig/own_database.h"
#include "core/lab/rig/server_process.h"
#include "core/lab/rig/store_reader.h"

#include <QJsonObject>

#include <memory>
#include <stop_token>

namespace seonchak::lab {

/// Where a server of the lab's own lives.
struct OwnPlace
{
    QString dataDir;  ///< made here, and removed with all that is in it
    QString name;     ///< unique on this machine: of the database and of the keys
    QString database; ///< as in Setting::databases
    QString redis;    ///< as in Setting::redis
    QString serverProgram;
    Strategy strategy = Strategy::Saga;
};

/// A server under test on stores of its own, never on live data: a database and a key prefix that nobody else
/// has. All of it is taken down again. Blocks its thread.
class OwnServer
{
public:
    /// Makes the directory and the database.
    static Result<std::unique_ptr<OwnServer>> create(OwnPlace place);
    ~OwnServer();
    OwnServer(const OwnServer &) = delete;
    OwnServer &operator=(const OwnServer &) = delete;

    /// Starts the process, again after a kill(), with these options besides those of its place.
    Result<void> start(const QStringList &more);
    /// SIGKILL, as a crash.
    void kill() { m_process->kill(); }
    /// Generates and pushes so many coupons. Unavailable where it was stopped.
    Result<void> fill(qint64 coupons, const std::stop_token &stop = {});
    /// Waits until write-behind, settling and doubts have come to rest: nothing reserved or in doubt, two
    /// looks alike. Gives up after a minute. Returns seconds; Unavailable where it was stopped.
    Result<double> awaitRest(const std::stop_token &stop);
    /// Both stores, past the server.
    Result<Truth> readStores();

    [[nodiscard]] ServerProcess &process() { return *m_process; }
    [[nodiscard]] RedisReader &redis() { return *m_redis; }
    [[nodiscard]] const DatabaseUrl &database() const { return m_database->url(); }
    /// Of the last look of awaitRest().
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

/// True where AVAILABLE coupons wait in Redis; the db-* strategies keep them in the book.
bool keepsStockInRedis(Strategy strategy);

} // namespace seonchak::lab

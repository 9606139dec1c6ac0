// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/keys.h"
#include "core/redis/reply.h"
#include "core/redis/script.h"

#include <QTimer>

#include <chrono>
#include <qcoro/qcorotask.h>
#include <vector>

namespace seonchak {

class Journal;
class RedisConnection;

/// The right to rebuild Redis, held by one server at a time, with a fencing token (M. Kleppmann: Designing
/// Data-Intensive Applications, 2017, chapter 8). The book issues the token, so that it grows even if Redis
/// lost everything. Redis keeps the token for the length of the lease. Every command of a rebuild is a script
/// that checks the token, and so does every transaction of a rebuild in the book (book::holdFence): a server
/// that was stopped past its lease changes nothing any more, not even with commands that it had sent. Renewed
/// while it is held. Lives on one thread.
class RebuildLease
{
public:
    struct Parts
    {
        RedisConnection &redis;
        Journal &journal;
        Keys keys;
        std::chrono::milliseconds length;
    };
    explicit RebuildLease(Parts parts);

    /// For the book of this name. Unavailable if another server has the lease.
    QCoro::Task<Result<void>> take(QByteArray book);
    /// Ends the lease early; if that fails, the lease expires by itself.
    QCoro::Task<> giveBack();

    [[nodiscard]] qint64 token() const { return m_token; }
    [[nodiscard]] QByteArray tokenText() const { return QByteArray::number(m_token); }
    [[nodiscard]] QByteArray lengthText() const { return QByteArray::number(m.length.count()); }

    /// Runs one command, `name keys… values…` (MSET: a value for each key), if the lease is still ours.
    QCoro::Task<Result<void>> run(QByteArray name, std::vector<QByteArray> keys,
                                  std::vector<QByteArray> values = {});
    /// Interprets the reply of a script that checks the token. `changed` is the text for people if the reply
    /// is CHANGED.
    Result<void> judge(const RedisResult &reply, const QString &changed = {});

private:
    QCoro::Task<Result<bool>> isTaken();
    void renew();

    Parts m;
    const Script m_begin;
    const Script m_step;
    QTimer m_renewal;
    qint64 m_token = 0;
    bool m_lost = false;
};

} // namespace seonchak

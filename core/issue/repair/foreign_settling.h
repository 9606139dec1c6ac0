// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/foreign_desk.h"
#include "core/issue/repair/rebuild_fill.h"

#include <QDeadlineTimer>

namespace seonchak {

class Journal;

/// What a rebuild does about a Redis without our mark: finds out what is in it, and carries out what the
/// ForeignDesk's person has decided about keys that the book does not know. Lives on one thread.
class ForeignSettling
{
public:
    struct Parts
    {
        Journal &journal;
        ForeignDesk &foreign;
        const std::function<void(const QString &)> &log;
        const Keys &keys;
        RebuildLease &lease;
        ForeignScan &scan;
        RebuildFill &fill;
    };
    explicit ForeignSettling(Parts parts)
        : m(parts)
    {
    }

    /// `anotherBook`: Redis has the mark of one. Conflict while a person has to decide first.
    QCoro::Task<Result<RedisContent>> lookAround(bool anotherBook);
    /// Under the lease: adopts or deletes the foreign keys.
    QCoro::Task<Result<void>> settle(RedisContent *content);

private:
    QCoro::Task<Result<RedisContent>> look(bool anotherBook);
    QCoro::Task<Result<void>> adopt(RedisContent *content, QString actor);
    QCoro::Task<Result<void>> keepAside(QList<QByteArray> keys);
    QCoro::Task<Result<void>> audit(QString actor, QString detail, QString result);
    [[nodiscard]] std::unexpected<Error> undecided() const;

    const Parts m;
    QDeadlineTimer m_lookAgain; ///< until then the previous finding is reused
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/repair/claimer.h"
#include "core/redis/pending_entry.h"

#include <QDeadlineTimer>

/// A gate with its data, which tests can read and change directly: the same for the fake and for a real
/// Redis.
namespace seonchak::testing {

constexpr qint64 houseLeaseMs = 9000;

class GateHouse
{
public:
    virtual ~GateHouse() = default;
    virtual Gate &gate() = 0;
    virtual Claimer &claims() = 0;
    virtual void addStock(const QList<QByteArray> &codes) = 0;
    virtual QList<QByteArray> stock() = 0;
    virtual std::optional<QByteArray> userKey(UserId user) = 0;
    virtual void setUserKey(UserId user, const std::optional<QByteArray> &code) = 0;
    virtual std::optional<PendingEntry> pending(UserId user) = 0;
    virtual void setPending(UserId user, const PendingEntry &entry) = 0;
    virtual void loseReservation(UserId user) = 0;
    virtual qint64 compensations() = 0;
    virtual qint64 nowMs() = 0;

    /// Waits for the call. The gate must answer within 60 s.
    template <typename T>
    T wait(Task<T> task)
    {
        std::optional<T> result;
        keep(std::move(task), result);
        for (const QDeadlineTimer deadline(60'000); !result && !deadline.hasExpired();)
            pump();
        if (!result)
            qFatal("the gate does not answer");
        return std::move(*result);
    }

protected:
    virtual void pump() = 0;

private:
    template <typename T>
    static Task<> keep(Task<T> task, std::optional<T> &into)
    {
        T value = co_await task;
        into.emplace(std::move(value));
    }
};

} // namespace seonchak::testing

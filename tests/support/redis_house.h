// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/path/redis_gate.h"
#include "core/issue/repair/redis_claims.h"
#include "core/redis/connection.h"
#include "tests/support/gate_house.h"
#include "tests/support/redis_answers.h"
#include "tests/support/redis_fixture.h"

#include <QCoreApplication>

namespace seonchak::testing {

/// The gate on its own real Redis.
class RedisHouse final : public GateHouse
{
public:
    RedisHouse()
        : m_connection(m_server.address(), test::quick())
        , m_gate(m_connection, m_keys, m_readiness, m_sale, std::chrono::milliseconds(houseLeaseMs))
        , m_claims(m_connection, m_keys, m_readiness, m_gate, std::chrono::milliseconds(houseLeaseMs))
    {
        ask({"HSET", m_keys.stats(), "generation", "1"});
        m_readiness.open(1);
        m_connection.open();
        for (const QDeadlineTimer deadline(60'000); !m_connection.isReady() && !deadline.hasExpired();)
            pump();
    }
    Gate &gate() override { return m_gate; }
    Claimer &claims() override { return m_claims; }
    void addStock(const QList<QByteArray> &codes) override
    {
        std::vector<QByteArray> push{"RPUSH", m_keys.available()};
        push.insert(push.end(), codes.begin(), codes.end());
        ask(push);
    }
    QList<QByteArray> stock() override
    {
        QList<QByteArray> codes;
        for (const auto &item : ask({"LRANGE", m_keys.available(), "0", "-1"}).items)
            codes.append(item.text);
        return codes;
    }
    std::optional<QByteArray> userKey(UserId user) override
    {
        const auto reply = ask({"GET", m_keys.user(user)});
        return reply.isNil() ? std::nullopt : std::optional(reply.text);
    }
    void setUserKey(UserId user, const std::optional<QByteArray> &code) override
    {
        if (code)
            ask({"SET", m_keys.user(user), *code});
        else
            ask({"DEL", m_keys.user(user)});
    }
    std::optional<PendingEntry> pending(UserId user) override
    {
        return PendingEntry::parse(ask({"HGET", m_keys.pending(), QByteArray::number(user)}).text);
    }
    void setPending(UserId user, const PendingEntry &entry) override
    {
        ask({"HSET", m_keys.pending(), QByteArray::number(user), entry.toText()});
    }
    void loseReservation(UserId user) override { ask({"HDEL", m_keys.pending(), QByteArray::number(user)}); }
    qint64 compensations() override
    {
        return ask({"HGET", m_keys.stats(), "compensations"}).text.toLongLong();
    }
    qint64 nowMs() override
    {
        const auto reply = ask({"TIME"});
        return reply.items[0].text.toLongLong() * 1000 + reply.items[1].text.toLongLong() / 1000;
    }
    RedisReply ask(const std::vector<QByteArray> &command)
    {
        auto reply = m_server.command(command);
        if (!reply)
            qFatal("%s: %s", command[0].constData(), qUtf8Printable(reply.error().detail));
        return std::move(*reply);
    }
    SaleClock &sale() { return m_sale; }
    [[nodiscard]] const Keys &keys() const { return m_keys; }

protected:
    void pump() override { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); }

private:
    test::RedisFixture m_server;
    Keys m_keys{"rudals"};
    Readiness m_readiness;
    SystemClock m_clock;
    SaleClock m_sale{m_clock};
    RedisConnection m_connection;
    RedisGate m_gate;
    RedisClaims m_claims;
};

} // namespace seonchak::testing

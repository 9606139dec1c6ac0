// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/redis_gate.h"
#include "core/redis/connection.h"
#include "core/redis/pending_entry.h"
#include "tests/support/redis_fixture.h"
#include "tests/support/saga_fakes.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

/// A gate with what is behind it, to be looked into and changed behind its back: the same for the fake one
/// and for a real Redis.
namespace seonchak::testing {

constexpr qint64 houseLeaseMs = 9000;

class GateHouse
{
public:
    virtual ~GateHouse() = default;
    virtual Gate &gate() = 0;
    virtual void addStock(const QList<QByteArray> &codes) = 0;
    virtual QList<QByteArray> stock() = 0;
    virtual std::optional<QByteArray> userKey(UserId user) = 0;
    virtual void setUserKey(UserId user, const std::optional<QByteArray> &code) = 0;
    virtual std::optional<PendingEntry> pending(UserId user) = 0;
    virtual void setPending(UserId user, const PendingEntry &entry) = 0;
    virtual void loseReservation(UserId user) = 0;
    virtual qint64 compensations() = 0;
    virtual qint64 nowMs() = 0;

    /// Lets the call happen. The gate must answer in 10 s.
    template <typename T>
    T wait(QCoro::Task<T> task)
    {
        std::optional<T> result;
        keep(std::move(task), result);
        for (const QDeadlineTimer deadline(10'000); !result && !deadline.hasExpired();)
            pump();
        if (!result)
            qFatal("the gate does not answer");
        return std::move(*result);
    }

protected:
    virtual void pump() = 0;

private:
    template <typename T>
    static QCoro::Task<> keep(QCoro::Task<T> task, std::optional<T> &into)
    {
        T value = co_await task;
        into.emplace(std::move(value));
    }
};

class FakeHouse final : public GateHouse
{
public:
    FakeHouse() { m_world.nowMs = 1'000'000; }
    Gate &gate() override { return m_gate; }
    void addStock(const QList<QByteArray> &codes) override
    {
        m_world.stock.insert(m_world.stock.end(), codes.begin(), codes.end());
    }
    QList<QByteArray> stock() override { return {m_world.stock.begin(), m_world.stock.end()}; }
    std::optional<QByteArray> userKey(UserId user) override
    {
        const auto found = m_world.userKeys.find(user);
        return found == m_world.userKeys.end() ? std::nullopt : std::optional(found->second);
    }
    void setUserKey(UserId user, const std::optional<QByteArray> &code) override
    {
        m_world.userKeys.erase(user);
        if (code)
            m_world.userKeys[user] = *code;
    }
    std::optional<PendingEntry> pending(UserId user) override
    {
        const auto found = m_world.pending.find(user);
        if (found == m_world.pending.end())
            return std::nullopt;
        const auto &held = found->second;
        return PendingEntry{held.number, held.startedMs, held.doubt, held.dueMs, held.code};
    }
    void setPending(UserId user, const PendingEntry &entry) override
    {
        m_world.pending[user] = {entry.number, entry.code, entry.doubt, entry.due, entry.started};
    }
    void loseReservation(UserId user) override { m_world.pending.erase(user); }
    qint64 compensations() override { return m_world.compensations; }
    qint64 nowMs() override { return m_world.redisMs(); }

protected:
    void pump() override { m_world.runAll(); }

private:
    World m_world{1};
    Life m_life;
    FakeGate m_gate{m_world, m_life, houseLeaseMs};
};

class RedisHouse final : public GateHouse
{
public:
    RedisHouse()
        : m_connection(m_server.address())
        , m_gate(m_connection, m_keys, m_readiness, std::chrono::milliseconds(houseLeaseMs))
    {
        ask({"HSET", m_keys.stats(), "generation", "1"});
        m_readiness.open(1);
        m_connection.open();
        for (const QDeadlineTimer deadline(10'000); !m_connection.isReady() && !deadline.hasExpired();)
            pump();
    }
    Gate &gate() override { return m_gate; }
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
    [[nodiscard]] const Keys &keys() const { return m_keys; }

protected:
    void pump() override { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); }

private:
    test::RedisFixture m_server;
    Keys m_keys{"rudals"};
    Readiness m_readiness;
    RedisConnection m_connection;
    RedisGate m_gate;
};

} // namespace seonchak::testing

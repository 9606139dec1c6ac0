// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include "core/async/promised.h"
#include "core/redis/connection_machine.h"
#include "core/redis/protocol.h"

namespace seonchak {

RedisConnection::RedisConnection(RedisAddress address, RedisLimits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(address), limits))
{
}

RedisConnection::~RedisConnection()
{
    d->shutDown(); // also calls back those left over if a callback of close() deletes us
}

void RedisConnection::open()
{
    d->open();
}

bool RedisConnection::attemptNow()
{
    return d->attemptNow();
}

void RedisConnection::close()
{
    if (d->m_state == State::Closed)
        return;
    const QPointer<RedisConnection> alive(this);
    if (d->shutDown() && alive)
        Q_EMIT readyChanged(false);
}

RedisConnection::State RedisConnection::state() const
{
    return d->m_state;
}

bool RedisConnection::isReviving() const
{
    return d->m_reviving;
}

QString RedisConnection::lastError() const
{
    return d->m_lastError;
}

void RedisConnection::command(const std::vector<QByteArray> &arguments, RedisCallback done)
{
    if (auto error = d->refusal())
        return done(std::unexpected(std::move(*error)));
    PendingCommand pending;
    pending.done = std::move(done);
    pending.bytes = protocol::encode(arguments);
    if (!d->send(std::move(pending)))
        d->tellSettled();
}

void RedisConnection::run(const Script &script, const std::vector<QByteArray> &keys,
                          const std::vector<QByteArray> &arguments, RedisCallback done)
{
    std::size_t payload = 0;
    for (const auto *part : {&keys, &arguments}) {
        for (const auto &one : *part)
            payload += std::size_t(one.size());
    }
    ScriptCall call(script, keys.size(), arguments.size(), payload);
    for (const auto *part : {&keys, &arguments}) {
        for (const auto &one : *part)
            call.add(QByteArrayView(one));
    }
    run(std::move(call), std::move(done));
}

void RedisConnection::run(ScriptCall call, RedisCallback done)
{
    if (auto error = d->refusal())
        return done(std::unexpected(std::move(*error)));
    PendingCommand pending;
    pending.done = std::move(done);
    pending.source = call.source();
    pending.bytes = call.take();
    if (!d->send(std::move(pending)))
        d->tellSettled();
}

QCoro::Task<RedisResult> RedisConnection::commandTask(std::vector<QByteArray> arguments)
{
    Promised<RedisResult> answer;
    command(arguments, [answer](RedisResult result) { answer.deliver(std::move(result)); });
    RedisResult result = co_await answer;
    co_return result;
}

QCoro::Task<RedisResult> RedisConnection::runTask(Script script, std::vector<QByteArray> keys,
                                                  std::vector<QByteArray> arguments)
{
    Promised<RedisResult> answer;
    run(script, keys, arguments, [answer](RedisResult result) { answer.deliver(std::move(result)); });
    RedisResult result = co_await answer;
    co_return result;
}

} // namespace seonchak

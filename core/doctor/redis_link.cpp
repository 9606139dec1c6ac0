// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/redis_link.h"

#include <QEventLoop>
#include <QTimer>

namespace seonchak::doctor {

RedisLink::RedisLink(RedisAddress address, std::chrono::milliseconds limit, const std::stop_token &stop)
    : m_deadline(limit)
    , m_redis(std::move(address))
    , m_onStop(stop, [this] { QMetaObject::invokeMethod(&m_redis, [this] { end(); }, Qt::QueuedConnection); })
{
}

/// Fails pending calls.
void RedisLink::end()
{
    m_redis.close();
    if (m_opening)
        m_opening->quit();
}

Result<void> RedisLink::open()
{
    QEventLoop loop;
    m_opening = &loop;
    QString why = QStringLiteral("no answer in time");
    QObject::connect(&m_redis, &RedisConnection::readyChanged, &loop, &QEventLoop::quit);
    QObject::connect(&m_redis, &RedisConnection::attemptFailed, &loop, [&](const QString &reason) {
        why = reason;
        loop.quit();
    });
    QTimer::singleShot(std::chrono::milliseconds(m_deadline.remainingTime()), &loop, &QEventLoop::quit);
    QTimer::singleShot(0, &loop, [this] { m_redis.open(); });
    loop.exec();
    m_opening = nullptr;
    if (m_redis.isReady())
        return {};
    m_redis.close();
    return failure(Trouble::Unavailable, why);
}

RedisResult RedisLink::await(const std::function<void(RedisCallback)> &send)
{
    if (isLate())
        return failure(Trouble::Unavailable, QStringLiteral("no answer in time"));
    QEventLoop loop;
    std::optional<RedisResult> answer;
    send([&](RedisResult result) {
        answer = std::move(result);
        loop.quit();
    });
    if (!answer) // a refused command answers immediately
        loop.exec();
    return answer ? std::move(*answer) : failure(Trouble::Uncertain, QStringLiteral("no answer"));
}

RedisResult RedisLink::ask(const std::vector<QByteArray> &words)
{
    return await([&](RedisCallback done) { m_redis.command(words, std::move(done)); });
}

RedisResult RedisLink::run(const Script &script, const std::vector<QByteArray> &keys,
                           const std::vector<QByteArray> &arguments)
{
    return await([&](RedisCallback done) { m_redis.run(script, keys, arguments, std::move(done)); });
}

} // namespace seonchak::doctor

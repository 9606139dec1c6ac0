// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/engine_news.h"

#include "core/database/book/book_audit.h"
#include "core/issue/ground/sale_shared.h"
#include "core/redis/vanishing_keys.h"

namespace seonchak {

namespace {
constexpr qint64 firstGeneration = 1;
}

EngineNews::EngineNews(SaleShared &shared, RedisConnection &redis, PrivateRedis *own)
    : m_shared(shared)
    , m_redis(redis)
    , m_privateRedis(own)
{
    watchConnection();
}

void EngineNews::watchConnection()
{
    connect(&m_redis, &RedisConnection::readyChanged, this, [this](bool ready) {
        if (!ready && m_redis.isReviving())
            return; // An idle connection was closed and is reopened immediately: not reported.
        m_shared.redisConnected = ready;
        if (!ready)
            return tellAway();
        m_shared.changes.wake();
        warnOfVanishingKeys();
        if (std::exchange(m_redisTold, true))
            return;
        if (std::exchange(m_redisMissed, false)) // The first connection of a start is not a return.
            m_shared.tell(Event::Kind::RedisBack);
        m_shared.log(QStringLiteral("Redis is connected"));
    });
    connect(&m_redis, &RedisConnection::attemptFailed, this, [this] {
        if (!m_redis.isReviving())
            tellAway();
    });
    if (m_privateRedis)
        watchPrivateRedis();
}

/// The keeper logs the reason with the outage.
void EngineNews::tellAway()
{
    m_shared.redisConnected = false;
    m_redisMissed = true;
    if (std::exchange(m_redisTold, false))
        m_shared.tell(Event::Kind::RedisAway);
}

void EngineNews::tellFault(const StockFault &fault)
{
    const QString what = QString::fromUtf8(fault.what);
    const QString kind = QLatin1String(faultName(fault.kind));
    m_shared.log(QStringLiteral("Redis and the book disagree: %1 %2").arg(kind, what));
    const AuditEntry entry{0,
                           m_shared.clock.wallMs(),
                           QStringLiteral("keeper"),
                           kind,
                           fault.kind == StockFault::Kind::WrongUserKey ? QStringLiteral("user %1").arg(what)
                                                                        : what,
                           QStringLiteral("found")};
    m_shared.journal.writeBehind([entry](Session &session) { return book::writeAudit(session, entry); });
}

/// Logs one line if Redis' settings let keys vanish, and one if that has changed; checked at each connect.
QCoro::Task<> EngineNews::warnOfVanishingKeys()
{
    const auto reasons = co_await whyKeysMayVanish(m_redis, m_shared.keys);
    if (!reasons)
        co_return;
    if (std::exchange(m_redisWarnings, reasons->why) == reasons->why)
        co_return;
    if (reasons->why.isEmpty())
        m_shared.log(QStringLiteral("Redis keeps its keys now"));
    else
        m_shared.log(QStringLiteral("warning: keys in Redis may vanish: %1").arg(reasons->why));
}

void EngineNews::watchPrivateRedis()
{
    connect(m_privateRedis, &PrivateRedis::started, this, [this] {
        if (m_shared.redisStarted.exchange(true))
            return;
        m_shared.changes.wake();
        m_redis.open();
    });
    connect(m_privateRedis, &PrivateRedis::died, this, [this](const QString &why) {
        m_shared.log(QStringLiteral("the private Redis ended and is started again: %1").arg(why));
    });
}

void EngineNews::tellSettled(const Settler::News &news)
{
    using End = Settled::End;
    using What = LifeEvent::What;
    const auto &held = news.claim.reservation;
    const auto life = [&](What what, UserId user, const QString &detail = {}) {
        m_shared.chronicle.noteLife({held.code, {what, 0, user, news.actor, detail}});
    };
    if (!news.actor.isEmpty() && news.order == DoubtOrder::Ask)
        life(What::Asked, held.user, news.settled.answer);
    switch (news.settled.end) {
    case End::Issued:
        life(What::Issued, news.settled.holder);
        return m_shared.tell(Event::Kind::SettledIssued, 0, held.code, news.settled.holder);
    case End::Restored:
        m_shared.emptyStock.withdraw();
        life(What::Restored, held.user, news.settled.answer);
        return m_shared.tell(Event::Kind::SettledRestored, 0, held.code, held.user);
    case End::SetAside:
        return m_shared.tell(Event::Kind::SetAside, 0, held.code, held.user);
    case End::StillUnknown:
        break;
    }
    if (news.settled.doubted) {
        life(What::InDoubt, held.user, news.settled.answer);
        m_shared.tell(Event::Kind::InDoubt, 0, held.code, held.user);
    }
    if (!news.settled.answer.isEmpty())
        m_shared.chronicle.noteAttempt({held.number, m_shared.clock.wallMs(), news.settled.answer});
}

void EngineNews::tellRebuilt()
{
    if (m_shared.readiness.generation() > firstGeneration) // A new book has nothing to rebuild from.
        m_shared.tell(Event::Kind::Rebuilt);
    const AuditEntry entry{0,
                           m_shared.clock.wallMs(),
                           QStringLiteral("keeper"),
                           QStringLiteral("rebuild"),
                           QStringLiteral("Redis, from the database"),
                           QStringLiteral("done: generation %1").arg(m_shared.readiness.generation())};
    m_shared.journal.writeBehind([entry](Session &session) { return book::writeAudit(session, entry); });
}

} // namespace seonchak

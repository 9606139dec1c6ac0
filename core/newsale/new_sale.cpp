// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newsale/new_sale.h"

#include "core/database/engine/migrations.h"
#include "core/database/engine/session.h"
#include "core/doctor/redis_link.h"
#include "core/newsale/redis_clearing.h"
#include "core/newsale/shelf_name.h"
#include "core/redis/private_redis.h"

#include <QDateTime>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

namespace seonchak::newsale {

namespace {

constexpr std::chrono::minutes redisTakes{10};
constexpr std::chrono::seconds privateStartsWithin{60}; ///< it reads its whole log first

struct Book
{
    BookMarks marks;
    Figures figures;
};

/// The present book, in this program's schema.
Result<Book> readBook(const DatabaseUrl &url)
{
    if (url.engine == DatabaseUrl::Engine::Sqlite && !QFileInfo::exists(url.path))
        return failure(Trouble::NotFound,
                       QStringLiteral("there is no sale to end: there is no database %1").arg(url.path),
                       {noSale});
    const auto session = Session::open(url);
    if (!session)
        return std::unexpected(session.error());
    const auto version = schemaVersion(**session);
    if (!version)
        return std::unexpected(version.error());
    if (*version == 0)
        return failure(Trouble::NotFound,
                       QStringLiteral("there is no sale to end: the database holds no book"), {noSale});
    if (auto migrated = migrate(**session); !migrated) {
        if (migrated.error().trouble == Trouble::BadInput)
            migrated.error().names << serviceTrouble << newerBook;
        return std::unexpected(migrated.error());
    }
    const auto marks = BookMarks::read(**session);
    const auto figures = figuresOf(**session);
    if (!marks || !figures)
        return std::unexpected(marks ? figures.error() : marks.error());
    return Book{*marks, *figures};
}

/// Runs the private Redis while this object exists.
Result<void> startPrivate(PrivateRedis &redis, const std::stop_token &stop)
{
    if (const auto program = PrivateRedis::findProgram(); !program) {
        Error error = program.error();
        error.names << serviceTrouble << redisAway;
        return std::unexpected(error);
    }
    QEventLoop loop;
    QString why = QStringLiteral("no answer in time");
    QObject::connect(&redis, &PrivateRedis::started, &loop, &QEventLoop::quit);
    QObject::connect(&redis, &PrivateRedis::died, &loop, [&](const QString &reason) { why = reason; });
    QTimer::singleShot(privateStartsWithin, &loop, &QEventLoop::quit);
    const std::stop_callback stopped(
        stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    redis.start();
    if (!redis.isRunning())
        loop.exec();
    return redis.isRunning()
               ? Result<void>{}
               : failure(Trouble::Unavailable,
                         QStringLiteral("the private Redis does not start: %1").arg(why), {redisAway});
}

Result<void> examineDatabase(const DatabaseUrl &url, const QString &name)
{
    return url.engine == DatabaseUrl::Engine::Sqlite ? examineSqlite(url, name)
                                                     : examinePostgresql(url, name);
}

Result<void> keepBook(const DatabaseUrl &url, const Turn &turn, const AtStep &at)
{
    return url.engine == DatabaseUrl::Engine::Sqlite ? keepSqlite(url, turn, at)
                                                     : keepPostgresql(url, turn, at);
}

/// With Redis, or without one if there never was any.
Result<void> turnOver(const Order &order, const Book &book, const AtStep &at, doctor::RedisLink *redis)
{
    const SaleOptions &sale = order.sale;
    std::optional<RedisClearing> clearing;
    if (redis) {
        const bool cluster = sale.redis.kind == RedisAddress::Kind::Cluster;
        clearing.emplace(*redis, Keys(sale.keyPrefix, cluster), book.marks);
        if (const auto opened = redis->open(); !opened)
            return failure(Trouble::Unavailable,
                           QStringLiteral("Redis cannot be reached, and nothing was changed: %1")
                               .arg(opened.error().detail),
                           {redisAway});
        if (const auto fit = clearing->examine(); !fit)
            return fit;
    }
    if (const auto fit = examineDatabase(sale.database, order.name); !fit)
        return fit;
    if (clearing) {
        if (const auto cleared = clearing->clear(at); !cleared)
            return std::unexpected(cleared.error());
    }
    if (const auto going = at(Step::RedisCleared); !going)
        return going;
    const Turn turn{order.actor, order.name, QDateTime::currentMSecsSinceEpoch()};
    return keepBook(sale.database, turn, at);
}

Result<void> withRedis(const Order &order, const Book &book, const AtStep &at, const std::stop_token &stop)
{
    RedisAddress address = order.sale.redis;
    if (address.kind != RedisAddress::Kind::Private) {
        doctor::RedisLink link(address, redisTakes, stop);
        return turnOver(order, book, at, &link);
    }
    if (!QDir(order.sale.dataDir + QStringLiteral("/redis")).exists())
        return turnOver(order, book, at, nullptr);
    PrivateRedis redis(order.sale.dataDir);
    if (const auto started = startPrivate(redis, stop); !started)
        return started;
    address.kind = RedisAddress::Kind::Unix;
    address.path = redis.socketPath();
    doctor::RedisLink link(address, redisTakes, stop);
    return turnOver(order, book, at, &link);
}

} // namespace

Result<Begun> begin(const Order &order, const std::stop_token &stop)
{
    const auto name = shelfName(order.name);
    if (!name)
        return std::unexpected(name.error());
    Order exact = order;
    exact.name = *name;
    const AtStep at = order.at ? order.at : [](Step) { return Result<void>{}; };
    if (const auto isFree = isFreeName(order.sale.database, *name); !isFree)
        return std::unexpected(isFree.error());
    const auto book = readBook(order.sale.database);
    if (!book)
        return std::unexpected(book.error());
    if (const auto ends = mayEnd(book->figures); !ends)
        return std::unexpected(ends.error());
    if (const auto done = withRedis(exact, *book, at, stop); !done)
        return std::unexpected(done.error());
    return Begun{book->figures, shelfUrl(order.sale.database, *name)};
}

} // namespace seonchak::newsale

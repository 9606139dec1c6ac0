// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/stock_removal.h"

#include "core/database/journal/journal.h"
#include "core/issue/path/stock_search.h"
#include "core/redis/connection.h"

#include <algorithm>

namespace seonchak {

namespace {
/// Fits one call of Lua's unpack(), and delays issues by at most a millisecond.
constexpr int stockSlice = 1000;
} // namespace

StockRemoval::StockRemoval(const StockParts &parts)
    : m(parts)
    , m_void(Script::fromResource(QStringLiteral("void")))
    , m_voidMany(Script::fromResource(QStringLiteral("void_many")))
{
}

QCoro::Task<Result<StockRemoval::TakenOut>> StockRemoval::takeOutSlice()
{
    return takeOutAt({}, 0);
}

/// The code is searched for slice by slice; the script then removes it at its position.
QCoro::Task<Result<StockRemoval::TakenOut>> StockRemoval::takeOut(QByteArray code)
{
    const StockSearch search(m.redis, m.keys);
    for (int tried = 0; tried < StockSearch::mostTries; ++tried) {
        const auto place = co_await search.place(code);
        if (!place)
            co_return std::unexpected(place.error());
        auto taken = co_await takeOutAt(code, place->value_or(0));
        if (taken || taken.error().trouble != Trouble::Conflict)
            co_return taken;
    }
    co_return failure(Trouble::Unavailable, QStringLiteral("the stock is being changed too fast"));
}

/// An empty code: a slice of the stock. Conflict: the code has moved.
QCoro::Task<Result<StockRemoval::TakenOut>> StockRemoval::takeOutAt(QByteArray code, qint64 place)
{
    const auto generation = m.readiness.generation();
    const WallMs now = m.clock.wallMs();
    std::vector<QByteArray> keys{m.keys.available(), m.keys.voiding(), m.keys.stats()};
    std::vector<QByteArray> arguments{QByteArray::number(generation), QByteArray::number(stockSlice), code,
                                      QByteArray::number(place)};
    auto reply = co_await m.redis.runTask(m_void, keys, arguments);
    if (!reply && reply.error().trouble == Trouble::Uncertain && !code.isEmpty())
        reply = co_await m.redis.runTask(m_void, keys, arguments); // A repeat changes nothing.
    if (!reply)
        co_return std::unexpected(reply.error()); // Codes already taken out are handled as a leftover.
    if (reply->kind == RedisReply::Kind::Status && reply->text == "MOVED")
        co_return failure(Trouble::Conflict, QStringLiteral("the coupon has moved"));
    if (reply->kind != RedisReply::Kind::Array)
        co_return m.rebuildFirst(generation);
    TakenOut taken;
    taken.generation = generation;
    taken.at = now;
    taken.one = !code.isEmpty();
    for (const auto &item : reply->items)
        taken.codes.append(item.text);
    co_return taken;
}

/// Takes the codes that are in the stock out of it, those nearest to its end first, so that each removal
/// moves the next ones nearer by one.
QCoro::Task<StockRemoval::TakenOut> StockRemoval::takeOutAmong(QList<QByteArray> codes,
                                                               std::optional<Error> *broken)
{
    TakenOut all;
    all.generation = m.readiness.generation();
    all.at = m.clock.wallMs();
    all.one = true;
    const StockSearch search(m.redis, m.keys);
    const auto places = co_await search.places(QSet<QByteArray>(codes.begin(), codes.end()));
    if (!places) {
        *broken = places.error();
        co_return all;
    }
    QList<QByteArray> standing = places->keys();
    std::ranges::sort(standing, {}, [&](const QByteArray &code) { return places->value(code); });
    for (const QByteArray &code : standing) {
        const qint64 place = std::max<qint64>(places->value(code) - all.codes.size(), 1);
        auto taken = co_await takeOutAt(code, place);
        if (!taken && taken.error().trouble == Trouble::Conflict)
            taken = co_await takeOut(code); // It moved further: many codes were returned.
        if (!taken) {
            *broken = taken.error();
            break;
        }
        all.codes += taken->codes;
    }
    co_return all;
}

QCoro::Task<Result<qint64>> StockRemoval::takeOutMany(QList<QByteArray> codes, TakenOut *taken)
{
    if (const auto may = m.mayChange(); !may)
        co_return std::unexpected(may.error());
    taken->generation = m.readiness.generation();
    taken->at = m.clock.wallMs();
    taken->one = true;
    std::vector<QByteArray> keys{m.keys.available(), m.keys.voiding(), m.keys.stats()};
    std::vector<QByteArray> arguments{QByteArray::number(taken->generation)};
    arguments.insert(arguments.end(), codes.begin(), codes.end());
    const auto reply = co_await m.redis.runTask(m_voidMany, std::move(keys), std::move(arguments));
    if (!reply)
        co_return std::unexpected(reply.error()); // Codes already taken out are handled as a leftover.
    if (reply->kind != RedisReply::Kind::Array || reply->items.empty())
        co_return m.rebuildFirst(taken->generation);
    for (std::size_t i = 1; i < reply->items.size(); ++i)
        taken->codes.append(reply->items[i].text);
    co_return reply->items[0].integer;
}

QCoro::Task<Result<qint64>> StockRemoval::voidTakenOut(TakenOut taken, QString actor, book::ActStep step)
{
    if (taken.codes.isEmpty())
        co_return 0;
    const book::VoidOrder order{std::move(actor), taken.at, taken.one};
    std::function<Result<qint64>(Session &)> work = [taken, order, step](Session &session) {
        return book::inAct(session, step,
                           [&] { return book::voidCodes(session, taken.codes, taken.generation, order); });
    };
    const auto voided = co_await m.journal.write<qint64>(std::move(work));
    if (!voided)
        co_return voided;
    std::vector<QByteArray> forget{"SREM", m.keys.voiding()};
    forget.insert(forget.end(), taken.codes.begin(), taken.codes.end());
    m.redis.command(forget, [](const RedisResult &) {}); // The rest is removed as a leftover.
    co_return voided;
}

QCoro::Task<Result<void>> StockRemoval::finish()
{
    const auto generation = m.readiness.generation();
    std::vector<QByteArray> ask{"SMEMBERS", m.keys.voiding()};
    const auto reply = co_await m.redis.commandTask(std::move(ask));
    if (!reply)
        co_return std::unexpected(reply.error());
    TakenOut taken;
    taken.generation = generation;
    taken.at = m.clock.wallMs();
    taken.one = true; // Who voided them, and how many, is no longer known.
    for (const auto &item : reply->items)
        taken.codes.append(item.text);
    const book::ActStep noAct;
    const auto voided = co_await voidTakenOut(std::move(taken), QStringLiteral("keeper"), noAct);
    co_return voided ? Result<void>{} : std::unexpected(voided.error());
}

} // namespace seonchak

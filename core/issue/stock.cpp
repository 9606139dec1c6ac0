// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock.h"

#include "core/coupon/code_generator.h"
#include "core/database/journal.h"
#include "core/database/sql_pool.h"
#include "core/database/stock_rows.h"
#include "core/redis/connection.h"

#include <QSet>

namespace seonchak {

namespace {

constexpr int slice = 5000;
constexpr qint64 leftoverAfterMs = 15'000;

QList<QByteArray> doubled(const QList<QByteArray> &codes)
{
    QSet<QByteArray> seen;
    QSet<QByteArray> twice;
    for (const auto &code : codes) {
        if (seen.contains(code))
            twice.insert(code);
        seen.insert(code);
    }
    return twice.values();
}

/// The insert of `add`: all or none, with every clash named.
Result<QList<Coupon>> insertAll(Session &session, const QList<QByteArray> &codes, WallMs now)
{
    auto clashes = book::existing(session, codes);
    if (!clashes)
        return std::unexpected(clashes.error());
    for (const auto &code : doubled(codes)) {
        if (!clashes->contains(code))
            clashes->append(code);
    }
    if (!clashes->isEmpty())
        return failure(Trouble::Conflict, QStringLiteral("codes exist already or stand twice"), *clashes);
    return book::add(session, codes, now);
}

} // namespace

Stock::Stock(Parts parts)
    : m(std::move(parts))
    , m_push(Script::fromResource(QStringLiteral("push")))
    , m_rename(Script::fromResource(QStringLiteral("rename")))
    , m_void(Script::fromResource(QStringLiteral("void")))
{
}

Result<void> Stock::mayPush() const
{
    if (m.home == StockHome::Database || m.readiness.isOpen())
        return {};
    return failure(Trouble::Unavailable,
                   QStringLiteral("Redis is away or being rebuilt: nothing can be pushed now"));
}

QCoro::Task<Result<Added>> Stock::add(QList<QByteArray> codes, bool push)
{
    const auto may = push ? mayPush() : Result<void>{};
    if (!may)
        co_return std::unexpected(may.error());
    const WallMs now = m.clock.wallMs();
    std::function<Result<QList<Coupon>>(Session &)> work = [codes, now](Session &session) {
        return insertAll(session, codes, now);
    };
    auto coupons = co_await m.journal.write<QList<Coupon>>(std::move(work));
    if (!coupons)
        co_return std::unexpected(coupons.error());
    Added added{std::move(*coupons), 0};
    for (qsizetype at = 0; push && at < codes.size(); at += slice) {
        const auto pushed = co_await pushCodes(codes.mid(at, slice));
        if (!pushed)
            break; // They are added, and STAGED: a later push takes them. The answer says how many went.
        added.pushed += *pushed;
    }
    for (qsizetype i = 0; i < qsizetype(added.pushed); ++i)
        added.coupons[i].status = CouponStatus::Available;
    co_return added;
}

QCoro::Task<Result<Generated>> Stock::generate(GenerateOrder order, Work work)
{
    const auto may = order.push ? mayPush() : Result<void>{};
    if (!may)
        co_return std::unexpected(may.error());
    CodeGenerator generator(order.prefix, order.length);
    Generated result;
    while (result.generated < order.count && !work.stop.stop_requested()) {
        QList<QByteArray> codes;
        for (qint64 i = std::min<qint64>(slice, order.count - result.generated); i > 0; --i)
            codes.append(generator.next());
        const auto made = co_await makeSlice(codes, order.push);
        if (!made && result.generated == 0)
            co_return std::unexpected(made.error());
        if (!made)
            co_return result;
        result.generated += *made;
        result.pushed += order.push ? *made : 0;
        if (work.progress)
            work.progress(result.generated);
    }
    co_return result;
}

QCoro::Task<Result<qint64>> Stock::makeSlice(QList<QByteArray> codes, bool push)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    const bool toRedis = push && m.home != StockHome::Database;
    const qint64 generation = m.readiness.generation();
    qint64 batch = 0;
    if (toRedis) {
        const auto next = co_await nextBatch();
        if (!next)
            co_return std::unexpected(next.error());
        batch = *next;
    }
    const WallMs now = m.clock.wallMs();
    std::function<Result<qint64>(Session &)> work = [=](Session &session) -> Result<qint64> {
        if (toRedis) {
            const auto held = book::holdGeneration(session, generation);
            return held ? book::addForPush(session, batch, codes, now) : std::unexpected(held.error());
        }
        const auto made = book::addFresh(session, codes, now);
        if (!made || !push)
            return made;
        const auto moved = book::markCodesAvailable(session, codes);
        return moved ? made : moved;
    };
    const auto made = co_await m.journal.write<qint64>(std::move(work));
    if (!made || !toRedis)
        co_return made;
    book::PushSlice claimed{batch, std::move(codes)};
    if (*made != claimed.codes.size()) { // A clash with an existing code, once in a blue moon.
        std::function<Result<book::PushSlice>(Session &)> look = [batch](Session &session) {
            return book::sliceOf(session, batch);
        };
        auto slice = co_await m.pool.run<book::PushSlice>(std::move(look));
        if (!slice)
            co_return std::unexpected(slice.error());
        claimed = std::move(*slice);
    }
    co_return co_await deliver(std::move(claimed), generation);
}

QCoro::Task<Result<qint64>> Stock::pushCodes(QList<QByteArray> codes)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (m.home == StockHome::Database) {
        std::function<Result<qint64>(Session &)> mark = [codes](Session &session) {
            return book::markCodesAvailable(session, codes);
        };
        co_return co_await m.journal.write<qint64>(std::move(mark));
    }
    const qint64 generation = m.readiness.generation();
    const auto batch = co_await nextBatch();
    if (!batch)
        co_return std::unexpected(batch.error());
    const WallMs now = m.clock.wallMs();
    std::function<Result<book::PushSlice>(Session &)> claim =
        [codes, now, generation, number = *batch](Session &session) -> Result<book::PushSlice> {
        if (const auto held = book::holdGeneration(session, generation); !held)
            return std::unexpected(held.error());
        const auto claimed = book::claimCodesForPush(session, number, codes, now);
        return claimed ? book::sliceOf(session, number) : std::unexpected(claimed.error());
    };
    auto claimed = co_await m.journal.write<book::PushSlice>(std::move(claim));
    if (!claimed)
        co_return std::unexpected(claimed.error());
    co_return co_await deliver(std::move(*claimed), generation);
}

QCoro::Task<Result<qint64>> Stock::nextBatch()
{
    std::vector<QByteArray> count{"HINCRBY", m.keys.stats(), "batch", "1"};
    const auto reply = co_await m.redis.commandTask(std::move(count));
    co_return reply ? Result<qint64>(reply->integer) : std::unexpected(reply.error());
}

/// A claimed batch into the stock of Redis, then AVAILABLE in the book, then the mark is forgotten. The
/// generation is that of the claim: a rebuild since then has put the slice into the stock itself.
QCoro::Task<Result<qint64>> Stock::deliver(book::PushSlice claimed, qint64 generation)
{
    if (claimed.codes.isEmpty())
        co_return 0;
    std::vector<QByteArray> keys{m.keys.available(), m.keys.stats()};
    std::vector<QByteArray> arguments{QByteArray::number(generation), QByteArray::number(claimed.batch)};
    arguments.insert(arguments.end(), claimed.codes.begin(), claimed.codes.end());
    const auto pushed = co_await m.redis.runTask(m_push, std::move(keys), std::move(arguments));
    if (!pushed)
        co_return std::unexpected(pushed.error());
    if (pushed->kind != RedisReply::Kind::Integer) {
        m.readiness.reportStale(generation);
        co_return failure(Trouble::Unavailable, QStringLiteral("Redis is to be rebuilt first"));
    }
    std::function<Result<qint64>(Session &)> finish = [batch = claimed.batch](Session &session) {
        return book::finishPush(session, batch);
    };
    const auto finished = co_await m.journal.write<qint64>(std::move(finish));
    if (!finished)
        co_return std::unexpected(finished.error());
    std::vector<QByteArray> forget{"HDEL", m.keys.stats(), "push:" + QByteArray::number(claimed.batch)};
    m.redis.command(forget, [](const RedisResult &) {}); // A mark that stays does no harm.
    co_return qint64(claimed.codes.size());
}

QCoro::Task<Result<Pushed>> Stock::push(Work work)
{
    const auto may = mayPush();
    if (!may)
        co_return std::unexpected(may.error());
    Pushed result;
    while (!work.stop.stop_requested()) {
        const auto pushed = co_await pushStagedSlice();
        if (!pushed)
            co_return std::unexpected(pushed.error());
        if (*pushed == 0)
            break;
        result.pushed += *pushed;
        if (work.progress)
            work.progress(result.pushed);
    }
    const auto left = co_await available();
    if (!left)
        co_return std::unexpected(left.error());
    result.available = *left;
    co_return result;
}

QCoro::Task<Result<qint64>> Stock::pushStagedSlice()
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (m.home == StockHome::Database) {
        std::function<Result<qint64>(Session &)> mark = [](Session &session) {
            return book::markAvailable(session, slice);
        };
        co_return co_await m.journal.write<qint64>(std::move(mark));
    }
    const qint64 generation = m.readiness.generation();
    const auto batch = co_await nextBatch();
    if (!batch)
        co_return std::unexpected(batch.error());
    const WallMs now = m.clock.wallMs();
    std::function<Result<book::PushSlice>(Session &)> claim =
        [number = *batch, generation, now](Session &session) -> Result<book::PushSlice> {
        const auto held = book::holdGeneration(session, generation);
        return held ? book::claimForPush(session, number, slice, now) : std::unexpected(held.error());
    };
    auto claimed = co_await m.journal.write<book::PushSlice>(std::move(claim));
    if (!claimed)
        co_return std::unexpected(claimed.error());
    co_return co_await deliver(std::move(*claimed), generation);
}

QCoro::Task<Result<qint64>> Stock::available()
{
    if (m.home == StockHome::Database) {
        std::function<Result<qint64>(Session &)> count = [](Session &session) -> Result<qint64> {
            const auto counts = book::counts(session);
            return counts ? Result<qint64>(counts->available) : std::unexpected(counts.error());
        };
        co_return co_await m.pool.run<qint64>(std::move(count));
    }
    std::vector<QByteArray> length{"LLEN", m.keys.available()};
    const auto reply = co_await m.redis.commandTask(std::move(length));
    co_return reply ? Result<qint64>(reply->integer) : std::unexpected(reply.error());
}

QCoro::Task<Result<void>> Stock::finishLeftovers()
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    if (m.home == StockHome::Database)
        co_return Result<void>{};
    const qint64 generation = m.readiness.generation();
    const WallMs before = m.clock.wallMs() - leftoverAfterMs;
    std::function<Result<std::vector<book::PushSlice>>(Session &)> find =
        [before](Session &session) -> Result<std::vector<book::PushSlice>> {
        const auto batches = book::stalePushes(session, before);
        if (!batches)
            return std::unexpected(batches.error());
        std::vector<book::PushSlice> slices;
        for (const auto batch : *batches) {
            auto one = book::sliceOf(session, batch);
            if (!one)
                return std::unexpected(one.error());
            slices.push_back(std::move(*one));
        }
        return slices;
    };
    const auto slices = co_await m.pool.run<std::vector<book::PushSlice>>(std::move(find));
    if (!slices)
        co_return std::unexpected(slices.error());
    for (const auto &one : *slices) {
        const auto delivered = co_await deliver(one, generation);
        if (!delivered)
            co_return std::unexpected(delivered.error());
    }
    const auto renamed = co_await finishRenames();
    if (!renamed)
        co_return renamed;
    co_return co_await finishVoids();
}

} // namespace seonchak

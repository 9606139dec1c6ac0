// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/rebuild.h"

#include "core/database/book_void.h"
#include "core/database/journal.h"
#include "core/database/sql_pool.h"
#include "core/database/stock_rows.h"
#include "core/redis/connection.h"

#include <QDateTime>
#include <QUuid>

namespace seonchak {

namespace {
constexpr const char *leaseMs = "30000";
} // namespace

Rebuild::Rebuild(Parts parts)
    : m(std::move(parts))
    , m_adopt(Script::fromResource(QStringLiteral("adopt")))
    , m_leaseToken(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
{
}

QByteArray Rebuild::homeName() const
{
    return m.home == StockHome::Database ? "database" : "redis";
}

QCoro::Task<Result<bool>> Rebuild::reconcile()
{
    const auto state = co_await bookState();
    if (!state)
        co_return std::unexpected(state.error());
    const auto marks = co_await redisMarks();
    if (!marks)
        co_return std::unexpected(marks.error());
    const bool same = state->generation > 0 && marks->generation == QByteArray::number(state->generation) &&
                      marks->reservation >= state->high.reservation && marks->batch >= state->high.batch &&
                      state->home == homeName();
    if (same) {
        m.readiness.open(state->generation);
        co_return false;
    }
    // What is under way here still holds codes that the book shows as stock: it ends first.
    if (m.readiness.underWay() > 0)
        co_return failure(Trouble::Unavailable, QStringLiteral("issues are still under way"));
    std::vector<QByteArray> lease{"SET", m.keys.rebuildLease(), m_leaseToken, "NX", "PX", leaseMs};
    const auto held = co_await m.redis.commandTask(std::move(lease));
    if (!held || held->isNil())
        co_return failure(Trouble::Unavailable, QStringLiteral("another server is rebuilding Redis"));
    auto from = *state;
    auto rebuilt = Result<void>{};
    if (marks->generation == QByteArray::number(state->generation)) {
        auto voiding = co_await readVoiding();
        if (voiding)
            from.voiding = std::move(*voiding);
        else
            rebuilt = std::unexpected(voiding.error());
    }
    if (rebuilt)
        rebuilt = co_await rebuild(std::move(from));
    std::vector<QByteArray> unlock{"DEL", m.keys.rebuildLease()};
    const auto unlocked = co_await m.redis.commandTask(std::move(unlock));
    if (!rebuilt)
        co_return std::unexpected(rebuilt.error());
    Q_UNUSED(unlocked) // It expires by itself.
    co_return true;
}

QCoro::Task<Result<Rebuild::Marks>> Rebuild::redisMarks()
{
    std::vector<QByteArray> ask{"HMGET", m.keys.stats(), "generation", "reservation", "batch"};
    const auto reply = co_await m.redis.commandTask(std::move(ask));
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->items.size() != 3)
        co_return failure(Trouble::Internal, QStringLiteral("Redis gave a senseless answer to HMGET"));
    co_return Marks{reply->items[0].text, reply->items[1].text.toLongLong(),
                    reply->items[2].text.toLongLong()};
}

QCoro::Task<Result<Rebuild::BookState>> Rebuild::bookState()
{
    std::function<Result<BookState>(Session &)> work = [](Session &session) -> Result<BookState> {
        const auto generation = book::meta(session, "generation");
        const auto home = book::meta(session, "home");
        const auto high = book::highMarks(session);
        if (!generation || !home || !high)
            return std::unexpected(!generation ? generation.error() : !home ? home.error() : high.error());
        return BookState{generation->toLongLong(), *home, *high, {}};
    };
    co_return co_await m.pool.run<BookState>(std::move(work));
}

QCoro::Task<Result<QList<QByteArray>>> Rebuild::readVoiding()
{
    std::vector<QByteArray> ask{"SMEMBERS", m.keys.voiding()};
    const auto reply = co_await m.redis.commandTask(std::move(ask));
    if (!reply)
        co_return std::unexpected(reply.error());
    QList<QByteArray> codes;
    for (const auto &item : reply->items)
        codes.append(item.text);
    co_return codes;
}

QCoro::Task<Result<qint64>> Rebuild::beginGeneration(QList<QByteArray> voiding)
{
    const QByteArray home = homeName();
    const book::VoidOrder order{QStringLiteral("keeper"), QDateTime::currentMSecsSinceEpoch()};
    std::function<Result<qint64>(Session &)> work = [=](Session &session) -> Result<qint64> {
        const auto before = book::meta(session, "generation");
        if (!before)
            return std::unexpected(before.error());
        if (!voiding.isEmpty()) { // What a server had taken out of the stock for good before it died.
            const auto voided = book::voidCodes(session, voiding, before->toLongLong(), order);
            if (!voided)
                return voided;
        }
        const qint64 next = before->toLongLong() + 1;
        for (const auto &done : {book::setMeta(session, "generation", QByteArray::number(next)),
                                 book::setMeta(session, "home", home), book::settleForRebuild(session)}) {
            if (!done)
                return std::unexpected(done.error());
        }
        if (home == "database") { // The lock strategies look for stock by the row's own status.
            const auto marked = book::markIssuedRows(session);
            if (!marked)
                return std::unexpected(marked.error());
        }
        return next;
    };
    co_return co_await m.journal.write<qint64>(std::move(work));
}

QCoro::Task<Result<void>> Rebuild::rebuild(BookState state)
{
    // From here on no server may act on the old content: its generation goes first.
    std::vector<QByteArray> shut{"HDEL", m.keys.stats(), "generation"};
    const auto closed = co_await command(std::move(shut));
    if (!closed)
        co_return closed;
    const auto generation = co_await beginGeneration(state.voiding);
    if (!generation)
        co_return std::unexpected(generation.error());
    const auto kept = co_await pendingWorthKeeping();
    if (!kept)
        co_return std::unexpected(kept.error());
    const auto cleared = co_await clearRedis();
    if (!cleared)
        co_return cleared;
    const auto users = co_await fillUsers();
    if (!users)
        co_return std::unexpected(users.error());
    const auto pending = co_await fillPending(*kept);
    if (!pending)
        co_return pending;
    if (m.home != StockHome::Database) {
        const auto stocked = co_await fillStock(*kept);
        if (!stocked)
            co_return stocked;
    }
    std::vector<QByteArray> keys{m.keys.available(), m.keys.rebuiltAvailable(),
                                 m.keys.pending(),   m.keys.rebuiltPending(),
                                 m.keys.stats(),     m.keys.voiding()};
    std::vector<QByteArray> arguments{QByteArray::number(*generation),
                                      QByteArray::number(firstReservation(*generation)),
                                      QByteArray::number(state.high.batch + 1), QByteArray::number(*users)};
    const auto adopted = co_await m.redis.runTask(m_adopt, std::move(keys), std::move(arguments));
    if (!adopted)
        co_return std::unexpected(adopted.error());
    m.readiness.open(*generation);
    co_return Result<void>{};
}

QCoro::Task<Result<void>> Rebuild::command(std::vector<QByteArray> arguments)
{
    const auto reply = co_await m.redis.commandTask(std::move(arguments));
    co_return reply ? Result<void>{} : std::unexpected(reply.error());
}

QCoro::Task<Result<void>> Rebuild::clearRedis()
{
    std::vector<QByteArray> remove{"DEL", m.keys.rebuiltAvailable(), m.keys.rebuiltPending()};
    const auto removed = co_await command(std::move(remove));
    if (!removed)
        co_return removed;
    co_return co_await deleteUserKeys();
}

QCoro::Task<Result<void>> Rebuild::deleteUserKeys()
{
    QByteArray cursor = "0";
    do {
        std::vector<QByteArray> scan{"SCAN", cursor, "MATCH", m.keys.userPrefix() + '*', "COUNT", "2000"};
        const auto page = co_await m.redis.commandTask(std::move(scan));
        if (!page)
            co_return std::unexpected(page.error());
        cursor = page->items[0].text;
        if (page->items[1].items.empty())
            continue;
        std::vector<QByteArray> unlink{"UNLINK"};
        for (const auto &key : page->items[1].items)
            unlink.push_back(key.text);
        const auto gone = co_await command(std::move(unlink));
        if (!gone)
            co_return gone;
    } while (cursor != "0");
    co_return Result<void>{};
}

} // namespace seonchak

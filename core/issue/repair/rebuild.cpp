// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/rebuild.h"

#include "core/database/book/book_void.h"
#include "core/database/book/stock_rows.h"
#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/redis/connection.h"

#include <QDateTime>

namespace seonchak {

Rebuild::Rebuild(Parts parts)
    : m(std::move(parts))
    , m_adopt(Script::fromResource(QStringLiteral("adopt")))
    , m_shut(Script::fromResource(QStringLiteral("rebuild_shut")))
    , m_lease({m.redis, m.journal, m.keys, m.lease})
    , m_scan(m.redis, m.pool, m.keys)
    , m_fill({m.redis, m.pool, m.keys, m_lease, m_scan})
    , m_foreign({m.journal, m.foreign, m.log, m.keys, m_lease, m_scan, m_fill})
{
}

bool Rebuild::agrees(const View &view) const
{
    return agree(view.book, view.marks, m.home);
}

void Rebuild::open(qint64 generation)
{
    m.foreign.clear();
    m.readiness.open(generation);
}

QCoro::Task<Result<bool>> Rebuild::reconcile()
{
    const auto view = co_await read();
    if (!view)
        co_return std::unexpected(view.error());
    if (agrees(*view)) {
        open(view->book.generation);
        co_return false;
    }
    // Issues under way here still hold codes that the book shows as stock: wait for them.
    if (m.readiness.underWay() > 0)
        co_return failure(Trouble::Unavailable, QStringLiteral("issues are still under way"));
    auto content = Result<RedisContent>(RedisContent{});
    if (!view->marks.areOf(view->book))
        content = co_await m_foreign.lookAround(view->marks.areOfAnother(view->book));
    if (!content)
        co_return std::unexpected(content.error());
    const auto leased = co_await m_lease.take(view->book.name);
    if (!leased)
        co_return std::unexpected(leased.error());
    const auto rebuilt = co_await underLease(*view, std::move(*content));
    co_await m_lease.giveBack();
    co_return rebuilt;
}

QCoro::Task<Result<bool>> Rebuild::underLease(View seen, RedisContent content)
{
    // Another server may have rebuilt it before we got the lease.
    auto now = co_await read();
    if (!now)
        co_return std::unexpected(now.error());
    if (agrees(*now)) {
        open(now->book.generation);
        co_return false;
    }
    if (now->marks != seen.marks)
        co_return failure(Trouble::Unavailable, QStringLiteral("Redis is being changed by another server"));
    if (content.kind == RedisContent::Kind::Foreign) {
        const auto settled = co_await m_foreign.settle(&content);
        if (!settled)
            co_return std::unexpected(settled.error());
    }
    const auto rebuilt = co_await rebuild(std::move(*now), std::move(content));
    if (!rebuilt)
        co_return std::unexpected(rebuilt.error());
    co_return true;
}

QCoro::Task<bool> Rebuild::isUnmarked()
{
    const auto marks = co_await RedisMarks::read(m.redis, m.keys);
    co_return marks && marks->generation.isEmpty();
}

QCoro::Task<Result<Rebuild::View>> Rebuild::read()
{
    std::function<Result<BookMarks>(Session &)> work = &BookMarks::read;
    auto book = co_await m.pool.run<BookMarks>(std::move(work));
    if (!book)
        co_return std::unexpected(book.error());
    auto marks = co_await RedisMarks::read(m.redis, m.keys);
    if (!marks)
        co_return std::unexpected(marks.error());
    co_return View{std::move(*book), std::move(*marks)};
}

/// Redis' list of codes that are about to become VOID, if it can be trusted.
QCoro::Task<Result<QList<QByteArray>>> Rebuild::readVoiding(const View &view)
{
    QList<QByteArray> codes;
    if (view.marks.generation != QByteArray::number(view.book.generation))
        co_return codes;
    std::vector<QByteArray> ask{"SMEMBERS", m.keys.voiding()};
    const auto reply = co_await m.redis.commandTask(std::move(ask));
    if (!reply)
        co_return std::unexpected(reply.error());
    for (const auto &item : reply->items)
        codes.append(item.text);
    co_return codes;
}

QCoro::Task<Result<Rebuild::Begun>> Rebuild::beginGeneration(QList<QByteArray> voiding)
{
    const QByteArray home = homeName(m.home);
    const book::VoidOrder order{QStringLiteral("keeper"), QDateTime::currentMSecsSinceEpoch()};
    std::function<Result<Begun>(Session &)> work =
        [=, fence = m_lease.token()](Session &session) -> Result<Begun> {
        if (const auto held = book::holdFence(session, fence); !held)
            return std::unexpected(held.error());
        const auto before = book::meta(session, "generation");
        if (!before)
            return std::unexpected(before.error());
        if (!voiding.isEmpty()) { // Codes that a dead server had taken out of the stock for good.
            const auto voided = book::voidCodes(session, voiding, before->toLongLong(), order);
            if (!voided)
                return std::unexpected(voided.error());
        }
        const qint64 next = before->toLongLong() + 1;
        for (const auto &done : {book::setMeta(session, "generation", QByteArray::number(next)),
                                 book::setMeta(session, "home", home), book::settleForRebuild(session)}) {
            if (!done)
                return std::unexpected(done.error());
        }
        if (home == "database") { // The lock strategies find stock by the row's own status.
            const auto marked = book::markIssuedRows(session);
            if (!marked)
                return std::unexpected(marked.error());
        }
        const auto high = book::highMarks(session);
        const auto times = book::meta(session, SaleTimes::field);
        if (!high || !times)
            return std::unexpected(high ? times.error() : high.error());
        return Begun{next, high->batch, SaleTimes::parse(*times)};
    };
    co_return co_await m.journal.write<Begun>(std::move(work));
}

QCoro::Task<Result<void>> Rebuild::shut(const RedisContent &content, const QByteArray &book)
{
    std::vector<QByteArray> keys{m.keys.rebuildLease(), m.keys.stats(), m.keys.available(),
                                 m.keys.keptAside(m_lease.tokenText(), m.keys.available())};
    std::vector<QByteArray> arguments{m_lease.tokenText(), m_lease.lengthText(), content.expectedLength(),
                                      content.keepList ? "1" : "0", book};
    const auto reply = co_await m.redis.runTask(m_shut, std::move(keys), std::move(arguments));
    co_return m_lease.judge(reply, QStringLiteral("another program is writing into Redis just now"));
}

QCoro::Task<Result<void>> Rebuild::rebuild(View view, RedisContent content)
{
    // From now on no server may act on the old content: its generation is removed first.
    const auto closed = co_await shut(content, view.book.name);
    if (!closed)
        co_return closed;
    const auto voiding = co_await readVoiding(view);
    if (!voiding)
        co_return std::unexpected(voiding.error());
    const auto begun = co_await beginGeneration(*voiding);
    if (!begun)
        co_return std::unexpected(begun.error());
    const auto kept = co_await m_fill.pendingWorthKeeping();
    if (!kept)
        co_return std::unexpected(kept.error());
    const auto cleared = co_await m_fill.clear(content.kind);
    if (!cleared)
        co_return cleared;
    const auto users = co_await m_fill.users();
    if (!users)
        co_return std::unexpected(users.error());
    const auto pending = co_await m_fill.pending(*kept);
    if (!pending)
        co_return pending;
    if (m.home != StockHome::Database) {
        const auto stocked = co_await m_fill.stock(*kept);
        if (!stocked)
            co_return stocked;
    }
    co_return co_await finish(*begun, *users, content.kind == RedisContent::Kind::Empty);
}

QCoro::Task<Result<void>> Rebuild::finish(Begun begun, qint64 users, bool wasEmpty)
{
    std::vector<QByteArray> keys{
        m.keys.available(), m.keys.rebuiltAvailable(), m.keys.pending(),     m.keys.rebuiltPending(),
        m.keys.stats(),     m.keys.voiding(),          m.keys.rebuildLease()};
    std::vector<QByteArray> arguments{QByteArray::number(begun.generation),
                                      QByteArray::number(firstReservation(begun.generation)),
                                      QByteArray::number(begun.batch + 1),
                                      QByteArray::number(users),
                                      m_lease.tokenText(),
                                      wasEmpty ? "1" : "0",
                                      begun.times.toText()};
    const auto reply = co_await m.redis.runTask(m_adopt, std::move(keys), std::move(arguments));
    const auto adopted =
        m_lease.judge(reply, QStringLiteral("another program has written into the empty Redis"));
    if (adopted)
        open(begun.generation);
    co_return adopted;
}

} // namespace seonchak

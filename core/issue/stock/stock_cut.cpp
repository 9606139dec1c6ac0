// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/issue/stock/add_note.h"
#include "core/issue/stock/stock.h"
#include "core/redis/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Ends an interrupted act: does the rest, or voids what it made.
namespace seonchak {

namespace {

constexpr int cutSlice = 1000;

QJsonObject noteIn(const book::Act &act)
{
    return QJsonDocument::fromJson(act.note).object();
}

QByteArray textOf(const QJsonObject &note)
{
    return QJsonDocument(note).toJson(QJsonDocument::Compact);
}

void join(std::vector<book::IdSpan> &spans, const book::IdSpan &one)
{
    if (!spans.empty() && spans.back().batch == one.batch && spans.back().last + 1 == one.first)
        spans.back().last = one.last;
    else
        spans.push_back(one);
}

/// Everything that the act made, newest first.
Result<std::vector<book::IdSpan>> madeBy(Session &session, const book::Act &act)
{
    std::vector<book::IdSpan> spans;
    if (act.action == QStringLiteral("add")) {
        for (const CouponId id : AddNote::parse(act.note).ids)
            join(spans, {id, id, 0});
    } else {
        auto pushed = book::pushedSpans(session, act.id);
        if (!pushed)
            return pushed;
        spans = std::move(*pushed);
        for (const auto one : noteIn(act)[QStringLiteral("spans")].toArray())
            spans.push_back({one[0].toInteger(), one[1].toInteger(), 0});
    }
    std::ranges::sort(spans, std::greater(), &book::IdSpan::last);
    return spans;
}

/// For a long void that failed: adds how many were voided before.
std::unexpected<Error> afterVoiding(qint64 before, Error error)
{
    error.partly = Partly{before + error.partly.value_or(Partly{}).made, 0};
    return std::unexpected(std::move(error));
}

} // namespace

QByteArray Stock::orderNote(const GenerateOrder &order)
{
    return textOf({{QStringLiteral("count"), order.count},
                   {QStringLiteral("prefix"), QString::fromUtf8(order.prefix)},
                   {QStringLiteral("length"), order.length},
                   {QStringLiteral("push"), order.push}});
}

bool Stock::knowsOrder(const book::Act &act)
{
    return noteIn(act).contains(QStringLiteral("count"));
}

GenerateOrder Stock::orderOf(const book::Act &act)
{
    const QJsonObject note = noteIn(act);
    GenerateOrder order;
    order.count = note[QStringLiteral("count")].toInteger(act.total);
    order.prefix = note[QStringLiteral("prefix")].toString().toUtf8();
    order.length = note[QStringLiteral("length")].toInt(order.length);
    order.push = note[QStringLiteral("push")].toBool(false);
    return order;
}

Result<void> Stock::noteMade(Session &session, const QString &act, const QList<QByteArray> &codes,
                             CouponId above)
{
    if (act.isEmpty())
        return {};
    const auto known = book::readAct(session, act);
    if (!known)
        return std::unexpected(known.error());
    const auto fresh = book::spansOf(session, codes, above);
    if (!fresh)
        return std::unexpected(fresh.error());
    QJsonObject note = noteIn(*known);
    std::vector<book::IdSpan> spans;
    for (const auto one : note[QStringLiteral("spans")].toArray())
        join(spans, {one[0].toInteger(), one[1].toInteger(), 0});
    for (const auto &one : *fresh)
        join(spans, one);
    QJsonArray list;
    for (const auto &one : spans)
        list.append(QJsonArray{one.first, one.last});
    note[QStringLiteral("spans")] = list;
    return book::noteAct(session, act, textOf(note));
}

QCoro::Task<Result<Generated>> Stock::finishAdd(book::Act act, Work work)
{
    auto may = mayPush();
    if (may)
        may = co_await deliverOwn(act.id);
    if (!may)
        co_return std::unexpected(may.error());
    const std::vector<CouponId> ids = AddNote::parse(act.note).ids;
    std::function<Result<QList<QByteArray>>(Session &)> look = [ids](Session &session) {
        return book::stagedAmong(session, ids);
    };
    const auto codes = co_await m.pool.run<QList<QByteArray>>(std::move(look));
    if (!codes)
        co_return std::unexpected(codes.error());
    qint64 number = act.slice;
    for (qsizetype at = 0; at < codes->size() && !work.stop.stop_requested(); at += sliceSize) {
        const book::ActStep step{act.id, act.owner, ++number};
        const auto one = co_await pushCodes(step, codes->mid(at, sliceSize));
        if (!one)
            co_return std::unexpected(one.error());
        if (one->undelivered)
            co_return std::unexpected(*one->undelivered);
        if (work.progress)
            work.progress(std::min<qint64>(at + sliceSize, codes->size()));
    }
    std::function<Result<qint64>(Session &)> count = [ids](Session &session) {
        return book::pushedAmong(session, ids);
    };
    const auto pushed = co_await m.pool.run<qint64>(std::move(count));
    co_return pushed ? Result<Generated>(Generated{act.made, *pushed}) : std::unexpected(pushed.error());
}

QCoro::Task<Result<qint64>> Stock::voidMade(QString actor, book::Act act, Work work)
{
    auto may = mayChange();
    if (may) // Coupons on their way are brought into the stock first, from where they can be removed.
        may = co_await deliverOwn(act.id);
    if (!may)
        co_return std::unexpected(may.error());
    std::function<Result<std::vector<book::IdSpan>>(Session &)> look = [act](Session &session) {
        return madeBy(session, act);
    };
    const auto spans = co_await m.pool.run<std::vector<book::IdSpan>>(std::move(look));
    if (!spans)
        co_return std::unexpected(spans.error());
    if (spans->empty() && act.made > 0)
        co_return failure(Trouble::NotFound,
                          QStringLiteral("the book does not know which coupons this act moved"));
    qint64 done = 0;
    for (const auto &span : *spans) {
        const book::VoidOrder order{actor, m.clock.wallMs(), true};
        const auto voided = co_await voidSpan(span, order, work, done);
        if (!voided)
            co_return afterVoiding(done, voided.error());
        done += *voided;
        if (work.stop.stop_requested())
            break;
    }
    co_return done;
}

QCoro::Task<Result<qint64>> Stock::voidSpan(book::IdSpan span, book::VoidOrder order, Work work,
                                            qint64 before)
{
    qint64 done = 0;
    for (CouponId below = span.last + 1; below > span.first && !work.stop.stop_requested();) {
        std::function<Result<book::SpanSlice>(Session &)> read = [span, below](Session &session) {
            return book::readSpan(session, span, below, cutSlice);
        };
        const auto slice = co_await m.pool.run<book::SpanSlice>(std::move(read));
        if (!slice)
            co_return afterVoiding(done, slice.error());
        if (slice->lowest == 0)
            break;
        below = slice->lowest;
        const auto voided = co_await voidRead(*slice, order, work.stop);
        if (!voided)
            co_return afterVoiding(done, voided.error());
        done += *voided;
        if (work.progress && *voided > 0)
            work.progress(before + done);
    }
    co_return done;
}

/// Coupons in the stock leave Redis first, so that nobody gets them any more.
QCoro::Task<Result<qint64>> Stock::voidRead(book::SpanSlice slice, book::VoidOrder order,
                                            std::stop_token stop)
{
    auto waiting = m.moving.lock();
    const auto turn = co_await waiting;
    const bool bookAlone = m.home == StockHome::Database;
    std::vector<CouponId> ids = slice.staged;
    std::function<Result<qint64>(Session &)> work = [ids, bookAlone, codes = slice.available,
                                                     order](Session &session) -> Result<qint64> {
        const auto staged = book::voidIds(session, ids, order);
        if (!staged || !bookAlone || codes.isEmpty())
            return staged;
        const auto there = book::voidThoseWith(session, codes, order);
        return there ? Result<qint64>(*staged + *there) : there;
    };
    auto done = co_await m.journal.write<qint64>(std::move(work));
    if (bookAlone || !done)
        co_return done;
    while (!slice.available.isEmpty() && !stop.stop_requested()) {
        TakenOut taken;
        const auto looked = co_await takeOutMany(slice.available, &taken);
        if (!looked)
            co_return afterVoiding(*done, looked.error());
        slice.available.remove(0, std::max<qsizetype>(*looked, 1));
        const book::ActStep noAct;
        const auto voided = co_await voidTakenOut(taken, order.actor, noAct);
        if (!voided)
            co_return afterVoiding(*done, voided.error());
        *done += *voided;
    }
    co_return done;
}

/// Returns how many codes were searched for.
QCoro::Task<Result<qint64>> Stock::takeOutMany(QList<QByteArray> codes, TakenOut *taken)
{
    if (const auto may = mayChange(); !may)
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
    if (reply->kind != RedisReply::Kind::Array || reply->items.empty()) {
        m.readiness.reportStale(taken->generation);
        co_return failure(Trouble::Unavailable, QStringLiteral("Redis is to be rebuilt first"));
    }
    for (std::size_t i = 1; i < reply->items.size(); ++i)
        taken->codes.append(reply->items[i].text);
    co_return reply->items[0].integer;
}

} // namespace seonchak

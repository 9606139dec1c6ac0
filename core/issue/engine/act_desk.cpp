// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/act_desk.h"

#include "core/issue/engine/chosen_note.h"
#include "core/issue/ground/either_stop.h"
#include "core/issue/ground/sale_shared.h"

namespace seonchak {

namespace {

QString doneOf(bool whole, const QString &words)
{
    return (whole ? QStringLiteral("done: ") : QStringLiteral("stopped: ")) + words;
}

} // namespace

ActDesk::ActDesk(SaleShared &shared, Stock &stock, ActRegister &acts)
    : m_shared(shared)
    , m_stock(stock)
    , m_register(acts)
{
}

QCoro::Task<Result<Generated>> ActDesk::generate(ActOrder who, GenerateOrder order, Work work)
{
    const auto begun = co_await m_register.begin(who);
    if (!begun)
        co_return std::unexpected(begun.error());
    book::Act act = begun->act;
    if (act.done)
        co_return Generated{act.made, act.moved};
    co_return co_await runGenerate(act, order, work);
}

QCoro::Task<Result<Generated>> ActDesk::runGenerate(book::Act act, GenerateOrder order, Work work)
{
    const EitherStop stop(work.stop, m_shared.ending.get_token());
    work = m_register.told(act, std::move(work));
    work.stop = stop.token();
    auto made = co_await m_stock.maker().generate(order, act, work);
    const bool whole = made && made->generated == order.count;
    if (made && !whole && m_shared.ending.stop_requested())
        made = std::unexpected(ending(made->generated));
    if (!made) {
        Error failed = co_await m_register.fail(act, made.error(), order.push);
        co_return std::unexpected(std::move(failed));
    }
    m_register.tellMore(act, made->generated);
    m_register.tellDone(Event::Kind::Pushed, order.push ? made->pushed - act.made : 0);
    act.made = made->generated;
    act.moved = made->pushed;
    act.done = whole;
    const QString words = QStringLiteral("%1 generated, %2 pushed").arg(made->generated).arg(made->pushed);
    co_await m_register.end(act, doneOf(whole, words));
    co_return made;
}

QCoro::Task<Result<Added>> ActDesk::add(ActOrder who, QList<QByteArray> codes, bool push)
{
    const auto begun = co_await m_register.begin(who);
    if (!begun)
        co_return std::unexpected(begun.error());
    book::Act act = begun->act;
    if (act.done) {
        Added again{CouponMaker::recalled(act.note, codes), act.moved};
        for (qsizetype i = 0; i < std::min<qsizetype>(again.pushed, again.coupons.size()); ++i)
            again.coupons[i].status = CouponStatus::Available;
        co_return again;
    }
    const Work untilTheEnd{{}, m_shared.ending.get_token()};
    auto added = co_await m_stock.maker().add(codes, push, act, untilTheEnd);
    if (!added) {
        Error failed = co_await m_register.fail(act, added.error(), push);
        co_return std::unexpected(std::move(failed));
    }
    m_register.tellMore(act, added->coupons.size(), codes.size() == 1 ? codes.first() : QByteArray());
    m_register.tellDone(Event::Kind::Pushed, added->pushed);
    act.made = added->coupons.size();
    act.moved = added->pushed;
    act.done = true;
    co_await m_register.end(act, QStringLiteral("done: %1 added, %2 pushed").arg(act.made).arg(act.moved));
    co_return added;
}

QCoro::Task<Result<Pushed>> ActDesk::push(ActOrder who, Work work)
{
    const auto begun = co_await m_register.begin(who);
    if (!begun)
        co_return std::unexpected(begun.error());
    book::Act act = begun->act;
    if (act.done)
        co_return Pushed{act.made, act.moved};
    co_return co_await runPush(act, work);
}

QCoro::Task<Result<Pushed>> ActDesk::runPush(book::Act act, Work work)
{
    const EitherStop stop(work.stop, m_shared.ending.get_token());
    work = m_register.told(act, std::move(work));
    work.stop = stop.token();
    auto pushed = co_await m_stock.pushes().push(act, work);
    if (pushed && m_shared.ending.stop_requested())
        pushed = std::unexpected(ending(pushed->pushed));
    if (!pushed) {
        Error failed = co_await m_register.fail(act, pushed.error(), true);
        co_return std::unexpected(std::move(failed));
    }
    m_register.tellMore(act, pushed->pushed);
    act.made = pushed->pushed;
    act.moved = pushed->available;
    act.done = !work.stop.stop_requested();
    const QString words = QStringLiteral("%1 pushed, %2 in stock").arg(act.made).arg(act.moved);
    co_await m_register.end(act, doneOf(act.done, words));
    co_return pushed;
}

QCoro::Task<Result<qint64>> ActDesk::voidUnissued(ActOrder who, Work work)
{
    const auto begun = co_await m_register.begin(who);
    if (!begun)
        co_return std::unexpected(begun.error());
    book::Act act = begun->act;
    if (act.done)
        co_return act.made;
    co_return co_await runVoid(act, work);
}

QCoro::Task<Result<qint64>> ActDesk::runVoid(book::Act act, Work work)
{
    const EitherStop stop(work.stop, m_shared.ending.get_token());
    work = m_register.told(act, std::move(work));
    work.stop = stop.token();
    auto voided = co_await m_stock.voids().voidUnissued(act.actor, act, work);
    if (voided && m_shared.ending.stop_requested())
        voided = std::unexpected(ending(*voided));
    if (!voided) {
        Error failed = co_await m_register.fail(act, voided.error(), false);
        co_return std::unexpected(std::move(failed));
    }
    m_register.tellMore(act, *voided);
    act.made = *voided;
    act.done = !work.stop.stop_requested();
    co_await m_register.end(act, doneOf(act.done, QStringLiteral("%1 voided").arg(act.made)));
    co_return voided;
}

QCoro::Task<Result<QHash<CouponStatus, qint64>>> ActDesk::statusesOf(QList<CouponId> ids)
{
    std::function<Result<QHash<CouponStatus, qint64>>(Session &)> look = [ids](Session &session) {
        return book::statusesOf(session, ids);
    };
    co_return co_await m_shared.readers.run<QHash<CouponStatus, qint64>>(std::move(look));
}

QCoro::Task<Result<VoidedChosen>> ActDesk::voidChosen(ActOrder who, QList<CouponId> ids, Work work)
{
    const auto begun = co_await m_register.begin(who);
    if (!begun)
        co_return std::unexpected(begun.error());
    book::Act act = begun->act;
    if (act.done)
        co_return readChosenNote(act.note).value_or(VoidedChosen{act.made, {}, 0, 0});
    const EitherStop stop(work.stop, m_shared.ending.get_token());
    work = m_register.told(act, std::move(work));
    work.stop = stop.token();
    const auto before = co_await statusesOf(ids);
    auto done = before ? Result<ChosenVoid::Done>({}) : std::unexpected(before.error());
    if (before)
        done = co_await m_stock.chosenVoids().voidChosen(ids, who.actor, act, work);
    if (done && m_shared.ending.stop_requested())
        done = std::unexpected(ending(done->voided));
    const auto after = co_await statusesOf(ids);
    if (done && !after)
        done = std::unexpected(after.error());
    if (!done) {
        Error failed = co_await m_register.fail(act, done.error(), false);
        co_return std::unexpected(std::move(failed));
    }
    VoidedChosen result{done->voided, *after, ids.size(), ids.size() - done->reached};
    for (const qint64 some : std::as_const(result.kept))
        result.unknown -= some;
    result.kept.insert(CouponStatus::Void, before->value(CouponStatus::Void) - act.made);
    m_register.tellMore(act, result.voided);
    act.made = result.voided;
    act.done = true;
    act.note = chosenNote(result);
    auto noting = m_register.keepNote(act);
    co_await noting;
    co_await m_register.end(act, doneOf(result.notReached == 0, chosenWords(result)));
    co_return result;
}

Error ActDesk::ending(qint64 made)
{
    Error error{Trouble::Unavailable, QStringLiteral("the server is being stopped"), {}};
    error.partly = Partly{made, 0};
    return error;
}

} // namespace seonchak

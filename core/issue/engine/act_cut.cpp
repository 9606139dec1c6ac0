// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/act_desk.h"
#include "core/issue/engine/engine.h"
#include "core/issue/ground/either_stop.h"
#include "core/issue/ground/sale_shared.h"

// A person's decision about an interrupted act.
namespace seonchak {

QCoro::Task<Result<qint64>> ActDesk::settleCut(QString actor, QString id, CutChoice choice, Work work)
{
    if (choice == CutChoice::Keep)
        co_return co_await keepCut(actor, id);
    const auto act = co_await takeCut(actor, id, choice);
    if (!act)
        co_return std::unexpected(act.error());
    if (choice == CutChoice::Finish)
        co_return co_await finishCut(*act, work);
    co_return co_await voidCut(*act, work);
}

QCoro::Task<Result<book::Act>> ActDesk::takeCut(QString actor, QString id, CutChoice choice)
{
    if (m_shared.ending.stop_requested())
        co_return std::unexpected(
            Error{Trouble::Unavailable, QStringLiteral("the server is being stopped"), {}});
    const QString owner = QString::fromLatin1(m_shared.runId) + u'/' + QString::number(++m_count);
    const QString result = choice == CutChoice::Finish ? QStringLiteral("goes on after %1")
                                                       : QStringLiteral("begun: voids what exists, %1");
    m_mine.insert(owner);
    const WallMs now = m_shared.clock.wallMs();
    std::function<Result<book::Act>(Session &)> take = [id, owner, actor, result, now](Session &session) {
        return book::takeCut(session, id, owner, actor, result, now);
    };
    auto act = co_await m_shared.journal.write<book::Act>(std::move(take));
    if (act)
        m_shared.jobs.begin(*act);
    if (act)
        act->cut = true; // If it is interrupted again, it is offered again.
    else
        m_mine.remove(owner);
    co_return act;
}

QCoro::Task<Result<qint64>> ActDesk::keepCut(QString actor, QString id)
{
    const WallMs now = m_shared.clock.wallMs();
    std::function<Result<book::Act>(Session &)> keep = [id, actor, now](Session &session) {
        return book::keepCut(session, id, actor, now);
    };
    const auto kept = co_await m_shared.journal.write<book::Act>(std::move(keep));
    co_return kept ? Result<qint64>(kept->made) : std::unexpected(kept.error());
}

QCoro::Task<Result<qint64>> ActDesk::finishCut(book::Act act, Work work)
{
    if (act.action == QStringLiteral("generate") && !Stock::knowsOrder(act)) {
        const QString why = QStringLiteral("the book does not know what is left to be done");
        Error failed = co_await fail(act, Error{Trouble::NotFound, why, {}}, true);
        co_return std::unexpected(std::move(failed));
    }
    if (act.action == QStringLiteral("generate")) {
        const auto made = co_await runGenerate(act, Stock::orderOf(act), work);
        co_return made ? Result<qint64>(made->generated) : std::unexpected(made.error());
    }
    if (act.action == QStringLiteral("push")) {
        const auto pushed = co_await runPush(act, work);
        co_return pushed ? Result<qint64>(pushed->pushed) : std::unexpected(pushed.error());
    }
    if (act.action == QStringLiteral("add"))
        co_return co_await finishAdd(act, work);
    co_return co_await runVoid(act, work);
}

QCoro::Task<Result<qint64>> ActDesk::finishAdd(book::Act act, Work work)
{
    const EitherStop stop(work.stop, m_shared.ending.get_token());
    work.stop = stop.token();
    auto added = Result<Generated>(Generated{act.made, 0});
    if (!act.detail.contains(QStringLiteral(", push false")))
        added = co_await m_stock.finishAdd(act, work);
    if (added && m_shared.ending.stop_requested())
        added = std::unexpected(ending(added->generated));
    if (!added) {
        Error failed = co_await fail(act, added.error(), true);
        co_return std::unexpected(std::move(failed));
    }
    act.moved = added->pushed;
    act.done = !work.stop.stop_requested();
    tellDone(Event::Kind::Pushed, act.moved);
    const QString result = act.done ? QStringLiteral("done: ") : QStringLiteral("stopped: ");
    co_await end(act, result + QStringLiteral("%1 added, %2 pushed").arg(act.made).arg(act.moved));
    co_return act.made;
}

QCoro::Task<Result<qint64>> ActDesk::voidCut(book::Act act, Work work)
{
    const EitherStop stop(work.stop, m_shared.ending.get_token());
    work.stop = stop.token();
    const auto voided = co_await m_stock.voidMade(act.actor, act, work);
    // If interrupted, it is offered again: coupons already void are then skipped.
    act.cut = !voided || work.stop.stop_requested();
    act.done = !act.cut;
    if (act.done)
        act.moved = book::voidedAtDesk;
    const qint64 number = voided ? *voided : voided.error().partly.value_or(Partly{}).made;
    QString result;
    if (voided)
        result = (act.cut ? QStringLiteral("stopped: ") : QStringLiteral("done: ")) +
                 QStringLiteral("%1 voided of what was made").arg(number);
    else if (number > 0)
        result = QStringLiteral("failed after %1: %2").arg(QString::number(number), voided.error().detail);
    else
        result = QStringLiteral("failed: ") + voided.error().detail;
    tellDone(Event::Kind::Voided, number);
    co_await end(act, result);
    co_return voided;
}

} // namespace seonchak

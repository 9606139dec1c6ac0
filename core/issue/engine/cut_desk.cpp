// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/cut_desk.h"

#include "core/issue/ground/either_stop.h"
#include "core/issue/ground/sale_shared.h"
#include "core/issue/stock/generate_note.h"

namespace seonchak {

QCoro::Task<Result<qint64>> CutDesk::settle(QString actor, QString id, CutChoice choice, Work work)
{
    if (choice == CutChoice::Keep)
        co_return co_await keep(actor, id);
    const QString begun = choice == CutChoice::Finish ? QStringLiteral("goes on after %1")
                                                      : QStringLiteral("begun: voids what exists, %1");
    const auto act = co_await m.acts.takeCut(actor, id, begun);
    if (!act)
        co_return std::unexpected(act.error());
    if (choice == CutChoice::Finish)
        co_return co_await finish(*act, work);
    co_return co_await voidMade(*act, work);
}

QCoro::Task<Result<qint64>> CutDesk::keep(QString actor, QString id)
{
    const WallMs now = m.shared.clock.wallMs();
    std::function<Result<book::Act>(Session &)> keep = [id, actor, now](Session &session) {
        return book::keepCut(session, id, actor, now);
    };
    const auto kept = co_await m.shared.journal.write<book::Act>(std::move(keep));
    co_return kept ? Result<qint64>(kept->made) : std::unexpected(kept.error());
}

QCoro::Task<Result<qint64>> CutDesk::finish(book::Act act, Work work)
{
    const bool generates = act.action == QStringLiteral("generate");
    const auto order = generates ? GenerateNote::parse(act.note).order : std::nullopt;
    if (generates && !order) {
        const QString why = QStringLiteral("the book does not know what is left to be done");
        Error failed = co_await m.acts.fail(act, Error{Trouble::NotFound, why, {}}, true);
        co_return std::unexpected(std::move(failed));
    }
    if (generates) {
        const auto made = co_await m.desk.runGenerate(act, *order, work);
        co_return made ? Result<qint64>(made->generated) : std::unexpected(made.error());
    }
    if (act.action == QStringLiteral("push")) {
        const auto pushed = co_await m.desk.runPush(act, work);
        co_return pushed ? Result<qint64>(pushed->pushed) : std::unexpected(pushed.error());
    }
    if (act.action == QStringLiteral("add"))
        co_return co_await finishAdd(act, work);
    co_return co_await m.desk.runVoid(act, work);
}

QCoro::Task<Result<qint64>> CutDesk::finishAdd(book::Act act, Work work)
{
    const EitherStop stop(work.stop, m.shared.ending.get_token());
    work.stop = stop.token();
    auto added = Result<Generated>(Generated{act.made, 0});
    if (!act.detail.contains(QStringLiteral(", push false")))
        added = co_await m.stock.maker().finishAdd(act, work);
    if (added && m.shared.ending.stop_requested())
        added = std::unexpected(ActDesk::ending(added->generated));
    if (!added) {
        Error failed = co_await m.acts.fail(act, added.error(), true);
        co_return std::unexpected(std::move(failed));
    }
    act.moved = added->pushed;
    act.done = !work.stop.stop_requested();
    m.acts.tellDone(Event::Kind::Pushed, act.moved);
    const QString result = act.done ? QStringLiteral("done: ") : QStringLiteral("stopped: ");
    co_await m.acts.end(act, result + QStringLiteral("%1 added, %2 pushed").arg(act.made).arg(act.moved));
    co_return act.made;
}

QCoro::Task<Result<qint64>> CutDesk::voidMade(book::Act act, Work work)
{
    const EitherStop stop(work.stop, m.shared.ending.get_token());
    work.stop = stop.token();
    const auto voided = co_await m.stock.madeVoids().voidMade(act.actor, act, work);
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
    m.acts.tellDone(Event::Kind::Voided, number);
    co_await m.acts.end(act, result);
    co_return voided;
}

} // namespace seonchak

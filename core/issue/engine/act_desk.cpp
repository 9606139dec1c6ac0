// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/act_desk.h"

#include "core/issue/engine/chosen_note.h"
#include "core/issue/engine/engine.h"
#include "core/issue/ground/either_stop.h"
#include "core/issue/ground/sale_shared.h"

#include <QCryptographicHash>
#include <QUuid>

namespace seonchak {

namespace {

constexpr int roundMs = 500;
constexpr int patienceTicks = 8; ///< after this long without a heartbeat a repeat takes the act over

/// The key itself is not stored in the book: elsewhere it may be as good as a password.
QString idOf(const ActOrder &who)
{
    if (who.once.key.isEmpty())
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray scoped = who.action.toUtf8() + '\n' + who.once.key;
    return QString::fromLatin1(QCryptographicHash::hash(scoped, QCryptographicHash::Sha256).toHex());
}

QString shortKey(const QByteArray &key)
{
    constexpr qsizetype shown = 8;
    return QStringLiteral(", key ") + QString::fromLatin1(key.left(shown)) +
           (key.size() > shown ? QStringLiteral("…") : QString());
}

/// "refused: …" if nothing was done.
QString resultOf(const Error &error)
{
    constexpr qsizetype namesMost = 10; // A clash of a whole list would fill the trail.
    QString text = error.partly
                       ? QStringLiteral("failed after %1: %2").arg(error.partly->made).arg(error.detail)
                       : QStringLiteral("refused: ") + error.detail;
    for (const auto &name : error.names.first(std::min(namesMost, error.names.size())))
        text += QStringLiteral(" ") + QString::fromUtf8(name);
    return error.names.size() > namesMost ? text + QStringLiteral(" …") : text;
}

/// The act was interrupted by the end of the program.
QString cutOf(const book::Act &act, const Error &error)
{
    const QString far = act.total > 0
                            ? QStringLiteral("stopped after %1 of %2: ").arg(act.made).arg(act.total)
                            : QStringLiteral("stopped after %1: ").arg(act.made);
    return far + error.detail;
}

Event::Kind eventOf(const QString &action)
{
    static const QHash<QString, Event::Kind> kinds{{QStringLiteral("generate"), Event::Kind::Generated},
                                                   {QStringLiteral("add"), Event::Kind::Added},
                                                   {QStringLiteral("push"), Event::Kind::Pushed},
                                                   {QStringLiteral("void"), Event::Kind::Voided}};
    return kinds.value(action);
}

QString doneOf(bool whole, const QString &words)
{
    return (whole ? QStringLiteral("done: ") : QStringLiteral("stopped: ")) + words;
}

} // namespace

ActDesk::ActDesk(SaleShared &shared, Stock &stock)
    : m_shared(shared)
    , m_stock(stock)
{
    connect(&m_timer, &QTimer::timeout, this, &ActDesk::tick);
    m_timer.start(roundMs);
}

QCoro::Task<Result<Generated>> ActDesk::generate(ActOrder who, GenerateOrder order, Work work)
{
    const auto begun = co_await begin(who);
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
    work = told(act, std::move(work));
    work.stop = stop.token();
    auto made = co_await m_stock.generate(order, act, work);
    const bool whole = made && made->generated == order.count;
    if (made && !whole && m_shared.ending.stop_requested())
        made = std::unexpected(ending(made->generated));
    if (!made) {
        Error failed = co_await fail(act, made.error(), order.push);
        co_return std::unexpected(std::move(failed));
    }
    tellMore(act, made->generated);
    tellDone(Event::Kind::Pushed, order.push ? made->pushed - act.made : 0);
    act.made = made->generated;
    act.moved = made->pushed;
    act.done = whole;
    const QString words = QStringLiteral("%1 generated, %2 pushed").arg(made->generated).arg(made->pushed);
    co_await end(act, doneOf(whole, words));
    co_return made;
}

QCoro::Task<Result<Added>> ActDesk::add(ActOrder who, QList<QByteArray> codes, bool push)
{
    const auto begun = co_await begin(who);
    if (!begun)
        co_return std::unexpected(begun.error());
    book::Act act = begun->act;
    if (act.done) {
        Added again{Stock::recalled(act.note, codes), act.moved};
        for (qsizetype i = 0; i < std::min<qsizetype>(again.pushed, again.coupons.size()); ++i)
            again.coupons[i].status = CouponStatus::Available;
        co_return again;
    }
    const Work untilTheEnd{{}, m_shared.ending.get_token()};
    auto added = co_await m_stock.add(codes, push, act, untilTheEnd);
    if (!added) {
        Error failed = co_await fail(act, added.error(), push);
        co_return std::unexpected(std::move(failed));
    }
    tellMore(act, added->coupons.size(), codes.size() == 1 ? codes.first() : QByteArray());
    tellDone(Event::Kind::Pushed, added->pushed);
    act.made = added->coupons.size();
    act.moved = added->pushed;
    act.done = true;
    co_await end(act, QStringLiteral("done: %1 added, %2 pushed").arg(act.made).arg(act.moved));
    co_return added;
}

QCoro::Task<Result<Pushed>> ActDesk::push(ActOrder who, Work work)
{
    const auto begun = co_await begin(who);
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
    work = told(act, std::move(work));
    work.stop = stop.token();
    auto pushed = co_await m_stock.push(act, work);
    if (pushed && m_shared.ending.stop_requested())
        pushed = std::unexpected(ending(pushed->pushed));
    if (!pushed) {
        Error failed = co_await fail(act, pushed.error(), true);
        co_return std::unexpected(std::move(failed));
    }
    tellMore(act, pushed->pushed);
    act.made = pushed->pushed;
    act.moved = pushed->available;
    act.done = !work.stop.stop_requested();
    const QString words = QStringLiteral("%1 pushed, %2 in stock").arg(act.made).arg(act.moved);
    co_await end(act, doneOf(act.done, words));
    co_return pushed;
}

QCoro::Task<Result<qint64>> ActDesk::voidUnissued(ActOrder who, Work work)
{
    const auto begun = co_await begin(who);
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
    work = told(act, std::move(work));
    work.stop = stop.token();
    auto voided = co_await m_stock.voidUnissued(act.actor, act, work);
    if (voided && m_shared.ending.stop_requested())
        voided = std::unexpected(ending(*voided));
    if (!voided) {
        Error failed = co_await fail(act, voided.error(), false);
        co_return std::unexpected(std::move(failed));
    }
    tellMore(act, *voided);
    act.made = *voided;
    act.done = !work.stop.stop_requested();
    co_await end(act, doneOf(act.done, QStringLiteral("%1 voided").arg(act.made)));
    co_return voided;
}

void ActDesk::tellDone(Event::Kind kind, qint64 number, const QByteArray &code) const
{
    if (number > 0)
        m_shared.tell(kind, number, code);
}

void ActDesk::tellMore(const book::Act &act, qint64 made, const QByteArray &code) const
{
    tellDone(eventOf(act.action), made - act.made, code);
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
    const auto begun = co_await begin(who);
    if (!begun)
        co_return std::unexpected(begun.error());
    book::Act act = begun->act;
    if (act.done)
        co_return readChosenNote(act.note).value_or(VoidedChosen{act.made, {}, 0, 0});
    const EitherStop stop(work.stop, m_shared.ending.get_token());
    work = told(act, std::move(work));
    work.stop = stop.token();
    const auto before = co_await statusesOf(ids);
    auto done = before ? Result<Stock::ChosenVoids>({}) : std::unexpected(before.error());
    if (before)
        done = co_await m_stock.voidChosen(ids, who.actor, act, work);
    if (done && m_shared.ending.stop_requested())
        done = std::unexpected(ending(done->voided));
    const auto after = co_await statusesOf(ids);
    if (done && !after)
        done = std::unexpected(after.error());
    if (!done) {
        Error failed = co_await fail(act, done.error(), false);
        co_return std::unexpected(std::move(failed));
    }
    VoidedChosen result{done->voided, *after, ids.size(), ids.size() - done->reached};
    for (const qint64 some : std::as_const(result.kept))
        result.unknown -= some;
    result.kept.insert(CouponStatus::Void, before->value(CouponStatus::Void) - act.made);
    tellMore(act, result.voided);
    act.made = result.voided;
    act.done = true;
    act.note = chosenNote(result);
    auto noting = keepNote(act);
    co_await noting;
    co_await end(act, doneOf(result.notReached == 0, chosenWords(result)));
    co_return result;
}

Error ActDesk::ending(qint64 made) const
{
    Error error{Trouble::Unavailable, QStringLiteral("the server is being stopped"), {}};
    error.partly = Partly{made, 0};
    return error;
}

book::Act ActDesk::actOf(const ActOrder &who)
{
    book::Act wanted;
    wanted.id = idOf(who);
    wanted.keyed = !who.once.key.isEmpty();
    wanted.fingerprint = QString::fromLatin1(who.once.fingerprint);
    wanted.owner = QString::fromLatin1(m_shared.runId) + u'/' + QString::number(++m_count);
    wanted.actor = who.actor;
    wanted.action = who.action;
    wanted.detail = wanted.keyed ? who.detail + shortKey(who.once.key) : who.detail;
    wanted.total = who.total;
    wanted.note = who.note;
    wanted.announced = who.announced;
    return wanted;
}

QCoro::Task<Result<book::Begun>> ActDesk::begin(ActOrder who)
{
    if (m_shared.ending.stop_requested())
        co_return std::unexpected(
            Error{Trouble::Unavailable, QStringLiteral("the server is being stopped"), {}});
    const book::Act wanted = actOf(who);
    m_mine.insert(wanted.owner);
    auto begun = co_await claim(wanted, -1);
    if (begun && begun->kind == book::Begun::Kind::Running && !m_mine.contains(begun->act.owner)) {
        const auto dead = co_await beatOfDead(begun->act);
        if (dead)
            begun = co_await claim(wanted, *dead);
    }
    if (!begun || begun->kind != book::Begun::Kind::Mine)
        m_mine.remove(wanted.owner);
    if (begun)
        tellBegun(who, *begun);
    if (begun && begun->kind == book::Begun::Kind::Running)
        co_return std::unexpected(
            Error{Trouble::KeyRunning, QStringLiteral("the first request still runs"), {}});
    if (begun && begun->kind == book::Begun::Kind::Mismatch)
        co_return std::unexpected(
            Error{Trouble::KeyMismatch, QStringLiteral("the key was used for another request"), {}});
    co_return begun;
}

QCoro::Task<Result<book::Begun>> ActDesk::claim(book::Act wanted, qint64 deadBeat)
{
    const WallMs now = m_shared.clock.wallMs();
    std::function<Result<book::Begun>(Session &)> work = [wanted, deadBeat, now](Session &session) {
        return book::beginAct(session, wanted, deadBeat, now);
    };
    auto begun = co_await m_shared.journal.write<book::Begun>(work);
    if (!begun && begun.error().trouble == Trouble::Conflict) // Another server began it at the same moment.
        begun = co_await m_shared.journal.write<book::Begun>(work);
    co_return begun;
}

QCoro::Task<std::optional<qint64>> ActDesk::beatOfDead(book::Act act)
{
    for (int tick = 0; tick < patienceTicks; ++tick) {
        const Promised<bool> pause;
        QTimer::singleShot(roundMs, this, [pause] { pause.deliver(true); });
        co_await pause;
        std::function<Result<book::Act>(Session &)> look = [id = act.id](Session &session) {
            return book::readAct(session, id);
        };
        const auto now = co_await m_shared.readers.run<book::Act>(std::move(look));
        if (!now)
            co_return std::nullopt;
        if (now->owner.isEmpty() || now->done)
            co_return act.beat; // Free or done: the next claim handles it.
        if (now->owner != act.owner || now->beat != act.beat)
            co_return std::nullopt;
    }
    co_return act.beat;
}

QCoro::Task<> ActDesk::end(book::Act act, QString result)
{
    const WallMs now = m_shared.clock.wallMs();
    std::function<Result<bool>(Session &)> work = [act, result, now](Session &session) -> Result<bool> {
        const auto ended = book::endAct(session, act, result, now);
        return ended ? Result<bool>(true) : std::unexpected(ended.error());
    };
    const auto ended = co_await m_shared.journal.write<bool>(std::move(work));
    m_shared.jobs.end(act, result);
    m_mine.remove(
        act.owner); // If it could not be written, the server that notices the missing heartbeat writes it.
    if (!ended)
        m_shared.log(QStringLiteral("not in the audit trail yet (%1): %2, %3, %4, %5")
                         .arg(ended.error().detail, act.actor, act.action, act.detail, result));
}

QCoro::Task<Error> ActDesk::fail(book::Act act, Error error, bool pushes)
{
    struct Stand
    {
        qint64 made = 0;
        qint64 undelivered = 0;
    };
    std::function<Result<Stand>(Session &)> look = [id = act.id, pushes](Session &session) -> Result<Stand> {
        const auto now = book::readAct(session, id);
        if (!now)
            return std::unexpected(now.error());
        const auto open = pushes ? book::undelivered(session, id) : Result<qint64>(0);
        return open ? Result<Stand>(Stand{now->made, *open}) : std::unexpected(open.error());
    };
    const auto stand = co_await m_shared.journal.write<Stand>(std::move(look));
    const book::Act before = act;
    if (stand) { // The book's state decides.
        act.made = stand->made;
        const qint64 delivered = pushes ? stand->made - stand->undelivered : 0;
        const qint64 pushed =
            error.partly && act.action == QStringLiteral("add") ? error.partly->pushed : delivered;
        error.partly = stand->made > 0 ? std::optional<Partly>(Partly{stand->made, pushed}) : std::nullopt;
    }
    if (error.partly)
        tellMore(before, error.partly->made);
    m_shared.jobs.fail(act.id, error);
    act.cut = act.cut || m_shared.ending.stop_requested();
    const QString result = act.cut && error.partly ? cutOf(act, error) : resultOf(error);
    co_await end(act, result);
    co_return error;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/act_register.h"

#include "core/async/promised.h"
#include "core/issue/ground/sale_shared.h"

#include <QCryptographicHash>
#include <QUuid>

namespace seonchak {

namespace {

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

} // namespace

ActRegister::ActRegister(SaleShared &shared, ActSweep &sweep)
    : m_shared(shared)
    , m_sweep(sweep)
{
}

book::Act ActRegister::actOf(const ActOrder &who)
{
    book::Act wanted;
    wanted.id = idOf(who);
    wanted.keyed = !who.once.key.isEmpty();
    wanted.fingerprint = QString::fromLatin1(who.once.fingerprint);
    wanted.owner = m_sweep.newOwner();
    wanted.actor = who.actor;
    wanted.action = who.action;
    wanted.detail = wanted.keyed ? who.detail + shortKey(who.once.key) : who.detail;
    wanted.total = who.total;
    wanted.note = who.note;
    wanted.announced = who.announced;
    return wanted;
}

QCoro::Task<Result<book::Begun>> ActRegister::begin(ActOrder who)
{
    if (m_shared.ending.stop_requested())
        co_return std::unexpected(
            Error{Trouble::Unavailable, QStringLiteral("the server is being stopped"), {}});
    const book::Act wanted = actOf(who);
    m_sweep.keep(wanted.owner);
    auto begun = co_await claim(wanted, -1);
    if (begun && begun->kind == book::Begun::Kind::Running && !m_sweep.isOurs(begun->act.owner)) {
        const auto dead = co_await beatOfDead(begun->act);
        if (dead)
            begun = co_await claim(wanted, *dead);
    }
    if (!begun || begun->kind != book::Begun::Kind::Mine)
        m_sweep.release(wanted.owner);
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

QCoro::Task<Result<book::Begun>> ActRegister::claim(book::Act wanted, qint64 deadBeat)
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

/// Waits for a heartbeat of the act's owner; returns the act's last one if there was none, nothing if the
/// owner is alive.
QCoro::Task<std::optional<qint64>> ActRegister::beatOfDead(book::Act act)
{
    for (int tick = 0; tick < patienceTicks; ++tick) {
        const Promised<bool> pause;
        QTimer::singleShot(ActSweep::roundMs, &m_sweep, [pause] { pause.deliver(true); });
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

QCoro::Task<Result<book::Act>> ActRegister::takeCut(QString actor, QString id, QString result)
{
    if (m_shared.ending.stop_requested())
        co_return std::unexpected(
            Error{Trouble::Unavailable, QStringLiteral("the server is being stopped"), {}});
    const QString owner = m_sweep.newOwner();
    m_sweep.keep(owner);
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
        m_sweep.release(owner);
    co_return act;
}

/// A refused act is reported by its own answer.
void ActRegister::tellBegun(const ActOrder &who, const book::Begun &begun) const
{
    if (begun.kind == book::Begun::Kind::Mismatch)
        return;
    if (begun.kind == book::Begun::Kind::Mine)
        m_shared.jobs.begin(begun.act);
    if (who.once.begun)
        who.once.begun(m_shared.jobs.find(begun.act.id).value_or(JobLog::ofAct(begun.act)));
}

QCoro::Task<> ActRegister::keepNote(book::Act act)
{
    if (!act.keyed)
        co_return;
    std::function<Result<bool>(Session &)> work = [act](Session &session) -> Result<bool> {
        const auto noted = book::noteAct(session, act.id, act.note);
        return noted ? Result<bool>(true) : std::unexpected(noted.error());
    };
    (void)co_await m_shared.journal.write<bool>(std::move(work)); // Else a repeat is told the number alone.
}

Work ActRegister::told(const book::Act &act, Work work) const
{
    work.progress = [&jobs = m_shared.jobs, id = act.id, tell = std::move(work.progress)](qint64 done) {
        jobs.progress(id, done);
        if (tell)
            tell(done);
    };
    return work;
}

QCoro::Task<> ActRegister::end(book::Act act, QString result)
{
    const WallMs now = m_shared.clock.wallMs();
    std::function<Result<bool>(Session &)> work = [act, result, now](Session &session) -> Result<bool> {
        const auto ended = book::endAct(session, act, result, now);
        return ended ? Result<bool>(true) : std::unexpected(ended.error());
    };
    const auto ended = co_await m_shared.journal.write<bool>(std::move(work));
    m_shared.jobs.end(act, result);
    // If it could not be written, the server that notices the missing heartbeat writes it.
    m_sweep.release(act.owner);
    if (!ended)
        m_shared.log(QStringLiteral("not in the audit trail yet (%1): %2, %3, %4, %5")
                         .arg(ended.error().detail, act.actor, act.action, act.detail, result));
}

QCoro::Task<Error> ActRegister::fail(book::Act act, Error error, bool pushes)
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

void ActRegister::tellDone(Event::Kind kind, qint64 number, const QByteArray &code) const
{
    if (number > 0)
        m_shared.tell(kind, number, code);
}

void ActRegister::tellMore(const book::Act &act, qint64 made, const QByteArray &code) const
{
    tellDone(eventOf(act.action), made - act.made, code);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/administration/administration.h"

#include "core/database/book/book_audit.h"
#include "core/database/book/book_reads.h"
#include "core/issue/engine/engine.h"
#include "core/issue/ground/sale_shared.h"
#include "core/issue/stock/generate_note.h"

#include <algorithm>

namespace seonchak {

namespace {

/// "refused: …" if the act was not done.
template <typename T>
QString resultOf(const Result<T> &result, const QString &done)
{
    constexpr qsizetype namesMost = 10; // A clash of a whole list would fill the trail.
    if (result)
        return QStringLiteral("done: ") + done;
    QString text = QStringLiteral("refused: ") + result.error().detail;
    for (const auto &name : result.error().names.first(std::min(namesMost, result.error().names.size())))
        text += QStringLiteral(" ") + QString::fromUtf8(name);
    return result.error().names.size() > namesMost ? text + QStringLiteral(" …") : text;
}

QString idText(CouponId id)
{
    return QStringLiteral("coupon %1").arg(id);
}

QString doubtActionOf(DoubtOrder order)
{
    switch (order) {
    case DoubtOrder::Ask:
        return QStringLiteral("ask");
    case DoubtOrder::DeclareIssued:
        return QStringLiteral("declare-issued");
    case DoubtOrder::Restore:
        return QStringLiteral("restore");
    }
    Q_UNREACHABLE();
}

} // namespace

Administration::Administration(SaleShared &shared, Engine &engine)
    : m_shared(shared)
    , m_engine(engine)
    , m_second({shared.options.saleLive && shared.options.secondPerson, shared.journal, shared.readers,
                shared.clock})
{
}

QCoro::Task<Result<Added>> Administration::add(QString actor, QList<QByteArray> codes, bool push, Once once)
{
    const QString detail = QStringLiteral("%1 codes, %2 to %3, push %4")
                               .arg(codes.size())
                               .arg(QString::fromUtf8(codes.isEmpty() ? QByteArray() : codes.first()),
                                    QString::fromUtf8(codes.isEmpty() ? QByteArray() : codes.last()),
                                    push ? QStringLiteral("true") : QStringLiteral("false"));
    const ActOrder who{actor, QStringLiteral("add"), detail, codes.size(), once};
    std::function<QCoro::Task<Result<Added>>()> work = [this, who, codes, push] {
        return m_engine.acts().add(who, codes, push);
    };
    co_return co_await runOn<Result<Added>>(&m_engine, std::move(work));
}

QCoro::Task<Result<Generated>> Administration::generate(QString actor, GenerateOrder order, Work work,
                                                        Once once)
{
    const QString detail =
        QStringLiteral("count %1, prefix \"%2\", length %3, push %4")
            .arg(QString::number(order.count), QString::fromUtf8(order.prefix), QString::number(order.length),
                 order.push ? QStringLiteral("true") : QStringLiteral("false"));
    const QByteArray note = GenerateNote{order, {}}.toBytes();
    const ActOrder who{actor, QStringLiteral("generate"), detail, order.count, once, note};
    std::function<QCoro::Task<Result<Generated>>()> make = [this, who, order,
                                                            told = carried(std::move(work))] {
        return m_engine.acts().generate(who, order, told);
    };
    co_return co_await runOn<Result<Generated>>(&m_engine, std::move(make));
}

Work Administration::carried(Work work)
{
    if (!work.progress)
        return work;
    work.progress = [told = std::move(work.progress), home = TaskHome::current()](qint64 done) {
        home->post([told, done] { told(done); });
    };
    return work;
}

QCoro::Task<Result<Pushed>> Administration::push(QString actor, Work work, Once once)
{
    const ActOrder who{actor, QStringLiteral("push"), QStringLiteral("all staged coupons"), 0, once};
    std::function<QCoro::Task<Result<Pushed>>()> make = [this, who, told = carried(std::move(work))] {
        return m_engine.acts().push(who, told);
    };
    co_return co_await runOn<Result<Pushed>>(&m_engine, std::move(make));
}

QCoro::Task<Result<Coupon>> Administration::rename(QString actor, CouponId id, QByteArray code)
{
    std::function<QCoro::Task<Result<Coupon>>()> work = [this, id, code, actor] {
        return m_engine.stock().renames().rename(id, code, actor);
    };
    // The book forgets the former code, so the trail must record it.
    std::function<Result<std::optional<Coupon>>(Session &)> read = [id](Session &session) {
        return book::byId(session, id);
    };
    const auto before = co_await m_shared.readers.run<std::optional<Coupon>>(std::move(read));
    const auto edited = co_await runOn<Result<Coupon>>(&m_engine, std::move(work));
    const QString former =
        before && *before ? QStringLiteral(", code ") + QString::fromUtf8((*before)->code) : QString();
    const QString detail = idText(id) + former + QStringLiteral(", new code ") + QString::fromUtf8(code);
    if (edited)
        m_shared.tell(Event::Kind::Edited, 0, code);
    co_await note(actor, QStringLiteral("edit"), detail, resultOf(edited, QStringLiteral("edited")));
    co_return edited;
}

QCoro::Task<Result<Coupon>> Administration::voidOne(QString actor, CouponId id)
{
    std::function<QCoro::Task<Result<Coupon>>()> work = [this, id, actor] {
        return m_engine.stock().voids().voidOne(id, actor);
    };
    const auto voided = co_await runOn<Result<Coupon>>(&m_engine, std::move(work));
    if (voided)
        m_shared.tell(Event::Kind::Voided, 1, voided->code);
    const QString done = voided ? QStringLiteral("voided ") + QString::fromUtf8(voided->code) : QString();
    co_await note(actor, QStringLiteral("void"), idText(id), resultOf(voided, done));
    co_return voided;
}

QCoro::Task<Result<VoidPlan>> Administration::planVoid()
{
    std::function<QCoro::Task<Status>()> read = [this] { return m_engine.status(); };
    const Status status = co_await runOn<Status>(&m_engine, std::move(read));
    if (!status.stockKnown)
        co_return failure(Trouble::Unavailable, QStringLiteral("Redis or the database is away"));
    VoidPlan plan;
    plan.staged = status.stock.staged;
    plan.available = status.stock.available;
    plan.inFlight = status.stock.reserved + status.stock.inDoubt;
    plan.issued = status.stock.issued;
    co_return plan;
}

QCoro::Task<Result<qint64>> Administration::voidUnissued(Actor who, Work work, Once once)
{
    const auto passed = co_await m_second.pass(who, Approval::Act::VoidAll, 0, once.key);
    if (!passed)
        co_return std::unexpected(passed.error());
    const ActOrder order{who.told, QStringLiteral("void"),
                         QString(QStringLiteral("every coupon that is not issued") + passed->words), 0, once};
    std::function<QCoro::Task<Result<qint64>>()> make = [this, order, told = carried(std::move(work))] {
        return m_engine.acts().voidUnissued(order, told);
    };
    co_return co_await runOn<Result<qint64>>(&m_engine, std::move(make));
}

QCoro::Task<Result<VoidedChosen>> Administration::voidChosen(QString actor, QList<CouponId> ids, Work work,
                                                             Once once)
{
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.isEmpty() || ids.size() > mostChosen)
        co_return failure(Trouble::BadInput,
                          QStringLiteral("between 1 and %1 coupons are voided at once").arg(mostChosen));
    const QString detail =
        QStringLiteral("%1 chosen coupons, %2 to %3").arg(ids.size()).arg(ids.first()).arg(ids.last());
    ActOrder who{actor, QStringLiteral("void"), detail, ids.size(), once};
    who.announced = true;
    std::function<QCoro::Task<Result<VoidedChosen>>()> make = [this, who, ids,
                                                               told = carried(std::move(work))] {
        return m_engine.acts().voidChosen(who, ids, told);
    };
    co_return co_await runOn<Result<VoidedChosen>>(&m_engine, std::move(make));
}

QCoro::Task<Result<void>> Administration::setPaused(QString actor, bool paused)
{
    std::function<QCoro::Task<Result<bool>>()> work = [this, paused] { return m_engine.pause().set(paused); };
    const auto changed = co_await runOn<Result<bool>>(&m_engine, std::move(work));
    if (changed && *changed)
        m_shared.tell(paused ? Event::Kind::Paused : Event::Kind::Resumed);
    const QString done =
        changed && !*changed
            ? (paused ? QStringLiteral("was paused already") : QStringLiteral("was not paused"))
            : (paused ? QStringLiteral("paused") : QStringLiteral("resumed"));
    const QString action = paused ? QStringLiteral("pause") : QStringLiteral("resume");
    const QString result = resultOf(changed, done);
    co_await note(actor, action, QStringLiteral("issuing"), result);
    co_return changed ? Result<void>{} : std::unexpected(changed.error());
}

QCoro::Task<Result<SaleTimes>> Administration::setTimes(QString actor, SaleTimesChange change, Once once)
{
    using Changed = SaleTimesKeeper::Changed;
    const ActOrder who{actor, QStringLiteral("times"), QStringLiteral("of the sale"), 1, once};
    std::function<QCoro::Task<Result<Changed>>()> work = [this, change, who] {
        const bool keyed = !who.once.key.isEmpty();
        return m_engine.times().change(change,
                                       keyed ? std::optional(m_engine.actRows().actOf(who)) : std::nullopt);
    };
    const auto changed = co_await runOn<Result<Changed>>(&m_engine, std::move(work));
    if (changed && !changed->repeated)
        m_shared.tell(Event::Kind::TimesSet);
    if (!changed || once.key.isEmpty()) { // A keyed change wrote its trail entry in its own commit.
        const QString done = changed ? changed->after.toldAfter(changed->before) : QString();
        const QString result = resultOf(changed, done);
        co_await note(actor, who.action, who.detail, result);
    }
    co_return changed ? Result<SaleTimes>(changed->after) : std::unexpected(changed.error());
}

QCoro::Task<Result<ForeignFound>> Administration::settleForeignKeys(QString actor, ForeignChoice choice)
{
    const auto found = m_shared.foreign.found();
    const bool decided = found && m_shared.foreign.decide(choice, actor);
    const QString detail = QStringLiteral("decided: ") + foreignChoiceName(choice);
    const auto answer =
        decided ? Result<ForeignFound>(*found)
                : failure(Trouble::Conflict, QStringLiteral("there are no keys of another program"));
    co_await note(actor, QStringLiteral("foreign-keys"), detail,
                  resultOf(answer, decided ? m_shared.foreign.sentence(*found) : QString()));
    co_return answer;
}

QCoro::Task<Result<QList<CutAct>>> Administration::cutActs()
{
    std::function<Result<QList<CutAct>>(Session &)> look = [](Session &session) {
        return book::cutActs(session);
    };
    co_return co_await m_shared.readers.run<QList<CutAct>>(std::move(look));
}

QCoro::Task<Result<qint64>> Administration::settleCut(QString actor, QString id, CutChoice choice, Work work)
{
    std::function<QCoro::Task<Result<qint64>>()> settle = [this, actor, id, choice,
                                                           told = carried(std::move(work))] {
        return m_engine.cuts().settle(actor, id, choice, told);
    };
    co_return co_await runOn<Result<qint64>>(&m_engine, std::move(settle));
}

QCoro::Task<Result<DoubtEnd>> Administration::settle(Actor who, qint64 reservation, DoubtOrder order)
{
    SecondPerson::Passed approved;
    if (order != DoubtOrder::Ask) {
        const auto act = order == DoubtOrder::Restore ? Approval::Act::Restore : Approval::Act::DeclareIssued;
        const auto passed = co_await m_second.pass(who, act, reservation, {});
        if (!passed)
            co_return std::unexpected(passed.error());
        approved = *passed;
    }
    const QString actor = who.told;
    std::function<QCoro::Task<Result<DoubtDesk::Ended>>()> work = [this, actor, reservation, order] {
        return m_engine.doubts().settle(reservation, order, actor);
    };
    const auto ended = co_await runOn<Result<DoubtDesk::Ended>>(&m_engine, std::move(work));
    QString detail = QStringLiteral("reservation %1").arg(reservation);
    if (ended)
        detail += QStringLiteral(", code ") + QString::fromUtf8(ended->coupon.code);
    detail += approved.words;
    // Named, not chosen within the call: GCC 12 destroys such a choice twice in a co_await expression.
    QString result;
    if (ended)
        result = DoubtEnd::words(*ended);
    else
        result = QStringLiteral("refused: ") + ended.error().detail;
    const bool changedNothing = !ended || ended->settled.end == Settled::End::StillUnknown;
    if (changedNothing) {
        auto giving = m_second.giveBack(approved);
        co_await giving;
    }
    co_await note(actor, doubtActionOf(order), detail, result);
    if (!ended)
        co_return std::unexpected(ended.error());
    co_return DoubtEnd::of(*ended);
}

QCoro::Task<Result<HookDelivery>> Administration::sendHookAgain(QString actor, qint64 id)
{
    std::function<Result<HookDelivery>(Session &)> work =
        [id, now = m_shared.clock.wallMs()](Session &session) { return book::sendAgain(session, id, now); };
    const auto sent = co_await m_shared.journal.write<HookDelivery>(std::move(work));
    if (!sent)
        co_return sent;
    const QString detail =
        QStringLiteral("delivery %1: %2 to %3").arg(id).arg(sent->event.occurrence, shownHookUrl(sent->url));
    co_await note(actor, QStringLiteral("webhook-send"), detail, QStringLiteral("done: is sent again"));
    co_return sent;
}

QCoro::Task<Result<void>> Administration::record(QString actor, QString action, QString detail,
                                                 QString result)
{
    const AuditEntry entry{0, m_shared.clock.wallMs(), actor, action, detail, result};
    std::function<Result<bool>(Session &)> work = [entry](Session &session) -> Result<bool> {
        const auto written = book::writeAudit(session, entry);
        return written ? Result<bool>(true) : std::unexpected(written.error());
    };
    const auto written = co_await m_shared.journal.write<bool>(std::move(work));
    co_return written ? Result<void>{} : std::unexpected(written.error());
}

void Administration::report(QString actor, QString action, QString detail, QString result)
{
    const AuditEntry entry{0,
                           m_shared.clock.wallMs(),
                           std::move(actor),
                           std::move(action),
                           std::move(detail),
                           std::move(result)};
    m_shared.journal.writeBehind([entry](Session &session) { return book::writeAudit(session, entry); });
}

/// If the trail cannot be written, the log has the entry.
QCoro::Task<> Administration::note(QString actor, QString action, QString detail, QString result)
{
    const auto written = co_await record(actor, action, detail, result);
    if (!written)
        m_shared.log(QStringLiteral("not in the audit trail (%1): %2, %3, %4, %5")
                         .arg(written.error().detail, actor, action, detail, result));
}

} // namespace seonchak

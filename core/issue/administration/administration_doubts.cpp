// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/administration/administration.h"

#include "core/issue/engine/engine.h"

namespace seonchak {

namespace {

QString actionOf(DoubtOrder order)
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

DoubtEnd endOf(const DoubtDesk::Ended &ended)
{
    using End = Settled::End;
    DoubtEnd end;
    end.coupon = ended.coupon;
    end.answer = ended.settled.answer;
    end.kind = ended.settled.end == End::Issued     ? DoubtEnd::Kind::Issued
               : ended.settled.end == End::Restored ? DoubtEnd::Kind::Restored
               : ended.settled.end == End::SetAside ? DoubtEnd::Kind::SetAside
                                                    : DoubtEnd::Kind::StillUnknown;
    return end;
}

QString wordsOf(const DoubtDesk::Ended &ended)
{
    using End = Settled::End;
    const QString words = ended.settled.end == End::Issued
                              ? QStringLiteral("done: issued to user %1").arg(ended.settled.holder)
                          : ended.settled.end == End::Restored ? QStringLiteral("done: restored to the stock")
                          : ended.settled.end == End::SetAside ? QStringLiteral("done: set aside")
                                                               : QStringLiteral("still unknown");
    return ended.settled.answer.isEmpty() ? words : words + QStringLiteral("; ") + ended.settled.answer;
}

} // namespace

QCoro::Task<Result<DoubtEnd>> Administration::askAgain(QString actor, qint64 reservation)
{
    return settle(std::move(actor), reservation, DoubtOrder::Ask);
}

QCoro::Task<Result<DoubtEnd>> Administration::declareIssued(Actor who, qint64 reservation)
{
    return settle(std::move(who), reservation, DoubtOrder::DeclareIssued);
}

QCoro::Task<Result<DoubtEnd>> Administration::restore(Actor who, qint64 reservation)
{
    return settle(std::move(who), reservation, DoubtOrder::Restore);
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
        result = wordsOf(*ended);
    else
        result = QStringLiteral("refused: ") + ended.error().detail;
    const bool changedNothing = !ended || ended->settled.end == Settled::End::StillUnknown;
    if (changedNothing) {
        auto giving = m_second.giveBack(approved);
        co_await giving;
    }
    co_await note(actor, actionOf(order), detail, result);
    if (!ended)
        co_return std::unexpected(ended.error());
    co_return endOf(*ended);
}

} // namespace seonchak

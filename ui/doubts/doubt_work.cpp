// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/doubts/doubt_work.h"

#include "ui/parts/words.h"
#include "ui/port/desk_port.h"

namespace seonchak {

DoubtWork::DoubtWork(DeskPort &port, Asker &asker, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_asker(asker)
{
}

/// One list and one confirmation. Of many the first ones are named, so that a slip of the hand is seen.
Question DoubtWork::questionForMany(Act act, const QList<OpenDoubt> &doubts) const
{
    constexpr qsizetype mostNamed = 8;
    QStringList named;
    for (const OpenDoubt &doubt : doubts.first(std::min(mostNamed, doubts.size())))
        named << tr("%1 of user %2").arg(QString::fromUtf8(doubt.code), QString::number(doubt.user));
    if (doubts.size() > mostNamed)
        named << tr("and %1 more").arg(Words::number(qint64(doubts.size() - mostNamed)));
    const QString many = Words::number(qint64(doubts.size()));
    Question question;
    if (act == Act::AskAgain) {
        question.title = tr("Ask the store again?");
        question.consequence = tr("The store is asked once more about %1 coupons, one after another. Each "
                                  "goes to its user or back to "
                                  "the stock, as the store says. Without an answer nothing changes.")
                                   .arg(many);
        question.action = tr("Ask again");
        question.destructive = false;
        return question;
    }
    const bool issued = act == Act::DeclareIssued;
    question.title = issued ? tr("Were these %1 coupons issued?").arg(many)
                            : tr("Restore these %1 coupons to the stock?").arg(many);
    question.consequence = (issued ? tr("They are booked as issued to their users, for good, and the store "
                                        "is not asked. Do this only "
                                        "when you have seen each of them in the store's own records.")
                                   : tr("The store is asked to forget each of them, then it goes back to the "
                                        "end of the stock. Their "
                                        "users get none of them.")) +
                           QLatin1Char('\n') + named.join(QLatin1Char('\n'));
    question.action = issued ? tr("Book %1 as issued").arg(many) : tr("Restore %1 to the stock").arg(many);
    question.typed = m_port.sale().typed();
    return question;
}

Question DoubtWork::questionFor(Act act, const QList<OpenDoubt> &doubts) const
{
    if (doubts.size() > 1)
        return questionForMany(act, doubts);
    const QString code = QString::fromUtf8(doubts.first().code);
    const QString user = QString::number(doubts.first().user);
    Question question;
    switch (act) {
    case Act::AskAgain:
        question.title = tr("Ask the store again?");
        question.consequence =
            tr("The store is asked once more whether user %1 has coupon %2. If it says yes, the coupon "
               "is issued to this user; if it says no, it goes back to the stock. Without an answer "
               "nothing changes.")
                .arg(user, code);
        question.action = tr("Ask again");
        question.destructive = false;
        return question;
    case Act::DeclareIssued:
        question.title = tr("Was it issued?");
        question.consequence =
            tr("Coupon %1 is booked as issued to user %2, for good, and the store is not asked. Do this only "
               "when you have seen it in the store's own records.")
                .arg(code, user);
        question.action = tr("It was issued");
        break;
    case Act::Restore:
        question.title = tr("Restore to stock?");
        question.consequence =
            tr("The store is asked to forget coupon %1, then it goes back to the end of the stock. User %2 "
               "gets none of it.")
                .arg(code, user);
        question.action = tr("Restore to stock");
        break;
    }
    question.typed = m_port.sale().typed();
    return question;
}

void DoubtWork::begin(Act act, const QList<OpenDoubt> &doubts, QWidget *over)
{
    if (m_atWork || doubts.isEmpty())
        return;
    const QPointer<DoubtWork> self(this);
    m_asker.ask(over, questionFor(act, doubts), [self, act, doubts](bool yes) {
        if (self && yes && !self->m_atWork)
            self->run(act, doubts);
    });
}

void DoubtWork::run(Act act, const QList<OpenDoubt> &doubts)
{
    m_atWork = true;
    const QString code = QString::fromUtf8(doubts.first().code);
    if (doubts.size() > 1) {
        Q_EMIT started(
            tr("Settling %1 coupons, one after another…").arg(Words::number(qint64(doubts.size()))));
        runAll(this, act, doubts);
        return;
    }
    Q_EMIT started(act == Act::AskAgain  ? tr("Asking the store about coupon %1…").arg(code)
                   : act == Act::Restore ? tr("Taking coupon %1 back from the store…").arg(code)
                                         : tr("Booking coupon %1 as issued…").arg(code));
    runOne(this, act, doubts.first());
}

QCoro::Task<Result<DoubtEnd>> DoubtWork::settle(Act act, qint64 reservation)
{
    return act == Act::AskAgain  ? m_port.askAgain(reservation)
           : act == Act::Restore ? m_port.restore(reservation)
                                 : m_port.declareIssued(reservation);
}

QCoro::Task<> DoubtWork::runOne(QPointer<DoubtWork> self, Act act, OpenDoubt doubt)
{
    auto task = self->settle(act, doubt.reservation);
    const auto result = co_await task;
    if (self)
        self->endOne(doubt, result);
}

QCoro::Task<> DoubtWork::runAll(QPointer<DoubtWork> self, Act act, QList<OpenDoubt> doubts)
{
    Sum sum;
    for (const auto &doubt : doubts) {
        auto task = self->settle(act, doubt.reservation);
        const auto result = co_await task;
        if (!self)
            co_return;
        if (result && result->kind == DoubtEnd::Kind::Issued)
            ++sum.issued;
        else if (result && result->kind == DoubtEnd::Kind::Restored)
            ++sum.restored;
        else {
            ++sum.other;
            sum.detail = result ? result->answer : result.error().detail;
        }
    }
    self->endAll(sum);
}

void DoubtWork::endOne(const OpenDoubt &doubt, const Result<DoubtEnd> &result)
{
    const QString code = QString::fromUtf8(doubt.code);
    if (!result) {
        const Error &error = result.error();
        if (error.trouble == Trouble::NotFound)
            return end(true, tr("Coupon %1 is no longer in doubt: it was settled meanwhile.").arg(code));
        if (error.trouble == Trouble::Conflict)
            return end(false,
                       tr("Coupon %1 is being asked about just now. Look again in a few seconds.").arg(code),
                       error.detail);
        return end(false, tr("Coupon %1 is as it was. %2").arg(code, Words::advice(error)), error.detail);
    }
    switch (result->kind) {
    case DoubtEnd::Kind::Issued:
        return end(true, tr("Coupon %1 was issued to user %2.").arg(code, QString::number(doubt.user)),
                   result->answer);
    case DoubtEnd::Kind::Restored:
        return end(true, tr("Coupon %1 is back in the stock.").arg(code), result->answer);
    case DoubtEnd::Kind::SetAside:
        return end(
            false,
            tr("Our book and the store contradict each other about coupon %1, so it was set aside. The "
               "audit trail says why.")
                .arg(code),
            result->answer);
    case DoubtEnd::Kind::StillUnknown:
        break;
    }
    end(false,
        tr("The store gives no clear answer about coupon %1. Nothing changed; try again later.").arg(code),
        result->answer);
}

void DoubtWork::endAll(const Sum &sum)
{
    end(sum.other == 0,
        tr("Settled: %1 issued, %2 back in the stock; %3 are still open.")
            .arg(Words::number(qint64(sum.issued)), Words::number(qint64(sum.restored)),
                 Words::number(qint64(sum.other))),
        sum.detail);
}

void DoubtWork::end(bool fine, const QString &sentence, const QString &detail)
{
    m_atWork = false;
    if (!fine && !detail.isEmpty())
        qWarning("settling a doubt: %s", qUtf8Printable(detail));
    Q_EMIT ended(fine, sentence, detail);
}

} // namespace seonchak

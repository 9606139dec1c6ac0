// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/doubts/doubt_work.h"

#include "ui/parts/moment.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/first_doer.h"
#include "ui/port/page_context.h"
#include "ui/port/under_way.h"

namespace seonchak {

namespace {
constexpr qsizetype mostLookedUp = 20; ///< each is a question to the trail
}

DoubtWork::DoubtWork(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_port(context.port)
    , m_asker(context.asker)
    , m_underWay(context.underWay)
{
}

/// One list and one confirmation. Of many the first ones are named, so that a slip of the hand is seen.
Question DoubtWork::questionForMany(DoubtOrder order, const QList<OpenDoubt> &doubts) const
{
    constexpr qsizetype mostNamed = 8;
    QStringList named;
    for (const OpenDoubt &doubt : doubts.first(std::min(mostNamed, doubts.size())))
        named << tr("%1 of user %2").arg(QString::fromUtf8(doubt.code), QString::number(doubt.user));
    if (doubts.size() > mostNamed)
        named << tr("and %1 more").arg(Words::number(qint64(doubts.size() - mostNamed)));
    const QString many = Words::number(qint64(doubts.size()));
    Question question;
    const bool issued = order == DoubtOrder::DeclareIssued;
    question.title = issued ? tr("Were these %1 coupons issued?").arg(many)
                            : tr("Restore these %1 coupons to the stock?").arg(many);
    question.consequence = (issued ? tr("They are booked as issued to their users, for good, and the store "
                                        "is not asked. Do this only "
                                        "when you have seen each of them in the store's own records.")
                                   : tr("The store is asked to forget each of them, then it goes back to the "
                                        "end of the stock. Their "
                                        "users get none of them."));
    if (m_port.sale().secondPerson)
        question.consequence += u' ' + Words::twoPersons();
    question.consequence += u'\n' + named.join(u'\n');
    question.action = issued ? tr("Book %1 as issued").arg(many) : tr("Restore %1 to the stock").arg(many);
    question.typed = m_port.sale().typed();
    return question;
}

Question DoubtWork::questionFor(DoubtOrder order, const QList<OpenDoubt> &doubts) const
{
    if (doubts.size() > 1)
        return questionForMany(order, doubts);
    const QString code = QString::fromUtf8(doubts.first().code);
    const QString user = QString::number(doubts.first().user);
    Question question;
    if (order == DoubtOrder::DeclareIssued) {
        question.title = tr("Was it issued?");
        question.consequence =
            tr("Coupon %1 is booked as issued to user %2, for good, and the store is not asked. Do this only "
               "when you have seen it in the store's own records.")
                .arg(code, user);
        question.action = tr("Book as issued");
    } else {
        question.title = tr("Restore to stock?");
        question.consequence =
            tr("The store is asked to forget coupon %1, then it goes back to the end of the stock. User %2 "
               "gets none of it.")
                .arg(code, user);
        question.action = tr("Restore to stock");
    }
    if (m_port.sale().secondPerson)
        question.consequence += u' ' + Words::twoPersons();
    question.typed = m_port.sale().typed();
    return question;
}

void DoubtWork::begin(DoubtOrder order, const QList<OpenDoubt> &doubts, QWidget *over)
{
    if (m_atWork || doubts.isEmpty())
        return;
    // The settler does the same by itself: asking again decides nothing that a person would have to confirm.
    if (order == DoubtOrder::Ask)
        return run(order, doubts);
    const QPointer<DoubtWork> self(this);
    m_asker.ask(over, questionFor(order, doubts), [self, order, doubts](bool yes) {
        if (self && yes && !self->m_atWork)
            self->run(order, doubts);
    });
}

void DoubtWork::run(DoubtOrder order, const QList<OpenDoubt> &doubts)
{
    m_atWork = true;
    m_stop = {};
    const QString code = QString::fromUtf8(doubts.first().code);
    const QString sentence =
        doubts.size() > 1
            ? tr("Settling %1 coupons, one after another…").arg(Words::number(qint64(doubts.size())))
        : order == DoubtOrder::Ask     ? tr("Asking the store about coupon %1…").arg(code)
        : order == DoubtOrder::Restore ? tr("Taking coupon %1 back from the store…").arg(code)
                                       : tr("Booking coupon %1 as issued…").arg(code);
    if (m_underWay)
        m_underWay->begin(this, sentence);
    Q_EMIT started(sentence);
    if (doubts.size() == 1) {
        runOne(this, order, doubts.first());
        return;
    }
    Q_EMIT progressed(0, doubts.size());
    runAll(this, m_port, order, doubts, m_stop.get_token());
}

QCoro::Task<> DoubtWork::runOne(QPointer<DoubtWork> self, DoubtOrder order, OpenDoubt doubt)
{
    auto task = self->m_port.settleDoubt(doubt.reservation, order);
    const auto result = co_await task;
    std::optional<AuditEntry> first;
    if (self && !result && result.error().trouble == Trouble::NotFound) {
        auto asked = firstToSettle(self->m_port, doubt);
        first = co_await asked;
    }
    if (self)
        self->endOne(doubt, result, first);
}

QCoro::Task<std::optional<AuditEntry>> DoubtWork::firstToSettle(DeskPort &port, OpenDoubt doubt)
{
    const FirstDoer wanted{
        {QStringLiteral("declare-issued"), QStringLiteral("restore"), QStringLiteral("ask")},
        QStringLiteral("reservation %1").arg(doubt.reservation),
        QStringLiteral("done"),
        doubt.since};
    auto asked = firstDoer(port, wanted);
    const auto first = co_await asked;
    co_return first;
}

QString DoubtWork::endedBy(const QString &code, const std::optional<AuditEntry> &first)
{
    if (!first)
        return tr("Coupon %1 is no longer in doubt: it was settled meanwhile.").arg(code);
    const QString words =
        first->action == QLatin1String("restore")
            ? tr("Coupon %1 is no longer in doubt: %2 gave it back to the stock at %3.")
        : first->action == QLatin1String("declare-issued")
            ? tr("Coupon %1 is no longer in doubt: %2 booked it as issued at %3.")
            : tr("Coupon %1 is no longer in doubt: %2 asked the store at %3, and its answer settled it.");
    return words.arg(code, first->actor, moment::second(first->at));
}

/// A confirmed action is completed even if nobody receives its result.
QCoro::Task<> DoubtWork::runAll(QPointer<DoubtWork> self, DeskPort &port, DoubtOrder order,
                                QList<OpenDoubt> doubts, std::stop_token stop)
{
    Sum sum;
    sum.left = doubts.size();
    for (const auto &doubt : doubts) {
        if (stop.stop_requested())
            break;
        auto task = port.settleDoubt(doubt.reservation, order);
        const auto result = co_await task;
        sum.count(result);
        --sum.left;
        const bool wasFirst = !result && result.error().trouble == Trouble::NotFound;
        if (self && wasFirst && sum.first.size() < mostLookedUp) {
            auto looking = firstToSettle(port, doubt);
            if (const auto first = co_await looking)
                sum.first.append(*first);
        }
        if (self)
            Q_EMIT self->progressed(doubts.size() - sum.left, doubts.size());
    }
    if (self)
        self->endAll(sum);
}

void DoubtWork::Sum::count(const Result<DoubtEnd> &result)
{
    using Kind = DoubtEnd::Kind;
    const auto trouble = result ? std::nullopt : std::optional(result.error().trouble);
    if (trouble == Trouble::NotFound)
        ++meanwhile;
    else if (trouble == Trouble::Conflict)
        ++busy;
    else if (trouble == Trouble::NeedsSecond)
        ++asked;
    else if (trouble || result->kind == Kind::StillUnknown)
        ++open;
    else
        ++(result->kind == Kind::Issued ? issued : result->kind == Kind::Restored ? restored : aside);
    const bool settled = result && (result->kind == Kind::Issued || result->kind == Kind::Restored);
    if (!settled && trouble != Trouble::NotFound)
        detail = result ? result->answer : result.error().detail;
}

void DoubtWork::endOne(const OpenDoubt &doubt, const Result<DoubtEnd> &result,
                       const std::optional<AuditEntry> &first)
{
    const QString code = QString::fromUtf8(doubt.code);
    if (!result) {
        const Error &error = result.error();
        if (error.trouble == Trouble::NotFound)
            return end(true, endedBy(code, first));
        if (error.trouble == Trouble::Conflict)
            return end(false,
                       tr("Coupon %1 is being asked about just now. Look again in a few seconds.").arg(code),
                       error.detail);
        if (error.trouble == Trouble::NeedsSecond)
            return end(
                true,
                tr("Coupon %1 is still in doubt: a second person has five minutes to approve it.").arg(code));
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

/// Who came first, each with how many and when the last; empty where the trail does not say.
QString DoubtWork::meanwhileBy(const QList<AuditEntry> &first)
{
    QStringList names;
    QHash<QString, int> counts;
    QHash<QString, WallMs> last;
    for (const AuditEntry &entry : first) {
        if (counts[entry.actor]++ == 0)
            names << entry.actor;
        last[entry.actor] = std::max(last.value(entry.actor), entry.at);
    }
    QString words;
    for (const QString &name : std::as_const(names))
        words += u' ' +
                 tr("%1 settled %2 of them, the last at %3.")
                     .arg(name, Words::number(qint64(counts.value(name))), moment::second(last.value(name)));
    return words;
}

/// Mentions only results that occurred, except the requested ones, which are always mentioned.
void DoubtWork::endAll(const Sum &sum)
{
    QStringList sentences{
        tr("Settled: %1 issued, %2 back in the stock, %3 still open.")
            .arg(Words::number(sum.issued), Words::number(sum.restored), Words::number(sum.open))};
    const auto add = [&sentences](qint64 many, const QString &sentence) {
        if (many > 0)
            sentences << sentence.arg(Words::number(many));
    };
    add(sum.asked, tr("Waiting for a second person, who has five minutes: %1."));
    add(sum.meanwhile, tr("Settled meanwhile: %1.") + meanwhileBy(sum.first));
    add(sum.aside, tr("Set aside: %1; our book and the store contradict each other."));
    add(sum.busy, tr("Being asked about just now: %1; look again in a few seconds."));
    add(sum.left, tr("Stopped before the last %1."));
    end(sum.open + sum.busy + sum.aside == 0, sentences.join(QLatin1Char(' ')), sum.detail);
}

void DoubtWork::end(bool fine, const QString &sentence, const QString &detail)
{
    m_atWork = false;
    if (m_underWay)
        m_underWay->end(this);
    if (!fine && !detail.isEmpty())
        qWarning("settling a doubt: %s", qUtf8Printable(detail));
    Q_EMIT ended(fine, sentence, detail);
}

} // namespace seonchak

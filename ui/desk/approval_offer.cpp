// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/approval_offer.h"

#include "ui/desk/approval_words.h"
#include "ui/parts/action_button.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"
#include "ui/port/under_way.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <array>

namespace seonchak {

using Weight = ActionButton::Weight;
using theme::Tone;

namespace {

/// Requests that this user can act on come before requests that wait for somebody else.
int rankOf(const Approval &one)
{
    using State = Approval::State;
    if (one.own)
        return one.state == State::Approved ? 0 : one.state == State::Declined ? 2 : 3;
    return one.state == State::Waiting ? 1 : 4;
}
constexpr int nobodysConcern = 4;

bool isOneOffer(const Approval &one, const Approval &other)
{
    return one.act == other.act && one.actor == other.actor && one.state == other.state &&
           one.own == other.own && one.second == other.second;
}

} // namespace

ApprovalOffer::ApprovalOffer(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_port(context.port)
    , m_asker(context.asker)
    , m_underWay(*context.underWay)
    , m_what(new ToneLabel(QStringLiteral("approvalWhat"), this))
    , m_sentence(new ToneLabel(QStringLiteral("approvalSentence"), this))
    , m_approve(new ActionButton(QStringLiteral("approvalApprove"), tr("Approve…"), {},
                                 tr("You are the second person"), Weight::Main, this))
    , m_carryOut(new ActionButton(QStringLiteral("approvalCarryOut"), tr("Carry out"), {},
                                  tr("Does what you have asked for and somebody else has approved"),
                                  Weight::Danger, this))
    , m_decline(
          new ActionButton(QStringLiteral("approvalDecline"), tr("Decline"), {}, {}, Weight::Quiet, this))
    , m_close(new ActionButton(QStringLiteral("approvalClose"), tr("Close"), {}, {}, Weight::Quiet, this))
{
    setObjectName(QStringLiteral("approvalOffer"));
    layOut();
    connect(m_approve, &QPushButton::clicked, this, [this] { choose(Choice::Approve); });
    connect(m_carryOut, &QPushButton::clicked, this, [this] { choose(Choice::CarryOut); });
    connect(m_decline, &QPushButton::clicked, this, [this] { choose(Choice::Decline); });
    connect(m_close, &QPushButton::clicked, this, &ApprovalOffer::close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(periodMs);
    hide();
}

void ApprovalOffer::layOut()
{
    m_what->setScale(1.0, true);
    for (auto *label : {m_what, m_sentence})
        label->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_what);
    words->addWidget(m_sentence);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 9, 16, 9);
    row->setSpacing(10);
    row->addLayout(words, 1);
    for (auto *button : {m_approve, m_carryOut, m_decline, m_close})
        row->addWidget(button);
}

void ApprovalOffer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor tone = theme::colour(palette(), m_what->tone());
    painter.fillRect(rect(), theme::mix(tone, theme::card(palette()), 0.12));
    painter.fillRect(0, height() - 1, width(), 1, theme::mix(tone, theme::card(palette()), 0.35));
}

/// Queries the requests if the sale needs two persons and this window is not working on one.
void ApprovalOffer::show(const Reading &reading)
{
    if (m_stage == Stage::Offered)
        bar();
    if (!reading.isHeard() || m_looking || m_stage == Stage::AtWork || m_timer.isActive() ||
        !m_port.sale().secondPerson)
        return;
    m_looking = true;
    m_timer.start();
    look(this, m_port);
}

QCoro::Task<> ApprovalOffer::look(QPointer<ApprovalOffer> self, DeskPort &port)
{
    auto task = port.approvals();
    const auto open = co_await task;
    if (self)
        self->take(open);
}

void ApprovalOffer::take(const Result<QList<Approval>> &open)
{
    m_looking = false;
    if (!open || m_stage == Stage::AtWork || m_stage == Stage::Told)
        return;
    QList<Approval> mine;
    for (const Approval &one : *open) {
        const bool isOld = one.state == Approval::State::Declined && one.id <= m_closed;
        if (rankOf(one) < nobodysConcern && !isOld)
            mine.append(one);
    }
    if (mine.isEmpty()) {
        m_offered.clear();
        return setStage(Stage::None);
    }
    const Approval first = *std::ranges::min_element(mine, {}, rankOf);
    QList<Approval> what;
    std::ranges::copy_if(mine, std::back_inserter(what),
                         [&first](const Approval &one) { return isOneOffer(one, first); });
    if (what != m_offered || m_stage != Stage::Offered)
        offer(what);
}

void ApprovalOffer::offer(const QList<Approval> &what)
{
    m_offered = what;
    const bool isDeclined = what.first().state == Approval::State::Declined;
    m_what->setTone(isDeclined ? Tone::Bad : Tone::Waiting);
    m_sentence->setTone(Tone::Plain);
    m_what->setText(ApprovalWords::title(what));
    m_sentence->setText(ApprovalWords::sentence(what));
    m_decline->setWords(what.first().own ? tr("Withdraw") : tr("Decline"));
    setStage(Stage::Offered);
}

void ApprovalOffer::setStage(Stage stage)
{
    using State = Approval::State;
    m_stage = stage;
    const bool offered = stage == Stage::Offered;
    const bool own = offered && m_offered.first().own;
    const bool isOver = offered && m_offered.first().state == State::Declined;
    m_approve->setVisible(offered && !own);
    m_carryOut->setVisible(own && m_offered.first().state == State::Approved);
    m_decline->setVisible(offered && !isOver);
    m_close->setVisible(isOver || stage == Stage::AtWork || stage == Stage::Told);
    m_close->setWords(stage == Stage::AtWork ? tr("Stop") : tr("Close"));
    setVisible(stage != Stage::None);
    if (offered)
        bar();
    update();
}

/// Disables the buttons if the user's role does not permit the act.
void ApprovalOffer::bar()
{
    const bool voids = m_offered.first().act == Approval::Act::VoidAll;
    const QString why = m_port.barred(voids ? DeskAct::Administer : DeskAct::Operate);
    for (auto *button : {m_approve, m_carryOut, m_decline}) {
        button->setEnabled(why.isEmpty());
        if (button != m_decline)
            button->setHelp(!why.isEmpty()        ? why
                            : button == m_approve ? tr("You are the second person")
                                                  : tr("Does what you have asked for and somebody else has "
                                                       "approved"));
    }
}

Question ApprovalOffer::question() const
{
    Question question;
    question.title = tr("Are you the second person?");
    question.consequence = ApprovalWords::consequence(m_offered);
    question.action = tr("Approve");
    question.typed = m_port.sale().typed();
    return question;
}

void ApprovalOffer::choose(Choice choice)
{
    if (choice != Choice::Approve)
        return begin(choice);
    const QPointer<ApprovalOffer> self(this);
    m_asker.ask(window(), question(), [self, asked = m_offered](bool yes) {
        if (self && yes && self->m_stage == Stage::Offered && self->m_offered == asked)
            self->begin(Choice::Approve);
    });
}

void ApprovalOffer::begin(Choice choice)
{
    m_stop = {};
    const QPointer<ApprovalOffer> self(this);
    const Work work{[self](qint64 done) {
                        if (self && self->m_stage == Stage::AtWork)
                            self->m_sentence->setText(tr("Done so far: %1").arg(Words::number(done)));
                    },
                    m_stop.get_token()};
    m_sentence->setText(tr("Working…"));
    if (choice == Choice::CarryOut)
        m_underWay.begin(this, tr("What a second person has approved is being carried out."));
    setStage(Stage::AtWork);
    run(this, m_port, choice, m_offered, work);
}

QCoro::Task<Result<qint64>> ApprovalOffer::runOne(DeskPort &port, Choice choice, Approval what, Work work)
{
    if (choice != Choice::CarryOut) {
        auto deciding = choice == Choice::Approve ? port.approve(what.id) : port.declineApproval(what.id);
        const auto decided = co_await deciding;
        co_return decided ? Result<qint64>(1) : std::unexpected(decided.error());
    }
    if (what.act == Approval::Act::VoidAll) {
        auto voiding = port.voidUnissued(std::move(work));
        const auto voided = co_await voiding;
        co_return voided;
    }
    const bool restores = what.act == Approval::Act::Restore;
    auto settling =
        port.settleDoubt(what.subject, restores ? DoubtOrder::Restore : DoubtOrder::DeclareIssued);
    const auto end = co_await settling;
    if (!end)
        co_return std::unexpected(end.error());
    co_return end->kind == (restores ? DoubtEnd::Kind::Restored : DoubtEnd::Kind::Issued) ? 1 : 0;
}

QCoro::Task<> ApprovalOffer::run(QPointer<ApprovalOffer> self, DeskPort &port, Choice choice,
                                 QList<Approval> what, Work work)
{
    Sum sum;
    for (const Approval &one : what) {
        if (work.stop.stop_requested())
            break;
        auto running = runOne(port, choice, one, work);
        const auto result = co_await running;
        if (result)
            sum.done += *result;
        else
            sum.error = result.error();
        if (!result || *result == 0)
            ++sum.left;
    }
    if (self)
        self->end(choice, what, sum);
}

void ApprovalOffer::end(Choice choice, const QList<Approval> &what, const Sum &sum)
{
    m_underWay.end(this);
    m_timer.stop(); // The next show() queries the requests immediately.
    if (sum.error && sum.done == 0) {
        m_what->setTone(Tone::Bad);
        m_sentence->setText(ApprovalWords::refused(*sum.error));
        return setStage(Stage::Told);
    }
    if (choice == Choice::CarryOut) {
        m_what->setTone(Tone::Good);
        m_sentence->setText(ApprovalWords::carriedOut(what, sum.done, sum.left));
        return setStage(Stage::Told);
    }
    m_closed = std::max(m_closed, what.last().id); // The user's own decision need not be shown.
    m_offered.clear();
    setStage(Stage::None);
}

void ApprovalOffer::close()
{
    if (m_stage == Stage::AtWork) {
        m_stop.request_stop();
        return;
    }
    if (!m_offered.isEmpty())
        m_closed = std::max(m_closed, m_offered.last().id);
    m_offered.clear();
    setStage(Stage::None);
    m_timer.stop();
}

} // namespace seonchak

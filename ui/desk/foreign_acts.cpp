// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/foreign_acts.h"

#include "ui/parts/action_button.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QPointer>

namespace seonchak {

using Weight = ActionButton::Weight;

ForeignActs::ForeignActs(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_port(context.port)
    , m_asker(context.asker)
    , m_adopt(new ActionButton(QStringLiteral("foreignAdopt"), tr("Take over…"), {},
                               tr("Its codes become coupons, its users keep theirs"), Weight::Main, this))
    , m_discard(new ActionButton(QStringLiteral("foreignDiscard"), tr("Delete them…"), {},
                                 tr("Deletes these keys and fills Redis from the database"), Weight::Danger,
                                 this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_adopt);
    layout->addWidget(m_discard);
    connect(m_adopt, &QPushButton::clicked, this, [this] { ask(ForeignChoice::Adopt); });
    connect(m_discard, &QPushButton::clicked, this, [this] { ask(ForeignChoice::Discard); });
    hide();
}

void ForeignActs::show(const Reading &reading)
{
    const auto &found = reading.status.foreign;
    if (!found || !reading.answered) { // Keys found later need a new decision.
        m_adopt->setEnabled(true);
        m_discard->setEnabled(true);
    }
    if (found)
        m_found = *found;
    setVisible(found && reading.answered && !reading.silent);
}

Question ForeignActs::questionFor(ForeignChoice choice) const
{
    Question question;
    if (choice == ForeignChoice::Adopt) {
        question.title = tr("Take the other program's coupons over?");
        question.consequence =
            tr("The codes of the list (%1) become coupons in stock, and the users (%2) keep the coupons they "
               "have. What cannot be taken over is named in the audit trail and kept in Redis under another "
               "name. "
               "Stop the other program first: afterwards Redis is ours.")
                .arg(Words::number(m_found.codes), Words::number(m_found.users));
        question.action = tr("Take over");
        question.destructive = false;
        return question;
    }
    question.title = tr("Delete the other program's keys?");
    question.consequence =
        tr("Codes: %1, user keys: %2, other keys: %3. They are deleted from Redis for "
           "good, and who has a coupon by them has none any more.")
            .arg(Words::number(m_found.codes), Words::number(m_found.users), Words::number(m_found.others));
    question.action = tr("Delete them");
    const SaleSign sale = m_port.sale();
    question.typed = sale.typed();
    return question;
}

void ForeignActs::ask(ForeignChoice choice)
{
    const QPointer<ForeignActs> self(this);
    m_asker.ask(window(), questionFor(choice), [self, choice](bool yes) {
        if (self && yes)
            self->decide(choice);
    });
}

void ForeignActs::decide(ForeignChoice choice)
{
    m_adopt->setEnabled(false); // It is under way; the next readings say when it is done.
    m_discard->setEnabled(false);
    m_port.settleForeignKeys(choice);
}

} // namespace seonchak

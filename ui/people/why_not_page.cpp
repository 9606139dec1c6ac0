// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/why_not_page.h"

#include "ui/parts/action_button.h"
#include "ui/parts/card.h"
#include "ui/parts/copy_text.h"
#include "ui/parts/field_look.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/words.h"
#include "ui/people/why_reply.h"
#include "ui/people/why_words.h"
#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr int replyLines = 5;
}

WhyNotPage::WhyNotPage(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_field(new QLineEdit(this))
    , m_state(new StatePanel(QStringLiteral("whyState"), this))
    , m_verdict(new ToneLabel(QStringLiteral("whyVerdict"), this))
    , m_facts(new ToneLabel(QStringLiteral("whyFacts"), this))
    , m_korean(new QPlainTextEdit(this))
    , m_english(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("whyNotPage"));
    auto *search = searchCard();
    auto *answer = new QWidget(this);
    auto *answers = new QVBoxLayout(answer);
    answers->setContentsMargins(0, 0, 0, 0);
    answers->setSpacing(10);
    answers->addWidget(verdictCard());
    m_replies = replyCard();
    answers->addWidget(m_replies);
    answers->addStretch(1);
    auto *middle = new QWidget(this);
    m_stack = new QStackedLayout(middle);
    m_stack->addWidget(answer);
    m_stack->addWidget(m_state);
    m_stack->setCurrentIndex(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(search);
    layout->addWidget(middle, 1);
    connect(m_state, &StatePanel::retryAsked, this, &WhyNotPage::refresh);
    // An answer stands only beside the user whom it is about.
    connect(m_field, &QLineEdit::textEdited, this, &WhyNotPage::clear);
    clear();
}

void WhyNotPage::clear()
{
    ++m_question;
    m_user = 0;
    m_state->show(StatePanel::State::Empty, tr("Who asks?"),
                  tr("Type the user ID of somebody who got no coupon and press Enter. The answer says why, "
                     "with a reply ready to send."));
    m_stack->setCurrentIndex(1);
}

QWidget *WhyNotPage::searchCard()
{
    auto *card = new Card(QStringLiteral("whySearch"), this);
    m_field->setObjectName(QStringLiteral("whyField"));
    m_field->setClearButtonEnabled(true);
    m_fieldFrame = new LabelledField(tr("User &ID"), m_field, card);
    styleField(*m_field);
    auto *go =
        new ActionButton(QStringLiteral("whyGo"), tr("Why not?"), {},
                         tr("Looks for every trace of this user (Enter)"), ActionButton::Weight::Main, card);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(m_fieldFrame, 1);
    layout->addWidget(go, 0, Qt::AlignVCenter);
    connect(m_field, &QLineEdit::returnPressed, this, &WhyNotPage::search);
    connect(go, &QPushButton::clicked, this, &WhyNotPage::search);
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_field, [this] {
        m_field->setFocus();
        m_field->selectAll();
    });
    return card;
}

QWidget *WhyNotPage::verdictCard()
{
    auto *card = new Card(QStringLiteral("whyCard"), this);
    m_verdict->setScale(1.5, true);
    m_verdict->setWordWrap(true);
    m_facts->setWordWrap(true);
    m_biography = new ActionButton(QStringLiteral("whyBiography"), tr("The coupon's biography"),
                                   QKeySequence(QStringLiteral("Ctrl+B")),
                                   tr("The whole life of this coupon"), ActionButton::Weight::Quiet, card);
    connect(m_biography, &QPushButton::clicked, this, [this] { Q_EMIT biographyAsked(m_code); });
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(8);
    layout->addWidget(m_verdict);
    layout->addWidget(m_facts);
    layout->addWidget(m_biography, 0, Qt::AlignLeft);
    return card;
}

QWidget *WhyNotPage::replyCard()
{
    auto *card = new Card(QStringLiteral("whyReplies"), this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(12);
    layout->addWidget(reply("whyKorean", tr("Reply in Korean"), m_korean));
    auto *english = reply("whyEnglish", tr("Reply in English"), m_english);
    english->setVisible(WhyWords::isEnglish());
    layout->addWidget(english);
    return card;
}

QWidget *WhyNotPage::reply(const char *name, const QString &title, QPlainTextEdit *text)
{
    auto *box = new QWidget(this);
    auto *words = new ToneLabel(QLatin1String(name) + QStringLiteral("Title"), box);
    words->setScale(1, true);
    words->setText(title);
    text->setParent(box);
    styleField(*text);
    text->setObjectName(QLatin1String(name));
    text->setAccessibleName(title);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFixedHeight(text->fontMetrics().lineSpacing() * replyLines + 14);
    const bool main = text == m_korean;
    auto *copy = new ActionButton(QLatin1String(name) + QStringLiteral("Copy"), tr("Copy reply"),
                                  QKeySequence(main ? QStringLiteral("Ctrl+Shift+C") : QString()),
                                  tr("Ready to be pasted into an answer"),
                                  main ? ActionButton::Weight::Main : ActionButton::Weight::Quiet, box);
    connect(copy, &QPushButton::clicked, text, [text, copy] { copyText(text->toPlainText(), *copy); });
    auto *head = new QHBoxLayout;
    head->addWidget(words, 1);
    head->addWidget(copy);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(text);
    return box;
}

void WhyNotPage::search()
{
    const QByteArray text = m_field->text().trimmed().toUtf8();
    const auto user = parseId(text);
    m_fieldFrame->setError(user             ? QString()
                           : text.isEmpty() ? tr("Type a user ID first.")
                                            : tr("A user ID is a whole number from 1, without signs."));
    if (user)
        return ask(*user);
    clear();
    m_field->setFocus();
}

void WhyNotPage::ask(qint64 user)
{
    m_field->setText(QString::number(user));
    if (user <= 0)
        return search(); // It says what is wrong with it.
    m_fieldFrame->setError({});
    m_user = user;
    refresh();
}

void WhyNotPage::refresh()
{
    if (m_user == 0)
        return;
    m_state->showLoading();
    m_stack->setCurrentIndex(1);
    run(this, m_context.port, m_user, ++m_question);
}

QCoro::Task<> WhyNotPage::run(QPointer<WhyNotPage> self, DeskPort &port, UserId user, int question)
{
    auto task = port.whyNot(user);
    const auto why = co_await task;
    if (self && self->m_question == question)
        self->take(why);
}

void WhyNotPage::take(const Result<WhyNot> &why)
{
    if (why)
        return showAnswer(*why);
    qWarning("the question about a user was not answered: %s", qUtf8Printable(why.error().detail));
    const bool away = why.error().trouble == Trouble::Unavailable;
    m_state->show(away ? StatePanel::State::Disconnected : StatePanel::State::Error,
                  away ? tr("Redis or the database is away") : tr("There is no answer"),
                  Words::advice(why.error()), tr("Try again"));
    m_stack->setCurrentIndex(1);
}

void WhyNotPage::showAnswer(const WhyNot &why)
{
    m_verdict->setTone(WhyWords::tone(why.verdict));
    m_verdict->setText(WhyWords::verdict(why));
    m_facts->setText(WhyWords::facts(why).join(QLatin1Char('\n')));
    m_code = why.coupon ? why.coupon->code : QByteArray();
    m_biography->setVisible(!m_code.isEmpty());
    const QString sale = m_context.port.sale().name;
    const bool over = m_context.pulse.last().status.sale.state == SaleView::State::Closed;
    m_korean->setPlainText(WhyReply::korean(why, sale, over));
    m_english->setPlainText(WhyReply::english(why, sale, over));
    m_replies->setVisible(!m_korean->document()->isEmpty());
    m_stack->setCurrentIndex(0);
}

} // namespace seonchak

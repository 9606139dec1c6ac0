// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/biography_page.h"

#include "core/coupon/code_text.h"
#include "ui/parts/action_button.h"
#include "ui/parts/card.h"
#include "ui/parts/copy_text.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/field_look.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/moment.h"
#include "ui/parts/pill.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/words.h"
#include "ui/people/timeline.h"
#include "ui/port/desk_port.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace seonchak {

BiographyPage::BiographyPage(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_field(new QLineEdit(this))
    , m_state(new StatePanel(QStringLiteral("biographyState"), this))
    , m_title(new FitLabel(QStringLiteral("biographyCode"), this))
    , m_status(new Pill(QStringLiteral("biographyStatus"), this))
    , m_facts(new ToneLabel(QStringLiteral("biographyFacts"), this))
    , m_note(new ToneLabel(QStringLiteral("biographyNote"), this))
    , m_timeline(new Timeline(QStringLiteral("biographyTimeline"), this))
{
    setObjectName(QStringLiteral("biographyPage"));
    auto *middle = new QWidget(this);
    m_stack = new QStackedLayout(middle);
    auto *search = searchCard();
    m_stack->addWidget(lifeCard());
    m_stack->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(search);
    layout->addWidget(middle, 1);
    connect(m_state, &StatePanel::retryAsked, this, &BiographyPage::refresh);
    connect(m_user, &QPushButton::clicked, this, [this] {
        if (m_owner)
            Q_EMIT userAsked(*m_owner);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { copyText(m_title->text(), *m_copy); });
    // A life stands only beside the code that it is of.
    connect(m_field, &QLineEdit::textEdited, this, &BiographyPage::clear);
    clear();
}

void BiographyPage::clear()
{
    ++m_question;
    m_code.clear();
    m_alike = false;
    showState(int(StatePanel::State::Empty), tr("Whose life?"),
              tr("Type a coupon's code above and press Enter, or open one from the list of coupons."));
}

QWidget *BiographyPage::searchCard()
{
    auto *card = new Card(QStringLiteral("biographySearch"), this);
    m_field->setObjectName(QStringLiteral("biographyField"));
    m_field->setClearButtonEnabled(true);
    m_fieldFrame = new LabelledField(tr("Coupon c&ode"), m_field, card);
    styleField(*m_field);
    auto *go = new ActionButton(QStringLiteral("biographyGo"), tr("Show its life"), {},
                                tr("Everything the book knows of this coupon (Enter)"),
                                ActionButton::Weight::Main, card);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(m_fieldFrame, 1);
    layout->addWidget(go, 0, Qt::AlignVCenter);
    connect(m_field, &QLineEdit::returnPressed, this, &BiographyPage::search);
    connect(go, &QPushButton::clicked, this, &BiographyPage::search);
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_field, [this] {
        m_field->setFocus();
        m_field->selectAll();
    });
    return card;
}

QWidget *BiographyPage::couponCard()
{
    auto *card = new Card(QStringLiteral("biographyCard"), this);
    m_facts->setTone(theme::Tone::Muted);
    m_facts->setWordWrap(true);
    m_note->setTone(theme::Tone::Waiting);
    m_note->setWordWrap(true);
    m_user =
        new ActionButton(QStringLiteral("biographyUser"), {}, QKeySequence(QStringLiteral("Ctrl+U")),
                         tr("Why this user got it, or what became of it"), ActionButton::Weight::Quiet, card);
    m_copy = new ActionButton(QStringLiteral("biographyCopy"), tr("Copy code"), {}, {},
                              ActionButton::Weight::Quiet, card);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title, 1);
    head->addWidget(m_status);
    head->addWidget(m_user);
    head->addWidget(m_copy);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_facts);
    layout->addWidget(m_note);
    return card;
}

QWidget *BiographyPage::lifeCard()
{
    auto *life = new QWidget(this);
    auto *card = new Card(QStringLiteral("biographyLife"), life);
    m_timeline->setParent(card);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(4, 8, 4, 8);
    inside->addWidget(m_timeline);
    auto *layout = new QVBoxLayout(life);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(couponCard());
    layout->addWidget(card, 1);
    return life;
}

void BiographyPage::search()
{
    show(trimmedCode(m_field->text()));
}

void BiographyPage::show(const QByteArray &code)
{
    m_field->setText(QString::fromUtf8(code));
    const bool possible = isValidCode(code);
    m_fieldFrame->setError(possible ? QString()
                           : code.isEmpty()
                               ? tr("Type a code first.")
                               : tr("This cannot be a code: 1 to 64 bytes without white space."));
    if (!possible) {
        clear();
        return m_field->setFocus();
    }
    m_code = code;
    m_alike = false;
    refresh();
}

void BiographyPage::refresh()
{
    if (m_code.isEmpty())
        return;
    m_state->showLoading();
    m_stack->setCurrentIndex(1);
    run(this, m_context.port, m_code, ++m_question);
}

QCoro::Task<> BiographyPage::run(QPointer<BiographyPage> self, DeskPort &port, QByteArray code, int question)
{
    auto task = port.biography(code);
    const auto found = co_await task;
    if (self && self->m_question == question)
        self->take(found);
}

void BiographyPage::take(const Result<std::optional<Biography>> &found)
{
    if (found && *found)
        return showBiography(**found);
    if (!found)
        return showFailure(found.error());
    if (m_alike)
        return showNone();
    runAlike(this, m_context.port, m_code, m_question);
}

/// A code read aloud does not distinguish capital letters.
QCoro::Task<> BiographyPage::runAlike(QPointer<BiographyPage> self, DeskPort &port, QByteArray code,
                                      int question)
{
    constexpr int most = 100; // Longer codes that have this one within may come before it.
    book::Filter filter;
    filter.codePart = code;
    filter.limit = most;
    auto task = port.coupons(filter);
    const auto found = co_await task;
    if (self && self->m_question == question)
        self->takeAlike(found);
}

/// One of them is shown; with several it is unknown which is meant.
void BiographyPage::takeAlike(const Result<CouponPage> &found)
{
    if (!found)
        return showFailure(found.error());
    QStringList alike;
    for (const Coupon &coupon : found->items) {
        const QString one = QString::fromUtf8(coupon.code);
        if (one.compare(QString::fromUtf8(m_code), Qt::CaseInsensitive) == 0)
            alike << one;
    }
    if (alike.size() > 1)
        return showState(int(StatePanel::State::Empty), tr("Which of them?"),
                         tr("These codes differ only in small and capital letters: %1")
                             .arg(alike.join(QStringLiteral(", "))));
    if (alike.isEmpty())
        return showNone();
    m_alike = true;
    m_code = alike.first().toUtf8();
    refresh();
}

void BiographyPage::showNone()
{
    showState(int(StatePanel::State::Empty), tr("There is no such coupon"),
              tr("No coupon has this code now, in small or capital letters, and none that was edited had "
                 "it."));
}

void BiographyPage::showFailure(const Error &error)
{
    qWarning("a coupon's life could not be read: %s", qUtf8Printable(error.detail));
    const bool away = error.trouble == Trouble::Unavailable;
    showState(int(away ? StatePanel::State::Disconnected : StatePanel::State::Error),
              away ? tr("The database is away") : tr("This life could not be read"), Words::advice(error),
              tr("Try again"));
}

void BiographyPage::showBiography(const Biography &biography)
{
    const Coupon &coupon = biography.coupon;
    m_title->setText(QString::fromUtf8(coupon.code));
    m_status->show(CouponWords::tone(coupon.status), CouponWords::status(coupon.status), {});
    QStringList facts{tr("No. %1").arg(coupon.id), tr("created %1").arg(moment::exact(coupon.createdAt))};
    if (coupon.issuedAt)
        facts << tr("issued %1").arg(moment::exact(*coupon.issuedAt));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    const bool renamed = coupon.code != m_code;
    m_note->setText(
        renamed
            ? tr("The code %1 was changed: this is the coupon that had it.").arg(QString::fromUtf8(m_code))
        : m_alike ? tr("It was looked for as %1, in other small and capital letters.").arg(m_field->text())
                  : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_owner = coupon.userId;
    m_user->setVisible(m_owner.has_value());
    if (m_owner)
        m_user->setWords(tr("User %1").arg(*m_owner));
    m_timeline->show(biography.events);
    m_stack->setCurrentIndex(0);
}

void BiographyPage::showState(int state, const QString &title, const QString &sentence, const QString &action)
{
    m_state->show(StatePanel::State(state), title, sentence, action);
    m_stack->setCurrentIndex(1);
}

} // namespace seonchak

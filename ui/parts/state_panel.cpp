// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/state_panel.h"

#include "ui/parts/action_button.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr int sentenceWidth = 460;
constexpr double lamp = 12;
constexpr int lampRoom = 34;

theme::Tone toneOf(StatePanel::State state)
{
    switch (state) {
    case StatePanel::State::Empty:
        return theme::Tone::Stale;
    case StatePanel::State::Loading:
        return theme::Tone::Waiting;
    case StatePanel::State::Error:
    case StatePanel::State::Disconnected:
        break;
    }
    return theme::Tone::Bad;
}
} // namespace

StatePanel::StatePanel(const QString &name, QWidget *parent)
    : Card(name, parent)
    , m_title(new ToneLabel(name + QStringLiteral("Title"), this))
    , m_sentence(new ToneLabel(name + QStringLiteral("Sentence"), this))
    , m_retry(new ActionButton(name + QStringLiteral("Retry"), {}, {}, {}, ActionButton::Weight::Quiet, this))
{
    m_title->setScale(1.25, true);
    m_title->setAlignment(Qt::AlignCenter);
    m_sentence->setTone(theme::Tone::Muted);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_sentence->setFixedWidth(sentenceWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addSpacing(lampRoom);
    layout->addWidget(m_title);
    // In a row of its own, which asks the sentence for its height at its own width and not at the panel's.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_sentence);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_retry, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_retry, &QPushButton::clicked, this, &StatePanel::retryAsked);
    showLoading();
}

void StatePanel::show(State state, const QString &title, const QString &sentence, const QString &action)
{
    m_state = state;
    m_title->setText(title);
    m_sentence->setText(sentence);
    // A layout would give it the height of its unwrapped text.
    m_sentence->setFixedHeight(m_sentence->heightForWidth(sentenceWidth));
    m_retry->setText(action);
    m_retry->setAccessibleName(action);
    m_retry->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    update();
}

void StatePanel::showLoading()
{
    show(State::Loading, tr("Loading…"), tr("This takes a moment. Nothing has to be done."));
}

void StatePanel::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor tone = theme::colour(palette(), toneOf(m_state));
    const QPointF centre(width() / 2.0, m_title->y() - lampRoom + lamp);
    painter.setBrush(theme::mix(tone, theme::card(palette()), 0.25));
    painter.drawEllipse(centre, lamp / 2 + 4, lamp / 2 + 4);
    painter.setBrush(tone);
    painter.drawEllipse(centre, lamp / 2, lamp / 2);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/header_strip.h"

#include "ui/parts/action_button.h"
#include "ui/parts/pill.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

namespace seonchak {

namespace {
constexpr int copiedShownMs = 1500;

QKeySequence copyKey()
{
    return QKeySequence(QStringLiteral("Alt+C"));
}
} // namespace

HeaderStrip::HeaderStrip(const DeskPort &port, QWidget *parent)
    : QWidget(parent)
    , m_url(new QLabel(port.serverUrl(), this))
    , m_copy(new ActionButton(QStringLiteral("copyUrlButton"), tr("Copied"), copyKey(),
                              tr("Copies the server's address"), ActionButton::Weight::Quiet, this))
    , m_redis(new Pill(QStringLiteral("redisPill"), this))
    , m_database(new Pill(QStringLiteral("databasePill"), this))
    , m_store(new Pill(QStringLiteral("storePill"), this))
{
    setObjectName(QStringLiteral("headerStrip"));
    m_url->setObjectName(QStringLiteral("serverUrl"));
    m_url->setTextFormat(Qt::PlainText);
    m_url->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_url->setToolTip(plainToolTip(tr("Where the server answers")));
    const int copiedWidth = m_copy->sizeHint().width(); // Neither text moves what stands beside the button.
    m_copy->setText(tr("&Copy"));
    m_copy->setShortcut(copyKey()); // A new text takes the old one's away.
    m_copy->setFixedWidth(std::max(copiedWidth, m_copy->sizeHint().width()));
    connect(m_copy, &ActionButton::clicked, this, &HeaderStrip::copyUrl);
    m_store->show(theme::Tone::Muted, Words::storeName(port.store()), Words::storeDetails(port.store()));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 9, 16, 10);
    layout->setSpacing(10);
    layout->addWidget(m_url);
    layout->addWidget(m_copy);
    layout->addSpacing(4);
    for (auto *pill : {m_redis, m_database, m_store})
        layout->addWidget(pill);
    layout->addStretch(1);
    show(Reading{});
}

void HeaderStrip::copyUrl()
{
    QGuiApplication::clipboard()->setText(m_url->text());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(copiedShownMs, this, [this] {
        m_copy->setText(tr("&Copy"));
        m_copy->setShortcut(copyKey());
    });
}

void HeaderStrip::show(const Reading &reading)
{
    const Status &status = reading.status;
    showPart(*m_redis, reading, Words::redisName(status.redisMode), status.redisConnected, status.redisUrl);
    showPart(*m_database, reading, Words::databaseName(status.databaseEngine), status.databaseConnected, {});
}

void HeaderStrip::showPart(Pill &pill, const Reading &reading, const QString &name, bool connected,
                           const QString &where)
{
    using theme::Tone;
    if (reading.silent)
        pill.show(Tone::Waiting, tr("%1: no answer").arg(name), where);
    else if (!reading.answered)
        pill.show(Tone::Waiting, tr("%1: connecting").arg(name), where);
    else if (connected)
        pill.show(Tone::Good, tr("%1: connected").arg(name), where);
    else
        pill.show(Tone::Bad, tr("%1: away").arg(name), where);
}

void HeaderStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::card(palette()));
    painter.fillRect(0, height() - 1, width(), 1, theme::edge(palette()));
}

} // namespace seonchak

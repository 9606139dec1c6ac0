// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/sale_sign.h"

#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"

#include <QPainter>

namespace seonchak {

namespace {
constexpr int padding = 9;
constexpr int widthMost = 240;
} // namespace

SaleSignLabel::SaleSignLabel(const SaleSign &sale, bool isMock, QWidget *parent)
    : QLabel(parent)
    , m_live(sale.live)
    , m_known(sale.known)
    , m_kind(!sale.known ? tr("Not known yet")
             : sale.live ? tr("LIVE")
                         : tr("TEST"))
{
    setObjectName(QStringLiteral("saleSign"));
    setTextFormat(Qt::PlainText);
    const QString name = sale.name.simplified();
    setText(name.isEmpty() ? m_kind : m_kind + QStringLiteral(" · ") + name);
    setAccessibleName(text());
    const QString meaning = !m_known ? tr("Which sale it is, the server says when it answers.")
                            : m_live
                                ? tr("The real sale: whatever cannot be taken back asks for its name first.")
                            : isMock ? tr("A test sale: nothing here reaches real customers.")
                                     : tr("TEST, but the store is real: coupons are registered there.");
    setToolTip(plainToolTip(name.isEmpty() ? meaning : meaning + QLatin1Char(' ') + name));
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize SaleSignLabel::sizeOf(const QString &words) const
{
    const QFontMetrics metrics(font());
    return {metrics.boundingRect(QRect(0, 0, 10'000, 100), Qt::TextSingleLine, words).width() + 2 * padding +
                2,
            metrics.height() + 8};
}

QSize SaleSignLabel::sizeHint() const
{
    const QSize all = sizeOf(text());
    return {std::min(all.width(), widthMost), all.height()};
}

QSize SaleSignLabel::minimumSizeHint() const
{
    return {std::min(sizeOf(m_kind + QStringLiteral(" · 가나…")).width(), sizeHint().width()),
            sizeHint().height()};
}

void SaleSignLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(!m_known ? theme::colour(palette(), theme::Tone::Muted)
                     : m_live ? theme::danger(palette())
                              : theme::safe(palette()));
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setPen(Qt::white);
    const QRect room = rect().adjusted(padding, 0, -padding, 0);
    painter.drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width() + 1));
}

} // namespace seonchak

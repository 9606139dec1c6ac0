// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/sale_sign_label.h"

#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"

#include <QPainter>

namespace seonchak {

namespace {
constexpr int padding = 9;
constexpr int widthMost = 240;
} // namespace

SaleSignLabel::SaleSignLabel(const SaleSign &sale, bool isMock, QWidget *parent)
    : SaleSignLabel(kindOf(sale, isMock), sale.name.simplified(), parent)
{
}

SaleSignLabel *SaleSignLabel::ofOldBook(const QString &name, QWidget *parent)
{
    return new SaleSignLabel(Kind::OldBook, name.simplified(), parent);
}

SaleSignLabel::SaleSignLabel(Kind kind, const QString &name, QWidget *parent)
    : QLabel(parent)
    , m_kind(kind)
{
    setObjectName(QStringLiteral("saleSign"));
    setTextFormat(Qt::PlainText);
    setText(name.isEmpty() ? word() : word() + QStringLiteral(" · ") + name);
    setAccessibleName(text());
    setToolTip(plainToolTip(name.isEmpty() ? meaning() : meaning() + QLatin1Char(' ') + name));
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

SaleSignLabel::Kind SaleSignLabel::kindOf(const SaleSign &sale, bool isMock)
{
    if (!sale.known)
        return Kind::Unknown;
    if (sale.live)
        return Kind::Live;
    return isMock ? Kind::Test : Kind::TestOnRealPartner;
}

QString SaleSignLabel::word() const
{
    switch (m_kind) {
    case Kind::Unknown:
        return tr("Not known yet");
    case Kind::Live:
        return tr("LIVE");
    case Kind::OldBook:
        return tr("OLD BOOK");
    case Kind::Test:
    case Kind::TestOnRealPartner:
        break;
    }
    return tr("TEST");
}

QString SaleSignLabel::meaning() const
{
    switch (m_kind) {
    case Kind::Unknown:
        return tr("Which sale it is, the server says when it answers.");
    case Kind::Live:
        return tr("The real sale: whatever cannot be taken back asks for its name first.");
    case Kind::OldBook:
        return tr("A sale that is over: everything can be looked up, nothing changed.");
    case Kind::TestOnRealPartner:
        return tr("TEST, but the store is real: coupons are registered there.");
    case Kind::Test:
        break;
    }
    return tr("A test sale: nothing here reaches real customers.");
}

QColor SaleSignLabel::colour() const
{
    switch (m_kind) {
    case Kind::Unknown:
    case Kind::OldBook:
        return {0x5a, 0x5f, 0x68}; // white stands out from it in both themes
    case Kind::Live:
        return theme::danger(palette());
    case Kind::Test:
    case Kind::TestOnRealPartner:
        break;
    }
    return theme::safe(palette());
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
    return {std::min(sizeOf(word() + QStringLiteral(" · 가나…")).width(), sizeHint().width()),
            sizeHint().height()};
}

void SaleSignLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour());
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setPen(Qt::white);
    const QRect room = rect().adjusted(padding, 0, -padding, 0);
    painter.drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width() + 1));
}

} // namespace seonchak

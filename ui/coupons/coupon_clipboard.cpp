// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupon_clipboard.h"

#include "ui/coupons/coupon_table_model.h"
#include "ui/parts/copy_text.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/words.h"

#include <QClipboard>
#include <QGuiApplication>

namespace seonchak {

QString CouponClipboard::copyCodes(const QList<Coupon> &chosen, QAbstractButton &button)
{
    QStringList codes;
    for (const Coupon &coupon : chosen)
        codes << QString::fromUtf8(coupon.code);
    if (codes.isEmpty())
        return {};
    copyText(codes.join(QLatin1Char('\n')), button);
    return codes.size() > 1 ? tr("%1 codes were copied, one a line.").arg(Words::number(codes.size()))
                            : QString();
}

QString CouponClipboard::copyRows(const QList<Coupon> &chosen, const CouponTableModel &model)
{
    QStringList rows;
    for (const Coupon &coupon : chosen) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.text(coupon, column);
        rows << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(rows.join(QLatin1Char('\n')));
    return CouponWords::counted(rows.size(), tr("1 row was copied."), tr("%1 rows were copied."));
}

QString CouponClipboard::copyUsers(const QList<Coupon> &chosen)
{
    QStringList users;
    for (const Coupon &coupon : chosen) {
        if (coupon.userId)
            users << QString::number(*coupon.userId);
    }
    QGuiApplication::clipboard()->setText(users.join(QLatin1Char('\n')));
    return CouponWords::counted(users.size(), tr("1 user ID was copied."), tr("%1 user IDs were copied."));
}

} // namespace seonchak

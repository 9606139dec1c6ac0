// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/tally_words.h"

#include "core/database/book/row_status.h"
#include "ui/parts/coupon_words.h"

#include <QRegularExpression>

namespace seonchak {

QString TallyWords::kind(int number)
{
    switch (book::RowStatus(number)) {
    case book::RowStatus::Staged:
        return CouponWords::status(CouponStatus::Staged);
    case book::RowStatus::Pushing:
        return tr("Being pushed");
    case book::RowStatus::Available:
        return CouponWords::status(CouponStatus::Available);
    case book::RowStatus::Issued:
        return CouponWords::status(CouponStatus::Issued);
    case book::RowStatus::Voided:
        return CouponWords::status(CouponStatus::Void);
    }
    return QString::number(number);
}

QString TallyWords::told(const QString &english)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        QStringLiteral("([+-]?\\d+) (?:issue rows|coupons of status (\\d+))")));
    QStringList parts = english.split(QStringLiteral(", "));
    for (QString &part : parts) {
        const auto match = form.match(part);
        if (!match.hasMatch())
            continue;
        const QString status = match.captured(2);
        const QString what = status.isEmpty() ? tr("Entries of issues") : kind(status.toInt());
        part = QStringLiteral("%1: %2").arg(what, match.captured(1));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace seonchak

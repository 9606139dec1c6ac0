// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

class Testcouponbook : public QObject
{
    Q_OBJECT
};

QTEST_GUILESS_MAIN(Testcouponbook)
#include "tst_coupon_book.moc"

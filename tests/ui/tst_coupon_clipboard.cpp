// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/clock.h"
#include "ui/coupons/coupon_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

using namespace seonchak;

class TestCouponClipboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void codesOneALine();
    void usersOneALine();
};

namespace {

QList<Coupon> chosen()
{
    QList<Coupon> coupons;
    for (int n = 1; n <= 4; ++n) {
        Coupon coupon;
        coupon.id = n;
        coupon.code = "C" + QByteArray::number(n);
        if (n != 2) // nobody has the second
            coupon.userId = 100 + n;
        coupons.append(coupon);
    }
    return coupons;
}

} // namespace

void TestCouponClipboard::codesOneALine()
{
    QPushButton button;
    QVERIFY(!CouponClipboard::copyCodes(chosen(), button).isEmpty());
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("C1\nC2\nC3\nC4"));
    QVERIFY(CouponClipboard::copyCodes(chosen().mid(1, 1), button).isEmpty()); // the button says it
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("C2"));
    QVERIFY(CouponClipboard::copyCodes({}, button).isEmpty());
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("C2"));
}

void TestCouponClipboard::usersOneALine()
{
    QVERIFY(CouponClipboard::copyUsers(chosen()).contains("3"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("101\n103\n104"));
}

QTEST_MAIN(TestCouponClipboard)
#include "tst_coupon_clipboard.moc"

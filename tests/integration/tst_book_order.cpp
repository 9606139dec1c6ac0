// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of coupons in every order, and what is found by a part of its code.

#include "tests/support/book_case.h"

#include <QTest>

#include <algorithm>

using namespace seonchak;
using namespace seonchak::testing;
using book::Order;

namespace {

constexpr int size = 9000; ///< more than are passed over one by one

/// What the order means, said as plainly as possible.
bool comesBefore(const Coupon &a, const Coupon &b, Order order, bool descending)
{
    const auto of = [order](const Coupon &coupon) -> std::optional<qint64> {
        if (order == Order::Status)
            return int(coupon.status);
        return order == Order::User ? coupon.userId : order == Order::Issued ? coupon.issuedAt : coupon.id;
    };
    if (order == Order::Code)
        return descending ? a.code > b.code : a.code < b.code;
    const auto left = of(a);
    const auto right = of(b);
    if (left.has_value() != right.has_value())
        return left.has_value(); // those without come last
    if (left != right)
        return descending ? *left > *right : *left < *right;
    return a.id < b.id;
}

} // namespace

class TestBookOrder : public BookCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyOrderOnEveryPage_data() { DatabaseFixture::addEngines(); }
    void everyOrderOnEveryPage();
    void aPartOfTheCodeIsFound_data() { DatabaseFixture::addEngines(); }
    void aPartOfTheCodeIsFound();
    void timesAreInTheirOrderAlsoWhereNumbersAreNot_data() { DatabaseFixture::addEngines(); }
    void timesAreInTheirOrderAlsoWhereNumbersAreNot();

private:
    void fill();
    void compare(book::Filter filter, const QList<Coupon> &all);
};

/// Codes in no order of their ids; a block at the front and single ones further on are issued.
void TestBookOrder::fill()
{
    QList<QByteArray> added;
    for (int i = 0; i < size; ++i)
        added.append("Vip-" + QByteArray::number((i * 7919) % 100'003 + 1'000'000));
    QCOMPARE(book::addFresh(*m_session, added, now).value_or(-1), added.size());
    for (const char *statement :
         {"UPDATE coupon SET status = 2 WHERE id % 11 < 8", "UPDATE coupon SET status = 5 WHERE id % 11 = 9",
          "INSERT INTO issue (user_id, coupon_id, issued_at) SELECT (id * 7727) % 1000003 + 1, id,"
          " (id * 31) % 977 + 5 FROM coupon WHERE status = 2 AND (id < 4500 OR id % 13 = 0)",
          "INSERT INTO doubt (reservation, coupon_id, user_id, since) SELECT id, id, id + 5000000, 7"
          " FROM coupon WHERE status = 2 AND id >= 4500 AND id % 29 = 1 AND id % 13 <> 0"})
        QVERIFY2(m_session->execute(QLatin1String(statement)), statement);
    if (m_session->engine() == DatabaseUrl::Engine::Postgresql)
        QVERIFY(m_session->execute(QStringLiteral("ANALYZE")));
}

void TestBookOrder::compare(book::Filter filter, const QList<Coupon> &all)
{
    QList<Coupon> expected;
    for (const Coupon &coupon : all) {
        if (!filter.status || coupon.status == *filter.status)
            expected.append(coupon);
    }
    std::ranges::sort(expected, [&](const Coupon &a, const Coupon &b) {
        return comesBefore(a, b, filter.order, filter.descending);
    });
    // Ties of two that are issued at the same moment may stand either way: only the moment is compared.
    const auto row = [&](const Coupon &coupon) {
        return filter.order == Order::Issued && coupon.issuedAt ? "at " + QByteArray::number(*coupon.issuedAt)
                                                                : coupon.code;
    };
    filter.limit = 200;
    for (const qint64 offset : {0, 1, 1999, 2500, 4400, 6100, 8000, 8950, 20'000}) {
        filter.offset = offset;
        const auto found = book::list(*m_session, filter);
        QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
        QList<QByteArray> rows;
        QList<QByteArray> wanted;
        for (const Coupon &coupon : *found)
            rows.append(row(coupon));
        for (const Coupon &coupon : expected.mid(std::min<qsizetype>(offset, expected.size()), 200))
            wanted.append(row(coupon));
        QVERIFY2(
            rows == wanted,
            qPrintable(QStringLiteral("order %1%2, status %3, from %4: %5 rows, first %6, wanted %7")
                           .arg(int(filter.order))
                           .arg(filter.descending ? QStringLiteral(" down") : QString())
                           .arg(filter.status ? int(*filter.status) : -1)
                           .arg(offset)
                           .arg(rows.size())
                           .arg(QString::fromLatin1(rows.value(0)), QString::fromLatin1(wanted.value(0)))));
    }
}

void TestBookOrder::everyOrderOnEveryPage()
{
    open();
    fill();
    book::Filter filter;
    filter.limit = 1'000'000;
    const auto all = book::list(*m_session, filter);
    QCOMPARE(all->size(), size);
    for (const auto order :
         {Order::Id, Order::Code, Order::Status, Order::User, Order::Created, Order::Issued}) {
        for (const bool descending : {false, true}) {
            for (const auto &status :
                 {std::optional<CouponStatus>(), std::optional(CouponStatus::Available),
                  std::optional(CouponStatus::Staged), std::optional(CouponStatus::Issued),
                  std::optional(CouponStatus::InDoubt), std::optional(CouponStatus::Void)}) {
                book::Filter one;
                one.order = order;
                // Of one status all are alike by it, and of coupons without a user by that.
                const bool alike = (status && order == Order::Status);
                one.descending = descending && !alike;
                one.status = status;
                compare(one, *all);
                if (QTest::currentTestFailed())
                    return;
                one.codePart = "vip-1";
                compare(one, *all);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
}

void TestBookOrder::aPartOfTheCodeIsFound()
{
    open();
    stock({"VIP-10001", "VIP-10002", "xVip-1", "GIFT-20001", "A%B", "A_B", "A!B", "AXB", "가을-1"}, 1);
    const auto found = [this](const QByteArray &part) {
        book::Filter filter;
        filter.codePart = part;
        const auto codes = codesOf(book::list(*m_session, filter));
        const auto counted = book::countMatching(*m_session, filter);
        return counted.value_or(-1) == codes.size() ? codes : QList<QByteArray>{"counted otherwise"};
    };
    QCOMPARE(found("vip-1"), (QList<QByteArray>{"VIP-10001", "VIP-10002", "xVip-1"}));
    QCOMPARE(found("1000"), (QList<QByteArray>{"VIP-10001", "VIP-10002"}));
    QCOMPARE(found("0001"), (QList<QByteArray>{"VIP-10001", "GIFT-20001"}));
    QCOMPARE(found("a%b"), QList<QByteArray>{"A%B"}); // no patterns
    QCOMPARE(found("_"), QList<QByteArray>{"A_B"});
    QCOMPARE(found("!"), QList<QByteArray>{"A!B"});
    QCOMPARE(found("을-1"), QList<QByteArray>{"가을-1"});
    QCOMPARE(found(QByteArray(5000, 'V')), QList<QByteArray>{});
    book::Filter user;
    QCOMPARE(issue(*m_session, 7, "VIP-10002", 11)->kind, Booked::Kind::Issued);
    user.user = 7;
    user.codePart = "vip";
    QCOMPARE(codesOf(book::list(*m_session, user)), QList<QByteArray>{"VIP-10002"});
    user.codePart = "gift";
    QCOMPARE(codesOf(book::list(*m_session, user)), QList<QByteArray>{});
}

void TestBookOrder::timesAreInTheirOrderAlsoWhereNumbersAreNot()
{
    open();
    stock({"A", "B", "C"}, 1);
    for (const char *statement : {"INSERT INTO issue (user_id, coupon_id, issued_at) VALUES (9, 1, 300)",
                                  "INSERT INTO issue (user_id, coupon_id, issued_at) VALUES (8, 3, 100)"})
        QVERIFY2(m_session->execute(QLatin1String(statement)), statement);
    book::Filter filter;
    filter.order = Order::Issued;
    QCOMPARE(codesOf(book::list(*m_session, filter)), (QList<QByteArray>{"C", "A", "B"}));
    filter.descending = true;
    QCOMPARE(codesOf(book::list(*m_session, filter)), (QList<QByteArray>{"A", "C", "B"}));
    filter.order = Order::User;
    QCOMPARE(codesOf(book::list(*m_session, filter)), (QList<QByteArray>{"A", "C", "B"}));
}

QTEST_GUILESS_MAIN(TestBookOrder)
#include "tst_book_order.moc"

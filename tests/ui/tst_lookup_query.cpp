// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/clock.h"
#include "ui/remote/lookup_query.h"

#include <QTest>

using namespace seonchak;

/// What an attached window asks its server for: nothing of a search may be left out.
class TestLookupQuery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void coupons();
    void auditTrail();
    void deliveries();
};

void TestLookupQuery::coupons()
{
    QCOMPARE(LookupQuery::coupons({}).text(), "/api/v1/coupons?limit=100");
    book::Filter all;
    all.status = CouponStatus::Issued;
    all.code = "A B&C";
    all.user = 7;
    all.codePrefix = "AB";
    all.codePart = "%=";
    const QByteArray narrow = "?status=ISSUED&code=A%20B%26C&userId=7&prefix=AB&part=%25%3D";
    QCOMPARE(LookupQuery::couponCount(all).text(), "/api/v1/coupons/count" + narrow);
    all.limit = 100'000; // more than a page may have
    all.after = 3;
    all.offset = 2;
    all.order = book::Order::Code;
    all.descending = true;
    QCOMPARE(LookupQuery::coupons(all).text(),
             "/api/v1/coupons" + narrow + "&limit=1000&after=3&offset=2&order=code&descending=true");
}

void TestLookupQuery::auditTrail()
{
    QCOMPARE(LookupQuery::audit({}).text(), "/api/v1/audit?limit=100");
    AuditFilter all;
    all.text = QStringLiteral("김");
    all.alike = {QStringLiteral("push"), QStringLiteral("add")};
    all.action = QStringLiteral("push");
    all.from = 0;
    all.until = 1'000;
    all.after = 4;
    all.before = 9;
    all.limit = 5;
    all.counted = true;
    QCOMPARE(LookupQuery::audit(all).text(),
             "/api/v1/audit?limit=5&text=%EA%B9%80&alike=push&alike=add&action=push"
             "&from=1970-01-01T00%3A00%3A00.000Z&until=1970-01-01T00%3A00%3A01.000Z&after=4&before=9&counted="
             "true");
}

void TestLookupQuery::deliveries()
{
    QCOMPARE(LookupQuery::hooks({}).text(), "/api/v1/webhooks?limit=100");
    HookFilter all;
    all.before = 8;
    all.limit = 3;
    QCOMPARE(LookupQuery::hooks(all).text(), "/api/v1/webhooks?limit=3&before=8");
}

QTEST_GUILESS_MAIN(TestLookupQuery)
#include "tst_lookup_query.moc"

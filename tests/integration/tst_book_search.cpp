// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_life.h"
#include "core/database/book/stock_rows.h"
#include "tests/support/book_case.h"

#include <QTest>

#include <algorithm>

using namespace seonchak;
using namespace seonchak::testing;

namespace {

constexpr int many = 5000; ///< more of one prefix than the book sifts one by one
constexpr int most = 1'000'000;

const QList<std::optional<CouponStatus>> statuses{
    std::nullopt,         CouponStatus::Staged, CouponStatus::Available, CouponStatus::InDoubt,
    CouponStatus::Issued, CouponStatus::Void,   CouponStatus::Reserved};

book::Filter of(std::optional<CouponStatus> status, const QByteArray &prefix, int limit = most,
                qint64 offset = 0)
{
    book::Filter filter;
    filter.status = status;
    filter.codePrefix = prefix;
    filter.limit = limit;
    filter.offset = offset;
    return filter;
}

} // namespace

/// Looking for coupons among many.
class TestBookSearch : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void combinesAllConditions_data() { DatabaseFixture::addEngines(); }
    void combinesAllConditions();
    void findsPrefixesByTheirBytes_data() { DatabaseFixture::addEngines(); }
    void findsPrefixesByTheirBytes();
    void f25_findsOlderSpellings_data() { DatabaseFixture::addEngines(); }
    void f25_findsOlderSpellings();
    void takesNoPatternForAPrefix_data() { DatabaseFixture::addEngines(); }
    void takesNoPatternForAPrefix();
    void pagesByOffset_data() { DatabaseFixture::addEngines(); }
    void pagesByOffset();
    void listsAmongCodes_data() { DatabaseFixture::addEngines(); }
    void listsAmongCodes();

private:
    /// Coupons of every status, with a common and a rare prefix.
    void fill();
    QList<QByteArray> listed(const book::Filter &filter) { return codesOf(book::list(*m_session, filter)); }
    qint64 counted(const book::Filter &filter)
    {
        return book::countMatching(*m_session, filter).value_or(-1);
    }
};

void TestBookSearch::fill()
{
    QList<QByteArray> added;
    for (int i = 0; i < many; ++i)
        added.append("SALE" + QByteArray::number(10'000 + i));
    for (int i = 0; i < 60; ++i)
        added.append("RARE" + QByteArray::number(100 + i));
    QCOMPARE(book::addFresh(*m_session, added, now).value_or(-1), added.size());
    // STAGED, PUSHING, AVAILABLE, VOID, and among the available ones some issued and some in doubt.
    QVERIFY(m_session->execute(QStringLiteral("UPDATE coupon SET status = 2 WHERE id % 7 IN (2, 3, 4, 5)")));
    QVERIFY(m_session->execute(QStringLiteral("UPDATE coupon SET status = 5 WHERE id % 7 = 6")));
    QVERIFY(m_session->execute(QStringLiteral("UPDATE coupon SET status = 1, batch = 9 WHERE id % 7 = 1")));
    QVERIFY(
        m_session->execute(QStringLiteral("INSERT INTO push (batch, first_id, last_id, claimed_at, finished)"
                                          " VALUES (9, 1, (SELECT max(id) FROM coupon), 5, 0)")));
    QVERIFY(m_session->execute(QStringLiteral("INSERT INTO issue (user_id, coupon_id, issued_at)"
                                              " SELECT id + 1000000, id, 7 FROM coupon WHERE id % 7 = 3")));
    QVERIFY(
        m_session->execute(QStringLiteral("INSERT INTO doubt (reservation, coupon_id, user_id, since)"
                                          " SELECT id, id, id + 2000000, 7 FROM coupon WHERE id % 7 = 4")));
    if (m_session->engine() == DatabaseUrl::Engine::Postgresql)
        QVERIFY(m_session->execute(QStringLiteral("ANALYZE")));
}

void TestBookSearch::combinesAllConditions()
{
    open();
    fill();
    const auto all = book::list(*m_session, of(std::nullopt, {}));
    QCOMPARE(all->size(), many + 60);
    for (const auto &status : statuses) {
        for (const QByteArray &prefix :
             {QByteArray(), QByteArray("SALE"), QByteArray("SALE1000"), QByteArray("RARE"), QByteArray("S"),
              QByteArray("sale"), QByteArray("NONE")}) {
            QList<QByteArray> expected;
            for (const Coupon &coupon : *all) {
                if ((!status || coupon.status == *status) && coupon.code.startsWith(prefix))
                    expected.append(coupon.code);
            }
            const QByteArray what = (status ? statusName(*status) : QByteArray("any")) + ' ' + prefix;
            QVERIFY2(listed(of(status, prefix)) == expected, what.constData());
            QVERIFY2(counted(of(status, prefix)) == expected.size(), what.constData());
            QVERIFY2(listed(of(status, prefix, 7, 20)) == expected.mid(20, 7), what.constData());
            book::Filter later = of(status, prefix, 9, 3);
            later.after = 2500;
            QList<QByteArray> rest;
            for (const Coupon &coupon : *all) {
                if (coupon.id > later.after && expected.contains(coupon.code))
                    rest.append(coupon.code);
                if (rest.size() == 12)
                    break;
            }
            QVERIFY2(listed(later) == rest.mid(3, 9), what.constData());
            QVERIFY2(counted(later) == expected.size(), what.constData()); // whatever `after` says
        }
    }
    book::Filter user = of(std::nullopt, "SALE");
    user.user = 1'000'003;
    QCOMPARE(listed(user), QList<QByteArray>{"SALE10002"});
    QCOMPARE(counted(user), 1);
    user.codePrefix = "RARE";
    QCOMPARE(counted(user), 0);
    user.codePrefix.clear();
    user.status = CouponStatus::Available;
    QCOMPARE(counted(user), 0);
}

void TestBookSearch::findsPrefixesByTheirBytes()
{
    open();
    // Neighbours in the order of bytes, on both sides of every corner that an end of a range may have.
    const QList<QByteArray> codes{"A",
                                  "AZ",
                                  "Aa",
                                  "B",
                                  "a",
                                  "ab",
                                  "az",
                                  "b",
                                  "쿠",
                                  "쿠폰",
                                  "쿠폰1",
                                  "쿡",
                                  "é",
                                  "\x7e",
                                  "\x7e\x7e",
                                  "\xed\x9f\xbf",
                                  "\xed\x9f\xbfx",
                                  "\xee\x80\x80",
                                  "\xf4\x8f\xbf\xbf",
                                  "\xf4\x8f\xbf\xbfy",
                                  "😀",
                                  "😀z"};
    for (const QByteArray &code : codes) // a code that may not be one cannot be in the book
        QVERIFY2(isValidCode(code), code.constData());
    QCOMPARE(book::addFresh(*m_session, codes, now).value_or(-1), codes.size());
    for (const QByteArray &prefix : codes) {
        QList<QByteArray> expected;
        std::ranges::copy_if(codes, std::back_inserter(expected),
                             [&](const QByteArray &code) { return code.startsWith(prefix); });
        QList<QByteArray> found = listed(of(std::nullopt, prefix));
        std::ranges::sort(found);
        std::ranges::sort(expected);
        QVERIFY2(found == expected, prefix.constData());
        QCOMPARE(counted(of(std::nullopt, prefix)), expected.size());
    }
    QCOMPARE(listed(of(std::nullopt, "\xec\xbf")), QList<QByteArray>{}); // half a character
    QCOMPARE(listed(of(std::nullopt, QByteArray(300, 'A'))), QList<QByteArray>{});
}

/// Books that were written before codes were normalised may hold Hangul in its parts.
void TestBookSearch::f25_findsOlderSpellings()
{
    open();
    const auto apart = [](const char *text) {
        return QString::fromUtf8(text).normalized(QString::NormalizationForm_D).toUtf8();
    };
    const QByteArray old = apart("가을-1");
    stock({old, "가을-2", "겨울-1"}, 1);
    for (const QByteArray &prefix : {QByteArray("가을"), apart("가을")}) {
        QCOMPARE(listed(of(std::nullopt, prefix)), (QList<QByteArray>{old, "가을-2"}));
        QCOMPARE(listed(of(CouponStatus::Available, prefix)), (QList<QByteArray>{old, "가을-2"}));
        QCOMPARE(counted(of(std::nullopt, prefix)), 2);
    }
    for (const QByteArray &code : {QByteArray("가을-1"), old}) {
        book::Filter exact;
        exact.code = code;
        QCOMPARE(listed(exact), QList<QByteArray>{old});
        QCOMPARE(counted(exact), 1);
        QCOMPARE(book::biography(*m_session, code).value()->coupon.code, old);
    }
    QCOMPARE(book::existing(*m_session, {"가을-1", "가을-2", "봄-1"}).value_or(QList<QByteArray>{}),
             (QList<QByteArray>{"가을-1", "가을-2"}));
}

void TestBookSearch::takesNoPatternForAPrefix()
{
    open();
    stock({"A%B", "A_B", "AXB", "'; DROP TABLE coupon; --"}, 1);
    QCOMPARE(listed(of(std::nullopt, "A%")), QList<QByteArray>{"A%B"});
    QCOMPARE(listed(of(std::nullopt, "A_")), QList<QByteArray>{"A_B"});
    QCOMPARE(listed(of(std::nullopt, "%")), QList<QByteArray>{});
    QCOMPARE(listed(of(std::nullopt, "\\")), QList<QByteArray>{});
    QCOMPARE(counted(of(std::nullopt, "'; DROP")), 1);
}

void TestBookSearch::pagesByOffset()
{
    open();
    fill();
    QList<QByteArray> paged;
    const auto filter = of(CouponStatus::Available, "SALE");
    const qint64 whole = counted(filter);
    QVERIFY(whole > 1000);
    for (qint64 at = 0; at < whole; at += 100)
        paged += listed(of(CouponStatus::Available, "SALE", 100, at));
    QCOMPARE(paged, listed(filter));
    QCOMPARE(listed(of(std::nullopt, {}, 10, many + 55)).size(), 5);
    QCOMPARE(listed(of(std::nullopt, {}, 10, 1'000'000'000'000)).size(), 0);
    QCOMPARE(listed(of(std::nullopt, {}, 2, -5)).size(), 2);
    QCOMPARE(listed(of(std::nullopt, {}, 0)).size(), 0);
    QCOMPARE(listed(of(std::nullopt, {}, -1)).size(), 0);
}

void TestBookSearch::listsAmongCodes()
{
    open();
    stock({"A1", "A2", "B1", "B2"}, 1);
    QCOMPARE(issue(*m_session, 7, "A2", 11)->kind, Booked::Kind::Issued);
    const QList<QByteArray> codes{"B1", "A2", "A1", "unknown'"};
    const auto among = [&](const book::Filter &filter) {
        return codesOf(book::listAmong(*m_session, codes, filter));
    };
    QCOMPARE(among({}), (QList<QByteArray>{"A1", "A2", "B1"}));
    QCOMPARE(among(of(std::nullopt, "A")), (QList<QByteArray>{"A1", "A2"}));
    QCOMPARE(among(of(std::nullopt, {}, 1, 1)), QList<QByteArray>{"A2"});
    QCOMPARE(among(of(std::nullopt, {}, 9, 9)), QList<QByteArray>{});
    book::Filter user;
    user.user = 7;
    QCOMPARE(among(user), QList<QByteArray>{"A2"});
}

QTEST_GUILESS_MAIN(TestBookSearch)
#include "tst_book_search.moc"

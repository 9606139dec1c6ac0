// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/issue_insert.h"

#include "core/database/book/book_changes.h"
#include "tests/support/book_case.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;
using book::KnownCode;

/// What the statements of both engines find and insert, whatever stands in the codes.
class TestIssueInsert : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_session.reset(); }
    void codesOfEveryKind_data() { DatabaseFixture::addEngines(); }
    void codesOfEveryKind();
    void textThatIsNoCode_data() { DatabaseFixture::addEngines(); }
    void textThatIsNoCode();
    void bothCodesOfAnEdit_data() { DatabaseFixture::addEngines(); }
    void bothCodesOfAnEdit();
    void oneUserTwiceInABatch_data() { DatabaseFixture::addEngines(); }
    void oneUserTwiceInABatch();
    void voidCoupons_data() { DatabaseFixture::addEngines(); }
    void voidCoupons();
    void plainBatch_data() { onPostgresql({"plain"}); }
    void plainBatch();
    void batchThatIsNotPlain_data();
    void batchThatIsNotPlain();
    void planOfASmallBook_data() { onPostgresql({"postgresql"}); }
    void planOfASmallBook();

private:
    static void onPostgresql(const QList<QByteArray> &rows);
    Result<book::InsertedIssues> insert(const std::vector<IssueEntry> &entries);
};

Result<book::InsertedIssues> TestIssueInsert::insert(const std::vector<IssueEntry> &entries)
{
    Result<book::InsertedIssues> inserted = failure(Trouble::Internal, QStringLiteral("never ran"));
    const auto done = m_session->transaction([&]() -> Result<void> {
        inserted = book::insertIssues(*m_session, entries);
        return inserted ? Result<void>{} : std::unexpected(inserted.error());
    });
    return done ? inserted : std::unexpected(done.error());
}

void TestIssueInsert::codesOfEveryKind()
{
    open();
    const QList<QByteArray> odd{"NULL", "null", "{}", "{a,b}", "a,b", "\"",    "\\",     "\\\\",
                                "a\"b", "'",    "''", "$1",    "?",   "a;--b", "쿠폰-1", "𝒳"};
    stock(odd, 1);
    std::vector<IssueEntry> entries;
    for (qsizetype at = odd.size(); at-- > 0;) // Neither by user nor by coupon.
        entries.push_back(
            {100 + (7 * at) % odd.size(), odd[at], 1000 + at, now + at, at % 2 == 0 ? 0 : now - at});
    const auto inserted = insert(entries);
    QVERIFY2(inserted, inserted ? "" : qUtf8Printable(inserted.error().detail));
    QVERIFY(inserted->all);
    QVERIFY(!inserted->anyDoubt);
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const IssueEntry &entry = entries[at];
        const KnownCode &known = inserted->known[at];
        QCOMPARE(known.id, idOf(entry.code));
        QCOMPARE(known.createdAt, now);
        QCOMPARE(known.edit, KnownCode::Edit::None);
        QCOMPARE(DatabaseFixture::numberOf(
                     *m_session,
                     QStringLiteral(
                         "SELECT count(*) FROM issue WHERE user_id = ? AND coupon_id = ? AND reservation = ?"
                         " AND issued_at = ? AND coalesce(reserved_at, 0) = ?"),
                     {entry.user, known.id, entry.reservation, entry.at, entry.reservedAt}),
                 1);
    }
}

void TestIssueInsert::textThatIsNoCode()
{
    open();
    stock({"GOOD"}, 1);
    const auto inserted = insert({{1, QByteArray("a\0b", 3), 1, now, 0},
                                  {2, "\xff\xfe", 2, now, 0},
                                  {3, "", 3, now, 0},
                                  {4, "UNKNOWN", 4, now, 0},
                                  {5, "GOOD", 5, now, 0}});
    QVERIFY2(inserted, inserted ? "" : qUtf8Printable(inserted.error().detail));
    QVERIFY(!inserted->all);
    for (const std::size_t nobody : {0, 1, 2, 3})
        QCOMPARE(inserted->known[nobody].id, 0);
    QCOMPARE(inserted->known[4].id, idOf("GOOD"));
    QCOMPARE(DatabaseFixture::numberOf(*m_session, QStringLiteral("SELECT count(*) FROM issue")), 1);
}

void TestIssueInsert::bothCodesOfAnEdit()
{
    open();
    stock({"A", "B", "C"}, 1);
    const CouponId first = idOf("A");
    const CouponId second = idOf("B");
    QVERIFY(book::beginRename(*m_session, first, "A2"));
    QVERIFY(book::beginRename(*m_session, second, "B2"));
    const auto inserted = insert({{1, "A", 1, now, 0}, {2, "B2", 2, now, 0}, {3, "C", 3, now, 0}});
    QVERIFY2(inserted, inserted ? "" : qUtf8Printable(inserted.error().detail));
    QVERIFY(inserted->all);
    QCOMPARE(inserted->known[0].id, first);
    QCOMPARE(inserted->known[0].edit, KnownCode::Edit::IssuedByFormerCode);
    QCOMPARE(inserted->known[1].id, second);
    QCOMPARE(inserted->known[1].edit, KnownCode::Edit::IssuedByNewCode);
    QCOMPARE(inserted->known[2].edit, KnownCode::Edit::None);
}

void TestIssueInsert::oneUserTwiceInABatch()
{
    open();
    stock({"A", "B"}, 1);
    const auto inserted = insert({{1, "A", 1, now, 0}, {1, "B", 2, now, 0}});
    QVERIFY2(inserted, inserted ? "" : qUtf8Printable(inserted.error().detail));
    QVERIFY(!inserted->all);
    QVERIFY(inserted->known[0].issuable() && inserted->known[1].issuable());
    QCOMPARE(DatabaseFixture::numberOf(*m_session, QStringLiteral("SELECT count(*) FROM issue")), 1);
}

void TestIssueInsert::voidCoupons()
{
    open();
    stock({"A", "B"}, 1);
    QVERIFY(m_session->execute(QStringLiteral("UPDATE coupon SET status = 5 WHERE code = 'A'")));
    QVERIFY(changeDoubt(*m_session, 9, "B", 9));
    const auto inserted = insert({{1, "A", 1, now, 0}, {9, "B", 9, now, 0}});
    QVERIFY2(inserted, inserted ? "" : qUtf8Printable(inserted.error().detail));
    QVERIFY(!inserted->all);
    QVERIFY(inserted->anyDoubt);
    QCOMPARE(inserted->known[0].status, book::RowStatus::Voided);
    QCOMPARE(DatabaseFixture::numberOf(*m_session, QStringLiteral("SELECT user_id FROM issue")), 9);
}

void TestIssueInsert::onPostgresql(const QList<QByteArray> &rows)
{
    QTest::addColumn<QString>("engine");
    for (const QByteArray &row : rows)
        QTest::newRow(row.constData()) << QStringLiteral("postgresql");
}

void TestIssueInsert::plainBatch()
{
    open();
    stock({"A", "B", "C"}, 1);
    const std::vector<IssueEntry> entries{{2, "B", 5, now, now - 1}, {1, "A", 4, now, 0}};
    const auto answers = book::writePlainIssues(*m_session, entries);
    QVERIFY2(answers, answers ? "" : qUtf8Printable(answers.error().detail));
    QVERIFY(*answers);
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const Result<Booked> &booked = (**answers)[at];
        QVERIFY(booked && booked->kind == Booked::Kind::Issued);
        QCOMPARE(booked->coupon.id, idOf(entries[at].code));
        QCOMPARE(booked->coupon.userId, entries[at].user);
    }
    QVERIFY(m_session->execute(QStringLiteral("ROLLBACK"))); // Had it not been committed, this would undo it.
    QCOMPARE(DatabaseFixture::numberOf(*m_session, QStringLiteral("SELECT count(*) FROM issue")), 2);
}

void TestIssueInsert::batchThatIsNotPlain_data()
{
    onPostgresql({"unknown code", "void coupon", "staged coupon", "edit, new code", "edit, former code",
                  "open doubt", "user has another", "user twice"});
}

/// Nothing is written that the steps would have to complete, and the steps then decide about the whole batch.
void TestIssueInsert::batchThatIsNotPlain()
{
    open();
    stock({"A", "B", "C", "D"}, 1);
    const QByteArray what = QTest::currentDataTag();
    std::vector<IssueEntry> entries{{1, "A", 1, now, 0}, {2, "B", 2, now, 0}};
    const auto set = [&](int status) {
        return m_session->execute(
            QStringLiteral("UPDATE coupon SET status = %1 WHERE code = 'B'").arg(status));
    };
    if (what == "unknown code")
        entries[1].code = "NOBODYS";
    else if (what == "void coupon" || what == "staged coupon")
        QVERIFY(set(what == "void coupon" ? 5 : 0));
    else if (what.startsWith("edit"))
        QVERIFY(book::beginRename(*m_session, idOf("B"), "B2"));
    else if (what == "open doubt")
        QVERIFY(changeDoubt(*m_session, 9, "D", 9));
    else if (what == "user has another")
        QVERIFY(testing::issue(*m_session, 2, "C", 3));
    else
        entries[1].user = 1;
    if (what == "edit, new code")
        entries[1].code = "B2";
    const bool conflicts = what.startsWith("user");
    const auto rows = [&] {
        return DatabaseFixture::numberOf(*m_session, QStringLiteral("SELECT count(*) FROM issue"));
    };
    const qint64 before = rows();
    const auto plain = book::writePlainIssues(*m_session, entries);
    QVERIFY2(plain, plain ? "" : qUtf8Printable(plain.error().detail));
    QVERIFY(!*plain);
    QCOMPARE(rows(), before + (conflicts ? 1 : 0));
    const auto first = testing::issue(*m_session, 1, "A", 1);
    QVERIFY(first && first->kind == Booked::Kind::Issued);
}

/// PostgreSQL keeps a plan that it made when reading all coupons was the fastest way: it must not be that
/// way.
void TestIssueInsert::planOfASmallBook()
{
    open();
    stock({"A", "B"}, 1);
    QVERIFY(m_session->execute(QStringLiteral("ANALYZE coupon")));
    QVERIFY(insert({{9, "A", 9, now, 0}}));
    stock(codes(0, 500), 2);
    const std::vector<IssueEntry> entries{{1, "C1000", 1, now, 0}, {2, "C1499", 2, now, 0}};
    const auto scans = [&](const QString &kind) {
        return DatabaseFixture::numberOf(
            *m_session,
            QStringLiteral("SELECT %1 FROM pg_stat_xact_user_tables WHERE relname = 'coupon'").arg(kind));
    };
    qint64 read = 0;
    qint64 lookedUp = 0;
    bool all = false;
    const auto done = m_session->transaction([&]() -> Result<void> {
        read = -scans(QStringLiteral("seq_scan")); // The count has a moment before the transaction in it.
        lookedUp = -scans(QStringLiteral("idx_scan"));
        const auto inserted = book::insertIssues(*m_session, entries);
        all = inserted && inserted->all;
        read += scans(QStringLiteral("seq_scan"));
        lookedUp += scans(QStringLiteral("idx_scan"));
        return {};
    });
    QVERIFY2(done, done ? "" : qUtf8Printable(done.error().detail));
    QVERIFY(all);
    QCOMPARE(read, 0);
    QCOMPARE_GE(lookedUp, qint64(entries.size()));
}

QTEST_GUILESS_MAIN(TestIssueInsert)
#include "tst_issue_insert.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/coupon_book.h"
#include "core/database/issue_rows.h"
#include "core/database/rows.h"
#include "core/database/stock_rows.h"
#include "tests/support/database_fixture.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace seonchak;

namespace {

constexpr WallMs now = 1'700'000'000'000;

QList<QByteArray> codes(int first, int count)
{
    QList<QByteArray> result;
    for (int i = first; i < first + count; ++i)
        result.append("C" + QByteArray::number(1000 + i));
    return result;
}

QList<QByteArray> codesOf(const std::vector<book::StockRow> &rows)
{
    QList<QByteArray> result;
    for (const auto &row : rows)
        result.append(row.code);
    return result;
}

QList<QByteArray> codesOf(const Result<QList<Coupon>> &coupons)
{
    QList<QByteArray> result;
    for (const Coupon &coupon : coupons.value_or(QList<Coupon>{}))
        result.append(coupon.code);
    return result;
}

/// Books one entry in a transaction of its own.
Result<Booked> issue(Session &session, UserId user, const QByteArray &code, qint64 reservation)
{
    Result<Booked> answer = failure(Trouble::Internal, QStringLiteral("no answer"));
    const std::vector<IssueEntry> entries{{user, code, reservation, now}};
    const auto done = session.transaction([&]() -> Result<void> {
        auto answers = book::writeIssues(session, entries);
        if (!answers)
            return std::unexpected(answers.error());
        answer = answers->front();
        return {};
    });
    return done ? answer : std::unexpected(done.error());
}

Result<void> changeDoubt(Session &session, UserId user, const QByteArray &code, qint64 reservation,
                         bool open = true)
{
    const std::vector<book::DoubtChange> changes{{{reservation, user, code, now}, open}};
    const auto answers = book::writeDoubts(session, changes);
    return answers ? answers->front() : std::unexpected(answers.error());
}

QList<qint64> listOf(const book::Counts &c)
{
    return {c.generated, c.staged, c.available, c.pushing, c.inDoubt, c.issued, c.voided, c.markedIssued};
}

/// The counts, by looking at every row on its own.
QList<qint64> truth(Session &session)
{
    book::Counts counts;
    const QString sql =
        QStringLiteral("SELECT c.status, (SELECT count(*) FROM issue i WHERE i.coupon_id = c.id),"
                       " (SELECT count(*) FROM doubt d WHERE d.coupon_id = c.id) FROM coupon c");
    const auto read = eachRow(session, sql, {}, [&](const QSqlQuery &row) {
        const int status = row.value(0).toInt();
        ++counts.generated;
        counts.markedIssued += status == 4;
        if (row.value(1).toInt() > 0) {
            ++counts.issued;
        } else if (row.value(2).toInt() > 0) {
            ++counts.inDoubt;
        } else {
            counts.staged += status == 0 || status == 1;
            counts.pushing += status == 1;
            counts.available += status == 2;
            counts.voided += status == 5;
        }
    });
    return read ? listOf(counts) : QList<qint64>{};
}

} // namespace

class TestCouponBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_session.reset(); }
    void addsAndFinds_data() { DatabaseFixture::addEngines(); }
    void addsAndFinds();
    void passesOverKnownCodes_data() { DatabaseFixture::addEngines(); }
    void passesOverKnownCodes();
    void cutsSlices();
    void pushes_data() { DatabaseFixture::addEngines(); }
    void pushes();
    void pushesNamedCoupons_data() { DatabaseFixture::addEngines(); }
    void pushesNamedCoupons();
    void skipsWhatIsIssuedInAPush_data() { DatabaseFixture::addEngines(); }
    void skipsWhatIsIssuedInAPush();
    void claimsOnceFromTwoSessions();
    void renamesInThreeSteps_data() { DatabaseFixture::addEngines(); }
    void renamesInThreeSteps();
    void refusesRenames_data() { DatabaseFixture::addEngines(); }
    void refusesRenames();
    void listsByPage_data() { DatabaseFixture::addEngines(); }
    void listsByPage();
    void listsByFilter_data() { DatabaseFixture::addEngines(); }
    void listsByFilter();
    void countsAgreeWithTheRows_data() { DatabaseFixture::addEngines(); }
    void countsAgreeWithTheRows();
    void countsReservations_data() { DatabaseFixture::addEngines(); }
    void countsReservations();
    void tellsWhatARebuildNeeds_data() { DatabaseFixture::addEngines(); }
    void tellsWhatARebuildNeeds();
    void setsAside_data() { DatabaseFixture::addEngines(); }
    void setsAside();
    void keepsWordsAndAudit_data() { DatabaseFixture::addEngines(); }
    void keepsWordsAndAudit();
    void snapshotIsOneInstant_data() { DatabaseFixture::addEngines(); }
    void snapshotIsOneInstant();
    void locksFindTheirStock_data() { DatabaseFixture::addEngines(); }
    void locksFindTheirStock();

private:
    /// A fresh book on this row's engine.
    void open();
    /// Coupons that went through a push.
    void stock(const QList<QByteArray> &codes, qint64 batch);
    CouponId idOf(const QByteArray &code);
    book::Rename onlyRename();
    QByteArray shown(const QByteArray &code);
    void randomStep(QRandomGenerator &random, int step);

    DatabaseFixture m_databases;
    DatabaseUrl m_url;
    std::unique_ptr<Session> m_session;
};

void TestCouponBook::open()
{
    QFETCH(QString, engine);
    m_url = m_databases.migrated(engine);
    m_session = DatabaseFixture::open(m_url);
}

void TestCouponBook::stock(const QList<QByteArray> &added, qint64 batch)
{
    QCOMPARE(book::addFresh(*m_session, added, now).value_or(-1), added.size());
    const auto slice = book::claimForPush(*m_session, batch, int(added.size()), now);
    QVERIFY(slice);
    QCOMPARE(slice->codes, added);
    QCOMPARE(book::finishPush(*m_session, batch).value_or(-1), added.size());
}

CouponId TestCouponBook::idOf(const QByteArray &code)
{
    const auto coupon = book::byCode(*m_session, code);
    return coupon && *coupon ? (*coupon)->id : 0;
}

QByteArray TestCouponBook::shown(const QByteArray &code)
{
    const auto coupon = book::byCode(*m_session, code);
    return coupon && *coupon ? statusName((*coupon)->status) : QByteArray("none");
}

book::Rename TestCouponBook::onlyRename()
{
    const auto renames = book::unfinishedRenames(*m_session);
    return renames && renames->size() == 1 ? renames->front() : book::Rename{};
}

void TestCouponBook::addsAndFinds()
{
    open();
    const QList<QByteArray> wanted{"쿠폰-1", "a'b\"c\\d", "PLAIN"};
    const auto added = book::add(*m_session, wanted, now);
    QVERIFY(added);
    QCOMPARE(codesOf(added), wanted);
    for (const Coupon &coupon : *added) {
        QVERIFY(coupon.id > 0);
        QCOMPARE(coupon.status, CouponStatus::Staged);
        QCOMPARE(coupon.createdAt, now);
        const auto byId = book::byId(*m_session, coupon.id);
        QVERIFY(byId && *byId == coupon);
        const auto byCode = book::byCode(*m_session, coupon.code);
        QVERIFY(byCode && *byCode == coupon);
    }
    QVERIFY(added->at(0).id < added->at(1).id && added->at(1).id < added->at(2).id);
    const auto nobody = book::byUser(*m_session, 1);
    QVERIFY(nobody && !*nobody);
    const auto nowhere = book::byId(*m_session, 999);
    QVERIFY(nowhere && !*nowhere);

    QCOMPARE(book::existing(*m_session, {"NEW", "PLAIN", "쿠폰-1"}).value_or(QList<QByteArray>{}),
             (QList<QByteArray>{"PLAIN", "쿠폰-1"}));
    const auto taken = book::add(*m_session, {"FRESH", "PLAIN"}, now);
    QVERIFY(!taken);
    QCOMPARE(taken.error().trouble, Trouble::Conflict);
    QCOMPARE(shown("FRESH"), "none"); // all or nothing
}

void TestCouponBook::passesOverKnownCodes()
{
    open();
    QCOMPARE(book::addFresh(*m_session, codes(0, 5), now).value_or(-1), 5);
    QCOMPARE(book::addFresh(*m_session, codes(3, 5), now).value_or(-1), 3);
    QCOMPARE(book::addFresh(*m_session, {"T", "T"}, now).value_or(-1), 1);
    QVERIFY(book::beginRename(*m_session, idOf("C1000"), "RENAMED"));
    // The former code of an edit under way may still be the one in Redis.
    QCOMPARE(book::addFresh(*m_session, {"C1000", "RENAMED", "OTHER"}, now).value_or(-1), 1);
    QCOMPARE(book::existing(*m_session, {"C1000"}).value_or(QList<QByteArray>{}), QList<QByteArray>{"C1000"});
}

void TestCouponBook::cutsSlices()
{
    const auto slices = book::slicesForAdd(codes(0, 1003), 100);
    QCOMPARE(slices.size(), 11U);
    QSet<QByteArray> all;
    for (const auto &slice : slices) {
        all.unite({slice.begin(), slice.end()});
        const auto [low, high] = std::ranges::minmax(slice);
        for (const auto &other : slices) {
            if (&other != &slice) // no other slice reaches into this one's range
                QVERIFY(
                    std::ranges::none_of(other, [&](const QByteArray &c) { return low < c && c < high; }));
        }
    }
    QCOMPARE(all.size(), 1003);
    QVERIFY(book::slicesForAdd({}, 100).empty());
}

void TestCouponBook::pushes()
{
    open();
    QCOMPARE(book::addFresh(*m_session, codes(0, 12), now).value_or(-1), 12);
    const auto first = book::claimForPush(*m_session, 7, 5, now);
    QVERIFY(first);
    QCOMPARE(first->codes, codes(0, 5));
    QCOMPARE(shown("C1000"), "STAGED");
    // The program may have died here: the slice is found again, by its batch and by its age.
    QCOMPARE(book::sliceOf(*m_session, 7)->codes, codes(0, 5));
    QCOMPARE(book::claimForPush(*m_session, 7, 5, now)->codes, codes(0, 5));
    QCOMPARE(book::stalePushes(*m_session, now).value_or(std::vector<qint64>{-1}), std::vector<qint64>{});
    QCOMPARE(book::stalePushes(*m_session, now + 1).value_or(std::vector<qint64>{}), std::vector<qint64>{7});
    QCOMPARE(book::highMarks(*m_session)->batch, 7);

    QCOMPARE(book::claimForPush(*m_session, 8, 100, now)->codes, codes(5, 7));
    QCOMPARE(book::claimForPush(*m_session, 9, 100, now)->codes, QList<QByteArray>{});
    QCOMPARE(book::finishPush(*m_session, 7).value_or(-1), 5);
    QCOMPARE(book::finishPush(*m_session, 7).value_or(-1), 0);
    QCOMPARE(shown("C1000"), "AVAILABLE");
    QCOMPARE(shown("C1005"), "STAGED");
    QCOMPARE(book::sliceOf(*m_session, 7)->codes, QList<QByteArray>{});
    QCOMPARE(book::stalePushes(*m_session, now + 1).value_or(std::vector<qint64>{}), std::vector<qint64>{8});
    QCOMPARE(book::finishPush(*m_session, 8).value_or(-1), 7);
    QCOMPARE(book::highMarks(*m_session)->batch, 8);
    QCOMPARE(listOf(*book::counts(*m_session)), (QList<qint64>{12, 0, 12, 0, 0, 0, 0, 0}));
}

void TestCouponBook::pushesNamedCoupons()
{
    open();
    QCOMPARE(book::addFresh(*m_session, codes(0, 9), now).value_or(-1), 9);
    QCOMPARE(book::claimForPush(*m_session, 1, 2, now)->codes, codes(0, 2));
    QCOMPARE(book::claimCodesForPush(*m_session, 2, {"C1007", "C1003", "C1000", "NEW"}, now).value_or(-1), 2);
    QCOMPARE(book::sliceOf(*m_session, 2)->codes, (QList<QByteArray>{"C1003", "C1007"}));
    QCOMPARE(book::addForPush(*m_session, 3, {"C1004", "X1", "X2"}, now).value_or(-1), 2);
    QCOMPARE(book::addForPush(*m_session, 3, {"C1004", "X1", "X2"}, now).value_or(-1),
             0); // as after a lost commit
    QCOMPARE(book::sliceOf(*m_session, 3)->codes, (QList<QByteArray>{"X1", "X2"}));
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
    QCOMPARE(book::finishPush(*m_session, 2).value_or(-1), 2);
    QCOMPARE(book::finishPush(*m_session, 3).value_or(-1), 2);
    QCOMPARE(book::claimForPush(*m_session, 4, 100, now)->codes,
             (QList<QByteArray>{"C1002", "C1004", "C1005", "C1006", "C1008"}));
}

void TestCouponBook::skipsWhatIsIssuedInAPush()
{
    open();
    QCOMPARE(book::addFresh(*m_session, codes(0, 4), now).value_or(-1), 4);
    QVERIFY(book::claimForPush(*m_session, 1, 4, now));
    // Redis has them already, and users are fast.
    QVERIFY(issue(*m_session, 1, "C1001", 5));
    QVERIFY(changeDoubt(*m_session, 2, "C1002", 6));
    QCOMPARE(book::sliceOf(*m_session, 1)->codes, (QList<QByteArray>{"C1000", "C1003"}));
    QCOMPARE(listOf(*book::counts(*m_session)), (QList<qint64>{4, 2, 0, 2, 1, 1, 0, 0}));
    QCOMPARE(book::finishPush(*m_session, 1).value_or(-1), 4);
    QCOMPARE(listOf(*book::counts(*m_session)), (QList<qint64>{4, 0, 2, 0, 1, 1, 0, 0}));
}

void TestCouponBook::claimsOnceFromTwoSessions()
{
    const DatabaseUrl url = m_databases.migrated(QStringLiteral("postgresql"));
    const auto one = DatabaseFixture::open(url);
    const auto two = DatabaseFixture::open(url);
    QCOMPARE(book::addFresh(*one, codes(0, 10), now).value_or(-1), 10);
    QVERIFY(one->execute(QStringLiteral("BEGIN")));
    QVERIFY(two->execute(QStringLiteral("BEGIN")));
    const auto mine = book::claimForPush(*one, 1, 6, now);
    const auto theirs = book::claimForPush(*two, 2, 6, now); // does not wait for the first
    QVERIFY(one->execute(QStringLiteral("COMMIT")));
    QVERIFY(two->execute(QStringLiteral("COMMIT")));
    QVERIFY(mine && theirs);
    QCOMPARE(mine->codes, codes(0, 6));
    QCOMPARE(theirs->codes, codes(6, 4));
}

void TestCouponBook::renamesInThreeSteps()
{
    open();
    stock({"A", "B"}, 1);
    QCOMPARE(book::addFresh(*m_session, {"S"}, now).value_or(-1), 1);
    const CouponId id = idOf("A");
    const auto before = book::beginRename(*m_session, id, "A2");
    QVERIFY(before);
    QCOMPARE(before->code, "A");
    QCOMPARE(before->status, CouponStatus::Available);
    // A crash here: whoever comes next finds the edit.
    QCOMPARE(onlyRename().id, id);
    QCOMPARE(onlyRename().oldCode, "A");
    QCOMPARE(onlyRename().newCode, "A2");
    QVERIFY(onlyRename().inRedis);
    QCOMPARE(idOf("A2"), id);
    // A user who drew the old code from Redis gets the coupon under its present name.
    const auto booked = issue(*m_session, 5, "A", 50);
    QVERIFY(booked && booked->kind == Booked::Kind::Issued);
    QCOMPARE(booked->coupon.code, "A2");
    QVERIFY(book::finishRename(*m_session, id));
    QVERIFY(book::finishRename(*m_session, id)); // twice, as after a lost commit
    QVERIFY(book::unfinishedRenames(*m_session)->empty());
    QCOMPARE(shown("A"), "none");

    QVERIFY(book::beginRename(*m_session, idOf("B"), "B2"));
    QVERIFY(book::undoRename(*m_session, idOf("B2")));
    QCOMPARE(shown("B2"), "none");
    QCOMPARE(shown("B"), "AVAILABLE");
    QVERIFY(book::undoRename(*m_session, idOf("B")));
    QCOMPARE(shown("B"), "AVAILABLE");

    QVERIFY(book::beginRename(*m_session, idOf("S"), "S2"));
    QVERIFY(!onlyRename().inRedis);
    QCOMPARE(book::claimForPush(*m_session, 2, 10, now)->codes, QList<QByteArray>{}); // waits for the edit
    QVERIFY(book::finishRename(*m_session, idOf("S2")));
    QCOMPARE(book::claimForPush(*m_session, 2, 10, now)->codes, QList<QByteArray>{"S2"});
}

void TestCouponBook::refusesRenames()
{
    open();
    stock({"A", "B", "I", "D"}, 1);
    QCOMPARE(book::addFresh(*m_session, {"P", "V"}, now).value_or(-1), 2);
    QVERIFY(m_session->execute(QStringLiteral("UPDATE coupon SET status = 5 WHERE code = 'V'")));
    QVERIFY(book::claimForPush(*m_session, 2, 10, now));
    QVERIFY(issue(*m_session, 1, "I", 1));
    QVERIFY(changeDoubt(*m_session, 2, "D", 2));
    const auto unknown = book::beginRename(*m_session, 999, "N");
    QVERIFY(!unknown && unknown.error().trouble == Trouble::NotFound);
    for (const char *code : {"I", "D", "P", "V"}) {
        const auto refused = book::beginRename(*m_session, idOf(code), "N");
        QVERIFY2(!refused && refused.error().trouble == Trouble::Conflict, code);
    }
    const auto taken = book::beginRename(*m_session, idOf("A"), "B");
    QVERIFY(!taken && taken.error().trouble == Trouble::Conflict);
    QCOMPARE(taken.error().names, QList<QByteArray>{"B"});
    QVERIFY(book::beginRename(*m_session, idOf("A"), "A")); // no change is no error
    QVERIFY(book::unfinishedRenames(*m_session)->empty());
    QVERIFY(book::beginRename(*m_session, idOf("A"), "A2"));
    const auto again = book::beginRename(*m_session, idOf("A2"), "A3");
    QVERIFY(!again && again.error().trouble == Trouble::Conflict);
    const auto former = book::beginRename(*m_session, idOf("B"), "A"); // Redis may still have it
    QVERIFY(!former && former.error().trouble == Trouble::Conflict);
}

void TestCouponBook::listsByPage()
{
    open();
    stock(codes(0, 25), 1);
    QList<QByteArray> seen;
    book::Filter filter;
    filter.limit = 10;
    for (const int expected : {10, 10, 5, 0}) {
        const auto page = book::list(*m_session, filter);
        QVERIFY(page);
        QCOMPARE(page->size(), expected);
        seen += codesOf(page);
        if (!page->isEmpty())
            filter.after = page->back().id;
    }
    QCOMPARE(seen, codes(0, 25));
}

void TestCouponBook::listsByFilter()
{
    open();
    stock(codes(0, 8), 1); // C1000 … C1007
    QCOMPARE(book::addFresh(*m_session, codes(8, 4), now).value_or(-1), 4);
    QVERIFY(book::claimForPush(*m_session, 2, 2, now)); // C1008, C1009
    QVERIFY(m_session->execute(QStringLiteral("UPDATE coupon SET status = 5 WHERE code = 'C1011'")));
    QVERIFY(issue(*m_session, 10, "C1002", 1));
    QVERIFY(issue(*m_session, 11, "C1008", 2));
    QVERIFY(changeDoubt(*m_session, 12, "C1003", 3));
    QVERIFY(changeDoubt(*m_session, 13, "C1009", 4));
    const auto with = [&](CouponStatus status, CouponId after = 0, int limit = 100) {
        return codesOf(book::list(*m_session, {status, {}, {}, after, limit}));
    };
    QCOMPARE(with(CouponStatus::Staged), QList<QByteArray>{"C1010"});
    QCOMPARE(with(CouponStatus::Available),
             (QList<QByteArray>{"C1000", "C1001", "C1004", "C1005", "C1006", "C1007"}));
    QCOMPARE(with(CouponStatus::Available, idOf("C1001"), 2), (QList<QByteArray>{"C1004", "C1005"}));
    QCOMPARE(with(CouponStatus::Issued), (QList<QByteArray>{"C1002", "C1008"}));
    QCOMPARE(with(CouponStatus::Issued, idOf("C1002"), 1), QList<QByteArray>{"C1008"});
    QCOMPARE(with(CouponStatus::InDoubt), (QList<QByteArray>{"C1003", "C1009"}));
    QCOMPARE(with(CouponStatus::InDoubt, idOf("C1003")), QList<QByteArray>{"C1009"});
    QCOMPARE(with(CouponStatus::Void), QList<QByteArray>{"C1011"});
    QCOMPARE(with(CouponStatus::Reserved), QList<QByteArray>{});

    const auto of = [&](UserId user) { return codesOf(book::list(*m_session, {{}, {}, user, 0, 100})); };
    QCOMPARE(of(11), QList<QByteArray>{"C1008"});
    QCOMPARE(of(12), QList<QByteArray>{"C1003"});
    QCOMPARE(of(99), QList<QByteArray>{});
    QCOMPARE(codesOf(book::list(*m_session, {{}, "C1003", {}, 0, 100})), QList<QByteArray>{"C1003"});
    QCOMPARE(codesOf(book::list(*m_session, {CouponStatus::Void, "C1003", {}, 0, 100})), QList<QByteArray>{});
    QCOMPARE(codesOf(book::list(*m_session, {{}, "C1003", 11, 0, 100})), QList<QByteArray>{});
    QCOMPARE(codesOf(book::list(*m_session, {{}, "C1003", {}, idOf("C1003"), 100})), QList<QByteArray>{});

    const auto held = book::byUser(*m_session, 11);
    QVERIFY(held && *held);
    QCOMPARE((*held)->issuedAt, std::optional(now));
    QCOMPARE((*held)->userId, std::optional<UserId>(11));
    const auto doubted = book::byUser(*m_session, 12);
    QVERIFY(doubted && !*doubted); // in doubt is not issued
}

/// One change drawn at random, legal or not: whatever it does, the counts must agree with the rows.
void TestCouponBook::randomStep(QRandomGenerator &random, int step)
{
    const QByteArray code = "C" + QByteArray::number(1000 + random.bounded(120));
    const UserId user = 1 + random.bounded(80);
    switch (random.bounded(10)) {
    case 0:
        Q_UNUSED(book::addFresh(*m_session, codes(random.bounded(100), 5), now))
        break;
    case 1:
        Q_UNUSED(book::claimForPush(*m_session, step, 1 + random.bounded(8), now))
        break;
    case 2:
        Q_UNUSED(book::finishPush(*m_session, step - random.bounded(30)))
        break;
    case 3:
        Q_UNUSED(book::markAvailable(*m_session, 1 + random.bounded(3)))
        break;
    case 4:
        Q_UNUSED(changeDoubt(*m_session, user, code, 1 + random.bounded(60)))
        break;
    case 5:
        Q_UNUSED(changeDoubt(*m_session, user, code, 1 + random.bounded(60), false))
        break;
    case 6:
        Q_UNUSED(book::claimCodesForPush(*m_session, step, {code, "C1010", "C1090"}, now))
        break;
    case 7:
        Q_UNUSED(book::beginRename(*m_session, idOf(code), "N" + QByteArray::number(step)))
        break;
    default:
        Q_UNUSED(issue(*m_session, user, code, 1 + random.bounded(60)))
        break;
    }
}

void TestCouponBook::countsAgreeWithTheRows()
{
    open();
    constexpr int steps = 400;
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    for (int step = 1; step <= steps; ++step) {
        randomStep(random, step);
        const auto counts = book::counts(*m_session);
        QVERIFY(counts);
        const QByteArray where = "seed " + QByteArray::number(seed) + " step " + QByteArray::number(step);
        QVERIFY2(listOf(*counts) == truth(*m_session), where.constData());
        QVERIFY2(counts->generated ==
                     counts->staged + counts->available + counts->inDoubt + counts->issued + counts->voided,
                 where.constData());
    }
    QVERIFY(book::settleForRebuild(*m_session));
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
    QCOMPARE(book::counts(*m_session)->pushing, 0);
    QVERIFY(book::counts(*m_session)->issued > 0);
}

void TestCouponBook::countsReservations()
{
    open();
    stock(codes(0, 6), 1);
    QVERIFY(issue(*m_session, 1, "C1000", 10));
    QVERIFY(issue(*m_session, 2, "C1001", 20));
    QVERIFY(issue(*m_session, 3, "C1002", 30));
    QVERIFY(issue(*m_session, 4, "C1003", 0)); // without a reservation
    QCOMPARE(book::issuedAfter(*m_session, 10).value_or(-1), 2);
    QCOMPARE(book::issuedAfter(*m_session, 0).value_or(-1), 3);
    QCOMPARE(book::bookedAmong(*m_session, {10, 15, 30}).value_or(-1), 2);
    QCOMPARE(book::bookedAmong(*m_session, {}).value_or(-1), 0);
}

void TestCouponBook::tellsWhatARebuildNeeds()
{
    open();
    stock(codes(0, 6), 3);
    QCOMPARE(book::addFresh(*m_session, codes(6, 4), now).value_or(-1), 4);
    QVERIFY(book::claimForPush(*m_session, 9, 2, now)); // C1006, C1007
    QVERIFY(issue(*m_session, 5, "C1001", 100));
    QVERIFY(issue(*m_session, 4, "C1000", 101));
    QVERIFY(changeDoubt(*m_session, 6, "C1002", 150));
    QVERIFY(book::setAside(*m_session, "C1003", 7, 120, QStringLiteral("test"), now));
    QVERIFY(book::beginRename(*m_session, idOf("C1004"), "NEW4"));

    const QList<QByteArray> expected{"NEW4", "C1005", "C1006", "C1007"};
    QCOMPARE(codesOf(*book::stockAfter(*m_session, 0, 100)), expected);
    const auto some = book::stockAfter(*m_session, 0, 2);
    QCOMPARE(codesOf(*some), expected.first(2));
    QCOMPARE(codesOf(*book::stockAfter(*m_session, some->back().id, 100)), expected.sliced(2));

    const auto issued = book::issuedUsersAfter(*m_session, 0, 1);
    QCOMPARE(issued->size(), 1U);
    QCOMPARE(issued->front().user, 4);
    QCOMPARE(issued->front().code, "C1000");
    QCOMPARE(book::issuedUsersAfter(*m_session, 4, 10)->front().code, "C1001");
    QVERIFY(book::issuedUsersAfter(*m_session, 5, 10)->empty());

    const auto doubts = book::doubts(*m_session);
    QCOMPARE(doubts->size(), 1U);
    QCOMPARE(doubts->front().reservation, 150);
    QCOMPARE(doubts->front().user, 6);
    QCOMPARE(doubts->front().code, "C1002");
    QCOMPARE(doubts->front().since, now);

    QCOMPARE(book::highMarks(*m_session)->reservation, 150);
    QCOMPARE(book::highMarks(*m_session)->batch, 9);
    QVERIFY(changeDoubt(*m_session, 6, "C1002", 150, false));
    QCOMPARE(book::highMarks(*m_session)->reservation, 120); // set aside

    QVERIFY(book::settleForRebuild(*m_session));
    QVERIFY(book::unfinishedRenames(*m_session)->empty());
    QCOMPARE(book::counts(*m_session)->pushing, 0);
    QCOMPARE(book::highMarks(*m_session)->batch, 9);
    QVERIFY(book::stalePushes(*m_session, now + 1)->empty());
    QCOMPARE(codesOf(*book::stockAfter(*m_session, 0, 100)), (QList<QByteArray>{"C1002"} + expected));
}

void TestCouponBook::setsAside()
{
    open();
    stock({"A", "B"}, 1);
    QVERIFY(book::setAside(*m_session, "A", 1, 5, QStringLiteral("the user has another"), now));
    QVERIFY(book::setAside(*m_session, "UNKNOWN", 2, 6, QStringLiteral("no such code"), now));
    QCOMPARE(shown("A"), "AVAILABLE");
    QCOMPARE(codesOf(*book::stockAfter(*m_session, 0, 10)), QList<QByteArray>{"B"});
    QCOMPARE(DatabaseFixture::numberOf(*m_session, QStringLiteral("SELECT count(*) FROM set_aside")), 2);
    QCOMPARE(listOf(*book::counts(*m_session)), truth(*m_session));
}

void TestCouponBook::keepsWordsAndAudit()
{
    open();
    QCOMPARE(book::meta(*m_session, "generation").value_or("?"), QByteArray());
    QVERIFY(book::setMeta(*m_session, "generation", "1"));
    QVERIFY(book::setMeta(*m_session, "generation", "표2"));
    QCOMPARE(book::meta(*m_session, "generation").value_or("?"), QByteArray("표2"));
    QVERIFY(book::audit(*m_session, QStringLiteral("operator"), QStringLiteral("push"),
                        QStringLiteral("'; --"), QStringLiteral("done"), now));
    QCOMPARE(DatabaseFixture::numberOf(*m_session,
                                       QStringLiteral("SELECT count(*) FROM audit WHERE detail = ?"),
                                       {QStringLiteral("'; --")}),
             1);
}

void TestCouponBook::snapshotIsOneInstant()
{
    open();
    stock(codes(0, 3), 1);
    const auto other = DatabaseFixture::open(m_url);
    qint64 before = -1;
    qint64 after = -1;
    QVERIFY(m_session->snapshot([&]() -> Result<void> {
        before = book::counts(*m_session)->issued;
        const auto booked = issue(*other, 1, "C1000", 1);
        after = book::issuedAfter(*m_session, 0).value_or(-1);
        return booked ? Result<void>{} : std::unexpected(booked.error());
    }));
    QCOMPARE(before, 0);
    QCOMPARE(after, 0);
    QCOMPARE(book::issuedAfter(*m_session, 0).value_or(-1), 1);
}

void TestCouponBook::locksFindTheirStock()
{
    open();
    stock(codes(0, 3), 1);
    QVERIFY(issue(*m_session, 1, "C1000", 1));
    QVERIFY(book::markIssuedRows(*m_session));
    QCOMPARE(book::addFresh(*m_session, codes(3, 2), now).value_or(-1), 2);
    QCOMPARE(book::markAvailable(*m_session, 1).value_or(-1), 1);
    QCOMPARE(book::markAvailable(*m_session, 5).value_or(-1), 1);
    QCOMPARE(DatabaseFixture::numberOf(
                 *m_session, QStringLiteral("SELECT id FROM coupon WHERE status = 2 ORDER BY id LIMIT 1")),
             idOf("C1001"));
    QCOMPARE(listOf(*book::counts(*m_session)), (QList<qint64>{5, 0, 4, 0, 0, 1, 0, 1}));
}

QTEST_GUILESS_MAIN(TestCouponBook)
#include "tst_coupon_book.moc"

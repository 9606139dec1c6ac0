// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_audit.h"
#include "core/database/book/book_doubts.h"
#include "core/database/book/book_life.h"
#include "core/database/book/book_reads.h"
#include "core/database/book/book_refusals.h"
#include "core/database/book/book_tally.h"
#include "core/database/book/stock_turns.h"
#include "core/database/engine/migrations.h"
#include "core/database/engine/rows.h"
#include "tests/support/database_fixture.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <latch>
#include <thread>

using namespace seonchak;

namespace {

/// The schema of version 1 and nothing newer.
Result<void> makeFirstSchema(Session &session, const QString &engine)
{
    QFile file(QStringLiteral(":/sql/0001_book.%1.sql").arg(engine));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Trouble::Internal, QStringLiteral("no such migration"));
    const QString text =
        QString::fromUtf8(file.readAll()).remove(QRegularExpression(QStringLiteral("--[^\n]*\n")));
    QStringList statements = text.split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    statements +=
        {QStringLiteral(
             "CREATE TABLE schema_version (version bigint PRIMARY KEY, applied_at bigint NOT NULL)"),
         QStringLiteral("INSERT INTO schema_version VALUES (1, 1)")};
    for (const QString &statement : std::as_const(statements)) {
        if (const auto done = session.execute(statement); !done)
            return done;
    }
    return {};
}

QList<QByteArray> codesBeginningWith(Session &session, const QByteArray &prefix)
{
    book::Filter filter;
    filter.codePrefix = prefix;
    QList<QByteArray> codes;
    const auto found = book::list(session, filter);
    for (const Coupon &coupon : found.value_or(QList<Coupon>{}))
        codes.append(coupon.code);
    return codes;
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromEmptyAndAgain_data() { DatabaseFixture::addEngines(); }
    void fromEmptyAndAgain();
    void manyAtOnce_data() { DatabaseFixture::addEngines(); }
    void manyAtOnce();
    void refusesNewerSchema_data() { DatabaseFixture::addEngines(); }
    void refusesNewerSchema();
    void isAllOrNothing_data() { DatabaseFixture::addEngines(); }
    void isAllOrNothing();
    void keepsTheRowsOfAnOldBook_data() { DatabaseFixture::addEngines(); }
    void keepsTheRowsOfAnOldBook();
    void sortsTheRefusalsOfAnOldBook_data() { DatabaseFixture::addEngines(); }
    void sortsTheRefusalsOfAnOldBook();
    void tellsDamagedFile();
    void namesBrokenConstraints_data() { DatabaseFixture::addEngines(); }
    void namesBrokenConstraints();
    void failedStatementSpoilsItsTransaction_data() { DatabaseFixture::addEngines(); }
    void failedStatementSpoilsItsTransaction();
    void transactionsHoldTheWriteLock();
    void opensDurably_data() { DatabaseFixture::addEngines(); }
    void opensDurably();

private:
    DatabaseFixture m_databases;
};

void TestMigrations::fromEmptyAndAgain()
{
    QFETCH(QString, engine);
    const auto session = DatabaseFixture::open(m_databases.fresh(engine));
    QVERIFY(migrate(*session));
    for (const char *table :
         {"coupon", "issue", "doubt", "set_aside", "audit", "refusal", "life", "chronicle", "token"}) {
        const auto rows =
            number(*session, QStringLiteral("SELECT count(*) FROM ") + QString::fromLatin1(table));
        QVERIFY2(rows, table);
        QCOMPARE(*rows, 0);
    }
    QCOMPARE(number(*session, QStringLiteral("SELECT count(*) FROM meta WHERE key = 'book'")).value_or(-1),
             1);
    const QString history = QStringLiteral("SELECT count(*) FROM schema_version");
    const auto before = DatabaseFixture::numberOf(*session, history);
    QVERIFY(before >= 1);
    QVERIFY(migrate(*session));
    QCOMPARE(DatabaseFixture::numberOf(*session, history), before);
}

void TestMigrations::manyAtOnce()
{
    QFETCH(QString, engine);
    constexpr int programs = 4;
    const DatabaseUrl url = m_databases.fresh(engine);
    if (engine == QStringLiteral("sqlite"))
        DatabaseFixture::open(
            url); // the switch to WAL is for one alone; it is the migration that is tried here
    std::latch together(programs);
    std::atomic<int> fine{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < programs; ++i) {
        threads.emplace_back([&] {
            const auto session = DatabaseFixture::open(url);
            together.arrive_and_wait();
            const auto done = migrate(*session);
            if (done)
                ++fine;
            else
                qWarning("%s", qPrintable(done.error().detail));
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(fine.load(), programs);
    QCOMPARE(
        DatabaseFixture::numberOf(*DatabaseFixture::open(url),
                                  QStringLiteral("SELECT count(*) FROM schema_version WHERE version = 1")),
        1);
}

void TestMigrations::refusesNewerSchema()
{
    QFETCH(QString, engine);
    const auto session = DatabaseFixture::open(m_databases.migrated(engine));
    QVERIFY(affected(*session,
                     QStringLiteral("INSERT INTO schema_version (version, applied_at) VALUES (9999, 0)")));
    const auto refused = migrate(*session);
    QVERIFY(!refused);
    QCOMPARE(refused.error().trouble, Trouble::BadInput);
    QVERIFY(refused.error().detail.contains(QStringLiteral("9999")));
}

void TestMigrations::isAllOrNothing()
{
    QFETCH(QString, engine);
    const auto session = DatabaseFixture::open(m_databases.fresh(engine));
    // The migration stumbles over the last table it makes.
    QVERIFY(session->execute(QStringLiteral("CREATE TABLE audit (id int)")));
    QVERIFY(!migrate(*session));
    QVERIFY(!number(*session, QStringLiteral("SELECT count(*) FROM coupon")));
    QVERIFY(session->execute(QStringLiteral("DROP TABLE audit")));
    QVERIFY(migrate(*session));
    QCOMPARE(DatabaseFixture::numberOf(*session, QStringLiteral("SELECT count(*) FROM coupon")), 0);
}

void TestMigrations::keepsTheRowsOfAnOldBook()
{
    QFETCH(QString, engine);
    const DatabaseUrl url = m_databases.fresh(engine);
    {
        // As the first version of the program left it: before a sale with an issue, a doubt and an act.
        const auto session = DatabaseFixture::open(url);
        QVERIFY(makeFirstSchema(*session, engine));
        for (const char *row :
             {"INSERT INTO coupon (code, status, created_at) VALUES ('b', 2, 5), ('B', 2, 5), ('쿠', 0, 5)",
              "INSERT INTO issue (user_id, coupon_id, reservation, issued_at) VALUES (7, 1, 70, 9)",
              "INSERT INTO doubt (reservation, coupon_id, user_id, since) VALUES (80, 2, 8, 9)",
              "INSERT INTO audit (at, actor, action, detail, result) VALUES (1, 'desk', 'push', 'all', "
              "'done')"})
            QVERIFY2(session->execute(QString::fromUtf8(row)), row);
    }
    const auto session = DatabaseFixture::open(url);
    const auto done = migrate(*session);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QVERIFY(book::checkTally(*session)->isEmpty());
    QCOMPARE(book::counts(*session)->generated, 3);
    QCOMPARE(book::counts(*session)->issued, 1);
    QCOMPARE(codesBeginningWith(*session, "b"), QList<QByteArray>{"b"});
    QCOMPARE(codesBeginningWith(*session, "쿠"), QList<QByteArray>{"쿠"});
    const auto issued = book::whyNot(*session, 7);
    QVERIFY(issued && issued->verdict == WhyNot::Verdict::Issued);
    QVERIFY(issued->knownSince); // whom it refused before nobody wrote down
    QVERIFY(*issued->knownSince > 1'600'000'000'000 &&
            *issued->knownSince <= QDateTime::currentMSecsSinceEpoch());
    QCOMPARE(**book::openDoubt(*session, 80), (OpenDoubt{80, 2, "B", 8, 9, 0, {}, {}}));
    QCOMPARE((*book::biography(*session, "b"))->events.back().what, LifeEvent::What::Issued);
    QVERIFY(!session->execute(QStringLiteral("DELETE FROM audit")));
    QCOMPARE(book::readAudit(*session, {})->items.size(), 1);
    // The codes are still each other's rivals, in any spelling.
    QVERIFY(!affected(*session,
                      QStringLiteral("INSERT INTO coupon (code, status, created_at) VALUES ('쿠', 0, 5)")));
    // A book that issued nothing has nothing to have forgotten.
    const auto empty = DatabaseFixture::open(m_databases.migrated(engine));
    QVERIFY(!book::whyNot(*empty, 7)->knownSince);
}

/// Version 5 had one row a user, with "sold out" and the partner's refusals side by side.
void TestMigrations::sortsTheRefusalsOfAnOldBook()
{
    QFETCH(QString, engine);
    const auto session = DatabaseFixture::open(m_databases.fresh(engine));
    QVERIFY(migrateTo(*session, 5));
    for (const char *statement :
         {"INSERT INTO push (batch, first_id, last_id, claimed_at, finished) VALUES (7, 1, 2, 1000, 1)",
          "INSERT INTO push (batch, first_id, last_id, claimed_at, finished) VALUES (8, 3, 4, 5000, 1)",
          "INSERT INTO refusal VALUES (1, 2000, 6000, 3, 1500, 5500, 2)",
          "INSERT INTO refusal VALUES (2, 500, 500, 1, NULL, 0, 0)",
          "INSERT INTO refusal VALUES (3, 0, 0, 0, NULL, 3000, 1)",
          "INSERT INTO meta (key, value) VALUES ('refusals_count', '3')"})
        QVERIFY2(session->execute(QLatin1String(statement)), statement);
    const auto done = migrate(*session);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    using Reason = Refusal::Reason;
    const auto both = book::whyNot(*session, 1);
    QCOMPARE(both->verdict, WhyNot::Verdict::SoldOut);
    QCOMPARE(both->refusals, (QList{Refusal{1, Reason::SoldOut, 2000, 6000, 3, {}, 5000},
                                    Refusal{1, Reason::PartnerFailed, 5500, 5500, 2, {}, 0}}));
    QCOMPARE(book::whyNot(*session, 2)->verdict, WhyNot::Verdict::TooEarly); // before the first push
    QCOMPARE(book::whyNot(*session, 3)->verdict, WhyNot::Verdict::FailedAtPartner);
    QCOMPARE(
        DatabaseFixture::numberOf(
            *session, QStringLiteral("SELECT CAST(value AS bigint) FROM meta WHERE key = 'refusals_count'")),
        4);
    QCOMPARE(book::beginning(*session).value_or(book::Beginning::Empty), book::Beginning::Begun);
}

void TestMigrations::tellsDamagedFile()
{
    const DatabaseUrl url = m_databases.fresh(QStringLiteral("sqlite"));
    QFile file(url.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto session = Session::open(url);
    QVERIFY(!session);
    QCOMPARE(session.error().trouble, Trouble::Internal);
    QVERIFY2(session.error().detail.contains(QStringLiteral("damaged")), qPrintable(session.error().detail));
}

void TestMigrations::namesBrokenConstraints()
{
    QFETCH(QString, engine);
    const auto session = DatabaseFixture::open(m_databases.migrated(engine));
    const QString coupon = QStringLiteral("INSERT INTO coupon (code, status, created_at) VALUES (?, ?, 1)");
    QVERIFY(affected(*session, coupon, {QStringLiteral("A"), 0}));
    const auto twice = affected(*session, coupon, {QStringLiteral("A"), 0});
    QVERIFY(!twice);
    QCOMPARE(twice.error().trouble, Trouble::Conflict);
    QVERIFY(!affected(*session, coupon, {QStringLiteral("B"), 3})); // no such status
    const QString issue = QStringLiteral("INSERT INTO issue (user_id, coupon_id, reservation, issued_at)"
                                         " VALUES (?, ?, ?, 1)");
    QVERIFY(affected(*session, issue, {1, 10, 100}));
    for (const QVariantList &row : {QVariantList{1, 11, 101}, {2, 10, 101}, {2, 11, 100}}) {
        const auto refused = affected(*session, issue, row);
        QVERIFY(!refused);
        QCOMPARE(refused.error().trouble, Trouble::Conflict);
    }
    QVERIFY(affected(*session, issue, {2, 11, QVariant()}));
    QVERIFY(affected(*session, issue, {3, 12, QVariant()}));
    const auto missing = number(*session, QStringLiteral("SELECT count(*) FROM nowhere"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().trouble, Trouble::Unavailable);
    QVERIFY(!session->isBroken());
}

void TestMigrations::failedStatementSpoilsItsTransaction()
{
    QFETCH(QString, engine);
    const auto session = DatabaseFixture::open(m_databases.migrated(engine));
    const QString insert = QStringLiteral("INSERT INTO meta (key, value) VALUES (?, 'v')");
    const auto done = session->transaction([&]() -> Result<void> {
        Q_UNUSED(affected(*session, insert, {QStringLiteral("a")}))
        Q_UNUSED(affected(*session, insert, {QStringLiteral("a")})) // fails, and nobody looks
        return {};
    });
    // What transaction() says must be what is in the table: PostgreSQL turns such a COMMIT into a silent
    // ROLLBACK.
    QCOMPARE(DatabaseFixture::numberOf(*session,
                                       QStringLiteral("SELECT count(*) FROM meta WHERE key IN ('a', 'b')")),
             done ? 1 : 0);
    QVERIFY(session->transaction([&]() -> Result<void> {
        const auto inserted = affected(*session, insert, {QStringLiteral("b")});
        return inserted ? Result<void>{} : std::unexpected(inserted.error());
    }));
    const auto refused = session->transaction([&]() -> Result<void> {
        Q_UNUSED(affected(*session, insert, {QStringLiteral("c")}))
        return failure(Trouble::NotFound, QStringLiteral("changed my mind"));
    });
    QVERIFY(!refused);
    QCOMPARE(refused.error().trouble, Trouble::NotFound);
    QCOMPARE(DatabaseFixture::numberOf(*session, QStringLiteral("SELECT count(*) FROM meta WHERE key = 'c'")),
             0);
}

void TestMigrations::transactionsHoldTheWriteLock()
{
    DatabaseUrl url = m_databases.migrated(QStringLiteral("sqlite"));
    url.busyTimeoutMs = 1;
    const auto mine = DatabaseFixture::open(url);
    const auto other = DatabaseFixture::open(url);
    const QString insert = QStringLiteral("INSERT INTO meta (key, value) VALUES (?, 'v')");
    // A transaction that begins by reading must not be overtaken: its write would fail half-way.
    QVERIFY(mine->transaction([&]() -> Result<void> {
        const auto read = number(*mine, QStringLiteral("SELECT count(*) FROM meta"));
        const auto overtaking = affected(*other, insert, {QStringLiteral("other")});
        if (!read || overtaking || overtaking.error().trouble != Trouble::Unavailable)
            return failure(Trouble::Internal, QStringLiteral("overtaken"));
        const auto written = affected(*mine, insert, {QStringLiteral("mine")});
        return written ? Result<void>{} : std::unexpected(written.error());
    }));
    QVERIFY(!other->isBroken());
    QVERIFY(affected(*other, insert, {QStringLiteral("other")}));
}

void TestMigrations::opensDurably()
{
    QFETCH(QString, engine);
    const DatabaseUrl url = m_databases.fresh(engine);
    const auto session = DatabaseFixture::open(url);
    QVariantList found;
    const auto look = [&](const char *sql) {
        return eachRow(*session, QString::fromLatin1(sql), {},
                       [&](const QSqlQuery &row) { found.append(row.value(0)); });
    };
    if (engine == QStringLiteral("sqlite")) {
        QVERIFY(look("PRAGMA journal_mode") && look("PRAGMA synchronous") && look("PRAGMA busy_timeout"));
        QCOMPARE(found, (QVariantList{QStringLiteral("wal"), 2, url.busyTimeoutMs}));
        return;
    }
    QVERIFY(session->execute(QStringLiteral("ALTER DATABASE %1 SET synchronous_commit = off").arg(url.name)));
    QVERIFY(session->execute(QStringLiteral("ALTER DATABASE %1 SET jit = on").arg(url.name)));
    const auto again = DatabaseFixture::open(url);
    const QString ask =
        QStringLiteral("SELECT current_setting('synchronous_commit') || ' ' || current_setting('jit')");
    const auto take = [&](const QSqlQuery &row) { found.append(row.value(0)); };
    QVERIFY(again->transaction([&] { return eachRow(*again, ask, {}, take); }));
    QVERIFY(eachRow(*again, ask, {}, take)); // Nothing stays in the session: a pooler may give it to others.
    QCOMPARE(found, (QVariantList{QStringLiteral("on off"), QStringLiteral("off on")}));
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"

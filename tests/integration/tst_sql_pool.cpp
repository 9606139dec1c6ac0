// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/rows.h"
#include "core/database/engine/sql_pool.h"
#include "tests/support/database_fixture.h"

#include <QTest>

#include <latch>

using namespace seonchak;

namespace {

struct Answer
{
    bool came = false;
    Result<qint64> value = 0;
    QThread *thread = nullptr;
};

/// Asks and keeps the answer; the coroutine lives on this thread's event loop.
QCoro::Task<> ask(SqlPool &pool, std::function<Result<qint64>(Session &)> work, Answer &answer)
{
    const auto value = co_await pool.run<qint64>(std::move(work));
    answer = {true, value, QThread::currentThread()};
}

Result<qint64> one(Session &session)
{
    return number(session, QStringLiteral("SELECT 1"));
}

} // namespace

class TestSqlPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheCallersThread_data() { DatabaseFixture::addEngines(); }
    void answersOnTheCallersThread();
    void refusesPastItsBound();
    void reportsMissingSchema_data() { DatabaseFixture::addEngines(); }
    void reportsMissingSchema();
    void failsWhileAwayAndComesBack();
    void opensLateSqliteFile();
    void endsWithJobsWaiting();

private:
    DatabaseFixture m_databases;
};

void TestSqlPool::answersOnTheCallersThread()
{
    QFETCH(QString, engine);
    SqlPool pool(m_databases.migrated(engine), 3, 1000);
    std::vector<Answer> answers(50);
    std::atomic<bool> elsewhere{true};
    for (auto &answer : answers) {
        ask(
            pool,
            [&elsewhere, home = QThread::currentThread()](Session &session) {
                elsewhere = elsewhere && QThread::currentThread() != home;
                return one(session);
            },
            answer);
    }
    QTRY_VERIFY(std::ranges::all_of(answers, &Answer::came));
    for (const auto &answer : answers) {
        QCOMPARE(answer.value.value_or(-1), 1);
        QCOMPARE(answer.thread, QThread::currentThread());
    }
    QVERIFY(elsewhere);
    QVERIFY(pool.isConnected());
}

void TestSqlPool::refusesPastItsBound()
{
    SqlPool pool(m_databases.migrated(QStringLiteral("sqlite")), 1, 2);
    std::latch started(1);
    std::latch release(1);
    std::vector<Answer> answers(4);
    ask(
        pool,
        [&](Session &session) {
            started.count_down();
            release.wait();
            return one(session);
        },
        answers[0]);
    started.wait();
    for (std::size_t i = 1; i < answers.size(); ++i)
        ask(pool, one, answers[i]);
    QVERIFY(answers[3].came); // at once, without an event
    QVERIFY(!answers[3].value && answers[3].value.error().trouble == Trouble::Unavailable);
    release.count_down();
    QTRY_VERIFY(answers[0].came && answers[1].came && answers[2].came);
    QVERIFY(answers[0].value && answers[1].value && answers[2].value);
}

void TestSqlPool::reportsMissingSchema()
{
    QFETCH(QString, engine);
    SqlPool pool(m_databases.fresh(engine), 1, 10);
    Answer answer;
    ask(
        pool, [](Session &session) { return number(session, QStringLiteral("SELECT count(*) FROM coupon")); },
        answer);
    QTRY_VERIFY(answer.came);
    QVERIFY(!answer.value);
    QCOMPARE(answer.value.error().trouble, Trouble::Unavailable);
}

void TestSqlPool::failsWhileAwayAndComesBack()
{
    PostgresFixture postgres;
    QVERIFY(postgres.start());
    const auto url = DatabaseUrl::parse(postgres.createDatabase(QStringLiteral("away")), {});
    QVERIFY(url);
    SqlPool pool(*url, 2, 100);
    Answer first;
    ask(pool, one, first);
    QTRY_VERIFY(first.came);
    QCOMPARE(first.value.value_or(-1), 1);

    postgres.stopImmediately();
    // Each thread finds out with the job it is in; then there is none left to ask.
    Answer refused;
    const auto askAgain = [&] {
        refused = {};
        ask(pool, one, refused);
    };
    askAgain();
    QTRY_VERIFY(refused.came);
    QVERIFY(!refused.value);
    QCOMPARE(refused.value.error().trouble, Trouble::Unavailable);
    const auto oneMore = [&]() -> bool {
        if (refused.came)
            askAgain();
        return !pool.isConnected();
    };
    QTRY_VERIFY(oneMore());
    QTRY_VERIFY(refused.came);

    QVERIFY(postgres.start());
    QTRY_VERIFY_WITH_TIMEOUT(pool.isConnected(), 10'000);
    Answer again;
    ask(pool, one, again);
    QTRY_VERIFY(again.came);
    QCOMPARE(again.value.value_or(-1), 1);
}

void TestSqlPool::opensLateSqliteFile()
{
    QTemporaryDir folder;
    const QString later = folder.filePath(QStringLiteral("later"));
    const auto url = DatabaseUrl::parse(QStringLiteral("sqlite://") + later + QStringLiteral("/book"), {});
    QVERIFY(url);
    SqlPool pool(*url, 1, 10);
    Answer early;
    ask(pool, one, early);
    QTRY_VERIFY(early.came);
    QVERIFY(!early.value && early.value.error().trouble == Trouble::Unavailable);
    QVERIFY(QDir().mkpath(later));
    QTRY_VERIFY(pool.isConnected());
}

void TestSqlPool::endsWithJobsWaiting()
{
    std::vector<Answer> answers(3);
    std::latch started(1);
    std::latch release(1);
    std::thread opener;
    {
        SqlPool pool(m_databases.migrated(QStringLiteral("sqlite")), 1, 10);
        ask(
            pool,
            [&](Session &session) {
                started.count_down();
                release.wait();
                return one(session);
            },
            answers[0]);
        ask(pool, one, answers[1]);
        ask(pool, one, answers[2]);
        started.wait();
        opener = std::thread([&] { release.count_down(); });
    }
    opener.join();
    QTRY_VERIFY(std::ranges::all_of(answers, &Answer::came));
    QVERIFY(
        answers[0]
            .value); // the one it was in is finished; those waiting are served or refused, never forgotten
    for (const auto &answer : answers)
        QVERIFY(answer.value || answer.value.error().trouble == Trouble::Unavailable);
}

QTEST_GUILESS_MAIN(TestSqlPool)
#include "tst_sql_pool.moc"

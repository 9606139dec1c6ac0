// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/owned_thread.h"
#include "core/database/book/book_tokens.h"
#include "core/database/engine/migrations.h"
#include "core/database/journal/journal.h"
#include "core/issue/engine/token_keeper.h"
#include "tests/support/book_case.h"

#include <QFile>
#include <QTest>

#include <latch>
#include <thread>

using namespace seonchak;
using namespace seonchak::testing;

namespace {

constexpr int patienceMs = 10'000;

TokenRow token(const char *name, Role role = Role::Viewer)
{
    return {QString::fromUtf8(name), role, tokenHash(name), now, 0};
}

QStringList namesIn(Session &session)
{
    QStringList names;
    const auto rows = book::tokens(session);
    for (const TokenRow &row : rows.value_or(QList<TokenRow>{}))
        names.append(row.name);
    return names;
}

} // namespace

/// Named tokens in the book, and the keeper that tells a server of them.
class TestBookTokens : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void keepsHashesByName_data() { DatabaseFixture::addEngines(); }
    void keepsHashesByName();
    void namesAreTakenOnce_data() { DatabaseFixture::addEngines(); }
    void namesAreTakenOnce();
    void revokedOnceAndForAll_data() { DatabaseFixture::addEngines(); }
    void revokedOnceAndForAll();
    void hasAnEnd_data() { DatabaseFixture::addEngines(); }
    void hasAnEnd();
    void isAskedBeforeTheStart_data() { DatabaseFixture::addEngines(); }
    void isAskedBeforeTheStart();
    void keeperTellsOfChangesAndUses_data() { DatabaseFixture::addEngines(); }
    void keeperTellsOfChangesAndUses();
};

void TestBookTokens::keepsHashesByName()
{
    open();
    QVERIFY(book::addToken(*m_session, token("seo", Role::Issuer)));
    QVERIFY(book::addToken(*m_session, token("it's 100%_김", Role::Admin)));
    const auto rows = book::tokens(*m_session);
    QVERIFY(rows);
    QCOMPARE(*rows, (QList<TokenRow>{token("it's 100%_김", Role::Admin), token("seo", Role::Issuer)}));
    QVERIFY(book::noteTokenUse(*m_session, tokenHash("seo"), 50));
    QVERIFY(book::noteTokenUse(*m_session, tokenHash("seo"), 40)); // of a server that was slow
    QCOMPARE(book::tokens(*m_session)->at(1).lastUsed, 50);
}

void TestBookTokens::namesAreTakenOnce()
{
    open();
    QVERIFY(book::addToken(*m_session, token("Kim")));
    auto other = token("kim");
    const auto refused = book::addToken(*m_session, other);
    QVERIFY(!refused);
    QCOMPARE(refused.error().trouble, Trouble::Conflict);
    QVERIFY(refused.error().detail.contains(QStringLiteral("\"Kim\"")));
    constexpr int programs = 4;
    std::latch together(programs);
    std::atomic<int> added{0};
    std::atomic<int> conflicts{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < programs; ++i) {
        threads.emplace_back([&, i] {
            const auto session = DatabaseFixture::open(m_url);
            auto row = token("lee");
            row.hash = tokenHash(QByteArray::number(i));
            together.arrive_and_wait();
            const auto done = book::addToken(*session, row);
            added += done.has_value();
            conflicts += !done && done.error().trouble == Trouble::Conflict;
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(added.load(), 1);
    QCOMPARE(conflicts.load(), programs - 1);
    QCOMPARE(namesIn(*m_session), (QStringList{"Kim", "lee"}));
}

void TestBookTokens::revokedOnceAndForAll()
{
    open();
    QVERIFY(book::addToken(*m_session, token("kim")));
    QVERIFY(book::addToken(*m_session, token("lee")));
    QVERIFY(book::revokeToken(*m_session, QStringLiteral("kim")));
    for (const char *unknown : {"kim", "LEE", "%", ""})
        QCOMPARE(book::revokeToken(*m_session, QString::fromLatin1(unknown)).error().trouble,
                 Trouble::NotFound);
    QCOMPARE(namesIn(*m_session), QStringList("lee"));
    QVERIFY(book::addToken(*m_session, token("kim"))); // The name is free again.
}

void TestBookTokens::hasAnEnd()
{
    open();
    const auto filled = m_session->transaction([&]() -> Result<void> {
        for (int i = 0; i < book::tokensMost; ++i) {
            const QByteArray name = QByteArray::number(i);
            const auto written = affected(
                *m_session,
                QStringLiteral("INSERT INTO token (hash, name, role, created_at) VALUES (?, ?, 'viewer', 1)"),
                {QString::fromLatin1(tokenHash(name).toHex()), QString::fromLatin1(name)});
            if (!written)
                return std::unexpected(written.error());
        }
        return {};
    });
    QVERIFY(filled);
    QCOMPARE(book::addToken(*m_session, token("kim")).error().trouble, Trouble::BadInput);
}

void TestBookTokens::isAskedBeforeTheStart()
{
    QFETCH(QString, engine);
    const DatabaseUrl url = m_databases.fresh(engine);
    QCOMPARE(lookForTokens(url), TokensFound::None);
    QVERIFY(url.engine == DatabaseUrl::Engine::Postgresql || !QFile::exists(url.path)); // It made nothing.
    const auto session = DatabaseFixture::open(url);
    QCOMPARE(lookForTokens(url), TokensFound::None);
    QVERIFY(migrate(*session));
    QCOMPARE(lookForTokens(url), TokensFound::None);
    QVERIFY(book::addToken(*session, token("kim")));
    QCOMPARE(lookForTokens(url), TokensFound::Some);
    DatabaseUrl away = url;
    away.path = QStringLiteral("/proc/self/status"); // a file, and no database
    away.port = 1;
    away.host = QStringLiteral("127.0.0.1");
    QCOMPARE(lookForTokens(away), TokensFound::Unknown);
}

void TestBookTokens::keeperTellsOfChangesAndUses()
{
    open();
    QVERIFY(book::addToken(*m_session, token("kim")));
    QVERIFY(book::addToken(*m_session, token("lee")));
    Journal journal(m_url, 100);
    TokenDesk desk;
    QCOMPARE(desk.state(), TokenDesk::State::Unread);
    OwnedThread thread(QStringLiteral("keeper"));
    std::unique_ptr<TokenKeeper> keeper;
    thread.call([&] { keeper = std::make_unique<TokenKeeper>(m_url, journal, desk); });
    const auto known = [&](const char *name) {
        const auto list = desk.list();
        return list && TokenDesk::find(*list, tokenHash(name));
    };
    QTRY_VERIFY_WITH_TIMEOUT(known("kim") && known("lee"), patienceMs);
    desk.list()->at(0).used->store(5000);
    const auto lastUsed = [&] { return book::tokens(*m_session)->at(0).lastUsed; };
    QTRY_COMPARE_WITH_TIMEOUT(lastUsed(), 5000, patienceMs);
    QVERIFY(book::revokeToken(*m_session, QStringLiteral("lee")));
    QTRY_VERIFY_WITH_TIMEOUT(!known("lee"), patienceMs);
    desk.list()->at(0).used->store(5000 + TokenKeeper::usePeriodMs - 1); // too soon to be written again
    QVERIFY(book::addToken(*m_session, token("seo", Role::Admin)));
    QTRY_VERIFY_WITH_TIMEOUT(known("seo"), patienceMs);
    QVERIFY(book::revokeToken(*m_session, QStringLiteral("seo")));
    QTRY_VERIFY_WITH_TIMEOUT(!known("seo"), patienceMs);
    QCOMPARE(lastUsed(), 5000);
    desk.list()->at(0).used->store(5000 + TokenKeeper::usePeriodMs);
    QTRY_COMPARE_WITH_TIMEOUT(lastUsed(), 5000 + TokenKeeper::usePeriodMs, patienceMs);
    QVERIFY(book::revokeToken(*m_session, QStringLiteral("kim")));
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(), TokenDesk::State::Empty, patienceMs);
    thread.call([&] { keeper->stop(); });
    QVERIFY(thread.finishTasks(std::chrono::seconds(10), [&] { keeper.reset(); }));
}

QTEST_GUILESS_MAIN(TestBookTokens)
#include "tst_book_tokens.moc"

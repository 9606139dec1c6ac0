// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/still_book.h"

#include "core/database/book/book_tally.h"
#include "core/database/engine/migrations.h"
#include "tests/support/database_fixture.h"

#include <QDir>
#include <QTest>

#include <sys/stat.h>

using namespace seonchak;

namespace {

constexpr qint64 coupons = 3;

/// What lies in a folder, byte by byte, and when a file was last made or taken away in it.
struct Trace
{
    QMap<QString, QByteArray> files;
    qint64 changedNs = 0;
    bool operator==(const Trace &) const = default;
};

Trace traceOf(const QString &folder)
{
    Trace trace;
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        // The index of a log is scratch memory that each reader may order anew.
        if (!name.endsWith(QLatin1String("-shm")) && file.open(QIODevice::ReadOnly))
            trace.files[name] = file.readAll();
    }
    struct stat about = {};
    ::stat(qPrintable(folder), &about);
    trace.changedNs = about.st_mtim.tv_sec * 1'000'000'000 + about.st_mtim.tv_nsec;
    return trace;
}

void fill(Session &session, qint64 version)
{
    QStringList rows{
        "INSERT INTO coupon (code, status, created_at) VALUES ('b', 4, 5), ('B', 2, 5), ('쿠', 0, 5)",
        "INSERT INTO issue (user_id, coupon_id, reservation, issued_at) VALUES (7, 1, 70, 9)",
        "INSERT INTO audit (at, actor, action, detail, result) VALUES (1, 'desk', 'push', 'all', 'done')"};
    if (version >= 3)
        rows << QStringLiteral(
                    "INSERT INTO act (id, keyed, fingerprint, owner, beat, state, actor, action, detail,"
                    " total, slice, last_made, made, moved, note, begun_at, ended_at) VALUES ('a', 1,"
                    " 'f', 'o', 1, 1, 'desk', 'push', 'd', 1, 1, 1, 1, 1, %1, 1, 1)")
                    .arg(session.engine() == DatabaseUrl::Engine::Sqlite ? "X'00FF'" : "'\\x00ff'::bytea");
    for (const QString &row : rows) {
        const auto done = session.execute(row);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }
}

} // namespace

/// Looking at a book changes nothing, whatever state it was left in.
class TestStillBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNoTrace_data();
    void leavesNoTrace();
    void readsWhatALogHolds_data();
    void readsWhatALogHolds();
    void noticesAServer();
    void leavesAServerWithAnEmptyLogAlone();
    void readsEachEarlierSchema_data();
    void readsEachEarlierSchema();
    void saysWhatItIs_data();
    void saysWhatItIs();

private:
    QString folderOf(const DatabaseUrl &url);
    DatabaseFixture m_databases;
};

QString TestStillBook::folderOf(const DatabaseUrl &url)
{
    return QFileInfo(url.path).absolutePath();
}

void TestStillBook::leavesNoTrace_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<StillBook::Glance>("glance");
    for (const char *mode : {"WAL", "DELETE"}) {
        QTest::addRow("%s, short", mode) << QString::fromLatin1(mode) << StillBook::Glance::Short;
        QTest::addRow("%s, long", mode) << QString::fromLatin1(mode) << StillBook::Glance::Long;
    }
}

/// A book at rest, as its server or a new sale left it, under a name that a URL would have to quote.
void TestStillBook::leavesNoTrace()
{
    QFETCH(QString, mode);
    QFETCH(StillBook::Glance, glance);
    const QTemporaryDir folder;
    DatabaseUrl url;
    url.path = folder.filePath(QStringLiteral("가을 50%?#1.sqlite"));
    {
        const auto session = DatabaseFixture::open(url);
        QVERIFY(migrate(*session));
        fill(*session, 99);
        QVERIFY(session->execute(QStringLiteral("PRAGMA journal_mode=") + mode));
    }
    const Trace before = traceOf(folder.path());
    QCOMPARE(before.files.size(), 1);
    {
        const auto book = StillBook::open(url, glance);
        QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
        QVERIFY(book->url().readOnly);
        const auto session = DatabaseFixture::open(book->url());
        QCOMPARE(DatabaseFixture::numberOf(*session, "SELECT count(*) FROM coupon"), coupons);
        QVERIFY(!session->execute(QStringLiteral("DELETE FROM coupon")));
        QVERIFY(traceOf(folder.path()) == before);
        QVERIFY(book->stayedStill());
        QVERIFY2(book->engine().startsWith(QLatin1String("SQLite 3.")), qPrintable(book->engine()));
        QCOMPARE(book->schema(), newestSchema(DatabaseUrl::Engine::Sqlite));
    }
    QVERIFY(traceOf(folder.path()) == before);
}

void TestStillBook::readsWhatALogHolds_data()
{
    QTest::addColumn<bool>("withIndex");
    QTest::addColumn<StillBook::Glance>("glance");
    QTest::newRow("cut off, short") << true << StillBook::Glance::Short;
    QTest::newRow("copied away, short") << false << StillBook::Glance::Short;
    QTest::newRow("copied away, long") << false << StillBook::Glance::Long;
}

/// The files of a server that was killed: the last coupons are in its log alone.
void TestStillBook::readsWhatALogHolds()
{
    QFETCH(bool, withIndex);
    QFETCH(StillBook::Glance, glance);
    const QTemporaryDir folder;
    const QTemporaryDir left;
    DatabaseUrl url;
    url.path = folder.filePath(QStringLiteral("book.sqlite"));
    const auto server = DatabaseFixture::open(url);
    QVERIFY(migrate(*server));
    QVERIFY(server->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    fill(*server, 99);
    QStringList names{"book.sqlite", "book.sqlite-wal"};
    if (withIndex)
        names << "book.sqlite-shm";
    for (const QString &name : names)
        QVERIFY(QFile::copy(folder.filePath(name), left.filePath(name)));
    DatabaseUrl dead;
    dead.path = left.filePath(QStringLiteral("book.sqlite"));
    const Trace before = traceOf(left.path());
    {
        const auto book = StillBook::open(dead, glance);
        QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
        const auto session = DatabaseFixture::open(book->url());
        QCOMPARE(DatabaseFixture::numberOf(*session, "SELECT count(*) FROM coupon"), coupons);
        QVERIFY(book->stayedStill());
    }
    QVERIFY(traceOf(left.path()) == before);
}

void TestStillBook::noticesAServer()
{
    const DatabaseUrl url = m_databases.migrated(QStringLiteral("sqlite"));
    const auto book = StillBook::open(url, StillBook::Glance::Short);
    QVERIFY(book);
    QVERIFY(book->stayedStill());
    const auto server = DatabaseFixture::open(url);
    fill(*server, 99);
    const auto still = book->stayedStill();
    QVERIFY(!still);
    QCOMPARE(still.error().names, QList<QByteArray>{stillbook::inUse});
    // From now on it is read as the server writes it, and a window leaves it alone.
    const auto again = StillBook::open(url, StillBook::Glance::Short);
    QVERIFY(again);
    QCOMPARE(DatabaseFixture::numberOf(*DatabaseFixture::open(again->url()), "SELECT count(*) FROM coupon"),
             coupons);
    const auto window = StillBook::open(url, StillBook::Glance::Long);
    QVERIFY(!window);
    QCOMPARE(window.error().trouble, Trouble::Conflict);
    QCOMPARE(window.error().names, QList<QByteArray>{stillbook::inUse});
}

/// A server that is at work, and has nothing in its log at this moment: copying the file past SQLite could
/// tear it, and would end the locks of a server in this program.
void TestStillBook::leavesAServerWithAnEmptyLogAlone()
{
    const DatabaseUrl url = m_databases.migrated(QStringLiteral("sqlite"));
    const auto server = DatabaseFixture::open(url);
    fill(*server, 99);
    QVERIFY(server->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    QCOMPARE(QFileInfo(url.path + QStringLiteral("-wal")).size(), 0);
    const auto window = StillBook::open(url, StillBook::Glance::Long);
    QVERIFY(!window);
    QCOMPARE(window.error().trouble, Trouble::Conflict);
    QCOMPARE(window.error().names, QList<QByteArray>{stillbook::inUse});
}

void TestStillBook::readsEachEarlierSchema_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<qint64>("version");
    for (const char *engine : {"sqlite", "postgresql"}) {
        for (qint64 version = 1; version < newestSchema(DatabaseUrl::Engine::Sqlite); ++version)
            QTest::addRow("%s %d", engine, int(version)) << QString::fromLatin1(engine) << version;
    }
}

void TestStillBook::readsEachEarlierSchema()
{
    QFETCH(QString, engine);
    QFETCH(qint64, version);
    const DatabaseUrl url = m_databases.fresh(engine);
    const auto old = DatabaseFixture::open(url);
    QVERIFY(migrateTo(*old, version));
    QCOMPARE(schemaVersion(*old).value_or(-1), version);
    fill(*old, version);
    if (engine == QLatin1String("sqlite"))
        QVERIFY(old->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    QString copy;
    for (const auto glance : {StillBook::Glance::Short, StillBook::Glance::Long}) {
        if (glance == StillBook::Glance::Long && engine == QLatin1String("sqlite"))
            continue; // It is open here, as a server has it.
        const auto book = StillBook::open(url, glance);
        QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
        QCOMPARE(book->schema(), version);
        QVERIFY(book->engine().startsWith(engine, Qt::CaseInsensitive));
        copy = book->url().path;
        QVERIFY(book->url().engine == DatabaseUrl::Engine::Sqlite && copy != url.path);
        const auto session = DatabaseFixture::open(book->url());
        QCOMPARE(
            DatabaseFixture::numberOf(*session, "SELECT count(*) FROM coupon WHERE code IN ('b', 'B', '쿠')"),
            coupons);
        QCOMPARE(DatabaseFixture::numberOf(*session, "SELECT coupon_id FROM issue WHERE user_id = 7"), 1);
        QCOMPARE(DatabaseFixture::numberOf(*session, "SELECT count(*) FROM audit"), 1);
        QVERIFY(book::checkTally(*session)->isEmpty());
        if (version >= 3)
            QCOMPARE(DatabaseFixture::numberOf(*session, "SELECT count(*) FROM act WHERE note = X'00FF'"), 1);
        if (version >= 5) // Its own name, and not the one that a migration gave to the copy.
            QCOMPARE(DatabaseFixture::numberOf(*session, "SELECT count(*) FROM meta WHERE key = 'book'"), 1);
    }
    QVERIFY(!QFile::exists(copy));
    QCOMPARE(schemaVersion(*old).value_or(-1), version);
}

void TestStillBook::saysWhatItIs_data()
{
    DatabaseFixture::addEngines();
}

void TestStillBook::saysWhatItIs()
{
    QFETCH(QString, engine);
    const DatabaseUrl url = m_databases.fresh(engine);
    const auto session = DatabaseFixture::open(url);
    QVERIFY(session->execute(QStringLiteral("CREATE TABLE other (id integer)")));
    const auto nothing = StillBook::open(url, StillBook::Glance::Short);
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().names, QList<QByteArray>{stillbook::noBook});
    QVERIFY(migrate(*session));
    QVERIFY(session->execute(QStringLiteral("INSERT INTO schema_version VALUES (99, 0)")));
    const auto newer = StillBook::open(url, StillBook::Glance::Short);
    QVERIFY(!newer);
    QCOMPARE(newer.error().names, QList<QByteArray>{stillbook::newer});
    DatabaseUrl none;
    none.path = QStringLiteral("/nowhere/at/all.sqlite");
    QCOMPARE(StillBook::open(none, StillBook::Glance::Long).error().trouble, Trouble::NotFound);
}

QTEST_GUILESS_MAIN(TestStillBook)
#include "tst_still_book.moc"

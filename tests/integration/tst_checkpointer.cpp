// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/checkpointer.h"
#include "core/database/engine/rows.h"
#include "tests/support/database_fixture.h"

#include <QFile>
#include <QScopeGuard>
#include <QTest>
#include <QtEndian>

#include <atomic>
#include <csignal>
#include <mutex>
#include <sys/resource.h>
#include <thread>

using namespace seonchak;

namespace {

/// What a checkpointer has told, in its order.
class Told
{
public:
    Checkpointer::Tell tell = [this](const QString &trouble) {
        const std::lock_guard lock(m_mutex);
        m_words.append(trouble);
    };
    [[nodiscard]] QStringList words() const
    {
        const std::lock_guard lock(m_mutex);
        return m_words;
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_words;
};

/// No file of this process may grow beyond so many bytes, as on a full disk.
class FileLimit
{
public:
    explicit FileLimit(qint64 bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        rlimit now = m_before;
        now.rlim_cur = rlim_t(bytes);
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    FileLimit(const FileLimit &) = delete;
    FileLimit &operator=(const FileLimit &) = delete;

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

constexpr Checkpointer::Bounds small{10, 100, std::chrono::milliseconds(300)};

} // namespace

/// What keeps the write-ahead log from being moved into the file is told, once, and when it is over.
class TestCheckpointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_writer.reset(); }
    void theLogHasItsRoomInAdvance();
    void aFullDiskLosesNoRoom();
    void theLogIsWrittenOver();
    void theLogGivesBackWhatItNoLongerNeeds();
    void aLogThatWasLongStartsAgainInTime();
    void tellsADiskThatTakesNoMore();
    void aDiskWithRoomAgainIsToldUnderLoad();
    void tellsALogThatGrowsWithoutEnd();
    void tellsAFileThatCannotBeOpened();
    void aLockIsNoTrouble();

private:
    /// About so many pages into the log.
    void write(int pages);
    /// How often the log has started again: SQLite counts it in the log's head.
    [[nodiscard]] quint32 turns() const;
    /// Commits, and tells whether the log has started again since then.
    [[nodiscard]] bool startsAgain(quint32 since);
    [[nodiscard]] qint64 logSize() const { return QFile(m_url.path + QStringLiteral("-wal")).size(); }

    DatabaseFixture m_databases;
    DatabaseUrl m_url;
    std::unique_ptr<Session> m_writer;
    int m_words = 0;
};

void TestCheckpointer::init()
{
    m_url = m_databases.migrated(QStringLiteral("sqlite"));
    m_writer = DatabaseFixture::open(m_url);
    QVERIFY(m_writer->execute(QStringLiteral("PRAGMA wal_autocheckpoint=0")));
}

void TestCheckpointer::write(int pages)
{
    QVERIFY(m_writer->transaction([&]() -> Result<void> {
        for (int i = 0; i < pages; ++i) {
            const auto done =
                affected(*m_writer, QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"),
                         {QString::number(++m_words), QString(4000, u'x')});
            if (!done)
                return std::unexpected(done.error());
        }
        return {};
    }));
}

/// Also where there are commits in the log already: they stay what they are.
void TestCheckpointer::theLogHasItsRoomInAdvance()
{
    write(3);
    const auto keeper = DatabaseFixture::open(m_url);
    QVERIFY(keeper->keepLog([](int) {}));
    QCOMPARE(logSize(), SqliteLog::room);
    const auto words = number(*DatabaseFixture::open(m_url), QStringLiteral("SELECT count(*) FROM meta"
                                                                            " WHERE length(value) = 4000"));
    QCOMPARE(words.value(), 3);
    write(2);
    QCOMPARE(logSize(), SqliteLog::room);
}

void TestCheckpointer::aFullDiskLosesNoRoom()
{
    write(1);
    const qint64 before = logSize();
    const FileLimit full(1024 * 1024);
    QVERIFY(m_writer->keepLog([](int) {}));
    QCOMPARE(logSize(), before);
    write(1);
    QCOMPARE(number(*DatabaseFixture::open(m_url), QStringLiteral("SELECT count(*) FROM meta"
                                                                  " WHERE length(value) = 4000"))
                 .value(),
             2);
}

/// Under a load that never rests: without the gate the log would never be in the file as a whole.
void TestCheckpointer::theLogIsWrittenOver()
{
    Told told;
    Checkpointer checkpointer(m_url, told.tell, {100, 1'000'000, std::chrono::hours(1)});
    QVERIFY(m_writer->keepLog([](int) {})); // makes the log's room
    const quint32 first = turns();
    std::atomic<bool> isDone = false;
    std::atomic<int> failed = 0;
    std::thread load([&] {
        const auto session = DatabaseFixture::open(m_url);
        failed += !session->keepLog([&](int pages) { checkpointer.logHolds(pages); });
        for (int i = 0; !isDone; isDone = isDone || turns() >= first + 3) {
            const std::lock_guard gate(checkpointer.gate());
            failed += !affected(*session, QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"),
                                {QStringLiteral("load-%1").arg(++i), QString(4000, u'x')});
        }
    });
    const auto ended = qScopeGuard([&] {
        isDone = true;
        load.join();
    });
    QTRY_VERIFY_WITH_TIMEOUT(isDone.load(), 30'000);
    QCOMPARE(failed.load(), 0);
    QCOMPARE(logSize(), SqliteLog::room);
    QCOMPARE(told.words(), QStringList());
}

void TestCheckpointer::theLogGivesBackWhatItNoLongerNeeds()
{
    Told told;
    Checkpointer checkpointer(m_url, told.tell, small);
    QVERIFY(m_writer->keepLog([&](int pages) { checkpointer.logHolds(pages); }));
    const auto reader = DatabaseFixture::open(m_url);
    QVERIFY(reader->execute(QStringLiteral("BEGIN")));
    QVERIFY(number(*reader, QStringLiteral("SELECT count(*) FROM meta")));
    write(5000); // More than the room: the reader needs what is before it.
    QVERIFY(logSize() > SqliteLog::room);
    const quint32 before = turns();
    QVERIFY(reader->execute(QStringLiteral("COMMIT")));
    QTRY_VERIFY(startsAgain(before));
    QCOMPARE(logSize(), SqliteLog::room);
}

/// How long a log became while a reader needed it says nothing of the next one.
void TestCheckpointer::aLogThatWasLongStartsAgainInTime()
{
    Told told;
    Checkpointer checkpointer(m_url, told.tell, small);
    QVERIFY(m_writer->keepLog([&](int pages) { checkpointer.logHolds(pages); }));
    const auto reader = DatabaseFixture::open(m_url);
    QVERIFY(reader->execute(QStringLiteral("BEGIN")));
    QVERIFY(number(*reader, QStringLiteral("SELECT count(*) FROM meta")));
    QTRY_VERIFY([&] {
        write(300);
        return told.words().size() == 1; // Rounds that could copy nothing.
    }());
    QVERIFY(reader->execute(QStringLiteral("COMMIT")));
    QTRY_COMPARE(told.words().size(), 2); // Nobody writes: all of it is copied.
    const quint32 first = turns();
    QTRY_VERIFY(startsAgain(first));
    const quint32 second = turns();
    QTRY_VERIFY(startsAgain(second)); // It is never idle for so long.
}

quint32 TestCheckpointer::turns() const
{
    constexpr qint64 turnsAt = 12;
    QFile log(m_url.path + QStringLiteral("-wal"));
    if (!log.open(QIODevice::ReadOnly) || !log.seek(turnsAt))
        return 0;
    return qFromBigEndian<quint32>(log.read(sizeof(quint32)).constData());
}

bool TestCheckpointer::startsAgain(quint32 since)
{
    write(1);
    return turns() > since;
}

void TestCheckpointer::tellsADiskThatTakesNoMore()
{
    write(1000);
    Told told;
    Checkpointer checkpointer(m_url, told.tell, small);
    const quint32 before = turns();
    {
        const FileLimit full(QFile(m_url.path).size() + 64 * 1024);
        checkpointer.logHolds(1000);
        QTRY_COMPARE(told.words().size(), 1);
        QVERIFY2(told.words().front().contains(QStringLiteral("disk")), qPrintable(told.words().front()));
        checkpointer.logHolds(1000); // The same again is no news.
    }
    // Nobody writes: it tries again by itself, and the log starts again once it is in the file.
    QTRY_COMPARE(told.words().size(), 2);
    QCOMPARE(told.words().back(), QString());
    QTRY_VERIFY(startsAgain(before));
}

void TestCheckpointer::aDiskWithRoomAgainIsToldUnderLoad()
{
    write(1000);
    Told told;
    Checkpointer checkpointer(m_url, told.tell, {500, 1'000'000, std::chrono::milliseconds(300)});
    {
        const FileLimit full(QFile(m_url.path).size() + 64 * 1024);
        checkpointer.logHolds(1000);
        QTRY_COMPARE(told.words().size(), 1);
    }
    QTRY_VERIFY([&] {
        checkpointer.logHolds(1001); // Somebody writes, though too little for the next round.
        return told.words().size() == 2;
    }());
    QCOMPARE(told.words().back(), QString());
}

void TestCheckpointer::tellsALogThatGrowsWithoutEnd()
{
    const auto reader = DatabaseFixture::open(m_url);
    Told told;
    Checkpointer checkpointer(m_url, told.tell, small);
    QVERIFY(reader->execute(QStringLiteral("BEGIN")));
    QVERIFY(number(*reader, QStringLiteral("SELECT count(*) FROM meta")));
    write(150);
    checkpointer.logHolds(150);
    write(150);
    checkpointer.logHolds(150);
    QTRY_COMPARE(told.words().size(), 1);
    QVERIFY2(told.words().front().contains(QStringLiteral("read transaction")),
             qPrintable(told.words().front()));
    const quint32 before = turns();
    QVERIFY(reader->execute(QStringLiteral("COMMIT")));
    write(10);
    checkpointer.logHolds(10);
    QTRY_COMPARE(told.words().size(), 2);
    QCOMPARE(told.words().back(), QString());
    QTRY_VERIFY(startsAgain(before));
}

void TestCheckpointer::tellsAFileThatCannotBeOpened()
{
    Told told;
    DatabaseUrl nowhere = m_url;
    nowhere.path = QStringLiteral("/proc/no/such/place.db");
    Checkpointer checkpointer(nowhere, told.tell, small);
    checkpointer.logHolds(10);
    QTRY_COMPARE(told.words().size(), 1);
    QVERIFY(!told.words().front().isEmpty());
}

void TestCheckpointer::aLockIsNoTrouble()
{
    write(50);
    const auto other = DatabaseFixture::open(m_url);
    QVERIFY(other->execute(QStringLiteral("BEGIN IMMEDIATE")));
    QVERIFY(other->execute(QStringLiteral("INSERT INTO meta (key, value) VALUES ('held', '1')")));
    Told told;
    Checkpointer checkpointer(m_url, told.tell, small);
    checkpointer.logHolds(50);
    QTRY_VERIFY(QFile(m_url.path).size() > 50 * 4000); // What is committed is copied meanwhile.
    const quint32 before = turns();
    QVERIFY(other->execute(QStringLiteral("COMMIT")));
    QTRY_VERIFY(startsAgain(before));
    QCOMPARE(told.words(), QStringList());
}

QTEST_GUILESS_MAIN(TestCheckpointer)
#include "tst_checkpointer.moc"

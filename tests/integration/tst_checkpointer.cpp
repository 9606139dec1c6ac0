// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/checkpointer.h"
#include "core/database/engine/rows.h"
#include "tests/support/database_fixture.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <mutex>
#include <sys/resource.h>

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
    void tellsADiskThatTakesNoMore();
    void tellsALogThatGrowsWithoutEnd();
    void tellsAFileThatCannotBeOpened();
    void aLockIsNoTrouble();

private:
    /// About so many pages into the log.
    void write(int pages);
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

void TestCheckpointer::tellsADiskThatTakesNoMore()
{
    write(1000);
    Told told;
    Checkpointer checkpointer(m_url, told.tell, small);
    {
        const FileLimit full(QFile(m_url.path).size() + 64 * 1024);
        checkpointer.wrote(1000);
        QTRY_COMPARE(told.words().size(), 1);
        QVERIFY2(told.words().front().contains(QStringLiteral("disk")), qPrintable(told.words().front()));
        checkpointer.wrote(1000); // The same again is no news.
    }
    // Nobody writes: it tries again by itself, and cuts the log off once that is in the file.
    QTRY_COMPARE(told.words().size(), 2);
    QCOMPARE(told.words().back(), QString());
    QTRY_COMPARE(logSize(), 0);
}

void TestCheckpointer::tellsALogThatGrowsWithoutEnd()
{
    const auto reader = DatabaseFixture::open(m_url);
    Told told;
    Checkpointer checkpointer(m_url, told.tell, small);
    QVERIFY(reader->execute(QStringLiteral("BEGIN")));
    QVERIFY(number(*reader, QStringLiteral("SELECT count(*) FROM meta")));
    write(150);
    checkpointer.wrote(150);
    write(150);
    checkpointer.wrote(150);
    QTRY_COMPARE(told.words().size(), 1);
    QVERIFY2(told.words().front().contains(QStringLiteral("read transaction")),
             qPrintable(told.words().front()));
    QVERIFY(reader->execute(QStringLiteral("COMMIT")));
    write(10);
    checkpointer.wrote(10);
    QTRY_COMPARE(told.words().size(), 2);
    QCOMPARE(told.words().back(), QString());
    QTRY_COMPARE(logSize(), 0);
}

void TestCheckpointer::tellsAFileThatCannotBeOpened()
{
    Told told;
    DatabaseUrl nowhere = m_url;
    nowhere.path = QStringLiteral("/proc/no/such/place.db");
    Checkpointer checkpointer(nowhere, told.tell, small);
    checkpointer.wrote(10);
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
    checkpointer.wrote(50);
    QTRY_VERIFY(QFile(m_url.path).size() > 50 * 4000); // What is committed is copied meanwhile.
    QVERIFY(logSize() > 0);
    QVERIFY(other->execute(QStringLiteral("COMMIT")));
    QTRY_COMPARE(logSize(), 0);
    QCOMPARE(told.words(), QStringList());
}

QTEST_GUILESS_MAIN(TestCheckpointer)
#include "tst_checkpointer.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/sqlite_memory.h"

#include <QByteArray>
#include <QTest>

#include <sqlite3.h>
#include <thread>

using namespace seonchak;

class TestSqliteMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { lightenSqlite(); }
    void nothingIsCounted();
    void objectsKeepTheirContentsAsTheyGrow();
    void aConnectionMayEndOnAnotherThread();

private:
    static QByteArray oneText(sqlite3 *connection, const QByteArray &sql)
    {
        sqlite3_stmt *statement = nullptr;
        QByteArray text;
        if (sqlite3_prepare_v2(connection, sql.constData(), -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW)
            text = QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)),
                              sqlite3_column_bytes(statement, 0));
        sqlite3_finalize(statement);
        return text;
    }
};

void TestSqliteMemory::nothingIsCounted()
{
    sqlite3 *connection = nullptr;
    QCOMPARE(sqlite3_open(":memory:", &connection), SQLITE_OK);
    QCOMPARE(oneText(connection, "SELECT 'x'"), "x");
    QCOMPARE(sqlite3_memory_used(), 0);
    QCOMPARE(sqlite3_close(connection), SQLITE_OK);
    lightenSqlite(); // too late, and harmless
}

/// From a few bytes, in short-lived memory, past its limit to a megabyte.
void TestSqliteMemory::objectsKeepTheirContentsAsTheyGrow()
{
    sqlite3 *connection = nullptr;
    QCOMPARE(sqlite3_open(":memory:", &connection), SQLITE_OK);
    for (const int rows : {3, 100, 400, 1000, 200'000}) {
        QByteArray expected;
        for (int i = 1; i <= rows; ++i)
            expected += QByteArray::number(i) + (i < rows ? "," : "");
        const QByteArray sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                               QByteArray::number(rows) + ") SELECT group_concat(i) FROM n";
        QCOMPARE(oneText(connection, sql), expected);
    }
    for (const int size : {1, 500, 2031, 2032, 2033, 5000}) {
        void *object = sqlite3_malloc(size);
        QVERIFY(sqlite3_msize(object) >= sqlite3_uint64(size));
        memset(object, 'x', std::size_t(size));
        object = sqlite3_realloc(object, 2 * size);
        QCOMPARE(QByteArray(static_cast<char *>(object), size), QByteArray(size, 'x'));
        object = sqlite3_realloc(object, size / 2 + 1);
        QCOMPARE(QByteArray(static_cast<char *>(object), size / 2), QByteArray(size / 2, 'x'));
        sqlite3_free(object);
    }
    QCOMPARE(sqlite3_close(connection), SQLITE_OK);
}

void TestSqliteMemory::aConnectionMayEndOnAnotherThread()
{
    sqlite3 *connection = nullptr;
    std::thread([&] { sqlite3_open(":memory:", &connection); }).join();
    QCOMPARE(oneText(connection, "SELECT upper('y')"), "Y");
    int closed = SQLITE_ERROR;
    std::thread([&] { closed = sqlite3_close(connection); }).join();
    QCOMPARE(closed, SQLITE_OK);
}

QTEST_APPLESS_MAIN(TestSqliteMemory)
#include "tst_sqlite_memory.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Closing the books of the sale that a window was started with: written, judged, and off its thread.

#include "app/desktop_books.h"
#include "core/database/engine/migrations.h"
#include "core/database/engine/session.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace seonchak;

class TestDesktopBooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void itWritesWhatTheJudgeAgreesWith();
    void aFolderThatIsNotEmptyIsRefused();
    void oneAtATime();
    void itEndsWithItsOwner();

private:
    struct Closing
    {
        std::optional<Result<BooksPort::Closed>> answer;
        QList<std::pair<qint64, qint64>> told;
        bool here = true; ///< told on the thread that asked
    };
    std::shared_ptr<Closing> begin(const QString &folder, bool pseudonyms = false)
    {
        auto closing = std::make_shared<Closing>();
        auto task = m_books->close(folder, pseudonyms, [closing](qint64 done, qint64 total) {
            closing->told.append({done, total});
            closing->here =
                closing->here && QThread::currentThread() == QCoreApplication::instance()->thread();
        });
        std::move(task).then(
            [closing](const Result<BooksPort::Closed> &answer) { closing->answer = answer; });
        return closing;
    }
    [[nodiscard]] QString at(const char *name) const { return m_dir->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<DesktopBooks> m_books;
};

void TestDesktopBooks::init()
{
    m_books.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    QFile file(at("a.ini"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("data-dir=" + at("d").toUtf8() + "\nsale-name=Autumn\ndatabase=sqlite://" +
               at("a.sqlite").toUtf8() + "\n");
    file.close();
    auto options = readOptions({"seonchak", "--config", file.fileName()}, {}, {});
    QVERIFY(options);
    const auto session = Session::open(options->settings.sale.database);
    QVERIFY(session && migrate(**session));
    QVERIFY((*session)->execute(QStringLiteral(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
        " INSERT INTO coupon (code, status, created_at) SELECT 'C' || i, 0, 1790000000000 FROM n")));
    m_books = std::make_unique<DesktopBooks>(std::move(*options));
}

void TestDesktopBooks::itWritesWhatTheJudgeAgreesWith()
{
    const auto closing = begin(at("out"), true);
    QVERIFY(!closing->answer); // it has not held up the caller
    QTRY_VERIFY_WITH_TIMEOUT(closing->answer, 30'000);
    QVERIFY(closing->answer->has_value());
    const BooksPort::Closed &closed = **closing->answer;
    QCOMPARE(closed.coupons, 20'000);
    QCOMPARE(closed.faults, QStringList());
    QVERIFY(closed.sound);
    QVERIFY(QFile::exists(at("out/dossier.html")));
    QVERIFY(QFile::exists(at("out.mapping-key")));
    QVERIFY(closing->here);
    QCOMPARE(closing->told.last(), (std::pair<qint64, qint64>(0, 0)));
    QCOMPARE(closing->told.first(), (std::pair<qint64, qint64>(5000, 20'000)));
}

void TestDesktopBooks::aFolderThatIsNotEmptyIsRefused()
{
    QVERIFY(QDir().mkpath(at("full/of")));
    const auto closing = begin(at("full"));
    QTRY_VERIFY_WITH_TIMEOUT(closing->answer, 30'000);
    QVERIFY(!closing->answer->has_value());
    QCOMPARE(closing->answer->error().trouble, Trouble::BadInput);
    QCOMPARE(QDir(at("full")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{"of"});
}

void TestDesktopBooks::oneAtATime()
{
    const auto first = begin(at("one"));
    const auto second = begin(at("two"));
    QTRY_VERIFY_WITH_TIMEOUT(first->answer && second->answer, 30'000);
    QVERIFY(first->answer->has_value());
    QCOMPARE(second->answer->error().trouble, Trouble::Conflict);
    const auto third = begin(at("three"));
    QTRY_VERIFY_WITH_TIMEOUT(third->answer, 30'000);
    QVERIFY(third->answer->has_value());
}

void TestDesktopBooks::itEndsWithItsOwner()
{
    const auto closing = begin(at("out"));
    m_books.reset();
    QTRY_VERIFY(closing->answer); // What awaits it outlives the owner, and is told all the same.
    // Written to its end, or nothing of it: never a half.
    QCOMPARE(QFile::exists(at("out/coupons.csv")), QFile::exists(at("out/SHA256SUMS")));
}

QTEST_GUILESS_MAIN(TestDesktopBooks)
#include "tst_desktop_books.moc"

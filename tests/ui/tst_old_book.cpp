// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A window on an old book alone: everything is looked up, nothing is done. On both engines, with a book that
// was kept by the program itself.

#include "core/async/work_thread.h"
#include "core/database/book/book_refusals.h"
#include "core/database/engine/migrations.h"
#include "core/dossier/judge.h"
#include "core/dossier/writer.h"
#include "core/newsale/new_sale.h"
#include "core/newsale/opened_book.h"
#include "tests/support/book_case.h"
#include "tests/ui/cut_off.h"
#include "tests/ui/desk.h"
#include "ui/book/old_book_desk.h"
#include "ui/book/old_book_words.h"
#include "ui/desk/pages.h"
#include "ui/parts/desk_style.h"
#include "ui/people/biography_page.h"
#include "ui/people/why_not_page.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTableView>

using namespace seonchak;
using namespace seonchak::testing;

namespace {

constexpr int bookPatienceMs = 10'000;

/// A window as `seonchak --book` has it.
struct OldBookWindow
{
    OldBookWindow(const newsale::OpenedBook &book, const QString &language)
        : port(book)
    {
        looks.setLanguage(language);
        DeskParts parts{port, clock, asker, looks, files};
        parts.oldBook = book.name();
        window = std::make_unique<DeskWindow>(parts);
        window->resize(1272, 672);
        window->show();
    }
    template <typename T>
    T *find(const char *name) const
    {
        auto *found = window->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s in the window", name);
        return found;
    }
    void open(const QString &key) const { window->view().open(key); }
    /// With their content: what scrolls is asked for when it is seen.
    bool hasRows(const char *table, int count) const
    {
        const auto read = [&] {
            const auto *model = find<QTableView>(table)->model();
            return model->rowCount() == count &&
                   model->index(0, 1).data().toString() != QString(QChar(0x2026));
        };
        return QTest::qWaitFor(read, bookPatienceMs);
    }
    bool hasNumbers() const
    {
        return QTest::qWaitFor([&] { return window->windowTitle().count(QStringLiteral(" - ")) == 2; },
                               bookPatienceMs);
    }

    QTemporaryDir home;
    SystemClock clock;
    FakeAsker asker;
    WorkPool files;
    Looks looks{home.filePath(QStringLiteral("desk.ini"))};
    OldBookDesk port;
    std::unique_ptr<DeskWindow> window;
};

} // namespace

class TestOldBook : public BookCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new DeskStyle); }
    void everyLookUpWorks_data() { DatabaseFixture::addEngines(); }
    void everyLookUpWorks();
    void nothingCanBeDone();
    void nothingIsWritten();
    void anEarlierBookIsCopied();
    void whatIsNoBookIsSaid();
    void refusalsAreInTheReadersLanguage();
    void namesAreFoundBesideTheBook_data() { DatabaseFixture::addEngines(); }
    void namesAreFoundBesideTheBook();
    void pictures();

private:
    /// 4 coupons: one issued, one void, one in doubt where the sale may not end, one left.
    void makeSale(const QString &engine);
    DatabaseUrl keep(const QString &name);
    int m_count = 0;
};

void TestOldBook::makeSale(const QString &engine)
{
    m_url = m_databases.migrated(engine);
    if (m_url.engine == DatabaseUrl::Engine::Sqlite) { // Each in a folder of its own, for its old books.
        const QString folder = QFileInfo(m_url.path).absolutePath() + QStringLiteral("/%1").arg(++m_count);
        QVERIFY(QDir().mkpath(folder));
        m_url.path = folder + QStringLiteral("/seonchak.sqlite");
    }
    m_session = DatabaseFixture::open(m_url);
    QVERIFY(migrate(*m_session));
    stock({"AAA-1", "AAA-2", "AAA-3", "AAA-4"}, 1);
    QVERIFY(issue(*m_session, 41, "AAA-1", 1));
    QVERIFY(book::writeRefusals(*m_session,
                                {{77, Refusal::Reason::SoldOut, now + 5000, now + 5000, 1, {}, 0}}, 1000));
    QVERIFY(book::writeAudit(*m_session, {0, now, "desk (kim)", "push", "all", "done: 4 pushed"}));
    m_session.reset();
}

DatabaseUrl TestOldBook::keep(const QString &name)
{
    newsale::Order order;
    order.sale.database = m_url;
    order.sale.dataDir = QDir::tempPath() + QStringLiteral("/there-is-no-such-dir"); // no private Redis
    order.name = name;
    order.actor = QStringLiteral("test");
    Result<newsale::Begun> begun = failure(Trouble::Internal, QStringLiteral("never ran"));
    runBesideLoop([&] { begun = newsale::begin(order); });
    if (!begun)
        qFatal("%s", qPrintable(begun.error().detail));
    return begun->kept;
}

void TestOldBook::everyLookUpWorks()
{
    QFETCH(QString, engine);
    makeSale(engine);
    const auto book = newsale::OpenedBook::open(keep(QStringLiteral("autumn")));
    QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
    QCOMPARE(book->name(), "autumn");
    OldBookWindow desk(*book, QStringLiteral("en"));
    QCOMPARE(desk.find<QLabel>("saleSign")->text(), "OLD BOOK · autumn");
    desk.open(page::coupons);
    QVERIFY(desk.hasRows("couponsTable", 4));
    desk.window->view().openBiography("AAA-1");
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->findChild<BiographyPage *>(), bookPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->findChild<QWidget *>("biographyPage")->isVisible(), bookPatienceMs);
    const auto life = QCoro::waitFor(desk.port.biography("AAA-1"));
    QVERIFY(life && *life && (*life)->coupon.userId == 41);
    const auto why = QCoro::waitFor(desk.port.whyNot(77));
    QVERIFY(why);
    QCOMPARE(why->verdict, WhyNot::Verdict::SoldOut);
    desk.open(page::whyNot);
    desk.find<QLineEdit>("whyField")->setText("77");
    QTest::keyClick(desk.find<QLineEdit>("whyField"), Qt::Key_Return);
    const auto says = [&](const char *words) {
        for (const auto *label : desk.window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QLatin1String(words)))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(says("77"), bookPatienceMs);
    desk.open(page::audit);
    QVERIFY(desk.hasRows("auditTable", 2));
    QVERIFY(desk.hasNumbers());
    desk.open(page::dashboard);
    QTRY_VERIFY_WITH_TIMEOUT(says("The sale ended at 20"), bookPatienceMs);
    desk.open(page::doubts);
    const auto doubts = QCoro::waitFor(desk.port.doubts());
    QVERIFY(doubts);
    QVERIFY(doubts->isEmpty());
    desk.open(page::webhooks);
    QVERIFY(QCoro::waitFor(desk.port.hooks({})));
    dossier::Order order;
    order.database = book->url();
    order.out = desk.home.filePath(QStringLiteral("dossier"));
    const auto written = dossier::write(order);
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    QCOMPARE(written->coupons, 4);
    QCOMPARE(dossier::verify(order.out, {}), QStringList());
    const auto found = QCoro::waitFor(desk.port.existing({"AAA-2", "ZZZ"}));
    QVERIFY(found);
    QCOMPARE(*found, QList<QByteArray>{"AAA-2"});
}

void TestOldBook::nothingCanBeDone()
{
    makeSale(QStringLiteral("sqlite"));
    const auto book = newsale::OpenedBook::open(keep(QStringLiteral("autumn")));
    QVERIFY(book);
    OldBookWindow desk(*book, QStringLiteral("en"));
    for (const QString &key : {page::dashboard, page::coupons, page::doubts, page::webhooks})
        desk.open(key);
    const QString why = QStringLiteral("This is the old book “autumn”: it can only be looked at.");
    for (const char *act :
         {"generateButton", "pushButton", "pauseButton", "voidButton", "couponsAdd", "couponsImport",
          "couponsEdit", "couponsVoid", "doubtAsk", "doubtIssued", "doubtRestore", "webhookSend"}) {
        QTRY_VERIFY2_WITH_TIMEOUT(!desk.find<QWidget>(act)->isEnabled(), act, bookPatienceMs);
        QTRY_VERIFY2_WITH_TIMEOUT(desk.find<QWidget>(act)->toolTip().contains(why.toHtmlEscaped()), act,
                                  bookPatienceMs);
    }
    desk.open(page::coupons);
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>("couponsExport")->isEnabled(), bookPatienceMs);
    // Nothing counts down, and nothing is missed.
    QTRY_VERIFY_WITH_TIMEOUT(!desk.find<QWidget>("saleClock")->isVisible(), bookPatienceMs);
    QVERIFY(!desk.find<QWidget>("banner")->isVisible());
    for (const char *pill : {"redisPill", "databasePill", "storePill"})
        QVERIFY2(!desk.find<QWidget>(pill)->isVisible(), pill);
    QVERIFY(!desk.find<QAction>("actTimes")->isEnabled());
    QVERIFY(!desk.find<QAction>("actNewSale")->isEnabled());
    QCOMPARE(QCoro::waitFor(desk.port.setPaused(true)).error().trouble, Trouble::NotPermitted);
    QCOMPARE(QCoro::waitFor(desk.port.add({"B"}, true)).error().trouble, Trouble::NotPermitted);
}

void TestOldBook::nothingIsWritten()
{
    makeSale(QStringLiteral("sqlite"));
    const DatabaseUrl kept = keep(QStringLiteral("autumn"));
    QFile file(kept.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    {
        const auto book = newsale::OpenedBook::open(kept);
        QVERIFY(book);
        OldBookWindow desk(*book, QStringLiteral("en"));
        desk.open(page::coupons);
        QVERIFY(desk.hasRows("couponsTable", 4));
        const auto session = Session::open(book->url());
        QVERIFY(session);
        QVERIFY(!(*session)->execute(QStringLiteral("DELETE FROM coupon")));
        QCOMPARE(QDir(QFileInfo(kept.path).absolutePath()).entryList(QDir::Files),
                 QStringList("autumn.sqlite"));
    }
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

/// As a program wrote it that knew fewer migrations: the newest made tables that are taken away again.
void TestOldBook::anEarlierBookIsCopied()
{
    makeSale(QStringLiteral("sqlite"));
    const DatabaseUrl kept = keep(QStringLiteral("autumn"));
    {
        const auto session = DatabaseFixture::open(kept);
        for (const char *sql : {"DROP TABLE webhook", "DROP TABLE webhook_receiver", "DROP TABLE standing",
                                "DROP TABLE approval", "DELETE FROM schema_version WHERE version >= 9",
                                "PRAGMA journal_mode=DELETE"})
            QVERIFY2((*session).execute(QString::fromLatin1(sql)), sql);
    }
    QFile file(kept.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    QString copy;
    {
        const auto book = newsale::OpenedBook::open(kept);
        QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
        copy = book->url().path;
        QVERIFY(copy != kept.path);
        QCOMPARE(book->place(), kept.path);
        OldBookWindow desk(*book, QStringLiteral("en"));
        desk.open(page::coupons);
        QVERIFY(desk.hasRows("couponsTable", 4));
        QVERIFY(QCoro::waitFor(desk.port.hooks({})));
    }
    QVERIFY(!QFile::exists(copy));
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

void TestOldBook::whatIsNoBookIsSaid()
{
    QTemporaryDir folder;
    DatabaseUrl url;
    url.path = folder.filePath(QStringLiteral("none.sqlite"));
    QCOMPARE(newsale::OpenedBook::open(url).error().trouble, Trouble::NotFound);
    QVERIFY(!QFile::exists(url.path));
    QFile text(url.path);
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("this is no database at all, whatever its name says");
    text.close();
    QCOMPARE(newsale::OpenedBook::open(url).error().trouble, Trouble::BadInput);
    makeSale(QStringLiteral("sqlite"));
    const auto session = DatabaseFixture::open(m_url); // As a server has it open.
    QVERIFY(session->execute(QStringLiteral("INSERT INTO meta VALUES ('x', 'y')")));
    QCOMPARE(newsale::OpenedBook::open(m_url).error().trouble, Trouble::Conflict);
    const DatabaseUrl kept =
        newsale::OpenedBook::find(QStringLiteral("a/../b"), m_url).value_or(DatabaseUrl());
    QVERIFY(kept.path.endsWith(QLatin1String("b")));
    QVERIFY(!newsale::OpenedBook::find(QStringLiteral("not a name"), m_url));
}

void TestOldBook::refusalsAreInTheReadersLanguage()
{
    for (const char *kind : {stillbook::newer, stillbook::noBook, stillbook::noRoom, stillbook::inUse}) {
        const Error error{Trouble::BadInput, QStringLiteral("some words of a library"), {kind}};
        const QTemporaryDir home;
        Looks looks(home.filePath(QStringLiteral("desk.ini")));
        looks.setLanguage(QStringLiteral("ko"));
        const QString told = OldBookWords::reason(error, QStringLiteral("/x"));
        QVERIFY2(told.startsWith("/x") && told.endsWith("."), qPrintable(told));
        QVERIFY2(told.contains(QRegularExpression(QStringLiteral("[가-힣]"))), qPrintable(told));
        QVERIFY2(!told.contains("library"), qPrintable(told));
    }
}

void TestOldBook::namesAreFoundBesideTheBook()
{
    QFETCH(QString, engine);
    makeSale(engine);
    QCOMPARE(newsale::keptBooks(m_url).value_or(QStringList("?")), QStringList());
    const DatabaseUrl kept = keep(QStringLiteral("b-sale"));
    (void)keep(QStringLiteral("a-sale"));
    QCOMPARE(newsale::keptBooks(m_url).value_or(QStringList()), (QStringList{"a-sale", "b-sale"}));
    const auto found = newsale::OpenedBook::find(QStringLiteral("b-sale"), m_url);
    QVERIFY(found);
    QCOMPARE(found->masked(), kept.masked());
    const auto book = newsale::OpenedBook::open(*found);
    QVERIFY(book);
    const auto session = Session::open(book->url());
    QVERIFY(session);
    QCOMPARE(DatabaseFixture::numberOf(**session, "SELECT count(*) FROM coupon"), 4);
    if (engine == QLatin1String("postgresql")) { // As --book takes it.
        const auto again = newsale::OpenedBook::find(kept.masked(), {});
        QVERIFY2(again, qPrintable(kept.masked()));
        QVERIFY(newsale::OpenedBook::open(*again));
        QVERIFY(!(*session)->transaction([&] { return (*session)->execute("DELETE FROM coupon"); }));
    }
}

void TestOldBook::pictures()
{
    const QDir folder(qEnvironmentVariable("SEONCHAK_PICTURES_DIR"));
    makeSale(QStringLiteral("sqlite"));
    const auto book = newsale::OpenedBook::open(keep(QStringLiteral("가을-2026-11-28")));
    QVERIFY(book);
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")}) {
        OldBookWindow desk(*book, language);
        QVERIFY(desk.hasNumbers());
        for (const QString &key : {page::dashboard, page::coupons, page::whyNot, page::doubts, page::audit,
                                   page::webhooks, page::settings}) {
            desk.open(key);
            if (key == page::coupons)
                QVERIFY(desk.hasRows("couponsTable", 4));
            if (key == page::audit)
                QVERIFY(desk.hasRows("auditTable", 2));
            QTRY_COMPARE_WITH_TIMEOUT(cutOffAnywhere(*desk.window), QString(), bookPatienceMs);
            if (folder.exists())
                QVERIFY(desk.window->grab().save(
                    folder.filePath(QStringLiteral("old-book-%1-%2.png").arg(key, language))));
        }
    }
}

QTEST_MAIN(TestOldBook)
#include "tst_old_book.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window is closed while what it began is under way: the real program, in this process.

#include "app/options/settings.h"
#include "app/program.h"
#include "core/async/work_pool.h"
#include "ui/dashboard/dashboard_memory.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/parts/asker.h"
#include "ui/port/sale_port.h"

#include <QElapsedTimer>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace seonchak {

namespace {

struct Trail
{
    qint64 coupons = -1;
    QStringList results; ///< of the acts of one kind, the newest first
};

Trail readTrail(const QString &file, const QString &action)
{
    Trail trail;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("look"));
        database.setDatabaseName(file);
        if (!database.open())
            return trail;
        QSqlQuery count(QStringLiteral("SELECT count(*) FROM coupon"), database);
        if (count.next())
            trail.coupons = count.value(0).toLongLong();
        QSqlQuery acts(database);
        acts.prepare(QStringLiteral("SELECT result FROM audit WHERE action = ? ORDER BY id DESC"));
        acts.addBindValue(action);
        acts.exec();
        while (acts.next())
            trail.results.append(acts.value(0).toString());
    }
    QSqlDatabase::removeDatabase(QStringLiteral("look"));
    return trail;
}

/// The desktop as desktop_main.cpp wires it, without its display.
struct Desktop
{
    explicit Desktop(const QString &dir)
        : looks(dir + QStringLiteral("/desk.ini"))
    {
        Settings settings;
        settings.sale.dataDir = dir + QStringLiteral("/d");
        settings.sale.database = *DatabaseUrl::parse(QStringLiteral("sqlite"), settings.sale.dataDir);
        settings.sale.partner.failureRate = 0;
        settings.server.port = 0;
        program = Program::start(settings).value_or(nullptr);
        if (!program)
            return;
        port.emplace(program->sale(), program->url());
        window.emplace(DeskParts{*port, clock, asker, looks, files});
        QObject::connect(&*window, &DeskWindow::closeAsked, program.get(), &Program::stop);
        window->show();
    }
    [[nodiscard]] StockWork *work() const { return &window->findChild<DashboardMemory *>()->work; }

    const SystemClock clock;
    DialogAsker asker;
    Looks looks;
    WorkPool files;
    std::unique_ptr<Program> program;
    std::optional<SalePort> port;
    std::optional<DeskWindow> window;
};

} // namespace

class TestClosedWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheWindowBeganEndsFirst_data();
    void whatTheWindowBeganEndsFirst();
    void mostEndInTime();

private:
    QList<qint64> m_took; ///< ms of each end
};

void TestClosedWindow::whatTheWindowBeganEndsFirst_data()
{
    QTest::addColumn<bool>("push");
    QTest::addColumn<qint64>("closeAfter");
    QTest::newRow("at once") << false << qint64(0);
    QTest::newRow("generate, some done") << false << qint64(20'000);
    QTest::newRow("generate and push, some done") << true << qint64(20'000);
}

void TestClosedWindow::whatTheWindowBeganEndsFirst()
{
    QFETCH(bool, push);
    QFETCH(qint64, closeAfter);
    const QTemporaryDir dir;
    {
        Desktop desktop(dir.path());
        QVERIFY(desktop.program);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.program->sale().isReady(), 20'000);
        auto *work = desktop.work();
        qint64 done = 0;
        bool ended = false;
        QObject::connect(work, &StockWork::progressed, work, [&](qint64 count) { done = count; });
        QObject::connect(work, &StockWork::ended, work, [&] { ended = true; });
        GenerateOrder order;
        order.count = 1'000'000;
        order.push = push;
        work->generate(order);
        QTRY_VERIFY_WITH_TIMEOUT(done >= closeAfter, 60'000);
        QElapsedTimer took;
        took.start();
        QVERIFY(!ended);
        desktop.window->close();
        // Something is under way: the window asks first.
        auto *close = desktop.window->findChild<QPushButton *>(QStringLiteral("questionAction"));
        QVERIFY(close);
        close->click();
        QCOMPARE(QCoreApplication::exec(), 0);
        m_took.append(took.elapsed());
        // 10 s are promised; where the disk stalls, one of them may take three times as long.
        QVERIFY2(took.elapsed() < 30'000, qPrintable(QString::number(took.elapsed())));
        QVERIFY2(ended, "the window was told how its act ended");
    }
    const Trail trail =
        readTrail(dir.filePath(QStringLiteral("d/seonchak.sqlite")), QStringLiteral("generate"));
    QVERIFY(trail.coupons >= closeAfter && trail.coupons < 1'000'000);
    if (trail.coupons == 0)
        return; // It was asked to end before it began.
    QVERIFY2(!trail.results.isEmpty(), "the act stands in the trail");
    QVERIFY2(trail.results.first().contains(QString::number(trail.coupons)),
             qPrintable(trail.results.first() + QStringLiteral(", but coupons: ") +
                        QString::number(trail.coupons)));
}

void TestClosedWindow::mostEndInTime()
{
    if (m_took.isEmpty())
        return; // Only one of the functions was asked for.
    std::ranges::sort(m_took);
    const qint64 median = m_took[m_took.size() / 2];
    QVERIFY2(median < 10'000, qPrintable(QString::number(median)));
}

} // namespace seonchak

QTEST_MAIN(seonchak::TestClosedWindow)
#include "tst_closed_window.moc"

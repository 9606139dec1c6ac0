// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's window while its server works: prints one JSON object with what was measured. The heartbeat
// is a timer of the GUI thread; its longest gap is the longest stall of the event loop.
//
//     seonchak_desk_bench COUPONS SECONDS ROUNDS
#include "app/options/settings.h"
#include "app/program.h"
#include "core/async/work_pool.h"
#include "ui/desk/desk_view.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/parts/asker.h"
#include "ui/parts/desk_style.h"
#include "ui/port/pulse.h"
#include "ui/port/sale_port.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QUrl>

#include <cstdio>
#include <qcoro/qcorotask.h>
#include <time.h>

using namespace seonchak;

namespace {

constexpr double steadyRate = 10'000;
constexpr int connections = 64;
constexpr int heartbeatMs = 5;

double threadCpu()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

double residentMb()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return -1;
}

/// The longest time between two beats of the event loop, beyond the beat itself, and the most that the thread
/// worked between two, which a busy machine does not change.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, double(m_since.nsecsElapsed()) / 1e6 - heartbeatMs);
            m_since.restart();
            const double cpu = threadCpu();
            m_mostWork = std::max(m_mostWork, (cpu - m_cpu) * 1e3);
            m_cpu = cpu;
        });
        m_since.start();
        m_timer.start(heartbeatMs);
    }
    [[nodiscard]] double longestStallMs() const { return m_longest; }
    [[nodiscard]] double mostWorkMs() const { return m_mostWork; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
    double m_cpu = threadCpu();
    double m_mostWork = 0;
};

/// Requests from a process of their own, while the GUI thread's event loop runs.
class Rush
{
public:
    explicit Rush(int port)
        : m_port(port)
    {
    }

    /// Answers a second. `rate` 0: as fast as they go.
    double run(double seconds, double rate)
    {
        const auto count = qint64(seconds * (rate > 0 ? rate : 40'000));
        QProcess load;
        QEventLoop loop;
        QObject::connect(&load, &QProcess::finished, &loop, &QEventLoop::quit);
        QObject::connect(&load, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
        load.start(QCoreApplication::applicationDirPath() + QStringLiteral("/seonchak_load_bench"),
                   {QString::number(m_port), QString::number(connections), QString::number(count),
                    QString::number(rate), QString::number(m_nextUser), QString::number(seconds)});
        loop.exec();
        m_nextUser += count;
        return QJsonDocument::fromJson(load.readAllStandardOutput())
            .object()[QStringLiteral("rate")]
            .toDouble();
    }

private:
    const int m_port;
    qint64 m_nextUser = 1;
};

Settings settingsFor(const QString &dataDir)
{
    const QStringList arguments{
        QStringLiteral("bench"),    QStringLiteral("--data-dir"),  dataDir,
        QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--store-failure-rate"),
        QStringLiteral("0.05"),     QStringLiteral("--log-level"), QStringLiteral("error")};
    const auto settings = readSettings(arguments, QProcessEnvironment());
    if (!settings)
        qFatal("%s", qUtf8Printable(settings.error().detail));
    return *settings;
}

/// A window and what it stands on.
struct Desk
{
    explicit Desk(Program &program, const QString &dir)
        : looks(dir + QStringLiteral("/desk.ini"))
        , port(program.sale(), program.url())
        , window(DeskParts{port, clock, asker, looks, files})
    {
        window.resize(1280, 800);
        window.show();
    }
    SystemClock clock;
    DialogAsker asker;
    Looks looks;
    WorkPool files;
    SalePort port;
    DeskWindow window;
};

/// Opens one page after the other, and drags the list of a million coupons about, while the rush goes on.
void keepBusy(DeskWindow &window, QTimer &timer)
{
    QObject::connect(&timer, &QTimer::timeout, &window, [&window, step = 0]() mutable {
        const QStringList pages{page::dashboard, page::coupons, page::coupons, page::coupons,
                                page::audit,     page::doubts,  page::whyNot};
        window.view().open(pages[step++ % pages.size()]);
        for (auto *table : window.findChildren<QTableView *>()) {
            if (table->isVisible())
                table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 7 * (step % 7));
        }
    });
    timer.start(300);
}

/// An hour of readings, four a second, as fast as the window takes them.
void replayHour(Desk &desk)
{
    auto *pulse = desk.window.findChild<Pulse *>();
    Reading reading;
    reading.answered = true;
    reading.status = QCoro::waitFor(desk.port.status());
    for (int i = 0; i < 3600 * 4; ++i) {
        reading.status.stock.available -= i % 3;
        reading.requestsPerSecond = 1000 + i % 777;
        Q_EMIT pulse->read(reading);
        if (i % 100 == 0)
            QCoreApplication::processEvents();
    }
}

QJsonObject measure(Program &program, const QString &dir, double seconds, int rounds)
{
    Rush rush(QUrl(program.url()).port());
    rush.run(std::min(seconds, 2.0), 0); // warm
    QJsonArray without;
    QJsonArray with;
    // The book grows while it is measured: the two take turns at being first.
    for (int i = 0; i < rounds; ++i) {
        if (i % 2 == 0)
            without.append(rush.run(seconds, 0));
        {
            const Desk desk(program, dir);
            with.append(rush.run(seconds, 0));
        }
        if (i % 2 == 1)
            without.append(rush.run(seconds, 0));
    }
    Desk desk(program, dir);
    const double baseline = threadCpu();
    rush.run(seconds, steadyRate);
    const double calm = (threadCpu() - baseline) / seconds;
    QTimer timer;
    keepBusy(desk.window, timer);
    const Heartbeat heartbeat;
    const double rate = rush.run(seconds * 2, steadyRate);
    timer.stop();
    const double stall = heartbeat.longestStallMs();
    const double work = heartbeat.mostWorkMs();
    desk.window.view().open(page::dashboard);
    replayHour(desk);
    return {{QStringLiteral("withoutWindow"), without},  {QStringLiteral("withWindow"), with},
            {QStringLiteral("steadyRate"), rate},        {QStringLiteral("guiCpuPercent"), calm * 100},
            {QStringLiteral("longestStallMs"), stall},   {QStringLiteral("mostWorkMs"), work},
            {QStringLiteral("residentMb"), residentMb()}};
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(new DeskStyle);
    if (argc != 4)
        qFatal("usage: seonchak_desk_bench COUPONS SECONDS ROUNDS");
    const QTemporaryDir dir;
    const auto program = Program::start(settingsFor(dir.path()));
    if (!program)
        return program.error().code;
    GenerateOrder order;
    order.count = QByteArray(argv[1]).toLongLong();
    QElapsedTimer starting;
    starting.start();
    while (!(*program)->sale().isReady() && starting.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    const auto made = QCoro::waitFor(
        (*program)->sale().administration().generate(QStringLiteral("bench"), std::move(order)));
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().detail));
    const auto result =
        measure(**program, dir.path(), QByteArray(argv[2]).toDouble(), QByteArray(argv[3]).toInt());
    std::fprintf(stderr, "\n%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}

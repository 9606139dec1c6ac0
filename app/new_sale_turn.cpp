// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/new_sale_turn.h"

#include "app/data_dir.h"
#include "app/run_trail.h"
#include "app/signals.h"
#include "core/async/work_thread.h"
#include "core/newsale/new_sale.h"
#include "ui/desk/new_sale_words.h"
#include "ui/parts/asker.h"

#include <QApplication>
#include <QEventLoop>
#include <QLabel>

#include <cstdio>

#include <sys/time.h>

namespace seonchak {

namespace {

Result<newsale::Begun> turnUnderLock(const newsale::Order &order, const std::stop_token &stop)
{
    const auto dataDir = DataDir::take(order.sale.dataDir);
    if (!dataDir) {
        Error error = dataDir.error();
        error.names << (error.trouble == Trouble::Conflict ? newsale::dataDirInUse : newsale::fileTrouble);
        return std::unexpected(error);
    }
    Result<newsale::Begun> begun = failure(Trouble::Internal, QStringLiteral("never ran"));
    runBesideLoop([&] { begun = newsale::begin(order, stop); });
    return begun;
}

void tellFailure(const Error &error)
{
    std::fprintf(stderr, "seonchak: no new sale was begun: %s\n", qUtf8Printable(error.detail));
    const QString platform = QGuiApplication::platformName();
    if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal"))
        return;
    DialogAsker asker;
    QWidget nobody;
    QEventLoop loop;
    asker.ask(&nobody, NewSaleWords::failed(error), [&loop](bool) { loop.quit(); });
    loop.exec();
}

} // namespace

void turnToNewSale(const Settings &settings, const QString &name)
{
    const itimerval none = {}; // The server's orderly end had its own time limit.
    ::setitimer(ITIMER_REAL, &none, nullptr);
    const Signals interrupts;
    std::stop_source stop;
    QObject::connect(&interrupts, &Signals::asked, [&stop] { stop.request_stop(); });
    QLabel waiting(NewSaleWords::underWay(name));
    waiting.setObjectName(QStringLiteral("newSaleUnderWay"));
    waiting.setWindowTitle(NewSaleWords::title());
    waiting.setMargin(28);
    waiting.show();
    const newsale::Order order{settings.sale, name, QStringLiteral("desk (%1)").arg(RunTrail::person())};
    const auto begun = turnUnderLock(order, stop.get_token());
    waiting.hide();
    if (begun)
        qInfo("a new sale has begun; the old book is kept in %s", qUtf8Printable(begun->kept.masked()));
    else
        tellFailure(begun.error());
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop_books.h"

#include "app/options/dossier_settings.h"
#include "core/async/background_thread.h"
#include "core/async/off_thread.h"
#include "core/dossier/judge.h"
#include "core/dossier/writer.h"
#include "core/newsale/opened_book.h"
#include "core/newsale/shelf.h"
#include "core/newsale/shelf_name.h"

#include <QCoreApplication>
#include <QDir>

namespace seonchak {

namespace {

Result<BooksPort::Closed> writeAndJudge(const dossier::Order &order, const std::stop_token &stop,
                                        const BooksPort::Told &told)
{
    moveThisThreadToTheBackground(); // It is the pool's thread, which does nothing else.
    const auto written = dossier::write(order, stop);
    if (!written)
        return std::unexpected(written.error());
    told(0, 0);
    BooksPort::Closed closed{written->coupons, written->issued, written->sound, {}};
    closed.faults = dossier::verify(order.out, stop);
    return closed;
}

} // namespace

DesktopBooks::DesktopBooks(ReadOptions started)
    : m_started(std::move(started))
    , m_dossiers(1)
    , m_pool(1)
{
}

DesktopBooks::~DesktopBooks()
{
    stop();
}

QCoro::Task<Result<BooksPort::Closed>> DesktopBooks::close(QString folder, bool pseudonyms, Told told)
{
    if (std::exchange(m_atWork, true))
        co_return failure(Trouble::Conflict, QStringLiteral("another dossier is being written"),
                          {dossier::another});
    m_stop = std::stop_source();
    const SaleOptions &sale = m_started.settings.sale;
    dossier::Order order;
    order.database = sale.database;
    order.out = QDir::cleanPath(folder);
    if (pseudonyms)
        order.keyFile = order.out + QStringLiteral(".mapping-key");
    order.settings = recordedSettings(m_started.sources, m_started.settings);
    order.program = QCoreApplication::applicationVersion();
    order.saleName = sale.saleName;
    order.saleLive = sale.saleLive;
    const Told here = [home = TaskHome::current(), told](qint64 done, qint64 total) {
        home->post([told, done, total] { told(done, total); });
    };
    order.progress = here;
    std::function<Result<Closed>()> work = [order, here, stop = m_stop.get_token()] {
        return writeAndJudge(order, stop, here);
    };
    const QPointer<DesktopBooks> self(this);
    auto task = offThread(m_dossiers, std::move(work));
    auto closed = co_await task;
    if (self)
        self->m_atWork = false;
    co_return closed;
}

QCoro::Task<Result<void>> DesktopBooks::mayKeepAs(QString name)
{
    std::function<Result<void>()> work = [name, url = m_started.settings.sale.database]() -> Result<void> {
        const auto exact = newsale::shelfName(name);
        return exact ? newsale::isFreeName(url, *exact) : std::unexpected(exact.error());
    };
    return offThread(m_pool, std::move(work));
}

QCoro::Task<Result<QStringList>> DesktopBooks::kept()
{
    std::function<Result<QStringList>()> work = [url = m_started.settings.sale.database] {
        return newsale::keptBooks(url);
    };
    return offThread(m_pool, std::move(work));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/empty_stock_keeper.h"

#include "core/database/book/book_reads.h"
#include "core/database/engine/sql_pool.h"
#include "core/issue/ground/readiness.h"
#include "core/redis/connection.h"

#include <QMetaObject>

#include <algorithm>
#include <chrono>

namespace seonchak {

namespace {
constexpr std::chrono::milliseconds lookEvery(10);
/// A book of millions takes a while to read; the pause limits the share of time spent on it.
constexpr qint64 learnPauseNs = 200'000'000;
constexpr qint64 learnPausePerDuration = 4;
constexpr qint64 mostHolders = 8'000'000; ///< 16 MiB
constexpr qint64 roomForMore = 1024;
} // namespace

EmptyStockKeeper::EmptyStockKeeper(Parts parts)
    : m(std::move(parts))
    , m_script(Script::fromResource(QStringLiteral("empty_stock")))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(lookEvery);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m.stock.setKeeper([this] {
        QMetaObject::invokeMethod(&m_timer, [this] {
            if (!m_timer.isActive() && !m_stopped)
                m_timer.start();
        });
    });
}

EmptyStockKeeper::~EmptyStockKeeper()
{
    m.stock.setKeeper({});
    m.stock.withdraw();
}

void EmptyStockKeeper::stop()
{
    m_stopped = true;
    m_timer.stop();
    m.stock.withdraw();
}

QCoro::Task<> EmptyStockKeeper::look()
{
    if (m_looking)
        co_return;
    const qint64 asked = m.clock.steadyNs();
    if (!m.stock.isWanted(asked)) {
        m_timer.stop();
        co_return;
    }
    m_looking = true;
    const quint64 epoch = m.stock.epoch();
    const Reading now = co_await read(false);
    if (!now.isEmpty)
        m.stock.withdraw();
    else if (m_holders && now.mark == m_mark)
        m.stock.confirm(epoch, m_holders, asked);
    else if (m.clock.steadyNs() >= m_nextLearnNs)
        co_await learnHolders();
    m_looking = false;
}

QCoro::Task<EmptyStockKeeper::Reading> EmptyStockKeeper::read(bool withReserving)
{
    const qint64 generation = m.readiness.generation();
    std::vector<QByteArray> keys{m.keys.available(), m.keys.pending(), m.keys.stats()};
    std::vector<QByteArray> arguments{QByteArray::number(generation), withReserving ? "1" : "0"};
    const auto reply = co_await m.redis.runTask(m_script, std::move(keys), std::move(arguments));
    constexpr std::size_t fixed = 4;
    Reading reading;
    if (generation == 0 || !reply || reply->kind != RedisReply::Kind::Array || reply->items.size() < fixed)
        co_return reading;
    const auto &items = reply->items;
    reading.isEmpty = items[0].integer == 1 && SaleTimes::parse(items[3].text) == m.sale.times();
    reading.mark = QByteArray::number(generation) + ':' + items[1].text + ':' + items[2].text;
    reading.users = items[2].text.toLongLong();
    for (std::size_t at = fixed; at < items.size(); ++at)
        reading.reserving.append(items[at].text.toLongLong());
    co_return reading;
}

QCoro::Task<> EmptyStockKeeper::learnHolders()
{
    const qint64 began = m.clock.steadyNs();
    m_nextLearnNs =
        began + learnPauseNs; // the names of those with a reservation are not asked for at each look
    Reading start = co_await read(true);
    if (!start.isEmpty || start.users > mostHolders)
        co_return;
    const auto room = std::size_t(start.users + start.reserving.size() + roomForMore);
    const auto holders = std::make_shared<UserFilter>(room);
    for (const UserId user : start.reserving)
        holders->add(user);
    std::function<Result<bool>(Session &)> learn = [holders](Session &session) -> Result<bool> {
        const auto read = book::eachHolder(session, [&](UserId user) { holders->add(user); });
        return read ? Result<bool>(true) : std::unexpected(read.error());
    };
    const auto learned = co_await m.pool.run<bool>(std::move(learn));
    const qint64 ended = m.clock.steadyNs();
    m_nextLearnNs = ended + std::max(learnPauseNs, learnPausePerDuration * (ended - began));
    if (!learned)
        co_return;
    m_holders = holders;
    m_mark = start.mark;
}

} // namespace seonchak

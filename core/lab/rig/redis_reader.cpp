// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/rig/redis_reader.h"

#include "core/async/kernel_clock.h"
#include "core/database/engine/rows.h"
#include "core/lab/plan/lab_names.h"
#include "core/redis/connection.h"
#include "core/redis/keys.h"
#include "core/redis/pending_entry.h"

#include <QHash>
#include <QSqlQuery>

#include <algorithm>
#include <functional>
#include <qcoro/qcorotask.h>

namespace seonchak::lab {

namespace {

constexpr std::chrono::seconds patience{10};
constexpr qint64 listSlice = 10'000;

/// One connection for the length of a read.
class Look
{
public:
    explicit Look(const RedisAddress &address)
        : m_connection(address)
    {
        m_connection.open();
    }
    ~Look() { m_connection.close(); }
    Look(const Look &) = delete;
    Look &operator=(const Look &) = delete;

    RedisResult ask(std::vector<QByteArray> command)
    {
        QEventLoop loop;
        const auto until = std::chrono::steady_clock::now() + patience;
        while (!m_connection.isReady() && std::chrono::steady_clock::now() < until)
            loop.processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeUserInputEvents);
        return QCoro::waitFor(m_connection.commandTask(std::move(command)));
    }
    /// Passes on every key that matches, a page at a time.
    Result<void> scan(const QByteArray &pattern,
                      const std::function<Result<void>(const std::vector<QByteArray> &)> &take)
    {
        QByteArray cursor = "0";
        do {
            const auto page = ask({"SCAN", cursor, "MATCH", pattern, "COUNT", "1000"});
            if (!page)
                return std::unexpected(page.error());
            if (page->items.size() != 2)
                return failure(Trouble::Internal, QStringLiteral("Redis answered SCAN with something else"));
            cursor = page->items[0].text;
            std::vector<QByteArray> keys;
            for (const auto &item : page->items[1].items)
                keys.push_back(item.text);
            if (const auto taken = keys.empty() ? Result<void>{} : take(keys); !taken)
                return taken;
        } while (cursor != "0");
        return {};
    }
    Result<void> remove(const QByteArray &pattern)
    {
        return scan(pattern, [this](const std::vector<QByteArray> &keys) -> Result<void> {
            std::vector<QByteArray> command{"UNLINK"};
            command.insert(command.end(), keys.begin(), keys.end());
            const auto done = ask(std::move(command));
            return done ? Result<void>{} : std::unexpected(done.error());
        });
    }

private:
    RedisConnection m_connection;
};

Result<void> readStock(Look &look, const Keys &keys, Truth &truth)
{
    for (qint64 from = 0;; from += listSlice) {
        const auto slice = look.ask(
            {"LRANGE", keys.available(), QByteArray::number(from), QByteArray::number(from + listSlice - 1)});
        if (!slice)
            return std::unexpected(slice.error());
        for (const auto &item : slice->items)
            truth.stock.push_back(item.text);
        if (slice->items.size() < std::size_t(listSlice))
            return {};
    }
}

Result<void> readPending(Look &look, const Keys &keys, Truth &truth)
{
    const auto entries = look.ask({"HVALS", keys.pending()});
    if (!entries)
        return std::unexpected(entries.error());
    for (const auto &entry : entries->items) {
        const auto pending = PendingEntry::parse(entry.text);
        if (!pending)
            return failure(Trouble::Internal,
                           QStringLiteral("Redis holds a reservation that cannot be read: %1")
                               .arg(QString::fromUtf8(entry.text)));
        truth.pending.push_back(pending->code);
    }
    return {};
}

Result<void> readUserKeys(Look &look, const Keys &keys, Truth &truth)
{
    const QByteArray prefix = keys.userPrefix();
    return look.scan(prefix + '*', [&](const std::vector<QByteArray> &found) -> Result<void> {
        std::vector<QByteArray> command{"MGET"};
        command.insert(command.end(), found.begin(), found.end());
        const auto codes = look.ask(std::move(command));
        if (!codes)
            return std::unexpected(codes.error());
        for (std::size_t i = 0; i < found.size() && i < codes->items.size(); ++i)
            truth.userKeys.push_back({found[i].mid(prefix.size()).toLongLong(), codes->items[i].text});
        return {};
    });
}

/// The prefix of a sale's key: "name" of "name:coupon:available", and of "{name}:coupon:available".
QByteArray prefixOf(const QByteArray &key)
{
    const QByteArray root = key.left(std::max<qsizetype>(key.indexOf(':'), 0));
    return root.startsWith('{') && root.endsWith('}') ? root.sliced(1, root.size() - 2) : root;
}

/// "used_cpu_user:1.25" → nanoseconds.
double numberAfter(const QByteArray &text, const QByteArray &name)
{
    const QByteArray label = name + ':';
    const auto at = text.indexOf(label);
    return at < 0 ? 0 : text.mid(at + label.size()).split('\r').first().toDouble();
}

} // namespace

RedisReader::RedisReader(RedisAddress address, QByteArray prefix)
    : m_address(std::move(address))
    , m_prefix(std::move(prefix))
{
}

Result<void> RedisReader::read(Truth &truth)
{
    Look look(m_address);
    const Keys keys(m_prefix, m_address.kind == RedisAddress::Kind::Cluster);
    for (const auto &part :
         {readStock(look, keys, truth), readPending(look, keys, truth), readUserKeys(look, keys, truth)}) {
        if (!part)
            return part;
    }
    return {};
}

Result<RedisUse> RedisReader::use(bool scriptsOnly)
{
    Look look(m_address);
    const auto cpu = look.ask({"INFO", "cpu"});
    const auto commands = look.ask({"INFO", "commandstats"});
    if (!cpu || !commands)
        return std::unexpected(!cpu ? cpu.error() : commands.error());
    RedisUse use;
    use.cpuNs =
        qint64((numberAfter(cpu->text, "used_cpu_user") + numberAfter(cpu->text, "used_cpu_sys")) * 1e9);
    use.commandNs = 0;
    use.commands = 0;
    for (const QByteArray &line : commands->text.split('\n')) {
        // Commands called by a script also count in the script's own time.
        const bool counts = scriptsOnly ? line.startsWith("cmdstat_eval") : line.startsWith("cmdstat_");
        if (!counts)
            continue;
        const auto calls = line.indexOf("calls=");
        const auto time = line.indexOf("usec=");
        use.commands += line.mid(calls + 6).split(',').first().toLongLong();
        use.commandNs += line.mid(time + 5).split(',').first().toLongLong() * 1000;
    }
    return use;
}

Result<std::vector<ClockLook>> RedisReader::lookAtClock(int looks)
{
    constexpr qint64 usOfSecond = 1'000'000;
    Look look(m_address);
    std::vector<ClockLook> seen;
    for (int n = 0; n <= looks; ++n) { // The first one waits for the connection, and does not count.
        const qint64 asked = clockNs(CLOCK_MONOTONIC);
        const auto time = look.ask({"TIME"});
        const qint64 told = clockNs(CLOCK_MONOTONIC);
        if (!time)
            return std::unexpected(time.error());
        if (time->items.size() != 2)
            return failure(Trouble::Internal, QStringLiteral("Redis answered TIME with something else"));
        if (n > 0)
            seen.push_back(
                {asked, told,
                 time->items[0].text.toLongLong() * usOfSecond + time->items[1].text.toLongLong()});
    }
    return seen;
}

Result<void> RedisReader::clean()
{
    Look look(m_address);
    const Keys keys(m_prefix, m_address.kind == RedisAddress::Kind::Cluster);
    return look.remove(keys.available().chopped(qstrlen("coupon:available")) + '*');
}

Result<void> RedisReader::cleanAbandoned(const QByteArray &family)
{
    Look look(m_address);
    QHash<QByteArray, bool> abandoned; // by prefix
    return look.scan('*' + family + "*", [&](const std::vector<QByteArray> &found) -> Result<void> {
        for (const QByteArray &key : found) {
            const QByteArray prefix = prefixOf(key);
            if (!abandoned.contains(prefix))
                abandoned.insert(prefix,
                                 isAbandoned(QString::fromLatin1(prefix), QString::fromLatin1(family)));
            if (!abandoned.value(prefix))
                continue;
            const auto done = look.ask({"UNLINK", key});
            if (!done)
                return std::unexpected(done.error());
        }
        return {};
    });
}

Result<void> readBook(const DatabaseUrl &url, Truth &truth)
{
    const auto session = Session::open(url);
    if (!session)
        return std::unexpected(session.error());
    constexpr std::array statuses{CouponStatus::Staged,    CouponStatus::Staged, CouponStatus::Available,
                                  CouponStatus::Available, CouponStatus::Issued, CouponStatus::Void};
    return eachRow(**session,
                   QStringLiteral("SELECT c.code, c.status, i.user_id, d.user_id FROM coupon c"
                                  " LEFT JOIN issue i ON i.coupon_id = c.id"
                                  " LEFT JOIN doubt d ON d.coupon_id = c.id ORDER BY c.id"),
                   {}, [&](const QSqlQuery &row) {
                       Truth::Row found{row.value(0).toString().toUtf8(),
                                        statuses[std::size_t(row.value(1).toInt()) % statuses.size()], 0};
                       if (!row.value(2).isNull())
                           found = {found.code, CouponStatus::Issued, row.value(2).toLongLong()};
                       else if (!row.value(3).isNull())
                           found = {found.code, CouponStatus::InDoubt, row.value(3).toLongLong()};
                       truth.book.push_back(std::move(found));
                   });
}

} // namespace seonchak::lab

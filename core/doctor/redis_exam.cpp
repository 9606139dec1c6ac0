// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/redis_exam.h"

#include "core/doctor/redis_data_exam.h"
#include "core/redis/private_redis.h"
#include "core/redis/vanishing_keys.h"

#include <QProcess>
#include <QRegularExpression>
#include <QVersionNumber>

#include <array>

namespace seonchak::doctor {

namespace {

constexpr std::chrono::milliseconds redisLimit{15'000};
constexpr int programLimitMs = 3000;

/// The checks that require an answering Redis, in their order after redis-reachable.
constexpr std::array dependent{"redis-version",     "redis-role",     "redis-eviction",
                               "redis-persistence", "redis-commands", "redis-scripts",
                               "redis-expiry",      "redis-foreign",  "redis-clock"};

void skipFrom(std::size_t first, Sheet &sheet, const char *name)
{
    for (std::size_t i = first; i < dependent.size(); ++i)
        sheet.add(dependent[i], name);
}

void judge(const QString &version, Sheet &sheet)
{
    const auto number = QVersionNumber::fromString(version);
    const bool fits = number >= QVersionNumber(6, 2);
    sheet.add("redis-version", number.isNull() ? "unknown" : fits ? "fits" : "old", {version});
}

/// The private Redis is not running: examines the program that would be started.
void examineProgram(Sheet &sheet)
{
    const auto program = PrivateRedis::findProgram();
    if (!program) {
        sheet.add("redis-reachable", "no-program");
        return skipFrom(0, sheet, "no-redis");
    }
    QProcess process;
    process.start(*program, {QStringLiteral("--version")});
    if (!process.waitForFinished(programLimitMs) || process.exitCode() != 0) {
        sheet.add("redis-reachable", "bad-program", {*program, process.errorString()});
        process.kill();
        process.waitForFinished(programLimitMs);
        return skipFrom(0, sheet, "no-redis");
    }
    static const QRegularExpression form(QStringLiteral("v=([0-9.]+)"));
    sheet.add("redis-reachable", "will-start", {*program});
    judge(form.match(QString::fromUtf8(process.readAllStandardOutput())).captured(1), sheet);
    skipFrom(1, sheet, "private-rests");
}

} // namespace

void examineRedis(const Surroundings &surroundings, Sheet &sheet)
{
    RedisAddress address = surroundings.redis;
    const bool isPrivate = address.kind == RedisAddress::Kind::Private;
    if (isPrivate)
        address.path = PrivateRedis(surroundings.dataDir).socketPath();
    RedisLink link(address, redisLimit, sheet.stop());
    const auto opened = link.open();
    if (!opened && isPrivate)
        return examineProgram(sheet);
    if (!opened) {
        sheet.add("redis-reachable", "away", {address.masked(), opened.error().detail});
        return skipFrom(0, sheet, "no-redis");
    }
    if (isPrivate)
        sheet.add("redis-reachable", "private-runs", {address.path});
    else
        sheet.add("redis-reachable", "answers", {address.masked()});
    RedisExam(surroundings, link, sheet).run();
}

RedisExam::RedisExam(const Surroundings &surroundings, RedisLink &link, Sheet &sheet)
    : m_surroundings(surroundings)
    , m_link(link)
    , m_sheet(sheet)
{
}

void RedisExam::run()
{
    lookAtInfo();
    RedisDataExam(m_surroundings, m_link, m_sheet).run();
}

void RedisExam::lookAtInfo()
{
    const auto info = m_link.ask({"INFO"});
    if (!info) {
        for (const char *id : {"redis-version", "redis-role", "redis-eviction", "redis-persistence"})
            m_sheet.add(id, "no-info", {info.error().detail});
        return;
    }
    judgeVersion(info->text);
    judgeRole(info->text);
    judgeEviction(info->text);
    judgePersistence(info->text);
}

void RedisExam::judgeVersion(const QByteArray &info)
{
    judge(QString::fromLatin1(infoValue(info, "redis_version")), m_sheet);
}

void RedisExam::judgeRole(const QByteArray &info)
{
    if (infoValue(info, "role") == "slave") {
        const QByteArray master = infoValue(info, "master_host") + ':' + infoValue(info, "master_port");
        return m_sheet.add("redis-role", "replica", {QString::fromUtf8(master)});
    }
    const auto wanted = m_link.ask({"CONFIG", "GET", "min-replicas-to-write"});
    const int least = wanted && wanted->items.size() == 2 ? wanted->items[1].text.toInt() : 0;
    const QByteArray good = infoValue(info, "min_slaves_good_slaves"); // present if the setting is
    const int there = good.isEmpty() ? infoValue(info, "connected_slaves").toInt() : good.toInt();
    if (there < least)
        return m_sheet.add("redis-role", "few-replicas", {QString::number(least), QString::number(there)});
    m_sheet.add("redis-role", "master", {QString::number(infoValue(info, "connected_slaves").toInt())});
}

void RedisExam::judgeEviction(const QByteArray &info)
{
    const QString policy = QString::fromLatin1(infoValue(info, "maxmemory_policy"));
    const qint64 most = infoValue(info, "maxmemory").toLongLong();
    const qint64 used = infoValue(info, "used_memory").toLongLong();
    if (!policy.isEmpty() && policy != QLatin1String("noeviction"))
        return m_sheet.add("redis-eviction", "evicts", {policy});
    constexpr double nearlyFull = 0.9;
    const auto megabytes = [](qint64 bytes) { return QString::number(bytes / (1024 * 1024)); };
    if (most > 0 && double(used) > double(most) * nearlyFull)
        return m_sheet.add("redis-eviction", "full", {megabytes(used), megabytes(most)});
    m_sheet.add("redis-eviction", "keeps", {most > 0 ? megabytes(most) : QStringLiteral("∞")});
}

void RedisExam::judgePersistence(const QByteArray &info)
{
    for (const char *name :
         {"aof_last_write_status", "aof_last_bgrewrite_status", "rdb_last_bgsave_status"}) {
        if (infoValue(info, name) == "err")
            return m_sheet.add("redis-persistence", "write-failed", {QString::fromLatin1(name)});
    }
    if (infoValue(info, "aof_enabled") == "0")
        return m_sheet.add("redis-persistence", "no-aof");
    const auto sync = m_link.ask({"CONFIG", "GET", "appendfsync"});
    const bool known = sync && sync->items.size() == 2;
    if (known && sync->items[1].text == "no")
        return m_sheet.add("redis-persistence", "no-fsync");
    m_sheet.add("redis-persistence", "aof",
                {known ? QString::fromUtf8(sync->items[1].text) : QStringLiteral("?")});
}

} // namespace seonchak::doctor

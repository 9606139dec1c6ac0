// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/redis_data_exam.h"

#include "core/doctor/foreign_exam.h"
#include "core/redis/used_commands.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>

namespace seonchak::doctor {

namespace {

constexpr const char *keysPerPage = "1000";
constexpr int pagesOfUsers = 20;
constexpr std::size_t mostSampled = 200;

bool beginsWithOne(const QString &text, const QStringList &beginnings)
{
    return std::ranges::any_of(beginnings, [&](const QString &one) { return text.startsWith(one); });
}

} // namespace

RedisDataExam::RedisDataExam(const Surroundings &surroundings, RedisLink &link, Sheet &sheet)
    : m_surroundings(surroundings)
    , m_link(link)
    , m_sheet(sheet)
    , m_keys(surroundings.keyPrefix, surroundings.redis.kind == RedisAddress::Kind::Cluster)
{
}

void RedisDataExam::run()
{
    tryCommands();
    loadScripts();
    lookForExpiry();
    ForeignExam(m_surroundings, m_link, m_sheet, m_keys).run();
    compareClocks();
}

/// Redis' own message if it refused; empty if it would execute the command.
QString RedisDataExam::permissionTrouble(const RedisResult &answer, const char *expected) const
{
    if (answer)
        return {};
    const QString &words = answer.error().detail;
    // A cluster slot that is moving passes; the check redis-foreign handles keys of another type.
    static const QStringList harmless{QStringLiteral("MOVED "), QStringLiteral("ASK "),
                                      QStringLiteral("TRYAGAIN"), QStringLiteral("WRONGTYPE")};
    const bool asExpected = *expected != '\0' && words.startsWith(QLatin1String(expected));
    return asExpected || beginsWithOne(words, harmless) ? QString() : words;
}

void RedisDataExam::tryCommands()
{
    QStringList refused;
    QString words;
    for (const UsedCommand &command : usedCommands(m_keys)) {
        const auto trouble = permissionTrouble(m_link.ask(command.words), command.refusal);
        if (trouble.isEmpty())
            continue;
        refused.append(QString::fromLatin1(command.words.front()));
        words = words.isEmpty() ? trouble : words;
    }
    // Keys that the script writes must be removable.
    if (!refused.contains(QStringLiteral("DEL"))) {
        const QByteArray name = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
        const auto answer = m_link.run(Script::fromResource(QStringLiteral("doctor")),
                                       {m_keys.root() + ":doctor:" + name}, {});
        if (const auto trouble = permissionTrouble(answer, ""); !trouble.isEmpty()) {
            const bool isScript = trouble.contains(QLatin1String("in a script"));
            refused.append(isScript && trouble.contains(QLatin1String("(SADD")) ? QStringLiteral("SADD")
                           : isScript && trouble.contains(QLatin1String("(RPUSH"))
                               ? QStringLiteral("RPUSH")
                               : QStringLiteral("EVALSHA"));
            words = words.isEmpty() ? trouble : words;
        }
    }
    if (refused.isEmpty())
        return m_sheet.add("redis-commands", "permitted");
    m_sheet.add("redis-commands", "refused", {refused.join(QStringLiteral(", ")), words});
}

void RedisDataExam::loadScripts()
{
    const QStringList files = QDir(QStringLiteral(":/redis")).entryList({QStringLiteral("*.lua")});
    for (const QString &file : files) {
        const auto script = Script::fromResource(QString(file).chopped(4));
        const auto answer = m_link.ask({"SCRIPT", "LOAD", script.source});
        if (answer)
            continue;
        const QString &words = answer.error().detail;
        // Seonchak sends scripts with EVAL: it does not need SCRIPT.
        const bool forbidden = words.startsWith(QLatin1String("NOPERM"));
        return m_sheet.add("redis-scripts", forbidden ? "forbidden" : "refused", {file, words});
    }
    m_sheet.add("redis-scripts", "loaded", {QString::number(files.size())});
}

std::vector<QByteArray> RedisDataExam::sampleKeys(const QByteArray &prefix, int mostPages)
{
    std::vector<QByteArray> found;
    QByteArray cursor = "0";
    for (int page = 0; page < mostPages && found.size() < mostSampled; ++page) {
        const auto answer = m_link.ask({"SCAN", cursor, "MATCH", prefix + '*', "COUNT", keysPerPage});
        if (!answer || answer->items.size() != 2)
            break;
        for (const auto &key : answer->items[1].items)
            found.push_back(key.text);
        cursor = answer->items[0].text;
        if (cursor == "0")
            break;
    }
    return found;
}

void RedisDataExam::lookForExpiry()
{
    auto keys = sampleKeys(m_keys.userPrefix(), pagesOfUsers);
    keys.resize(std::min(keys.size(), mostSampled));
    for (const auto &own : {m_keys.available(), m_keys.pending(), m_keys.stats(), m_keys.voiding()})
        keys.insert(keys.begin(), own);
    QStringList expiring;
    for (const QByteArray &key : keys) {
        const auto left = m_link.ask({"PTTL", key});
        if (!left)
            return m_sheet.add("redis-expiry", "unseen", {left.error().detail});
        if (left->integer >= 0)
            expiring.append(QString::fromUtf8(key));
    }
    if (expiring.isEmpty())
        return m_sheet.add("redis-expiry", "none");
    m_sheet.add("redis-expiry", "expires", {QString::number(expiring.size()), expiring.front()});
}

void RedisDataExam::compareClocks()
{
    QElapsedTimer way;
    way.start();
    const auto time = m_link.ask({"TIME"});
    const qint64 here = QDateTime::currentMSecsSinceEpoch() - way.elapsed() / 2;
    if (!time || time->items.size() != 2)
        return m_sheet.add("redis-clock", "unseen", {time ? QString() : time.error().detail});
    const qint64 there = time->items[0].text.toLongLong() * 1000 + time->items[1].text.toLongLong() / 1000;
    const qint64 apart = std::abs(there - here);
    constexpr qint64 noticeable = 1000;
    constexpr qint64 wrong = 30'000;
    const char *name = apart > wrong ? "wrong" : apart > noticeable ? "apart" : "same";
    m_sheet.add("redis-clock", name, {QString::number(there - here)});
}

} // namespace seonchak::doctor

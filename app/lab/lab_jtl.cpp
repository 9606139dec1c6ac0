// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_jtl.h"

#include "app/exit_status.h"
#include "core/database/engine/database_url.h"
#include "core/lab/jmeter/jtl_reader.h"
#include "core/lab/report/report_json.h"
#include "core/lab/rig/own_server.h"
#include "core/lab/rig/redis_reader.h"
#include "core/lab/trial/trial.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

namespace seonchak {

namespace {

struct Question
{
    QString file;
    RedisAddress redis;
    DatabaseUrl database;
    QByteArray prefix;
    Strategy strategy = Strategy::Saga;
    qint64 stock = -1; ///< -1: as many as in the book
    UserId firstUser = 1;
};

/// Opening a SQLite file must neither create nor change it: it must exist, and be in WAL mode like ours.
Result<void> checkFile(const DatabaseUrl &url)
{
    if (url.engine != DatabaseUrl::Engine::Sqlite)
        return {};
    QFile file(url.path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Trouble::BadInput,
                       QStringLiteral("--database: %1: %2").arg(url.path, file.errorString()));
    const QByteArray head = file.read(20);
    if (!head.startsWith("SQLite format 3") || head.size() < 20 || head[18] != 2)
        return failure(Trouble::BadInput,
                       QStringLiteral("--database: %1 is no database of seonchakd").arg(url.path));
    return {};
}

Result<void> readStores(const QCommandLineParser &parser, Question &question)
{
    auto redis = RedisAddress::parse(parser.value(QStringLiteral("redis")));
    if (!redis)
        return failure(
            Trouble::BadInput,
            QStringLiteral("--redis: %1 (the server's READY line tells it)").arg(redis.error().detail));
    auto database = DatabaseUrl::parse(parser.value(QStringLiteral("database")), {});
    if (!database)
        return failure(Trouble::BadInput, QStringLiteral("--database: %1").arg(database.error().detail));
    question.redis = std::move(*redis);
    question.database = std::move(*database);
    question.prefix = parser.value(QStringLiteral("key-prefix")).toUtf8();
    return checkFile(question.database);
}

Result<void> readNumbers(const QCommandLineParser &parser, Question &question)
{
    const auto strategy = strategyFromName(parser.value(QStringLiteral("strategies")));
    if (!strategy)
        return failure(Trouble::BadInput, QStringLiteral("--strategies: name the one that the server had"));
    question.strategy = *strategy;
    for (const auto &[name, into] :
         {std::pair{"stock", &question.stock}, {"first-user", &question.firstUser}}) {
        const QString key = QLatin1String(name);
        bool ok = !parser.isSet(key);
        if (!ok)
            *into = parser.value(key).toLongLong(&ok);
        if (!ok || *into < -1 || *into == 0)
            return failure(
                Trouble::BadInput,
                QStringLiteral("--%1: \"%2\" is not a number it can take").arg(key, parser.value(key)));
    }
    return {};
}

Result<Question> readQuestion(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const char *name : {"jtl", "redis", "database", "stock", "first-user"})
        parser.addOption({QLatin1String(name), QString(), QStringLiteral("V")});
    parser.addOption(
        {QStringLiteral("key-prefix"), QString(), QStringLiteral("V"), QStringLiteral("rudals")});
    parser.addOption({QStringLiteral("strategies"), QString(), QStringLiteral("V"), QStringLiteral("saga")});
    if (!parser.parse(QStringList{QStringLiteral("lab")} + arguments))
        return failure(Trouble::BadInput, parser.errorText());
    for (const char *name : {"redis", "database"}) {
        if (!parser.isSet(QLatin1String(name)))
            return failure(Trouble::BadInput,
                           QStringLiteral("--jtl needs --%1: the stores of the server that was asked")
                               .arg(QLatin1String(name)));
    }
    Question question;
    question.file = parser.value(QStringLiteral("jtl"));
    if (const auto numbers = readNumbers(parser, question); !numbers)
        return std::unexpected(numbers.error());
    if (const auto stores = readStores(parser, question); !stores)
        return std::unexpected(stores.error());
    return question;
}

/// Values that are not in the file are null, never 0.
QJsonObject answerOf(const lab::Jtl &jtl, const lab::Verdict &verdict)
{
    QJsonObject json = lab::verdictJson(verdict);
    if (jtl.withoutBody > 0) {
        QJsonObject receipts = json[QStringLiteral("receipts")].toObject();
        receipts[QStringLiteral("wrongHolder")] = QJsonValue();
        json[QStringLiteral("receipts")] = receipts;
    }
    json[QStringLiteral("jtl")] =
        QJsonObject{{QStringLiteral("format"), jtl.isXml ? QStringLiteral("xml") : QStringLiteral("csv")},
                    {QStringLiteral("otherSamples"), jtl.others},
                    {QStringLiteral("judgedByStatusAlone"), jtl.withoutBody},
                    {QStringLiteral("usersByThreadNumber"), jtl.usersByThread}};
    return json;
}

Result<bool> judgeFile(const Question &question)
{
    const auto jtl = lab::readJtl(question.file, question.firstUser);
    if (!jtl)
        return std::unexpected(jtl.error());
    lab::Truth truth;
    truth.stockInRedis = lab::keepsStockInRedis(question.strategy);
    lab::RedisReader redis(question.redis, question.prefix);
    if (const auto read = redis.read(truth); !read)
        return std::unexpected(read.error());
    if (const auto read = lab::readBook(question.database, truth); !read)
        return std::unexpected(read.error());
    const qint64 all = question.stock > 0 ? question.stock : qint64(truth.book.size());
    const auto verdict = lab::judge(jtl->requests, truth, hasStock(question.strategy) ? all : 0);
    std::fputs(QJsonDocument(answerOf(*jtl, verdict)).toJson().constData(), stdout);
    return verdict.isSound();
}

} // namespace

int runLabJtl(const QStringList &arguments)
{
    const auto complain = [](const Error &error) -> int {
        std::fputs(qPrintable(QStringLiteral("seonchakd lab: %1\n").arg(error.detail)), stderr);
        return error.trouble == Trouble::BadInput ? ExitUsage : ExitService;
    };
    const auto question = readQuestion(arguments);
    if (!question)
        return complain(question.error());
    const auto sound = judgeFile(*question);
    if (!sound)
        return complain(sound.error());
    return *sound ? ExitFine : ExitOther;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connection_test.h"

#include "core/async/crossing.h"
#include "core/database/session.h"
#include "core/redis/connection.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QStandardPaths>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace seonchak::connection_test {

namespace {

using Answer = Result<QString>;

std::unexpected<Error> away(const QString &why)
{
    return failure(Trouble::Unavailable, why);
}

/// Several may answer, the time limit among them: the first one counts.
class FirstAnswer
{
public:
    void give(Answer answer) const
    {
        if (!m_given->exchange(true))
            promised.deliver(std::move(answer));
    }
    void giveUpAfter(std::chrono::milliseconds limit) const
    {
        QTimer::singleShot(limit, [self = *this] { self.give(away(QStringLiteral("no answer in time"))); });
    }

    Promised<Answer> promised;

private:
    std::shared_ptr<std::atomic_bool> m_given = std::make_shared<std::atomic_bool>(false);
};

Answer versionOf(const RedisResult &info)
{
    if (!info)
        return std::unexpected(info.error());
    for (const auto &line : info->text.split('\n')) {
        if (line.startsWith("redis_version:"))
            return QStringLiteral("Redis %1").arg(QString::fromLatin1(line.mid(14).trimmed()));
    }
    return QStringLiteral("Redis");
}

void askVersion(RedisConnection &link, const FirstAnswer &first)
{
    link.command({"INFO", "server"}, [first](const RedisResult &info) { first.give(versionOf(info)); });
}

Answer privateRedis()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("redis-server"));
    if (program.isEmpty())
        return away(QStringLiteral("there is no program redis-server on the PATH"));
    return program;
}

Answer askDatabase(const DatabaseUrl &url)
{
    const bool sqlite = url.engine == DatabaseUrl::Engine::Sqlite;
    if (sqlite && !QFileInfo::exists(url.path)) {
        const QFileInfo folder(QFileInfo(url.path).absolutePath());
        if (!folder.isDir() || !folder.isWritable())
            return away(QStringLiteral("the folder %1 is not there, or cannot be written")
                            .arg(folder.absoluteFilePath()));
        return QStringLiteral("SQLite (%1)").arg(url.path);
    }
    auto session = Session::open(url);
    if (!session)
        return std::unexpected(session.error());
    const auto query = (*session)->run(sqlite ? QStringLiteral("SELECT sqlite_version()")
                                              : QStringLiteral("SELECT current_setting('server_version')"));
    if (!query)
        return std::unexpected(query.error());
    const QString version = (*query)->next() ? (*query)->value(0).toString() : QString();
    (*query)->finish();
    return (sqlite ? QStringLiteral("SQLite %1") : QStringLiteral("PostgreSQL %1")).arg(version);
}

} // namespace

QCoro::Task<Answer> redis(RedisAddress address, std::chrono::milliseconds limit)
{
    if (address.kind == RedisAddress::Kind::Private && address.path.isEmpty())
        co_return privateRedis();
    const FirstAnswer first;
    auto *link = new RedisConnection(std::move(address));
    QObject::connect(link, &RedisConnection::readyChanged, link, [link, first](bool ready) {
        if (ready)
            askVersion(*link, first);
    });
    QObject::connect(link, &RedisConnection::attemptFailed, link,
                     [first](const QString &why) { first.give(away(why)); });
    first.giveUpAfter(limit);
    link->open();
    const Answer answer = co_await first.promised;
    link->deleteLater(); // later: its own signal may have brought us here
    co_return answer;
}

QCoro::Task<Answer> database(DatabaseUrl url, std::chrono::milliseconds limit)
{
    const FirstAnswer first;
    first.giveUpAfter(limit);
    QThreadPool::globalInstance()->start([url, first] { first.give(askDatabase(url)); });
    co_return co_await first.promised;
}

QCoro::Task<Answer> store(QUrl url, std::chrono::milliseconds limit)
{
    if (url.isEmpty())
        co_return Answer(QStringLiteral("mock"));
    const FirstAnswer first;
    first.giveUpAfter(limit);
    auto *network = new QNetworkAccessManager;
    url.setUserInfo(QString()); // nobody needs to log in to say that he is there
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    auto *reply = network->get(request);
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, first] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status > 0)
            first.give(QStringLiteral("HTTP %1").arg(status));
        else
            first.give(away(reply->errorString()));
    });
    const Answer answer = co_await first.promised;
    network->deleteLater();
    co_return answer;
}

} // namespace seonchak::connection_test

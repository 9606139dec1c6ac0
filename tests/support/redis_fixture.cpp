// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis_fixture.h"

#include "core/redis/private_redis.h"
#include "core/redis/protocol.h"
#include "core/redis/redis_process.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QThread>

#include <csignal>
#include <hiredis/hiredis.h>

namespace seonchak::test {
namespace {

struct ContextFree
{
    void operator()(redisContext *context) const { redisFree(context); }
};
struct ReplyFree
{
    void operator()(redisReply *reply) const { freeReplyObject(reply); }
};

using Reply = std::unique_ptr<redisReply, ReplyFree>;

Reply ask(redisContext *context, const std::vector<QByteArray> &arguments)
{
    std::vector<const char *> values;
    std::vector<std::size_t> sizes;
    for (const QByteArray &argument : arguments) {
        values.push_back(argument.constData());
        sizes.push_back(static_cast<std::size_t>(argument.size()));
    }
    return Reply(static_cast<redisReply *>(
        redisCommandArgv(context, static_cast<int>(arguments.size()), values.data(), sizes.data())));
}

} // namespace

quint16 freePort()
{
    QTcpServer probe;
    while (!probe.listen(QHostAddress::LocalHost,
                         static_cast<quint16>(QRandomGenerator::global()->bounded(10000, 22000)))) {
    }
    return probe.serverPort();
}

RedisFixture::RedisFixture(Listen listen, QStringList options)
    : m_options(std::move(options))
    , m_port(listen == Listen::UnixAndTcp ? freePort() : quint16(0))
{
    if (!start())
        qFatal("The redis-server of this test does not answer: %s", qUtf8Printable(log()));
}

RedisFixture::~RedisFixture()
{
    stop();
}

QString RedisFixture::socketPath() const
{
    return m_dir.filePath(QStringLiteral("redis.sock"));
}

RedisAddress RedisFixture::address() const
{
    RedisAddress address;
    address.kind = RedisAddress::Kind::Unix;
    address.path = socketPath();
    address.password = password();
    return address;
}

RedisAddress RedisFixture::tcpAddress() const
{
    RedisAddress address;
    address.kind = RedisAddress::Kind::Tcp;
    address.host = QStringLiteral("127.0.0.1");
    address.port = m_port;
    address.password = password();
    return address;
}

QString RedisFixture::password() const
{
    const qsizetype at = m_options.indexOf(QStringLiteral("--requirepass"));
    return at < 0 ? QString() : m_options.value(at + 1);
}

qint64 RedisFixture::processId() const
{
    return m_process ? m_process->processId() : 0;
}

bool RedisFixture::isRunning() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

QString RedisFixture::log() const
{
    QFile file(m_dir.filePath(QStringLiteral("redis.log")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool RedisFixture::start(Wait wait)
{
    if (isRunning())
        return true;
    const auto program = PrivateRedis::findProgram();
    if (!program)
        qFatal("%s", qUtf8Printable(program.error().detail));
    m_process = std::make_unique<QProcess>();
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    redis_process::bindToThisThread(*m_process, SIGKILL); // it may be frozen
    const QStringList arguments{QStringLiteral("--port"), QString::number(m_port), QStringLiteral("--bind"),
                                QStringLiteral("127.0.0.1"), QStringLiteral("--unixsocket"), socketPath(),
                                QStringLiteral("--dir"), m_dir.path(), QStringLiteral("--save"), QString(),
                                QStringLiteral("--appendonly"), QStringLiteral("yes"),
                                // A killed process loses nothing by it, and a busy disk holds up no test.
                                QStringLiteral("--appendfsync"), QStringLiteral("no"),
                                QStringLiteral("--logfile"), m_dir.filePath(QStringLiteral("redis.log"))};
    m_process->start(*program, arguments + m_options);
    if (wait == Wait::NotAtAll)
        return m_process->waitForStarted();
    const QDeadlineTimer deadline(60'000);
    while (!deadline.hasExpired() && m_process->state() != QProcess::NotRunning) {
        const auto pong = command({"PING"});
        if (pong && pong->text == "PONG")
            return true;
        m_process->waitForFinished(5); // also lets tests observe the start and its failure
    }
    return false;
}

void RedisFixture::stop()
{
    if (!isRunning())
        return;
    redis_process::askToEnd(processId());
    if (!m_process->waitForFinished(5000))
        kill();
}

void RedisFixture::kill()
{
    if (isRunning()) {
        ::kill(static_cast<pid_t>(processId()), SIGKILL);
        m_process->waitForFinished(5000);
    }
}

bool RedisFixture::restart()
{
    stop();
    return start();
}

void RedisFixture::freeze()
{
    ::kill(static_cast<pid_t>(processId()), SIGSTOP);
}

void RedisFixture::thaw()
{
    ::kill(static_cast<pid_t>(processId()), SIGCONT);
}

RedisResult RedisFixture::command(const std::vector<QByteArray> &arguments) const
{
    const timeval patience{30, 0};
    const std::unique_ptr<redisContext, ContextFree> context(
        redisConnectUnixWithTimeout(QFile::encodeName(socketPath()).constData(), patience));
    if (!context || context->err)
        return failure(Trouble::Unavailable, QString::fromLocal8Bit(context ? context->errstr : "no memory"));
    redisSetTimeout(context.get(), patience);
    if (!password().isEmpty())
        ask(context.get(), {"AUTH", password().toUtf8()});
    const Reply reply = ask(context.get(), arguments);
    if (!reply)
        return failure(Trouble::Uncertain, QString::fromLocal8Bit(context->errstr));
    return protocol::resultFrom(*reply);
}

} // namespace seonchak::test

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/rig/server_process.h"

#include "core/lab/send/answer_reader.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrl>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace seonchak::lab {

namespace {

constexpr int readyMs = 30'000;
constexpr int answerMs = 120'000; ///< generating a million coupons takes some ten seconds
constexpr int endMs = 15'000;
constexpr int servingMs = 60'000;
constexpr int lookEveryMs = 50;

QProcessEnvironment withoutOurOptions()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QLatin1String("SEONCHAK_")))
            environment.remove(name);
    }
    return environment;
}

} // namespace

Result<std::unique_ptr<ServerProcess>> ServerProcess::start(const QString &program,
                                                            const QStringList &arguments)
{
    std::unique_ptr<ServerProcess> server(new ServerProcess);
    server->m_process.setProgram(program);
    server->m_process.setArguments(arguments);
    server->m_process.setProcessEnvironment(withoutOurOptions());
    server->m_process.setChildProcessModifier([] {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        ::setpgid(0, 0); // Ctrl+C is for the lab, which ends its server in order.
    });
    server->m_process.start();
    const auto ready = server->waitUntilReady();
    if (!ready)
        return std::unexpected(ready.error());
    server->waitUntilServing();
    return server;
}

ServerProcess::~ServerProcess()
{
    stop();
}

Result<void> ServerProcess::waitUntilReady()
{
    QByteArray line;
    while (!line.endsWith('\n')) {
        const bool more = m_process.waitForReadyRead(readyMs);
        line += m_process.readLine();
        if (!more && !line.endsWith('\n')) {
            m_process.kill();
            m_process.waitForFinished(endMs);
            const QString last =
                QString::fromUtf8(m_process.readAllStandardError().trimmed()).section(u'\n', -1);
            return failure(Trouble::Unavailable,
                           QStringLiteral("%1 did not get ready: %2")
                               .arg(m_process.program(), last.isEmpty() ? m_process.errorString() : last));
        }
    }
    const auto ready = QJsonDocument::fromJson(line.mid(qstrlen("READY "))).object();
    m_port = quint16(QUrl(ready[QStringLiteral("url")].toString()).port(0));
    m_redisUrl = ready[QStringLiteral("redis")].toString();
    return {};
}

/// READY is printed after 3 s even if Redis or the database does not answer yet.
void ServerProcess::waitUntilServing()
{
    const QDeadlineTimer end(servingMs);
    while (!fetch("GET", "/readyz", {}) && !end.hasExpired()) {
        if (m_process.waitForFinished(lookEveryMs)) // A failpoint may end it at once.
            return;
    }
}

Result<QJsonObject> ServerProcess::ask(const QByteArray &method, const QByteArray &path,
                                       const QByteArray &body)
{
    const auto text = fetch(method, path, body);
    return text ? Result<QJsonObject>(QJsonDocument::fromJson(*text).object())
                : std::unexpected(text.error());
}

qint64 ServerProcess::metric(const QByteArray &name, double scale)
{
    const auto text = fetch("GET", "/metrics", {});
    for (const QByteArray &line : text ? text->split('\n') : QList<QByteArray>()) {
        if (line.startsWith(name) && line.mid(name.size(), 1) == " ")
            return qRound64(line.mid(name.size() + 1).toDouble() * scale);
    }
    return -1;
}

Result<QByteArray> ServerProcess::fetch(const QByteArray &method, const QByteArray &path,
                                        const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" +
                 "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                 "\r\n\r\n" + body);
    AnswerReader answer;
    while (answer.state() == AnswerReader::State::Incomplete && socket.waitForReadyRead(answerMs)) {
        const QByteArray bytes = socket.readAll();
        answer.take(bytes.constData(), bytes.size());
    }
    if (answer.state() != AnswerReader::State::Complete)
        return failure(Trouble::Unavailable,
                       QStringLiteral("the lab's server did not answer %1 %2")
                           .arg(QString::fromLatin1(method), QString::fromLatin1(path)));
    if (answer.status() < 200 || answer.status() > 299)
        return failure(Trouble::Unavailable, QStringLiteral("the lab's server answered %1 %2 with %3")
                                                 .arg(QString::fromLatin1(method), QString::fromLatin1(path))
                                                 .arg(answer.status()));
    return answer.body().toByteArray();
}

void ServerProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (m_process.waitForFinished(endMs))
        return;
    m_process.kill();
    m_process.waitForFinished(endMs);
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(endMs);
}

qint64 cpuTimeOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 13)
        return -1;
    const qint64 ticks = fields[11].toLongLong() + fields[12].toLongLong();
    return ticks * (1'000'000'000 / ::sysconf(_SC_CLK_TCK));
}

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_tokens.h"
#include "core/doctor/exams.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <cerrno>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

namespace seonchak::doctor {

namespace {

constexpr int answerLimitMs = 2000;
constexpr qsizetype answerMost = 64 * 1024;

/// Binds the address for a moment, without listening: 0, or the system's error number.
int tryToBind(const QString &host, quint16 port)
{
    addrinfo hints = {};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE;
    addrinfo *found = nullptr;
    const QByteArray service = QByteArray::number(port);
    if (::getaddrinfo(host.toUtf8().constData(), service.constData(), &hints, &found) != 0)
        return EADDRNOTAVAIL;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
    const int fd = ::socket(found->ai_family, found->ai_socktype | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return errno;
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const int error = ::bind(fd, found->ai_addr, found->ai_addrlen) == 0 ? 0 : errno;
    ::close(fd);
    return error;
}

/// Whether the program that listens there answers like Seonchak.
bool isSeonchak(const QString &host, quint16 port)
{
    const QHostAddress address(host);
    const bool any =
        address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6);
    QTcpSocket socket;
    socket.connectToHost(any ? QStringLiteral("127.0.0.1") : host, port);
    if (!socket.waitForConnected(answerLimitMs))
        return false;
    socket.write("GET /api/v1/sale HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                 "\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (answer.size() < answerMost && socket.waitForReadyRead(answerLimitMs))
        answer += socket.readAll();
    answer += socket.readAll();
    const bool sale = answer.contains("\"serverTime\"") && answer.contains("\"state\"");
    const bool problem = answer.contains("application/problem+json") && answer.contains("\"instance\"");
    return sale || problem;
}

void examineAddress(const Surroundings &surroundings, Sheet &sheet)
{
    const QString place = QStringLiteral("%1:%2").arg(surroundings.host).arg(surroundings.port);
    const int error = tryToBind(surroundings.host, surroundings.port);
    if (error == EADDRINUSE)
        return sheet.add("port", isSeonchak(surroundings.host, surroundings.port) ? "ours" : "taken",
                         {place});
    if (error != 0)
        return sheet.add("port", "refused", {place, QString::fromLocal8Bit(std::strerror(error))});
    sheet.add("port", surroundings.port == 0 ? "any" : "free",
              {surroundings.port == 0 ? surroundings.host : place});
}

} // namespace

void examinePort(const Surroundings &surroundings, Sheet &sheet)
{
    examineAddress(surroundings, sheet);
    const bool lacksFile = !surroundings.listenTrouble.isEmpty();
    const bool hasNamed = lacksFile && lookForTokens(surroundings.database) == TokensFound::Some;
    const char *name = lacksFile && !hasNamed              ? "open"
                       : surroundings.hasToken || hasNamed ? "token"
                                                           : "loopback";
    sheet.add("listen-token", name, {surroundings.host});
}

} // namespace seonchak::doctor

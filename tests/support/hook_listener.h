// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace seonchak::testing {

struct HeardHook
{
    QByteArray head;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            const auto colon = line.indexOf(':');
            if (colon > 0 && line.left(colon).trimmed().toLower() == name)
                return line.mid(colon + 1).trimmed();
        }
        return {};
    }
};

/// Receives webhooks on a free port of this machine and sends the given answers, byte for byte. Lives on the
/// test's thread.
class HookListener : public QTcpServer
{
public:
    /// Returns the answer to the request with this number, from 0; null: never answers.
    std::function<QByteArray(int)> answer = [](int) { return plain(200); };
    QList<HeardHook> got;
    qint64 written = 0; ///< bytes of answers that the client has taken

    HookListener()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
    }
    [[nodiscard]] QString url(const char *path = "/hook") const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(QLatin1String(path));
    }
    static QByteArray plain(int status, const QByteArray &more = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Word\r\nContent-Length: 2\r\n" + more + "\r\nok";
    }

private:
    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::bytesWritten, this, [this](qint64 bytes) { written += bytes; });
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, pending = QByteArray()]() mutable { take(*socket, pending); });
    }
    void take(QTcpSocket &socket, QByteArray &pending)
    {
        pending += socket.readAll();
        const auto end = pending.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        HeardHook request{pending.left(end), {}};
        const qsizetype length = request.header("content-length").toLongLong();
        if (pending.size() < end + 4 + length)
            return;
        request.body = pending.mid(end + 4, length);
        pending.remove(0, end + 4 + length);
        got.append(request);
        if (const QByteArray bytes = answer(int(got.size()) - 1); !bytes.isNull())
            socket.write(bytes);
    }
};

} // namespace seonchak::testing

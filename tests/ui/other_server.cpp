// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/other_server.h"

#include "core/wire/status_json.h"
#include "tests/ui/fake_port.h"

namespace seonchak {

QByteArray OtherServer::Asked::header(const QByteArray &name) const
{
    const QByteArray start = name + ": ";
    for (const QByteArray &line : head.split('\n')) {
        if (line.startsWith(start))
            return line.sliced(start.size()).trimmed();
    }
    return {};
}

OtherServer::OtherServer(QByteArray abilities)
    : m_abilities(std::move(abilities))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port");
    connect(this, &QTcpServer::newConnection, this, [this] {
        auto *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(*socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { m_streams.removeOne(socket); });
    });
}

OtherServer::~OtherServer()
{
    // Their ends would still be reported while this object goes.
    for (auto *socket : findChildren<QTcpSocket *>())
        socket->disconnect(this);
}

DeskAddress OtherServer::address() const
{
    return DeskAddress::parse(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())).value();
}

QList<OtherServer::Asked> OtherServer::askedFor(const QByteArray &start) const
{
    QList<Asked> found;
    for (const Asked &one : asked) {
        if (one.head.startsWith(start))
            found.append(one);
    }
    return found;
}

void OtherServer::tell(const QByteArray &name, const QByteArray &data)
{
    for (auto *stream : std::as_const(m_streams))
        stream->write("event: " + name + "\ndata: " + data + "\n\n");
}

/// The requests of these tests are small enough to come in one piece.
void OtherServer::take(QTcpSocket &socket)
{
    const QByteArray text = socket.readAll();
    const auto headEnd = text.indexOf("\r\n\r\n");
    const Asked now{text.left(headEnd), text.mid(headEnd + 4)};
    if (now.path() == "/api/v1/desk" && now.head.startsWith("GET"))
        return answer(socket,
                      {.json = "{\"version\":\"1\",\"role\":\"operator\",\"name\":\"kim\",\"sale\":{},"
                               "\"store\":{},\"capabilities\":[" +
                               m_abilities + "]}"});
    if (!now.path().startsWith("/api/v1/stream")) {
        asked.append(now);
        return answer(socket, serve(now));
    }
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
    m_streams.append(&socket);
    tell("reading", json::status(FakePort::busyStatus()));
}

void OtherServer::answer(QTcpSocket &socket, const Answer &answer)
{
    if (answer.status.isEmpty())
        return socket.abort();
    socket.write("HTTP/1.1 " + answer.status + "\r\nContent-Type: application/json\r\nContent-Length: " +
                 QByteArray::number(answer.json.size()) + "\r\n\r\n" + answer.json);
}

} // namespace seonchak

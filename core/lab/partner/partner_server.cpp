// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/partner/partner_server.h"

#include <QJsonDocument>
#include <QTimer>

#include <utility>

namespace seonchak {

using Mode = PartnerBehaviour::Mode;

PartnerServer::PartnerServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &PartnerServer::accept);
}

PartnerServer::~PartnerServer()
{
    // The listener owns the sockets and destroys them after our members.
    for (QTcpSocket *socket : m_connections.keys())
        socket->disconnect(this);
}

bool PartnerServer::listen(quint16 port)
{
    m_listener.setListenBacklogSize(1024);
    m_listener.setMaxPendingConnections(4096);
    return m_listener.listen(QHostAddress::LocalHost, port);
}

void PartnerServer::dropConnections()
{
    for (QTcpSocket *socket : m_connections.keys())
        socket->abort();
}

QUrl PartnerServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_listener.serverPort()));
}

void PartnerServer::accept()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        ++m_connectionsTaken;
        m_connections.insert(socket, {});
        const Client client(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, client] {
            if (!client)
                return;
            m_connections[client].buffer += client->readAll();
            serveNext(client);
        });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { leave(socket); });
    }
}

void PartnerServer::leave(QTcpSocket *socket)
{
    if (m_connections.take(socket).busy)
        --m_inFlight;
    socket->deleteLater();
}

void PartnerServer::serveNext(const Client &client)
{
    const auto connection = m_connections.find(client);
    Incoming request;
    if (connection == m_connections.end() || connection->busy || !takeRequest(connection->buffer, request))
        return;
    connection->busy = true;
    ++m_inFlight;
    m_mostInFlight = qMax(m_mostInFlight, m_inFlight);
    handle(client, request);
}

bool PartnerServer::takeRequest(QByteArray &buffer, Incoming &request)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.verb = first.value(0);
    request.path = first.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return false;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return true;
}

void PartnerServer::handle(const Client &client, const Incoming &request)
{
    if (request.path == "/_control" || request.path == "/_state")
        return handleControl(client, request);
    handleCoupon(client, request);
}

void PartnerServer::handleControl(const Client &client, const Incoming &request)
{
    if (request.path == "/_state" && request.verb == "GET") {
        QJsonObject state = m_memory.toJson();
        state.insert(QLatin1String("inFlight"), m_inFlight - 1);
        state.insert(QLatin1String("mostInFlight"), m_mostInFlight);
        return answer(client, {200, state});
    }
    if (request.path == "/_state" && request.verb == "DELETE") {
        m_memory.clear();
        m_mostInFlight = m_inFlight;
        return answer(client, {204, {}});
    }
    if (request.verb != "PUT")
        return answer(client, {405, {}});
    const auto behaviour = PartnerBehaviour::fromJson(QJsonDocument::fromJson(request.body).object());
    if (!behaviour)
        return answer(client, {400, {{QStringLiteral("error"), behaviour.error().detail}}});
    m_memory.behave(*behaviour);
    answer(client, {204, {}});
}

void PartnerServer::handleCoupon(const Client &client, const Incoming &request)
{
    const QJsonObject json = QJsonDocument::fromJson(request.body).object();
    const qsizetype below = request.path.indexOf("/coupons");
    if (below < 0)
        return answer(client, {404, {}});
    PartnerCall call;
    call.verb = request.verb;
    call.path = request.path;
    call.authorization = request.headers.value("authorization");
    call.key = request.headers.value("idempotency-key");
    call.code = request.verb == "POST" ? json.value(QLatin1String("code")).toString().toUtf8()
                                       : QByteArray::fromPercentEncoding(request.path.mid(below + 9));
    call.user = json.value(QLatin1String("userId")).toInteger(0);
    const Mode mode = m_memory.nextMode(request.verb);
    PartnerBehaviour named;
    named.mode = mode;
    call.mode = named.name();
    const qsizetype number = m_memory.note(call);
    if (mode == Mode::Accept)
        return answer(client, m_memory.act(number));
    misbehave(client, number, mode);
}

void PartnerServer::misbehave(const Client &client, qsizetype call, Mode mode)
{
    const PartnerBehaviour &how = m_memory.behaviour();
    const QByteArray code = m_memory.calls().at(call).code;
    const QJsonObject error{{QStringLiteral("error"), QStringLiteral("as asked for")}};
    switch (mode) {
    case Mode::Refuse:
        m_memory.refuse(call);
        return answer(client, {how.status, error});
    case Mode::Error500Before:
        return answer(client, {500, error});
    case Mode::Error500After:
        m_memory.act(call);
        return answer(client, {500, error});
    case Mode::Redirect:
        return answer(client, {307, {}}, "Location: /elsewhere/coupons\r\n");
    case Mode::EchoOther:
        m_memory.act(call);
        return answer(client, {200, couponJson("SOMEBODY-ELSES", 999'999)});
    case Mode::Conflict:
        if (how.holder > 0)
            m_memory.hold(code, how.holder);
        return answer(client, {409, error});
    case Mode::Lie:
        if (how.holder <= 0)
            return answer(client, {404, error});
        return answer(client, {200, couponJson(code, how.holder)});
    case Mode::Forget:
        return answer(client, m_memory.pretend(call));
    default:
        return breakOff(client, call, mode);
    }
}

/// The faults below HTTP: no answer, a late one, a partial one, an oversized one.
void PartnerServer::breakOff(const Client &client, qsizetype call, Mode mode)
{
    constexpr qint64 gib = 1024LL * 1024 * 1024;
    const QByteArray padding = "X-Padding: padding padding padding padding padding padding\r\n";
    const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    const int stallMs = m_memory.behaviour().stallMs;
    if (mode == Mode::StallBefore)
        return later(stallMs, [this, client, call] { answer(client, m_memory.act(call)); });
    if (mode == Mode::CloseBefore)
        return client->disconnectFromHost();
    const PartnerMemory::Answer reply = m_memory.act(call);
    switch (mode) {
    case Mode::StallAfter:
        return later(stallMs, [this, client, reply] { answer(client, reply); });
    case Mode::CloseAfter:
        return client->disconnectFromHost();
    case Mode::Garbage:
        write(client, "\x01\x02 this is no HTTP\r\n\r\n");
        return client->disconnectFromHost();
    case Mode::BrokenJson:
        return write(client, ok + "Content-Length: 9\r\n\r\n{\"code\":\"");
    case Mode::Huge:
        return stream(client, ok + "Content-Length: " + QByteArray::number(gib) + "\r\n\r\n", " ", gib);
    case Mode::HugeHeaders:
        return stream(client, ok, padding, gib);
    case Mode::LongHeaders:
        return write(client,
                     ok + padding.repeated(100 * 1024 / padding.size()) + "Content-Length: 0\r\n\r\n");
    default:
        return answer(client, reply);
    }
}

void PartnerServer::later(int ms, std::function<void()> what)
{
    // Not bound to the client: a slow partner acts even if nobody waits for the answer any more.
    if (ms >= 0)
        QTimer::singleShot(ms, this, std::move(what));
}

void PartnerServer::answer(const Client &client, const PartnerMemory::Answer &answer,
                           const QByteArray &moreHeaders)
{
    const QByteArray body =
        answer.body.isEmpty() ? QByteArray() : QJsonDocument(answer.body).toJson(QJsonDocument::Compact);
    QByteArray raw = "HTTP/1.1 " + QByteArray::number(answer.status) + " As Asked\r\n" + moreHeaders;
    if (answer.status != 204)
        raw +=
            "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    write(client, raw + "\r\n" + body);
}

void PartnerServer::write(const Client &client, const QByteArray &raw)
{
    const auto connection = client ? m_connections.find(client) : m_connections.end();
    if (connection == m_connections.end())
        return;
    client->write(raw);
    connection->busy = false;
    --m_inFlight;
    serveNext(client);
}

/// Pieces follow as the kernel accepts them, so that our memory use stays small as well.
void PartnerServer::stream(const Client &client, const QByteArray &start, const QByteArray &piece,
                           qint64 most)
{
    const QByteArray block = piece.repeated(64 * 1024 / piece.size());
    connect(client, &QTcpSocket::bytesWritten, this,
            [this, client, block, most, sent = qint64(0)](qint64 bytes) mutable {
                sent += bytes;
                m_streamed += bytes;
                if (client && sent < most && client->bytesToWrite() < block.size())
                    client->write(block);
            });
    client->write(start + block);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/link_proxy.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <deque>

namespace seonchak {

namespace {

constexpr int tickMs = 20;

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QByteArray withLength(QByteArray head, int status, qsizetype length)
{
    QByteArrayList kept{"HTTP/1.1 " + QByteArray::number(status) + " As Rewritten"};
    QByteArrayList lines = head.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        if (!line.isEmpty() && !line.toLower().startsWith("content-length:"))
            kept << line;
    }
    kept << "Content-Length: " + QByteArray::number(length);
    return kept.join("\r\n") + "\r\n\r\n";
}

} // namespace

/// One connection, both ways.
class LinkProxy::Link : public QObject
{
public:
    Link(LinkProxy &proxy, QTcpSocket *client)
        : QObject(&proxy)
        , m_proxy(proxy)
        , m_client(client)
        , m_server(new QTcpSocket(this))
    {
        client->setParent(this);
        m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.m_server);
        connect(m_server, &QTcpSocket::connected, this, &Link::pass);
        connect(client, &QTcpSocket::readyRead, this, [this] { takeRequest(m_client->readAll()); });
        connect(m_server, &QTcpSocket::readyRead, this, [this] { takeAnswer(m_server->readAll()); });
        connect(client, &QTcpSocket::disconnected, this, [this] { m_server->abort(), deleteLater(); });
        connect(m_server, &QTcpSocket::disconnected, this, [this] { m_ended = true, pass(); });
        connect(&m_timer, &QTimer::timeout, this, &Link::pass);
    }

private:
    void takeRequest(const QByteArray &bytes)
    {
        // One request at a time is on its way, so a piece that begins with a verb begins one.
        for (const char *verb : {"GET ", "POST ", "PUT ", "DELETE "}) {
            if (bytes.startsWith(verb))
                m_paths.push_back(bytes.mid(bytes.indexOf(' ') + 1).split(' ').first().split('?').first());
        }
        m_up += bytes;
        pass();
    }

    void takeAnswer(const QByteArray &bytes)
    {
        if (!m_proxy.answer && !m_proxy.event) {
            m_down += bytes;
        } else {
            m_raw += bytes;
            while (m_inStream ? rewriteEvent() : rewriteAnswer()) {
            }
        }
        pass();
    }

    bool rewriteAnswer()
    {
        const auto end = m_raw.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QByteArray head = m_raw.left(end);
        if (headerOf(head, "content-type").startsWith("text/event-stream")) {
            m_inStream = true;
            m_down += m_raw.left(end + 4);
            m_raw.remove(0, end + 4);
            return true;
        }
        const auto length = headerOf(head, "content-length").toLongLong();
        if (m_raw.size() < end + 4 + length)
            return false;
        QByteArray body = m_raw.mid(end + 4, length);
        m_raw.remove(0, end + 4 + length);
        int status = head.mid(9, 3).toInt();
        const QByteArray path = m_paths.empty() ? QByteArray() : m_paths.front();
        if (!m_paths.empty())
            m_paths.pop_front();
        if (m_proxy.answer)
            m_proxy.answer(path, status, body);
        m_down += withLength(head, status, body.size()) + body;
        return true;
    }

    /// The stream has no length: it ends with its connection.
    bool rewriteEvent()
    {
        const auto end = m_raw.indexOf("\n\n");
        if (end < 0)
            return false;
        const QByteArray one = m_raw.left(end + 2);
        m_raw.remove(0, end + 2);
        m_down += m_proxy.event ? m_proxy.event(one) : one;
        return true;
    }

    void pass()
    {
        const qsizetype most =
            m_proxy.bytesASecond > 0 ? m_proxy.bytesASecond * tickMs / 1000 : std::numeric_limits<int>::max();
        if (m_proxy.bytesASecond > 0 && !m_timer.isActive())
            m_timer.start(tickMs);
        if (m_proxy.bytesASecond > 0 && sender() != &m_timer && sender())
            return; // What came waits for its turn.
        for (auto [waiting, to] : {std::pair{&m_up, m_server}, std::pair{&m_down, m_client}}) {
            if (to->state() != QAbstractSocket::ConnectedState)
                continue; // Not yet.
            const QByteArray piece = waiting->left(most);
            waiting->remove(0, piece.size());
            m_proxy.m_bytes += piece.size();
            to->write(piece);
        }
        if (m_ended && m_down.isEmpty())
            m_client->disconnectFromHost();
    }

    LinkProxy &m_proxy;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    QTimer m_timer;
    std::deque<QByteArray> m_paths;
    QByteArray m_up, m_down, m_raw;
    bool m_inStream = false;
    bool m_ended = false;
};

LinkProxy::LinkProxy(quint16 server)
    : m_server(server)
{
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (auto *client = m_listener.nextPendingConnection())
            new Link(*this, client);
    });
    m_listener.listen(QHostAddress(QHostAddress::LocalHost));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/rig/own_partner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace seonchak::lab {

namespace {

QByteArray couponJson(const QByteArray &code, UserId user)
{
    const QJsonObject coupon{{QStringLiteral("code"), QString::fromUtf8(code)},
                             {QStringLiteral("userId"), user}};
    return QJsonDocument(coupon).toJson(QJsonDocument::Compact);
}

} // namespace

OwnPartner::OwnPartner(PartnerFate first)
    : m_first(first)
    , m_thread(QStringLiteral("own-store"))
{
    m_thread.call([this] {
        m_listener = std::make_unique<QTcpServer>();
        QObject::connect(m_listener.get(), &QTcpServer::newConnection, m_listener.get(),
                         [this] { accept(); });
        m_listener->listen(QHostAddress::LocalHost);
        m_port = m_listener->serverPort();
    });
}

OwnPartner::~OwnPartner()
{
    m_thread.call([this] { m_listener.reset(); });
}

QString OwnPartner::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

QHash<QByteArray, UserId> OwnPartner::held() const
{
    const std::lock_guard lock(m_mutex);
    return m_held;
}

void OwnPartner::accept()
{
    while (QTcpSocket *socket = m_listener->nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

/// Handles one request after another; incomplete ones stay in the socket.
void OwnPartner::read(QTcpSocket *socket)
{
    for (;;) {
        const QByteArray text = socket->peek(socket->bytesAvailable());
        const qsizetype head = text.indexOf("\r\n\r\n") + 4;
        if (head < 4)
            return;
        qsizetype length = 0;
        const auto lines = text.first(head).split('\n');
        for (const QByteArray &line : lines) {
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
        }
        if (text.size() < head + length)
            return;
        socket->read(head + length);
        const auto words = lines.first().split(' ');
        const Answer answer = act(words.value(0), words.value(1), text.mid(head, length));
        if (answer.status == 0)
            return socket->abort();
        socket->write("HTTP/1.1 " + QByteArray::number(answer.status) +
                      " Store\r\nContent-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(answer.body.size()) + "\r\n\r\n" + answer.body);
    }
}

OwnPartner::Answer OwnPartner::act(const QByteArray &verb, const QByteArray &path, const QByteArray &body)
{
    const std::lock_guard lock(m_mutex);
    if (verb == "POST")
        return registerFor(body);
    const QByteArray code = QByteArray::fromPercentEncoding(path.mid(path.lastIndexOf('/') + 1));
    const auto found = m_held.constFind(code);
    if (found == m_held.constEnd())
        return {404, "{}"};
    const QByteArray about = couponJson(code, *found);
    if (verb == "DELETE")
        m_held.remove(code);
    return {200, about};
}

OwnPartner::Answer OwnPartner::registerFor(const QByteArray &body)
{
    const QJsonObject asked = QJsonDocument::fromJson(body).object();
    const QByteArray code = asked.value(QLatin1String("code")).toString().toUtf8();
    const UserId user = asked.value(QLatin1String("userId")).toInteger();
    const PartnerFate fate = m_registrations++ == 0 ? m_first : PartnerFate::Accepts;
    if (fate == PartnerFate::Refuses)
        return {422, "{}"};
    if (m_held.contains(code) && m_held.value(code) != user)
        return {409, "{}"};
    m_held.insert(code, user);
    return fate == PartnerFate::LosesAnswer ? Answer{0, {}} : Answer{201, couponJson(code, user)};
}

} // namespace seonchak::lab

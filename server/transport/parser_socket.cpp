// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/parser_socket.h"

#include <algorithm>
#include <cstring>

namespace seonchak::http {

namespace {

qint64 copyPart(char *to, qint64 room, const QByteArray &from, qint64 offset)
{
    const auto size = std::min<qint64>(room, from.size() - offset);
    std::memcpy(to, from.constData() + offset, static_cast<std::size_t>(size));
    return size;
}

} // namespace

ParserSocket::ParserSocket(QObject *parent)
    : QTcpSocket(parent)
{
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
}

ParserSocket::~ParserSocket()
{
    // Otherwise the base class would try to close a connection that never existed.
    setSocketState(QAbstractSocket::UnconnectedState);
}

bool ParserSocket::offer(const QByteArray &head, const QByteArray &body)
{
    m_head = head;
    m_body = body;
    m_given = 0;
    Q_EMIT readyRead();
    const bool taken = !m_hungUp && bytesAvailable() == 0;
    m_head.clear();
    m_body.clear();
    m_given = 0;
    return taken;
}

void ParserSocket::retire()
{
    setSocketState(QAbstractSocket::UnconnectedState);
    Q_EMIT disconnected();
}

qint64 ParserSocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + left();
}

void ParserSocket::disconnectFromHost()
{
    m_hungUp = true;
}

qint64 ParserSocket::readData(char *data, qint64 maxSize)
{
    qint64 copied = 0;
    if (m_given < m_head.size())
        copied = copyPart(data, maxSize, m_head, m_given);
    if (const auto inBody = m_given + copied - m_head.size(); inBody >= 0 && copied < maxSize)
        copied += copyPart(data + copied, maxSize - copied, m_body, inBody);
    m_given += copied;
    return copied;
}

qint64 ParserSocket::writeData(const char *, qint64 size)
{
    return size;
}

} // namespace seonchak::http

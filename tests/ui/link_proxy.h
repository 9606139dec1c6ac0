// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>

#include <functional>

namespace seonchak {

/// Stands between an attached window and its server: a slow link, or a server of another version. Lives on
/// the test's thread.
class LinkProxy : public QObject
{
    Q_OBJECT
public:
    explicit LinkProxy(quint16 server);

    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }
    /// Passed on by then, in both directions.
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

    int bytesASecond = 0; ///< in each direction of each connection; 0: as they come
    /// The whole answer to a request of this path, as it is to be: status and body.
    std::function<void(const QByteArray &path, int &status, QByteArray &body)> answer;
    /// One event of the stream, with its empty line, as it is to be.
    std::function<QByteArray(const QByteArray &event)> event;

private:
    class Link;
    QTcpServer m_listener;
    const quint16 m_server;
    qint64 m_bytes = 0;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace seonchak::http {

/// A connected socket as Qt's HTTP server sees it. It has no descriptor: it delivers complete requests that
/// the framer has already accepted, so that Qt's parser never gets a malformed or partial one, and discards
/// what Qt writes, since answers go out through the real connection.
class ParserSocket final : public QTcpSocket
{
    Q_OBJECT

public:
    explicit ParserSocket(QObject *parent = nullptr);
    ~ParserSocket() override;

    /// Lets Qt read exactly these bytes, now. Returns false if Qt closed the socket or left bytes unread.
    [[nodiscard]] bool offer(const QByteArray &head, const QByteArray &body);
    /// Tells Qt that the connection has ended; Qt deletes the socket later.
    void retire();

    [[nodiscard]] qint64 bytesAvailable() const override;
    void disconnectFromHost() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    [[nodiscard]] qint64 left() const { return m_head.size() + m_body.size() - m_given; }

    QByteArray m_head;
    QByteArray m_body;
    qint64 m_given = 0;
    bool m_hungUp = false;
};

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/wire/desk_address.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace seonchak {

/// A server for attached windows: describes itself as the test wants, has one reading to report on its
/// stream, and leaves every other request to `serve`.
class OtherServer : public QTcpServer
{
public:
    struct Asked
    {
        QByteArray head;
        QByteArray body;
        [[nodiscard]] QByteArray path() const { return head.split(' ').value(1); }
        /// Empty if the header is not there.
        [[nodiscard]] QByteArray header(const QByteArray &name) const;
    };
    /// The answer's status line after "HTTP/1.1 " and its JSON; without a status the connection is cut.
    struct Answer
    {
        QByteArray status = "200 OK";
        QByteArray json = "{}";
    };

    /// `abilities`: what it can do beside the oldest version, as JSON strings.
    explicit OtherServer(QByteArray abilities);
    ~OtherServer() override;

    [[nodiscard]] DeskAddress address() const;
    /// Sends an event on every open stream.
    void tell(const QByteArray &name, const QByteArray &data);

    std::function<Answer(const Asked &)> serve = [](const Asked &) { return Answer(); };
    QList<Asked> asked; ///< what `serve` was asked
    /// Those of them whose head begins so.
    [[nodiscard]] QList<Asked> askedFor(const QByteArray &start) const;

private:
    void take(QTcpSocket &socket);
    static void answer(QTcpSocket &socket, const Answer &answer);

    const QByteArray m_abilities;
    QList<QTcpSocket *> m_streams;
};

} // namespace seonchak

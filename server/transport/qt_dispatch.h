// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/message.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QPointer>
#include <QTcpServer>

#include <functional>
#include <vector>

class QHttpServerResponder;

namespace seonchak::http {

class ParserSocket;

/// Qt's HTTP server, and the only code that handles its differences between versions (handleRequest's
/// signature; listen() and optional binding were removed in 6.8). It reads each accepted request once more
/// with Qt's own parser and dispatches it. One per thread.
class QtDispatch final : public QAbstractHttpServer
{
public:
    /// Adds a socket for Qt to read to the bound listener's pending connections.
    using Offer = std::function<void(ParserSocket *socket)>;

    explicit QtDispatch(QObject *parent = nullptr);
    ~QtDispatch() override;

    /// Binds a listening server, which becomes a child.
    void attach(QTcpServer *listener, Offer offer);

    /// Runs the request through Qt. Returns true if handleRequest() was called exactly once, with the same
    /// method and body length. Methods that Qt does not know are not shown to it and count as true; so does a
    /// plain request without a body that differs only in its numbers from one that Qt has agreed on.
    [[nodiscard]] bool agreesOn(const Request &request);
    /// How many requests were shown to Qt.
    [[nodiscard]] qint64 shown() const { return m_shown; }

protected:
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &&responder) override;
#else
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#endif
#endif

private:
    void onRequest(const QHttpServerRequest &request);
    void renewSocket();
    [[nodiscard]] bool showToQt(const Request &request);
    void remember(const QByteArray &shape);

    Offer m_offer;
    QPointer<ParserSocket> m_socket;
    const Request *m_expected = nullptr;
    int m_calls = 0;
    bool m_same = false;
    qint64 m_shown = 0;
    QByteArray m_shape; ///< of the present request; kept to reuse its memory
    std::vector<QByteArray> m_agreed;
    std::size_t m_nextForgotten = 0;
};

} // namespace seonchak::http

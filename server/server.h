// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/post_to_loop.h"
#include "core/coupon/error.h"
#include "core/doctor/doctor.h"
#include "core/issue/sale/sale.h"
#include "server/api/forwarded.h"
#include "server/api/security.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace seonchak {

struct ServerOptions
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8080; ///< 0: any free one
    int workers = 1;
    QString deskSocket;            ///< the Unix socket of this machine's desks; empty: none
    bool mayLackDeskSocket = true; ///< where it cannot be had, the server does without
    QStringList allowedHosts;
    QByteArray adminToken; ///< empty: none
    QList<http::Network> trustedProxies;
    bool requireIssuerToken = false; ///< issuing needs a token, too
    http::Rates rates;
    std::optional<doctor::Surroundings> surroundings; ///< what a preflight looks at; none: there is none
};

namespace http {
class DeskRoll;
class PreflightDesk;
} // namespace http

/// The HTTP server: workers that share nothing but the port, each with an event loop, a listening socket and
/// a station of the sale of its own. Made, used and destroyed on one thread; the sale outlives it.
class Server
{
public:
    /// Conflict: the port or the desks' socket is taken. BadInput: no such address or no such socket here.
    static Result<std::unique_ptr<Server>> open(ServerOptions options, Sale &sale);
    /// Ends what is under way, see cancel(), waits for it, and drops the connections that are still open.
    ~Server();

    /// "http://127.0.0.1:8080"
    [[nodiscard]] QString url() const;
    /// Takes no new requests; those under way are finished.
    void stopAccepting();
    /// Requests under way.
    [[nodiscard]] int inFlight() const;
    /// Ends the issues under way: they are answered 503 soon. Returns before it is done.
    void cancel();
    /// The event loops of the workers and of the streams; not to be used once the server is being destroyed.
    [[nodiscard]] std::vector<PostToLoop> loops();
    /// The doctor, for whoever asks before an opening. Lives as long as the server.
    [[nodiscard]] http::PreflightDesk &preflight();
    /// Who is attached. Lives as long as the server.
    [[nodiscard]] http::DeskRoll &desks();
    /// Tasks of the workers that wait for an answer. Destroying the server waits for them.
    [[nodiscard]] int waitingTasks() const;

private:
    class Private;
    explicit Server(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace seonchak

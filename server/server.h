// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/post_to_loop.h"
#include "core/coupon/error.h"
#include "core/doctor/doctor.h"
#include "core/issue/sale/sale.h"
#include "server/api/security.h"
#include "server/api/trusted_proxies.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace seonchak {

struct ServerOptions
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8080; ///< 0: any free port
    int workers = 1;
    QString deskSocket;            ///< the Unix socket for desks on this machine; empty: none
    bool mayLackDeskSocket = true; ///< if the socket cannot be opened, the server runs without it
    QStringList allowedHosts;
    QByteArray adminToken; ///< empty: none
    QList<http::Network> trustedProxies;
    bool requireIssuerToken = false; ///< issuing requires a token too
    http::Rates rates;
    std::optional<doctor::Surroundings> surroundings; ///< what a preflight examines; nullopt: no preflight
};

namespace http {
class DeskRoll;
class PreflightDesk;
} // namespace http

/// The HTTP server: workers that share only the port, each with its own event loop, listening socket and
/// station of the sale. Created, used and destroyed on one thread; the sale must outlive it.
class Server
{
public:
    /// Conflict: the port or the desks' socket is taken. BadInput: no such address or no such socket here.
    static Result<std::unique_ptr<Server>> open(ServerOptions options, Sale &sale);
    /// Ends pending issues, see cancel(), waits for them, and drops the connections that are still open.
    ~Server();

    /// "http://127.0.0.1:8080"
    [[nodiscard]] QString url() const;
    /// Accepts no new requests; pending ones are finished.
    void stopAccepting();
    /// The number of pending requests.
    [[nodiscard]] int inFlight() const;
    /// Calls `idle`, on any thread, once each worker has told from its own event loop that it has no pending
    /// request and no waiting task. One call at a time: a later one replaces it. Nothing is called once the
    /// server is being destroyed.
    void whenIdle(std::function<void()> idle);
    /// Ends pending issues: they are soon answered with 503. Returns before they have ended.
    void cancel();
    /// The event loops of the workers and of the streams; must not be used once the server is being
    /// destroyed.
    [[nodiscard]] std::vector<PostToLoop> loops();
    /// The doctor, for checks before an opening. Lives as long as the server.
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

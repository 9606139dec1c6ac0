// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/async/task.h"
#include "core/partner/curl_multi.h"
#include "core/partner/http_exchange.h"
#include "core/partner/reporting_partner.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>
#include <unordered_map>

namespace seonchak {

struct HttpPartnerOptions
{
    QUrl url;
    std::chrono::milliseconds timeout{2000}; ///< of a whole call, including the wait in the queue
    int mostInFlight = 256;                  ///< calls on the wire at once, per object
    int mostQueued = 1024; ///< sends waiting for a slot; the same limit for asks and withdrawals
};

/// A real partner over HTTP, one object per thread. Uses libcurl because QNetworkAccessManager makes at most
/// six connections to one host.
///
/// Beyond the limits a call ends immediately: send() is Busy, ask() Unknown, withdraw() false. A call that
/// has waited for three quarters of its timeout ends the same way, unsent: with so little time left it would
/// usually end in doubt. When the object is destroyed its calls end immediately: Busy if not begun, Refused
/// if not connected, Unknown if possibly sent.
class HttpPartner final : public ReportingPartner
{
public:
    explicit HttpPartner(HttpPartnerOptions options);
    ~HttpPartner() override;

    Task<SendReport> sendAndReport(QByteArray code, UserId user, QByteArray idempotencyKey) override;
    Task<Holding> ask(QByteArray code) override;
    Task<bool> withdraw(QByteArray code) override;

private:
    struct Waiting
    {
        HttpRequest request;
        QDeadlineTimer startBy;
        QDeadlineTimer endBy;
        Promised<HttpAnswer> answer;
    };
    struct Running
    {
        std::unique_ptr<HttpExchange> exchange;
        Promised<HttpAnswer> answer;
    };
    using Queue = std::deque<Waiting>;

    Promised<HttpAnswer> call(HttpRequest request, Queue &queue);
    void startNext();
    bool start(Waiting &waiting);
    void onDone(CURL *easy, CURLcode code);
    void expire();
    void armExpiry();

    const HttpPartnerOptions m_options;
    const HttpTarget m_target;
    bool m_closing = false;
    Queue m_settling; ///< asks and withdrawals go first: they resolve doubts
    Queue m_sends;
    QTimer m_expiry;
    CurlMulti m_multi;
    std::unordered_map<CURL *, Running> m_running;
};

} // namespace seonchak

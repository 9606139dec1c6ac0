// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/http_partner.h"

#include "core/partner/http_meaning.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>
#include <vector>

namespace seonchak {

namespace {

QByteArray bodyOf(const QByteArray &code, UserId user)
{
    const QJsonObject object{{QStringLiteral("code"), QString::fromUtf8(code)},
                             {QStringLiteral("userId"), user}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray pathOf(const QByteArray &code)
{
    // Dots are unreserved, but servers treat a path segment of only dots specially.
    const bool dots = code == "." || code == "..";
    return "/coupons/" + code.toPercentEncoding({}, dots ? QByteArray(".") : QByteArray());
}

/// Whether the value cannot be split into two headers.
bool isHeaderValue(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

HttpPartner::HttpPartner(HttpPartnerOptions options)
    : m_options(std::move(options))
    , m_target(m_options.url)
    , m_multi(m_options.mostInFlight, [this](CURL *easy, CURLcode code) { onDone(easy, code); })
{
    m_expiry.setSingleShot(true);
    m_expiry.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_expiry, &QTimer::timeout, &m_expiry, [this] { expire(); });
}

HttpPartner::~HttpPartner()
{
    m_closing = true; // callbacks below that call again are refused
    std::vector<std::pair<Promised<HttpAnswer>, HttpAnswer>> ends;
    for (auto &[easy, running] : m_running) {
        m_multi.remove(easy);
        ends.emplace_back(running.answer, running.exchange->finish(CURLE_ABORTED_BY_CALLBACK));
    }
    for (const Queue *queue : {&m_settling, &m_sends}) {
        for (const Waiting &waiting : *queue)
            ends.emplace_back(waiting.answer, HttpAnswer());
    }
    m_running.clear();
    for (auto &[answer, end] : ends)
        answer.deliver(std::move(end));
}

Task<SendReport> HttpPartner::sendAndReport(QByteArray code, UserId user, QByteArray idempotencyKey)
{
    SendReport report{SendOutcome::Refused, Sign::None};
    if (!isValidCode(code) || !isHeaderValue(idempotencyKey))
        co_return report; // cannot be sent in this form, so it is never sent
    HttpRequest request{HttpRequest::Verb::Post, "/coupons", bodyOf(code, user), idempotencyKey};
    const Promised<HttpAnswer> coming = call(std::move(request), m_sends);
    const HttpAnswer answer = co_await coming;
    report = meaningOfSend(answer, code, user);
    co_return report;
}

Task<Holding> HttpPartner::ask(QByteArray code)
{
    HttpRequest request{HttpRequest::Verb::Get, pathOf(code), {}, {}};
    const Promised<HttpAnswer> coming = call(std::move(request), m_settling);
    const HttpAnswer answer = co_await coming;
    const Holding holding = meaningOfAsk(answer, code);
    co_return holding;
}

Task<bool> HttpPartner::withdraw(QByteArray code)
{
    HttpRequest request{HttpRequest::Verb::Delete, pathOf(code), {}, {}};
    const Promised<HttpAnswer> coming = call(std::move(request), m_settling);
    const HttpAnswer answer = co_await coming;
    co_return meaningOfWithdraw(answer, code);
}

Promised<HttpAnswer> HttpPartner::call(HttpRequest request, Queue &queue)
{
    Promised<HttpAnswer> answer;
    const bool full = static_cast<int>(queue.size()) >= m_options.mostQueued &&
                      static_cast<int>(m_running.size()) >= m_options.mostInFlight;
    if (m_closing || full) {
        answer.deliver(HttpAnswer());
        return answer;
    }
    queue.push_back({std::move(request), QDeadlineTimer(m_options.timeout * 3 / 4, Qt::PreciseTimer),
                     QDeadlineTimer(m_options.timeout, Qt::PreciseTimer), answer});
    startNext();
    return answer;
}

/// Starts waiting calls that have a slot. Calls nobody back, so it may be called from anywhere.
void HttpPartner::startNext()
{
    while (static_cast<int>(m_running.size()) < m_options.mostInFlight) {
        Queue &queue = m_settling.empty() ? m_sends : m_settling;
        if (queue.empty() || !start(queue.front()))
            break;
        queue.pop_front();
    }
    armExpiry();
}

/// Returns false if the call must keep waiting: it is too late already (the expiry timer is about to report
/// that), or memory ran out.
bool HttpPartner::start(Waiting &waiting)
{
    if (waiting.startBy.hasExpired())
        return false;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(waiting.endBy.remainingTimeAsDuration());
    auto exchange = std::make_unique<HttpExchange>(m_target, waiting.request, left);
    CURL *const easy = exchange->easy();
    if (!easy || !m_multi.add(easy))
        return false;
    m_running.emplace(easy, Running{std::move(exchange), waiting.answer});
    return true;
}

void HttpPartner::onDone(CURL *easy, CURLcode code)
{
    auto node = m_running.extract(easy);
    if (!node)
        return;
    m_multi.remove(easy);
    Running running = std::move(node.mapped());
    HttpAnswer answer = running.exchange->finish(code);
    running.exchange.reset();
    startNext();
    running.answer.deliver(std::move(answer)); // last: this object may be destroyed by it
}

/// Ends calls that have waited too long. Both queues are in the order of their deadlines.
void HttpPartner::expire()
{
    std::vector<Promised<HttpAnswer>> late;
    for (Queue *queue : {&m_settling, &m_sends}) {
        while (!queue->empty() && queue->front().startBy.hasExpired()) {
            late.push_back(queue->front().answer);
            queue->pop_front();
        }
    }
    startNext();
    for (const auto &answer : late)
        answer.deliver(HttpAnswer());
}

void HttpPartner::armExpiry()
{
    QDeadlineTimer first(QDeadlineTimer::Forever);
    for (const Queue *queue : {&m_settling, &m_sends}) {
        if (!queue->empty())
            first = std::min(first, queue->front().startBy);
    }
    if (first.isForever())
        m_expiry.stop();
    else
        m_expiry.start(std::chrono::milliseconds(first.remainingTime()));
}

} // namespace seonchak

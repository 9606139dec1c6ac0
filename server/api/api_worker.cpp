// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/api_worker.h"

#include "core/database/book/book_tokens.h"
#include "server/api/detail_words.h"
#include "server/api/endpoint_tools.h"
#include "server/api/security.h"
#include "server/api/stream_desk.h"
#include "server/api/stream_feed.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace seonchak::http {

namespace {

constexpr qsizetype mostPathShown = 200;

bool isEncoded(const Request &request)
{
    for (const auto &[name, value] : request.headers) {
        if (name == "content-encoding" && !value.isEmpty() &&
            value.compare("identity", Qt::CaseInsensitive) != 0)
            return true;
    }
    return false;
}

Response tooMany(const Request &request, int seconds)
{
    Response response = problem(Problem::TooManyRequests, request);
    for (auto &[name, value] : response.headers) {
        if (name == "Retry-After")
            value = QByteArray::number(seconds);
    }
    return response;
}

Response misdirected(const Request &request)
{
    constexpr qsizetype mostShown = 200;
    const QString host = QString::fromUtf8(request.header("host").left(mostShown));
    const QString english = QStringLiteral("Host \"%1\" is not allowed; add it with --allow-host.").arg(host);
    return problem(Problem::Misdirected, request, detailFor(languageOf(request), english));
}

bool isJson(QByteArrayView contentType)
{
    const auto semicolon = contentType.indexOf(';');
    const auto type = (semicolon < 0 ? contentType : contentType.first(semicolon)).trimmed();
    return type.compare("application/json", Qt::CaseInsensitive) == 0;
}

} // namespace

ApiWorker::ApiWorker(const SharedParts &shared)
    : m_station(shared.sale.openStation())
    , m_streams(std::make_shared<StreamDesk>(shared.feed))
    , m_parts{shared, *m_station, *m_streams}
{
}

ApiWorker::~ApiWorker() = default;

void ApiWorker::handle(Request request, Reply reply)
{
    serve(std::move(request), std::move(reply));
}

Task<> ApiWorker::serve(Request request, Reply reply)
{
    request.sender = m_parts.security.senderOf(request);
    const auto path = routablePath(request.path);
    const Route route = path ? findRoute(request.method, *path) : Route{};
    auto refused = refusal(request, route);
    if (refused && !path && refused->status == 404)
        refused = problem(Problem::BadRequest, request);
    if (refused) {
        m_parts.sale.countRejected();
        // While the tokens are not known, guessing must not be faster than afterwards.
        const bool mayBeGuess = refused->status == 503 && !request.header("authorization").isEmpty();
        if (refused->status == 401)
            recordRefusedToken(request);
        if (refused->status == 401 || mayBeGuess)
            replySlowly(request, std::move(*refused), std::move(reply));
        else
            reply(std::move(*refused));
        co_return;
    }
    // Having a token with a small role must not make guessing an admin token quicker.
    if (roleFromName(request.sender.role) == Role::Admin)
        m_parts.security.brake().succeeded(request.sender.address);
    Response response = co_await dispatch(request, route);
    if (response.status == 400)
        m_parts.sale.countRejected();
    reply(std::move(response));
}

std::optional<Response> ApiWorker::refusal(Request &request, const Route &route)
{
    if (const auto refused = m_parts.security.refuses(request, route.isProbe))
        return *refused == Problem::Misdirected ? misdirected(request) : problem(*refused, request);
    if (!route.endpoint && route.allow.isEmpty())
        return problem(Problem::NotFound, request);
    if (!route.endpoint && !route.isOptions) {
        Response response = problem(Problem::MethodNotAllowed, request);
        response.headers.emplaceBack("Allow", route.allow);
        return response;
    }
    const auto caller = m_parts.security.admit(request, route.need);
    if (!caller) {
        Response response = problem(caller.error(), request);
        if (caller.error() == Problem::Unauthorized)
            response.headers.emplaceBack("WWW-Authenticate", "Bearer realm=\"seonchak\"");
        return response;
    }
    request.sender.name = caller->name;
    request.sender.role = caller->role;
    if (const auto seconds = m_parts.security.isTooMuch(request, route.need, m_parts.sale.steadyNs()))
        return tooMany(request, *seconds);
    if (!route.endpoint || route.endpoint->trait != Trait::ReadsBody || request.body.isEmpty())
        return std::nullopt;
    if (isEncoded(request)) {
        Response response = problem(Problem::EncodedBody, request);
        response.headers.emplaceBack("Accept-Encoding", "identity");
        return response;
    }
    const QByteArray type = request.header("content-type");
    if (!type.isEmpty() && !isJson(type))
        return problem(Problem::UnsupportedMediaType, request);
    return std::nullopt;
}

/// Delays answers to clients that guess, by address; a waiting client costs only its connection.
void ApiWorker::replySlowly(const Request &request, Response response, Reply reply)
{
    const QHostAddress from = request.sender.address;
    const auto delay = m_parts.security.brake().failed(from, QDeadlineTimer::current().deadlineNSecs());
    if (!delay) {
        response.close = true;
        if (response.status == 401) // the other has its header already
            response.headers.emplaceBack("Retry-After", QByteArray::number(GuessBrake::longestMs / 1000));
    }
    if (delay.value_or(0) == 0)
        return reply(std::move(response));
    QTimer::singleShot(*delay, this, [this, from, response = std::move(response), reply = std::move(reply)] {
        m_parts.security.brake().waited(from);
        reply(response);
    });
}

/// Writes at most one entry a second and address to the trail, with the number of tokens that it covers.
void ApiWorker::recordRefusedToken(const Request &request)
{
    QString actor = actorOf(request);
    const auto turn = m_parts.security.refusals().add(actor);
    const QString what = QString::fromLatin1(request.method + ' ' + request.path.left(mostPathShown));
    const auto write = [this, actor, what](int times) {
        m_parts.sale.administration().record(actor, QStringLiteral("token-refused"), what,
                                             QStringLiteral("refused: %1 times").arg(times));
    };
    switch (turn) {
    case RefusalTally::Add::Write:
        return write(1);
    case RefusalTally::Add::WriteLater:
        return QTimer::singleShot(RefusalTally::intervalMs, this,
                                  [this, actor, write] { write(m_parts.security.refusals().take(actor)); });
    case RefusalTally::Add::Counted:
        return;
    }
}

Task<Response> ApiWorker::dispatch(const Request &request, const Route &route)
{
    if (route.isOptions)
        return answered(Response{204, {}, {}, {{"Allow", route.allow}}, false});
    return route.endpoint->call(m_parts, request, route.id);
}

} // namespace seonchak::http

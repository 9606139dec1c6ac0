// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/off_thread.h"
#include "core/database/book/book_tokens.h"
#include "core/watch/reading_log.h"
#include "core/wire/json_tools.h"
#include "core/wire/place_json.h"
#include "core/wire/presence_json.h"
#include "server/api/desk_roll.h"
#include "server/api/endpoint_tools.h"
#include "server/api/endpoints.h"
#include "server/api/json_document.h"
#include "server/api/security.h"
#include "server/api/stream_feed.h"
#include "server/api/stream_session.h"

/// What a remote desk needs: its user's identity, the history, and the stream.
namespace seonchak::http {

namespace {

constexpr qint64 mostMinutes = 60;
constexpr qint64 mostStep = 60;
constexpr qint64 nsPerSecond = 1'000'000'000;

/// A serial: digits only.
std::optional<quint64> serialOf(const QByteArray &text)
{
    if (text == "0")
        return 0;
    const auto number = parseId(text);
    return number ? std::optional<quint64>(quint64(*number)) : std::nullopt;
}

/// A number of the query from 1 to `most`; `usual` if it is missing.
std::optional<qint64> numberOf(const Request &request, const QString &name, qint64 usual, qint64 most)
{
    const auto text = queryValue(request, name);
    if (!text)
        return usual;
    const auto number = parseId(*text);
    return number && *number <= most ? std::optional<qint64>(*number) : std::nullopt;
}

/// The parts of a request that identify its sender.
Request credentialsOf(const Request &request)
{
    Request kept;
    kept.peer = request.peer;
    kept.local = request.local;
    kept.sender = request.sender;
    for (const auto &header : request.headers) {
        if (header.first == "authorization")
            kept.headers.append(header);
    }
    return kept;
}

/// Without a token, clients on this machine have full access.
std::pair<QString, QString> nameAndRole(const Sender &sender)
{
    if (sender.name.isEmpty())
        return {QStringLiteral("local"), roleName(Role::Admin)};
    return {sender.name, sender.role};
}

DeskPresence visitorOf(const Request &request, const QString &id)
{
    const auto [name, role] = nameAndRole(request.sender);
    return {id, name, role, placeOf(request), 0, {}};
}

Response noPlace(const Request &request)
{
    const QString words = languageOf(request) == Language::Korean
                              ? QStringLiteral("스트림은 동시에 %1개까지 열 수 있습니다. 잠시 후 다시"
                                               " 요청해 주세요.")
                              : QStringLiteral("At most %1 streams can be open at once. Try again in a"
                                               " moment.");
    return problem(Problem::Unavailable, request, words.arg(StreamFeed::placesMost));
}

Response stream(EndpointParts &parts, const Request &request)
{
    const auto asked = queryValue(request, QStringLiteral("after"));
    if (asked && !serialOf(*asked))
        return badQuery(request, "after");
    const QByteArray id = queryValue(request, QStringLiteral("desk")).value_or(QByteArray());
    if (!id.isEmpty() && !json::isDeskId(id))
        return badQuery(request, "desk");
    // A browser's own header takes precedence over the query that its page wrote at the beginning. An id that
    // is not ours belongs to another server: treat it like one of an earlier run.
    const QByteArray last = request.header("last-event-id");
    std::optional<quint64> after = asked ? serialOf(*asked) : std::nullopt;
    if (!last.isEmpty())
        after = serialOf(last).value_or(std::numeric_limits<quint64>::max());
    auto place = parts.feed.takePlace();
    if (!place)
        return noPlace(request);
    StreamSession::Sources sources{
        [&sale = parts.sale](quint64 from, qsizetype most) { return sale.records().events(from, most); },
        [&parts, who = credentialsOf(request)] { return parts.security.admit(who, Need::View).has_value(); },
        {std::move(place), parts.desks.attend(visitorOf(request, QString::fromLatin1(id)))}};
    Response response{200, "text/event-stream", {}, {}, false};
    response.headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
    response.stream = std::make_shared<StreamSession>(parts.streams, std::move(sources), after,
                                                      parts.sale.records().lastEvent());
    return response;
}

Task<Response> history(EndpointParts &parts, const Request &request)
{
    const auto minutes = numberOf(request, QStringLiteral("minutes"), mostMinutes, mostMinutes);
    if (!minutes)
        co_return badQuery(request, "minutes");
    const auto step = numberOf(request, QStringLiteral("step"), 1, mostStep);
    if (!step)
        co_return badQuery(request, "step");
    std::function<QByteArray()> write = [&sale = parts.sale, minutes = *minutes, step = *step] {
        const qint64 nowNs = sale.steadyNs();
        const auto samples = sale.past().since(nowNs - minutes * 60 * nsPerSecond, step * nsPerSecond);
        return json::history({samples, minutes, step, nowNs, sale.wallMs()});
    };
    QByteArray body = co_await offThread<QByteArray>(parts.pool, std::move(write));
    co_return ok(std::move(body));
}

Task<Response> desk(EndpointParts &parts, const Request &request)
{
    json::DeskPlaceInfo place;
    std::tie(place.name, place.role) = nameAndRole(request.sender);
    auto asked = parts.sale.status();
    const Status status = co_await asked;
    place.sale = status.sale;
    place.strategy = status.strategy;
    place.partner = parts.sale.options().partner;
    place.secondPerson = parts.sale.administration().second().isNeeded();
    place.present = parts.desks.present();
    co_return ok(json::desk(place));
}

Response tellDesk(EndpointParts &parts, const Request &request)
{
    bool notJson = false;
    const auto document = json::parse(request.body, notJson);
    const auto told = document ? json::readDeskTold(document->object())
                               : Result<json::DeskTold>(std::unexpected(document.error()));
    if (!told)
        return badBody(request, told.error(), notJson);
    parts.desks.tell(visitorOf(request, told->id), told->doubts);
    return ok(json::compact(json::presence(parts.desks.present())));
}

} // namespace

EndpointTable streamEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/stream", "GET", callOf<&stream>, Need::View},
        {"/api/v1/history", "GET", callOf<&history>, Need::View},
        {"/api/v1/desk", "GET", callOf<&desk>, Need::View},
        {"/api/v1/desk", "PUT", callOf<&tellDesk>, Need::View, Trait::ReadsBody},
    };
    return rows;
}

} // namespace seonchak::http

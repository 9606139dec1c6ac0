// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/code_text.h"
#include "core/wire/act_json.h"
#include "core/wire/people_json.h"
#include "core/wire/preflight_json.h"
#include "server/api/endpoint_tools.h"
#include "server/api/endpoints.h"
#include "server/api/job_answer.h"
#include "server/api/json_document.h"
#include "server/api/preflight_desk.h"
#include "server/api/running_acts.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

/// Requests that only an operator's window sends, which may be attached remotely.
namespace seonchak::http {

namespace {

std::unexpected<Error> badWindowBody(const QString &detail)
{
    return failure(Trouble::BadInput, detail);
}

/// {"ids":[1,2,…]}
Result<QList<CouponId>> readChosen(const QByteArray &body, bool &notJson)
{
    const auto document = json::parse(body, notJson);
    if (!document)
        return std::unexpected(document.error());
    const QJsonObject object = document->object();
    const QJsonArray items = object.value(QLatin1String("ids")).toArray();
    if (object.size() != 1 || items.isEmpty() || items.size() > Administration::mostChosen)
        return badWindowBody(QStringLiteral("the body must be {\"ids\":[…]} with 1 to %1 ids")
                                 .arg(Administration::mostChosen));
    QList<CouponId> ids;
    ids.reserve(items.size());
    for (const auto &item : items) {
        ids.append(item.toInteger());
        if (ids.back() <= 0)
            return badWindowBody(QStringLiteral("an id must be a positive integer"));
    }
    return ids;
}

struct TrailNote
{
    QString detail;
    QString result;
};

/// {"detail":"…","result":"…"}: one line each.
Result<TrailNote> readTrailNote(const QByteArray &body, bool &notJson)
{
    constexpr qsizetype longest = 500;
    const auto document = json::parse(body, notJson);
    if (!document)
        return std::unexpected(document.error());
    const QJsonObject object = document->object();
    TrailNote note{object.value(QLatin1String("detail")).toString(),
                   object.value(QLatin1String("result")).toString()};
    const auto isGood = [](const QString &text) {
        const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
        return !text.isEmpty() && text.size() <= longest && std::ranges::none_of(text, isControl);
    };
    if (object.size() != 2 || !isGood(note.detail) || !isGood(note.result))
        return badWindowBody(
            QStringLiteral("the body must be {\"detail\":\"…\",\"result\":\"…\"}, one line of at "
                           "most %1 characters each")
                .arg(longest));
    return note;
}

Task<Response> voidAmong(EndpointParts &parts, Request request, QList<CouponId> ids, Once once)
{
    const auto watched = parts.acts.watch(once.key);
    const auto voided =
        co_await parts.sale.administration().voidChosen(actorOf(request), std::move(ids), watched.work, once);
    co_return voided ? ok(json::voidedChosen(*voided)) : actProblem(voided.error(), request, "voided");
}

Task<Response> voidChosen(EndpointParts &parts, const Request &request)
{
    const auto once = onceOf(request);
    if (!once)
        co_return badKey(request);
    bool notJson = false;
    const auto ids = readChosen(request.body, notJson);
    if (!ids)
        co_return badBody(request, ids.error(), notJson);
    LongAct voiding = [&parts, ids = *ids](Request asked, Once keyed) {
        return voidAmong(parts, std::move(asked), ids, std::move(keyed));
    };
    auto acting = carryOut(request, *once, std::move(voiding));
    co_return co_await acting;
}

Task<Response> lifeOfCode(EndpointParts &parts, const Request &request)
{
    const auto given = queryValue(request, QStringLiteral("code"));
    if (!given || given->isEmpty())
        co_return badQuery(request, "code");
    const auto life = co_await parts.sale.records().biography(normalisedCode(QString::fromUtf8(*given)));
    if (!life)
        co_return problemOf(life.error(), request);
    co_return *life ? ok(json::life(**life)) : problem(Problem::CouponNotFound, request);
}

Task<Response> listCutActs(EndpointParts &parts, const Request &request)
{
    const auto acts = co_await parts.sale.administration().cutActs();
    co_return acts ? ok(json::cutActs(*acts)) : problemOf(acts.error(), request);
}

Task<Response> settleCutAct(EndpointParts &parts, const Request &request, QByteArrayView id, CutChoice choice)
{
    const Work unwatched;
    const auto settled = co_await parts.sale.administration().settleCut(
        actorOf(request), QString::fromLatin1(id), choice, unwatched);
    if (!settled && settled.error().trouble == Trouble::Conflict && !settled.error().partly)
        co_return problem(Problem::CutActSettled, request);
    co_return settled ? ok(json::cutSettled(*settled)) : actProblem(settled.error(), request, "generated");
}

Response stopAct(EndpointParts &parts, const Request &request, QByteArrayView key)
{
    const bool isStopping = parts.acts.stop(QByteArray::fromPercentEncoding(key.toByteArray()));
    return isStopping ? ok("{\"stopping\":true}", 202) : problem(Problem::ActNotRunning, request);
}

Task<Response> preflight(EndpointParts &parts, const Request &request)
{
    const auto tongue =
        languageOf(request) == Language::English ? doctor::Tongue::English : doctor::Tongue::Korean;
    const auto looking = parts.preflight.look(tongue);
    const auto checks = co_await looking;
    co_return checks ? ok(json::preflight(*checks)) : problemOf(checks.error(), request);
}

Task<Response> recordNote(EndpointParts &parts, const Request &request, QString action)
{
    bool notJson = false;
    const auto note = readTrailNote(request.body, notJson);
    if (!note)
        co_return badBody(request, note.error(), notJson);
    const auto written =
        co_await parts.sale.administration().record(actorOf(request), action, note->detail, note->result);
    co_return written ? Response{204, {}, {}, {}, false} : problemOf(written.error(), request);
}

Task<Response> recordExport(EndpointParts &parts, const Request &request)
{
    return recordNote(parts, request, QStringLiteral("export"));
}

Task<Response> recordPreflight(EndpointParts &parts, const Request &request)
{
    return recordNote(parts, request, QStringLiteral("preflight"));
}

} // namespace

EndpointTable windowEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/coupons/void-chosen", "POST", callOf<&voidChosen>, Need::Administer, Trait::ReadsBody},
        {"/api/v1/life", "GET", callOf<&lifeOfCode>, Need::View},
        {"/api/v1/cut-acts", "GET", callOf<&listCutActs>, Need::View},
        {"/api/v1/cut-acts/*/finish", "POST", callOf<&settleCutAct, CutChoice::Finish>, Need::Operate},
        {"/api/v1/cut-acts/*/keep", "POST", callOf<&settleCutAct, CutChoice::Keep>, Need::Operate},
        {"/api/v1/cut-acts/*/void", "POST", callOf<&settleCutAct, CutChoice::Void>, Need::Administer},
        {"/api/v1/acts/*/stop", "POST", callOf<&stopAct>, Need::Operate},
        {"/api/v1/exports", "POST", callOf<&recordExport>, Need::View, Trait::ReadsBody},
        {"/api/v1/preflight", "GET", callOf<&preflight>, Need::View},
        {"/api/v1/preflight", "POST", callOf<&recordPreflight>, Need::Operate, Trait::ReadsBody},
    };
    return rows;
}

} // namespace seonchak::http

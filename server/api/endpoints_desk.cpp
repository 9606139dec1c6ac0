// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/act_json.h"
#include "core/wire/desk_json.h"
#include "core/wire/people_json.h"
#include "server/api/endpoint_tools.h"
#include "server/api/endpoints.h"
#include "server/api/job_answer.h"
#include "server/api/json.h"
#include "server/api/running_acts.h"

#include <QDateTime>

/// An operator's actions and queries besides the coupons: pause, void, doubts, refusals, the audit trail.
namespace seonchak::http {

namespace {

constexpr int usualListed = 100;

/// Reads the trail's query into `filter`; returns the name of an invalid value, or null.
const char *readFilter(const Request &request, AuditFilter &filter)
{
    filter.text = QString::fromUtf8(queryValue(request, QStringLiteral("text")).value_or(QByteArray()));
    filter.action = QString::fromUtf8(queryValue(request, QStringLiteral("action")).value_or(QByteArray()));
    for (const auto &[name, into] : {std::pair{"from", &filter.from}, std::pair{"until", &filter.until}}) {
        const auto text = queryValue(request, QLatin1String(name));
        if (!text)
            continue;
        const auto time = QDateTime::fromString(QString::fromUtf8(*text), Qt::ISODateWithMs);
        if (!time.isValid())
            return name;
        *into = time.toMSecsSinceEpoch();
    }
    if (const auto before = queryValue(request, QStringLiteral("before"))) {
        const auto id = parseId(*before);
        if (!id)
            return "before";
        filter.before = *id;
    }
    if (const auto after = queryValue(request, QStringLiteral("after")); after && *after != "0") {
        const auto id = parseId(*after);
        if (!id)
            return "after";
        filter.after = *id;
    }
    const auto counted = queryValue(request, QStringLiteral("counted"));
    if (counted && *counted != "true" && *counted != "false")
        return "counted";
    filter.counted = counted == "true";
    for (const QByteArray &words : queryValues(request, QStringLiteral("alike")))
        filter.alike.append(QString::fromUtf8(words));
    const auto limit = limitOf(request, usualListed, mostListed);
    if (!limit)
        return "limit";
    filter.limit = *limit;
    return nullptr;
}

Response doubtProblem(const Error &error, const Request &request)
{
    if (error.trouble == Trouble::NotFound)
        return problem(Problem::DoubtNotFound, request);
    if (error.trouble == Trouble::Conflict)
        return problem(Problem::DoubtBusy, request);
    return problemOf(error, request);
}

Task<Response> setPaused(EndpointParts &parts, const Request &request, bool paused)
{
    const auto done = co_await parts.sale.administration().setPaused(actorOf(request), paused);
    if (!done)
        co_return problemOf(done.error(), request);
    co_return ok(paused ? "{\"paused\":true}" : "{\"paused\":false}");
}

Task<Response> voidCoupon(EndpointParts &parts, const Request &request, QByteArrayView id)
{
    const auto couponId = parseId(id);
    if (!couponId)
        co_return problem(Problem::InvalidId, request);
    const auto voided = co_await parts.sale.administration().voidOne(actorOf(request), *couponId);
    co_return voided ? ok(json::coupon(*voided)) : problemOf(voided.error(), request);
}

Task<Response> planVoid(EndpointParts &parts, const Request &request)
{
    const auto plan = co_await parts.sale.administration().planVoid();
    co_return plan ? ok(json::voidPlan(*plan)) : problemOf(plan.error(), request);
}

Task<Response> voidAll(EndpointParts &parts, Request request, Once once)
{
    const auto watched = parts.acts.watch(once.key);
    const auto voided =
        co_await parts.sale.administration().voidUnissued(doerOf(request), watched.work, once);
    if (!voided && voided.error().trouble == Trouble::NeedsSecond) {
        auto words = needsSecond(parts, request, Approval::Act::VoidAll, 0);
        co_return co_await words;
    }
    if (!voided)
        co_return actProblem(voided.error(), request, "voided");
    co_return ok(json::voided(*voided));
}

Task<Response> voidUnissued(EndpointParts &parts, const Request &request)
{
    return carryOut(parts, request, &voidAll);
}

Task<Response> couponLife(EndpointParts &parts, const Request &request, QByteArrayView id)
{
    const auto couponId = parseId(id);
    if (!couponId)
        co_return problem(Problem::InvalidId, request);
    const auto coupon = co_await parts.sale.records().coupon(*couponId);
    if (!coupon)
        co_return problemOf(coupon.error(), request);
    if (!*coupon)
        co_return problem(Problem::CouponNotFound, request);
    auto life = co_await parts.sale.records().biography((*coupon)->code);
    if (!life)
        co_return problemOf(life.error(), request);
    if (!*life || (*life)->coupon.id != *couponId) // Edited meanwhile, and another coupon got its code.
        co_return problem(Problem::CouponNotFound, request);
    (*life)->coupon = **coupon; // This one includes RESERVED.
    co_return ok(json::life(**life));
}

Task<Response> whyNot(EndpointParts &parts, const Request &request, QByteArrayView id)
{
    const auto user = parseId(id);
    if (!user)
        co_return problem(Problem::InvalidId, request);
    const auto answer = co_await parts.sale.records().whyNot(*user);
    co_return answer ? ok(json::whyNot(*answer)) : problemOf(answer.error(), request);
}

Task<Response> listDoubts(EndpointParts &parts, const Request &request)
{
    const auto limit = limitOf(request, mostListed, mostListed);
    if (!limit)
        co_return badQuery(request, "limit");
    const auto open = co_await parts.sale.records().doubts(*limit);
    if (!open)
        co_return problemOf(open.error(), request);
    co_return ok(json::doubts(*open, QDateTime::currentMSecsSinceEpoch()));
}

Task<Response> settleDoubt(EndpointParts &parts, const Request &request, QByteArrayView id, DoubtOrder how)
{
    const auto reservation = parseId(id);
    if (!reservation)
        co_return problem(Problem::InvalidId, request);
    const auto end = co_await parts.sale.administration().settle(doerOf(request), *reservation, how);
    if (!end && end.error().trouble == Trouble::NeedsSecond) {
        auto words = needsSecond(
            parts, request,
            how == DoubtOrder::Restore ? Approval::Act::Restore : Approval::Act::DeclareIssued, *reservation);
        co_return co_await words;
    }
    co_return end ? ok(json::doubtEnd(*end)) : doubtProblem(end.error(), request);
}

Task<Response> foreignKeys(EndpointParts &parts, const Request &)
{
    const auto status = co_await parts.sale.status();
    co_return ok(json::foreign(status.foreign));
}

Task<Response> settleForeignKeys(EndpointParts &parts, const Request &request)
{
    bool notJson = false;
    const auto choice = json::readForeignChoice(request.body, notJson);
    if (!choice)
        co_return problem(notJson ? Problem::InvalidJson : Problem::InvalidBody, request,
                          choice.error().detail);
    const auto found = co_await parts.sale.administration().settleForeignKeys(actorOf(request), *choice);
    if (!found && found.error().trouble == Trouble::Conflict)
        co_return problem(Problem::NoForeignKeys, request);
    co_return found ? ok(json::foreign(*found), 202) : problemOf(found.error(), request);
}

Task<Response> listAudit(EndpointParts &parts, const Request &request)
{
    AuditFilter filter;
    if (const char *wrong = readFilter(request, filter))
        co_return badQuery(request, wrong);
    const auto page = co_await parts.sale.records().audit(filter);
    co_return page ? ok(json::auditPage(*page)) : problemOf(page.error(), request);
}

Response listEvents(EndpointParts &parts, const Request &request)
{
    const auto limit = limitOf(request, usualListed, mostListed);
    if (!limit)
        return badQuery(request, "limit");
    quint64 after = 0;
    if (const auto text = queryValue(request, QStringLiteral("after")); text && *text != "0") {
        const auto serial = parseId(*text);
        if (!serial)
            return badQuery(request, "after");
        after = quint64(*serial);
    }
    return ok(json::events(parts.sale.records().events(after, *limit)));
}

} // namespace

EndpointTable deskEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/coupons/void", "GET", callOf<&planVoid>, Need::View},
        {"/api/v1/coupons/void", "POST", callOf<&voidUnissued>, Need::Administer},
        {"/api/v1/coupons/*/life", "GET", callOf<&couponLife>, Need::View},
        {"/api/v1/coupons/*", "DELETE", callOf<&voidCoupon>, Need::Administer},
        {"/api/v1/issuing/pause", "POST", callOf<&setPaused, true>, Need::Operate},
        {"/api/v1/issuing/resume", "POST", callOf<&setPaused, false>, Need::Operate},
        {"/api/v1/users/*", "GET", callOf<&whyNot>, Need::View},
        {"/api/v1/doubts", "GET", callOf<&listDoubts>, Need::View},
        {"/api/v1/doubts/*/ask", "POST", callOf<&settleDoubt, DoubtOrder::Ask>, Need::Operate},
        {"/api/v1/doubts/*/issued", "POST", callOf<&settleDoubt, DoubtOrder::DeclareIssued>, Need::Operate},
        {"/api/v1/doubts/*/restore", "POST", callOf<&settleDoubt, DoubtOrder::Restore>, Need::Operate},
        {"/api/v1/redis/foreign", "GET", callOf<&foreignKeys>, Need::View},
        {"/api/v1/redis/foreign", "POST", callOf<&settleForeignKeys>, Need::Administer, Trait::ReadsBody},
        {"/api/v1/audit", "GET", callOf<&listAudit>, Need::View},
        {"/api/v1/events", "GET", callOf<&listEvents>, Need::View},
    };
    return rows;
}

} // namespace seonchak::http

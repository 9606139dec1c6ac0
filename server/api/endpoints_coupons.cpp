// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/off_thread.h"
#include "core/wire/act_json.h"
#include "server/api/endpoint_tools.h"
#include "server/api/endpoints.h"
#include "server/api/job_answer.h"
#include "server/api/json.h"
#include "server/api/running_acts.h"

namespace seonchak::http {

namespace {

/// Parsing a body of this size takes about a millisecond: a larger one would delay the worker's other
/// requests.
constexpr qsizetype longBody = 64 * 1024;
constexpr qsizetype longList = 1000;

std::optional<bool> wantsPush(const Request &request)
{
    const auto value = queryValue(request, QStringLiteral("push"));
    if (!value || *value == "true")
        return true;
    return *value == "false" ? std::optional<bool>(false) : std::nullopt;
}

/// Reads the list's order and search; returns the name of an invalid value, or null.
const char *readSearch(const Request &request, book::Filter &filter)
{
    filter.codePrefix = queryValue(request, QStringLiteral("prefix")).value_or(QByteArray());
    filter.codePart = queryValue(request, QStringLiteral("part")).value_or(QByteArray());
    if (const auto offset = queryValue(request, QStringLiteral("offset")); offset && *offset != "0") {
        const auto number = parseId(*offset);
        if (!number)
            return "offset";
        filter.offset = *number;
    }
    if (const auto order = queryValue(request, QStringLiteral("order"))) {
        const auto known = json::orderOf(*order);
        if (!known)
            return "order";
        filter.order = *known;
    }
    const auto descending = queryValue(request, QStringLiteral("descending"));
    if (descending && *descending != "true" && *descending != "false")
        return "descending";
    filter.descending = descending == "true";
    const bool byIds = filter.order == book::Order::Id || filter.order == book::Order::Created;
    return filter.after > 0 && (!byIds || filter.descending) ? "after" : nullptr;
}

/// Reads the list's query into `filter`; returns the name of an invalid value, or null.
const char *readFilter(const Request &request, book::Filter &filter)
{
    if (const auto status = queryValue(request, QStringLiteral("status"))) {
        filter.status = statusFromName(*status);
        if (!filter.status)
            return "status";
    }
    filter.code = queryValue(request, QStringLiteral("code")).value_or(QByteArray());
    if (const auto user = queryValue(request, QStringLiteral("userId"))) {
        filter.user = parseId(*user);
        if (!filter.user)
            return "userId";
    }
    if (const auto after = queryValue(request, QStringLiteral("after")); after && *after != "0") {
        const auto id = parseId(*after);
        if (!id)
            return "after";
        filter.after = *id;
    }
    const auto limit = limitOf(request, filter.limit, json::mostInOnePage);
    if (!limit)
        return "limit";
    filter.limit = *limit;
    return readSearch(request, filter);
}

struct ReadCodes
{
    Result<QList<QByteArray>> codes;
    bool notJson = false;
};

ReadCodes readCodes(const QByteArray &body)
{
    ReadCodes read{QList<QByteArray>{}, false};
    read.codes = json::readCodes(body, read.notJson);
    return read;
}

Task<Response> addAll(EndpointParts &parts, Request request, QList<QByteArray> codes, bool push, Once once)
{
    const auto added =
        co_await parts.sale.administration().add(actorOf(request), std::move(codes), push, once);
    if (!added)
        co_return actProblem(added.error(), request, "added");
    if (added->coupons.size() <= longList)
        co_return ok(json::added(*added), 201);
    std::function<QByteArray()> write = [added = *added] { return json::added(added); };
    QByteArray body = co_await offThread<QByteArray>(parts.pool, std::move(write));
    co_return ok(std::move(body), 201);
}

Task<Response> addCoupons(EndpointParts &parts, const Request &request)
{
    const auto push = wantsPush(request);
    if (!push)
        co_return badQuery(request, "push");
    const auto once = onceOf(request);
    if (!once)
        co_return badKey(request);
    ReadCodes read{QList<QByteArray>{}, false};
    if (request.body.size() > longBody) {
        std::function<ReadCodes()> work = [body = request.body] { return readCodes(body); };
        read = co_await offThread<ReadCodes>(parts.pool, std::move(work));
    } else {
        read = readCodes(request.body);
    }
    if (!read.codes)
        co_return badBody(request, read.codes.error(), read.notJson);
    LongAct add = [&parts, codes = *read.codes, push = *push](Request asked, Once keyed) {
        return addAll(parts, std::move(asked), codes, push, std::move(keyed));
    };
    auto acting = carryOut(request, *once, std::move(add));
    co_return co_await acting;
}

Task<Response> makeCoupons(EndpointParts &parts, Request request, GenerateOrder order, Once once)
{
    const auto watched = parts.acts.watch(once.key);
    const auto made =
        co_await parts.sale.administration().generate(actorOf(request), order, watched.work, once);
    if (!made)
        co_return actProblem(made.error(), request, "generated");
    co_return ok(json::generated(*made), 201);
}

Task<Response> generate(EndpointParts &parts, const Request &request)
{
    const auto push = wantsPush(request);
    if (!push)
        co_return badQuery(request, "push");
    const auto once = onceOf(request);
    if (!once)
        co_return badKey(request);
    bool notJson = false;
    auto order = json::readGenerateOrder(request.body, notJson);
    if (!order)
        co_return badBody(request, order.error(), notJson);
    order->push = *push;
    LongAct make = [&parts, order = *order](Request asked, Once keyed) {
        return makeCoupons(parts, std::move(asked), order, std::move(keyed));
    };
    auto acting = carryOut(request, *once, std::move(make));
    co_return co_await acting;
}

Task<Response> pushStaged(EndpointParts &parts, Request request, Once once)
{
    const auto watched = parts.acts.watch(once.key);
    const auto pushed = co_await parts.sale.administration().push(actorOf(request), watched.work, once);
    if (!pushed)
        co_return actProblem(pushed.error(), request, "pushed");
    co_return ok(json::pushed(*pushed));
}

Task<Response> pushCoupons(EndpointParts &parts, const Request &request)
{
    return carryOut(parts, request, &pushStaged);
}

Task<Response> listCoupons(EndpointParts &parts, const Request &request)
{
    book::Filter filter;
    if (const char *wrong = readFilter(request, filter))
        co_return badQuery(request, wrong);
    const auto page = co_await parts.sale.records().list(filter);
    if (!page)
        co_return problemOf(page.error(), request);
    co_return ok(json::couponPage(page->items, page->next));
}

Task<Response> countCoupons(EndpointParts &parts, const Request &request)
{
    book::Filter filter;
    if (const char *wrong = readFilter(request, filter))
        co_return badQuery(request, wrong);
    const auto count = co_await parts.sale.records().count(filter);
    if (!count)
        co_return problemOf(count.error(), request);
    co_return ok("{\"count\":" + QByteArray::number(*count) + '}');
}

Task<Response> existingCoupons(EndpointParts &parts, const Request &request)
{
    ReadCodes read = readCodes(request.body);
    if (!read.codes)
        co_return badBody(request, read.codes.error(), read.notJson);
    if (read.codes->size() > mostCodesAsked)
        co_return problem(Problem::InvalidBody, request,
                          QStringLiteral("at most %1 codes can be asked about at once").arg(mostCodesAsked));
    const auto found = co_await parts.sale.records().existing(*read.codes);
    co_return found ? ok(json::existing(*found)) : problemOf(found.error(), request);
}

Task<Response> getCoupon(EndpointParts &parts, const Request &request, QByteArrayView id)
{
    const auto couponId = parseId(id);
    if (!couponId)
        co_return problem(Problem::InvalidId, request);
    const auto found = co_await parts.sale.records().coupon(*couponId);
    if (!found)
        co_return problemOf(found.error(), request);
    co_return *found ? ok(json::coupon(**found)) : problem(Problem::CouponNotFound, request);
}

Task<Response> editCoupon(EndpointParts &parts, const Request &request, QByteArrayView id)
{
    const auto couponId = parseId(id);
    if (!couponId)
        co_return problem(Problem::InvalidId, request);
    bool notJson = false;
    const auto code = json::readCode(request.body, notJson);
    if (!code)
        co_return badBody(request, code.error(), notJson);
    const auto edited = co_await parts.sale.administration().rename(actorOf(request), *couponId, *code);
    if (!edited) {
        Error error = edited.error();
        if (!error.names.contains(*code)) // The coupon's own state is the reason, not the new code.
            error.names.clear();
        co_return problemOf(error, request);
    }
    co_return ok(json::coupon(*edited));
}

} // namespace

EndpointTable couponsEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/coupons/add", "POST", callOf<&addCoupons>, Need::Operate, Trait::ReadsBody},
        {"/api/v1/coupons/push", "POST", callOf<&pushCoupons>, Need::Operate},
        {"/api/v1/coupons/count", "GET", callOf<&countCoupons>, Need::View},
        {"/api/v1/coupons/existing", "POST", callOf<&existingCoupons>, Need::Operate, Trait::ReadsBody},
        {"/api/v1/coupons", "GET", callOf<&listCoupons>, Need::View},
        {"/api/v1/coupons/*", "GET", callOf<&getCoupon>, Need::View},
        {"/api/v1/coupons/*", "PUT", callOf<&editCoupon>, Need::Operate, Trait::ReadsBody},
        {"/api/v1/generate", "POST", callOf<&generate>, Need::Operate, Trait::ReadsBody},
    };
    return rows;
}

} // namespace seonchak::http

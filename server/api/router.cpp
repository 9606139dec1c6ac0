// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/router.h"

#include <algorithm>
#include <array>

namespace seonchak::http {

namespace {

struct Row
{
    const char *path; ///< "*" stands for one id segment
    const char *method;
    Endpoint endpoint;
    bool administration;
};

constexpr std::array<Row, 32> routes{{
    {"/api/v1/coupons/*/issue", "POST", Endpoint::IssueCoupon, false},
    {"/api/v1/coupons/add", "POST", Endpoint::AddCoupons, true},
    {"/api/v1/coupons/push", "POST", Endpoint::PushCoupons, true},
    {"/api/v1/coupons/void", "GET", Endpoint::PlanVoid, true},
    {"/api/v1/coupons/void", "POST", Endpoint::VoidUnissued, true},
    {"/api/v1/coupons/*/life", "GET", Endpoint::CouponLife, true},
    {"/api/v1/coupons", "GET", Endpoint::ListCoupons, true},
    {"/api/v1/coupons/*", "GET", Endpoint::GetCoupon, true},
    {"/api/v1/coupons/*", "PUT", Endpoint::EditCoupon, true},
    {"/api/v1/coupons/*", "DELETE", Endpoint::VoidCoupon, true},
    {"/api/v1/issuing/pause", "POST", Endpoint::PauseIssuing, true},
    {"/api/v1/issuing/resume", "POST", Endpoint::ResumeIssuing, true},
    {"/api/v1/users/*", "GET", Endpoint::WhyNot, true},
    {"/api/v1/doubts", "GET", Endpoint::ListDoubts, true},
    {"/api/v1/doubts/*/ask", "POST", Endpoint::AskDoubt, true},
    {"/api/v1/doubts/*/issued", "POST", Endpoint::DoubtIsIssued, true},
    {"/api/v1/doubts/*/restore", "POST", Endpoint::RestoreDoubt, true},
    {"/api/v1/redis/foreign", "GET", Endpoint::ForeignKeys, true},
    {"/api/v1/redis/foreign", "POST", Endpoint::SettleForeignKeys, true},
    {"/api/v1/audit", "GET", Endpoint::ListAudit, true},
    {"/api/v1/events", "GET", Endpoint::ListEvents, true},
    {"/api/v1/stream", "GET", Endpoint::Stream, true},
    {"/api/v1/history", "GET", Endpoint::History, true},
    {"/api/v1/desk", "GET", Endpoint::Desk, true},
    {"/api/v1/generate", "POST", Endpoint::Generate, true},
    {"/api/v1/status", "GET", Endpoint::Status, false},
    {"/api/v1/sale", "GET", Endpoint::Sale, false},
    {"/api/v1/sale", "PUT", Endpoint::SetSale, true},
    {"/metrics", "GET", Endpoint::Metrics, false},
    {"/healthz", "GET", Endpoint::Health, false},
    {"/readyz", "GET", Endpoint::Ready, false},
    {"/openapi.json", "GET", Endpoint::OpenApi, false},
}};

/// The id segment where `path` has the shape of `pattern`; an empty one for a literal match; nothing
/// otherwise.
std::optional<QByteArray> match(QByteArrayView pattern, QByteArrayView path)
{
    const auto star = pattern.indexOf('*');
    if (star < 0)
        return pattern == path ? std::optional<QByteArray>(QByteArray()) : std::nullopt;
    const auto tail = pattern.sliced(star + 1);
    if (path.size() <= star + tail.size() || !path.startsWith(pattern.first(star)) || !path.endsWith(tail))
        return std::nullopt;
    const auto id = path.sliced(star, path.size() - star - tail.size());
    return id.contains('/') ? std::nullopt : std::optional<QByteArray>(id.toByteArray());
}

bool isProbe(Endpoint endpoint)
{
    return endpoint == Endpoint::Health || endpoint == Endpoint::Ready || endpoint == Endpoint::Metrics;
}

bool isUnreserved(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

/// OPTIONS of the server as a whole. "/" is what HAProxy asks unless it is told otherwise.
bool asksTheServer(const QByteArray &method, const QByteArray &path)
{
    return method == "OPTIONS" && (path == "*" || path == "/");
}

} // namespace

std::optional<QByteArray> routablePath(const QByteArray &path)
{
    QByteArray plain = path;
    for (auto at = plain.indexOf('%'); at >= 0 && at + 2 < plain.size(); at = plain.indexOf('%', at + 1)) {
        const auto decoded = QByteArray::fromHex(plain.sliced(at + 1, 2));
        if (decoded.size() != 1 || decoded.front() == '\0')
            return std::nullopt;
        if (isUnreserved(decoded.front()))
            plain.replace(at, 3, decoded); // never a '%': the rest is read on as it stands
    }
    return plain;
}

Route findRoute(const QByteArray &method, const QByteArray &path)
{
    Route route;
    if (asksTheServer(method, path)) {
        route.endpoint = Endpoint::Options;
        route.isProbe = true;
        route.allow = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
        return route;
    }
    const char *chosen = nullptr; // The first pattern that fits decides, and literal ones stand first.
    for (const auto &row : routes) {
        if (chosen && qstrcmp(chosen, row.path) != 0)
            continue;
        const auto id = match(row.path, path);
        if (!id)
            continue;
        chosen = row.path;
        const bool isGet = qstrcmp(row.method, "GET") == 0;
        if (method == row.method || (isGet && method == "HEAD"))
            return {row.endpoint, row.administration, isProbe(row.endpoint), *id, {}};
        route.isProbe = route.isProbe || isProbe(row.endpoint);
        route.allow += QByteArray(row.method) + (isGet ? ", HEAD, " : ", ");
    }
    if (chosen) {
        route.allow += "OPTIONS";
        if (method == "OPTIONS")
            route.endpoint = Endpoint::Options;
    }
    return route;
}

} // namespace seonchak::http

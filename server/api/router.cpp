// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/router.h"

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

constexpr std::array<Row, 27> table{{
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
    {"/api/v1/generate", "POST", Endpoint::Generate, true},
    {"/api/v1/status", "GET", Endpoint::Status, false},
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

} // namespace

Route findRoute(const QByteArray &method, const QByteArray &path)
{
    Route route;
    const char *chosen = nullptr; // The first pattern that fits decides, and literal ones stand first.
    for (const auto &row : table) {
        if (chosen && qstrcmp(chosen, row.path) != 0)
            continue;
        const auto id = match(row.path, path);
        if (!id)
            continue;
        chosen = row.path;
        if (method == row.method)
            return {row.endpoint, row.administration, *id, {}};
        route.allow += (route.allow.isEmpty() ? "" : ", ") + QByteArray(row.method);
    }
    return route;
}

} // namespace seonchak::http

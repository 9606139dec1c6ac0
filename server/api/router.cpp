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
    Need need;
};

constexpr std::array<Row, 52> routes{{
    {"/api/v1/coupons/*/issue", "POST", Endpoint::IssueCoupon, Need::Issue},
    {"/api/v1/coupons/add", "POST", Endpoint::AddCoupons, Need::Operate},
    {"/api/v1/coupons/push", "POST", Endpoint::PushCoupons, Need::Operate},
    {"/api/v1/coupons/void", "GET", Endpoint::PlanVoid, Need::View},
    {"/api/v1/coupons/void", "POST", Endpoint::VoidUnissued, Need::Administer},
    {"/api/v1/coupons/void-chosen", "POST", Endpoint::VoidChosen, Need::Administer},
    {"/api/v1/coupons/count", "GET", Endpoint::CountCoupons, Need::View},
    {"/api/v1/coupons/existing", "POST", Endpoint::ExistingCoupons, Need::Operate},
    {"/api/v1/life", "GET", Endpoint::LifeOfCode, Need::View},
    {"/api/v1/coupons/*/life", "GET", Endpoint::CouponLife, Need::View},
    {"/api/v1/coupons", "GET", Endpoint::ListCoupons, Need::View},
    {"/api/v1/coupons/*", "GET", Endpoint::GetCoupon, Need::View},
    {"/api/v1/coupons/*", "PUT", Endpoint::EditCoupon, Need::Operate},
    {"/api/v1/coupons/*", "DELETE", Endpoint::VoidCoupon, Need::Administer},
    {"/api/v1/issuing/pause", "POST", Endpoint::PauseIssuing, Need::Operate},
    {"/api/v1/issuing/resume", "POST", Endpoint::ResumeIssuing, Need::Operate},
    {"/api/v1/users/*", "GET", Endpoint::WhyNot, Need::View},
    {"/api/v1/doubts", "GET", Endpoint::ListDoubts, Need::View},
    {"/api/v1/doubts/*/ask", "POST", Endpoint::AskDoubt, Need::Operate},
    {"/api/v1/doubts/*/issued", "POST", Endpoint::DoubtIsIssued, Need::Operate},
    {"/api/v1/doubts/*/restore", "POST", Endpoint::RestoreDoubt, Need::Operate},
    {"/api/v1/redis/foreign", "GET", Endpoint::ForeignKeys, Need::View},
    {"/api/v1/redis/foreign", "POST", Endpoint::SettleForeignKeys, Need::Administer},
    {"/api/v1/cut-acts", "GET", Endpoint::ListCutActs, Need::View},
    {"/api/v1/cut-acts/*/finish", "POST", Endpoint::FinishCutAct, Need::Operate},
    {"/api/v1/cut-acts/*/keep", "POST", Endpoint::KeepCutAct, Need::Operate},
    {"/api/v1/cut-acts/*/void", "POST", Endpoint::VoidCutAct, Need::Administer},
    {"/api/v1/acts/*/stop", "POST", Endpoint::StopAct, Need::Operate},
    {"/api/v1/jobs", "GET", Endpoint::ListJobs, Need::View},
    {"/api/v1/jobs/*", "GET", Endpoint::GetJob, Need::View},
    {"/api/v1/approvals", "GET", Endpoint::ListApprovals, Need::View},
    {"/api/v1/approvals/*/approve", "POST", Endpoint::Approve, Need::Operate},
    {"/api/v1/approvals/*/decline", "POST", Endpoint::DeclineApproval, Need::Operate},
    {"/api/v1/exports", "POST", Endpoint::RecordExport, Need::View},
    {"/api/v1/preflight", "GET", Endpoint::Preflight, Need::View},
    {"/api/v1/preflight", "POST", Endpoint::RecordPreflight, Need::Operate},
    {"/api/v1/audit", "GET", Endpoint::ListAudit, Need::View},
    {"/api/v1/webhooks", "GET", Endpoint::ListHooks, Need::View},
    {"/api/v1/webhooks/*/send", "POST", Endpoint::SendHook, Need::Operate},
    {"/api/v1/events", "GET", Endpoint::ListEvents, Need::View},
    {"/api/v1/stream", "GET", Endpoint::Stream, Need::View},
    {"/api/v1/history", "GET", Endpoint::History, Need::View},
    {"/api/v1/desk", "GET", Endpoint::Desk, Need::View},
    {"/api/v1/desk", "PUT", Endpoint::TellDesk, Need::View},
    {"/api/v1/generate", "POST", Endpoint::Generate, Need::Operate},
    {"/api/v1/status", "GET", Endpoint::Status, Need::Nothing},
    {"/api/v1/sale", "GET", Endpoint::Sale, Need::Nothing},
    {"/api/v1/sale", "PUT", Endpoint::SetSale, Need::Operate},
    {"/metrics", "GET", Endpoint::Metrics, Need::Nothing},
    {"/healthz", "GET", Endpoint::Health, Need::Nothing},
    {"/readyz", "GET", Endpoint::Ready, Need::Nothing},
    {"/openapi.json", "GET", Endpoint::OpenApi, Need::Nothing},
}};

/// The id segment if `path` matches `pattern`; empty for a literal match; nullopt if it does not match.
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

/// OPTIONS for the whole server. HAProxy sends "/" by default.
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
            plain.replace(at, 3, decoded); // never a '%': the rest is not decoded again
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
    const char *chosen = nullptr; // The first matching pattern decides, and literal ones stand first.
    for (const auto &row : routes) {
        if (chosen && qstrcmp(chosen, row.path) != 0)
            continue;
        const auto id = match(row.path, path);
        if (!id)
            continue;
        chosen = row.path;
        const bool isGet = qstrcmp(row.method, "GET") == 0;
        if (method == row.method || (isGet && method == "HEAD"))
            return {row.endpoint, row.need, isProbe(row.endpoint), *id, {}};
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

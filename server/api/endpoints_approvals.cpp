// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_tokens.h"
#include "core/wire/approval_json.h"
#include "core/wire/json_tools.h"
#include "server/api/endpoint_tools.h"
#include "server/api/endpoints.h"

#include <algorithm>

/// What needs two persons: who asked for what, and what the second says of it.
namespace seonchak::http {

namespace {

/// Who approves has to be one who may do it.
bool maySecond(const Sender &sender, Approval::Act act)
{
    const Need need = act == Approval::Act::VoidAll ? Need::Administer : Need::Operate;
    return sender.role.isEmpty() || suffices(roleFromName(sender.role), need);
}

Response secondProblem(const Error &error, const Request &request)
{
    if (error.trouble == Trouble::NotFound)
        return problem(Problem::ApprovalNotFound, request);
    if (error.trouble == Trouble::Conflict)
        return problem(Problem::ApprovalOwn, request);
    return problemOf(error, request);
}

Task<Response> listApprovals(EndpointParts &parts, const Request &request)
{
    const auto open = co_await parts.sale.administration().second().open(doerOf(request));
    co_return open ? ok(json::approvals(*open)) : problemOf(open.error(), request);
}

Task<Response> decideApproval(EndpointParts &parts, const Request &request, QByteArrayView text, bool approve)
{
    const auto id = parseId(text);
    if (!id)
        co_return problem(Problem::InvalidId, request);
    SecondPerson &second = parts.sale.administration().second();
    const Actor who = doerOf(request);
    const auto open = co_await second.open(who);
    if (!open)
        co_return problemOf(open.error(), request);
    const auto found = std::ranges::find(*open, *id, &Approval::id);
    if (found == open->end())
        co_return problem(Problem::ApprovalNotFound, request);
    if (!found->own && !maySecond(request.sender, found->act))
        co_return problem(Problem::NotPermitted, request);
    auto deciding = approve ? second.approve(who, *id) : second.decline(who, *id);
    const auto decided = co_await deciding;
    co_return decided ? ok(json::compact(json::approval(*decided))) : secondProblem(decided.error(), request);
}

} // namespace

EndpointTable approvalsEndpoints()
{
    static constexpr EndpointRow rows[] = {
        {"/api/v1/approvals", "GET", callOf<&listApprovals>, Need::View},
        {"/api/v1/approvals/*/approve", "POST", callOf<&decideApproval, true>, Need::Operate},
        {"/api/v1/approvals/*/decline", "POST", callOf<&decideApproval, false>, Need::Operate},
    };
    return rows;
}

} // namespace seonchak::http

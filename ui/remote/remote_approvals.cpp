// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/approval_json.h"
#include "ui/remote/remote_desk.h"
#include "ui/remote/remote_error.h"

/// What needs two persons, seen from an attached window.
namespace seonchak {

QCoro::Task<Result<QList<Approval>>> RemoteDesk::approvals()
{
    auto asking = look({.path = "/api/v1/approvals"});
    const auto open = co_await asking;
    co_return readGood(open, json::readApprovals);
}

QCoro::Task<Result<Approval>> RemoteDesk::decideApproval(qint64 id, QByteArray how)
{
    auto acting = act("POST", "/api/v1/approvals/" + QByteArray::number(id) + how, {}, Once::No);
    const auto decided = co_await acting;
    co_return readGood(decided, json::readApproval);
}

QCoro::Task<Result<Approval>> RemoteDesk::approve(qint64 id)
{
    return decideApproval(id, "/approve");
}

QCoro::Task<Result<Approval>> RemoteDesk::declineApproval(qint64 id)
{
    return decideApproval(id, "/decline");
}

} // namespace seonchak

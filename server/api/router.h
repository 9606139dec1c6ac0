// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "server/transport/message.h"

#include <QList>

#include <optional>

namespace seonchak::http {

enum class Endpoint {
    AddCoupons,
    PushCoupons,
    ListCoupons,
    CountCoupons,
    ExistingCoupons,
    GetCoupon,
    EditCoupon,
    IssueCoupon,
    Generate,
    Status,
    Sale,
    SetSale,
    Metrics,
    Health,
    Ready,
    OpenApi,
    PauseIssuing,
    ResumeIssuing,
    VoidCoupon,
    PlanVoid,
    VoidUnissued,
    VoidChosen,
    CouponLife,
    LifeOfCode,
    WhyNot,
    ListDoubts,
    AskDoubt,
    DoubtIsIssued,
    RestoreDoubt,
    ForeignKeys,
    SettleForeignKeys,
    ListCutActs,
    FinishCutAct,
    KeepCutAct,
    VoidCutAct,
    ListAudit,
    ListHooks,
    SendHook,
    RecordExport,
    Preflight,
    RecordPreflight,
    StopAct,
    ListJobs,
    GetJob,
    ListEvents,
    Stream,
    History,
    Desk,
    TellDesk,
    ListApprovals,
    Approve,
    DeclineApproval,
    Options, ///< of any path there is: which methods it takes
};

/// What one has to be allowed to do.
enum class Need {
    Nothing,
    Issue, ///< nothing either, unless issuing needs a token
    View,
    Operate,
    Administer,
};

/// Where a request goes. Literal paths win over those with an id in them.
struct Route
{
    std::optional<Endpoint> endpoint;
    Need need = Need::Nothing;
    bool isProbe = false; ///< what health checks ask, however they call this machine
    QByteArray id;        ///< the id segment, where the path has one
    QByteArray allow; ///< with no endpoint, and of OPTIONS: the methods the path takes; empty: no such path
};
/// `path` as routablePath() gives it. HEAD goes where GET goes.
Route findRoute(const QByteArray &method, const QByteArray &path);

/// The path with its percent-encoded unreserved characters decoded, once (RFC 3986 2.3 and 6.2.2.2). Nothing
/// where it has an encoded NUL.
std::optional<QByteArray> routablePath(const QByteArray &path);

} // namespace seonchak::http

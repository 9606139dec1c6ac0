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

/// The permission that a route requires.
enum class Need {
    Nothing,
    Issue, ///< nothing either, unless issuing requires a token
    View,
    Operate,
    Administer,
};

/// The destination of a request. Literal paths win over those with an id in them.
struct Route
{
    std::optional<Endpoint> endpoint;
    Need need = Need::Nothing;
    bool isProbe = false; ///< used by health checks, which may call this machine by any name
    QByteArray id;        ///< the id segment, if the path has one
    QByteArray allow;     ///< with no endpoint, and for OPTIONS: the path's methods; empty: no such path
};
/// `path` must come from routablePath(). HEAD is routed like GET.
Route findRoute(const QByteArray &method, const QByteArray &path);

/// The path with its percent-encoded unreserved characters decoded, once (RFC 3986 2.3 and 6.2.2.2). Nullopt
/// if it contains an encoded NUL.
std::optional<QByteArray> routablePath(const QByteArray &path);

} // namespace seonchak::http

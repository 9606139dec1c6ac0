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
    GetCoupon,
    EditCoupon,
    IssueCoupon,
    Generate,
    Status,
    Metrics,
    Health,
    Ready,
    OpenApi,
    PauseIssuing,
    ResumeIssuing,
    VoidCoupon,
    PlanVoid,
    VoidUnissued,
    CouponLife,
    WhyNot,
    ListDoubts,
    AskDoubt,
    DoubtIsIssued,
    RestoreDoubt,
    ForeignKeys,
    SettleForeignKeys,
    ListAudit,
    ListEvents,
};

/// Where a request goes. Literal paths win over those with an id in them.
struct Route
{
    std::optional<Endpoint> endpoint;
    bool administration = false;
    QByteArray id;    ///< the raw id segment, where the path has one
    QByteArray allow; ///< with no endpoint: the methods the path takes; empty: there is no such path
};
Route findRoute(const QByteArray &method, const QByteArray &path);

} // namespace seonchak::http

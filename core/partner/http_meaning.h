// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/partner/http_exchange.h"
#include "core/partner/reporting_partner.h"

/// What the partner's answers mean: the contract's table as pure functions.
namespace seonchak {

/// 2xx accepted, 409 registered already, any other 4xx refused. That includes 408, 425 and 429: each says
/// that the request was not processed. 3xx, 5xx, other numbers and broken answers leave it unknown, and so
/// does a 2xx whose body names another code or user, or claims to be JSON and is not. No connection is a
/// refusal for the coupon and a failure for the breaker.
SendReport meaningOfSend(const HttpAnswer &answer, QByteArrayView code, UserId user);

/// 200 with {"code","userId"} for this very code: held. 404: never heard of. Else unknown.
Holding meaningOfAsk(const HttpAnswer &answer, QByteArrayView code);

/// 2xx and 404: the partner surely has it no more.
bool meaningOfWithdraw(const HttpAnswer &answer);

} // namespace seonchak

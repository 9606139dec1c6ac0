// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/partner/http_exchange.h"
#include "core/partner/reporting_partner.h"

/// What the partner's answers mean: the contract's table as pure functions.
namespace seonchak {

/// A 2xx counts as accepted only where it is the partner that speaks: an empty body, plain text, or JSON
/// whose top level has exactly this code (and, where it names a user, this one), whatever its label. A page,
/// other JSON, XML, bytes and an encoding nobody asked for are somebody else's or senseless, and so unknown,
/// as 206 and above are. 409 is registered already, any other 4xx refused: 408, 425 and 429 too, for each
/// says that the request was not processed. 3xx, 5xx, other numbers and broken answers are unknown. No
/// connection is a refusal for the coupon and a failure for the breaker.
SendReport meaningOfSend(const HttpAnswer &answer, QByteArrayView code, UserId user);

/// 200 with {"code","userId"} for this very code: held. 404, whatever its body: never heard of. Else unknown.
Holding meaningOfAsk(const HttpAnswer &answer, QByteArrayView code);

/// True: the partner surely has it no more. 2xx and 404, where the partner speaks; here JSON need not echo
/// the code, it must only name no other one.
bool meaningOfWithdraw(const HttpAnswer &answer, QByteArrayView code);

} // namespace seonchak

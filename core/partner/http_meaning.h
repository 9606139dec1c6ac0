// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/partner/http_exchange.h"
#include "core/partner/reporting_partner.h"

/// The meaning of the partner's answers: the contract's table as pure functions.
namespace seonchak {

/// A 2xx counts as accepted only if it comes from the partner: an empty body, plain text, or JSON whose top
/// level has exactly this code (and, if it names a user, this one), whatever its label. A page, other JSON,
/// XML, binary data or an unrequested encoding comes from elsewhere or makes no sense, and is therefore
/// unknown, as are 206 and above. 409 means already registered, any other 4xx refused: 408, 425 and 429 too,
/// because each says that the request was not processed. 3xx, 5xx, other numbers and broken answers are
/// unknown. No connection is a refusal for the coupon and a failure for the breaker.
SendReport meaningOfSend(const HttpAnswer &answer, QByteArrayView code, UserId user);

/// 200 with {"code","userId"} for this very code: held. 404, with any body: never registered. Else unknown.
Holding meaningOfAsk(const HttpAnswer &answer, QByteArrayView code);

/// Returns true if the partner certainly does not have the code any more: 2xx and 404 from the partner. JSON
/// need not echo the code here, but must not name another one.
bool meaningOfWithdraw(const HttpAnswer &answer, QByteArrayView code);

} // namespace seonchak

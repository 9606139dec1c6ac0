// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dossier/reckoning.h"
#include "core/dossier/user_names.h"

#include <functional>

namespace seonchak {
class Session;
}

/// The book's rows as records, in bounded memory. Call all of them within one Session::snapshot(). `take`
/// returns false to end early.
namespace seonchak::dossier {

template <typename Row>
using Take = std::function<bool(const Row &)>;

Result<BookCounts> countBook(Session &session);
/// Ordered by coupon.
Result<void> eachDoubt(Session &session, const UserNames &users, const Take<DoubtRow> &take);
/// Ordered by id.
Result<void> eachCoupon(Session &session, const UserNames &users, const Take<CouponRow> &take);
/// Ordered by their last times: ordering by user would reveal who is behind the pseudonyms.
Result<void> eachRefusal(Session &session, const UserNames &users, const Take<RefusalRow> &take);
/// In the order in which they were written.
Result<void> eachAudit(Session &session, const UserNames &users, const Take<AuditEntry> &take);

} // namespace seonchak::dossier

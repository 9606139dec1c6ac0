// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QHash>
#include <QList>

#include <vector>

namespace seonchak {

class Session;

/// Queries of the identity check.
namespace book {

/// A code that the book does not have as stock.
struct NotStock
{
    enum class Why { Unknown, Staged, Issued, Void } why = Why::Unknown;
    QByteArray code;
};
/// Which of these codes are not stock: neither AVAILABLE nor in a push, or issued. Both codes of an edit
/// under way are known.
Result<QList<NotStock>> notStock(Session &session, const QList<QByteArray> &codes);

/// The codes issued to these users, by user.
Result<QHash<UserId, QByteArray>> codesOfUsers(Session &session, const std::vector<UserId> &users);

} // namespace book

} // namespace seonchak

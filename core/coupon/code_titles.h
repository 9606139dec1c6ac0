// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace seonchak {

/// How likely this is the title of a column of codes, 0…100: 쿠폰번호 and promo_code are, 번호 may be,
/// 우편번호 is not.
int codeTitleScore(QByteArrayView cell);
/// The score from which it counts as one.
inline constexpr int sureTitle = 80;

/// Whether this word is a column title in lists of coupons, of codes or of anything else: 이름, amount.
bool isColumnTitle(QByteArrayView cell);

} // namespace seonchak

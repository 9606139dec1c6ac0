// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dossier/stock_curve.h"

#include <QJsonObject>

namespace seonchak::dossier {

inline constexpr int summaryFormat = 2; ///< another one: another program made the page

/// dossier.html: one page of paper for people, in Korean and English side by side, from the summary, the
/// settings and the coupons' own times and from nothing else, so that the judge can make it again.
QByteArray pageOf(const QJsonObject &summary, const QJsonObject &settings, const StockPicture &stock);

} // namespace seonchak::dossier

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dossier/records.h"

#include <QJsonObject>

namespace seonchak::dossier {

inline constexpr int summaryFormat = 1;

/// dossier.html: one page of paper for people, in Korean and English side by side, from the summary, the
/// settings and stock.csv and from nothing else, so that the judge can make it again.
QByteArray pageOf(const QJsonObject &summary, const QJsonObject &settings, const QList<StockSecond> &stock);

} // namespace seonchak::dossier

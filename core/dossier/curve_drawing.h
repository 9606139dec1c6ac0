// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dossier/stock_curve.h"

#include <QString>

namespace seonchak::dossier {

/// The stock over time as inline SVG; empty where there is nothing to draw.
QString curveDrawing(const StockPicture &picture);

} // namespace seonchak::dossier

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace seonchak::lab {

/// Which strategy of a database's verdict (verdictsJson) was fastest, or why none is named. A fast strategy
/// that calls no store does less: the two kinds are not compared with each other.
QString fastestHtml(const QJsonObject &verdict);

} // namespace seonchak::lab

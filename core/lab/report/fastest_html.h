// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace seonchak::lab {

/// The fastest strategy of a database's verdict (verdictsJson), or why none is named. Strategies that do not
/// call the partner do less work: the two kinds are not compared.
QString fastestHtml(const QJsonObject &verdict);

} // namespace seonchak::lab

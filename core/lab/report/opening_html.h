// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

namespace seonchak::lab {

/// The openings of the runs on one database, and the first second in milliseconds; empty if the runs had no
/// opening.
QString openingsHtml(const QJsonArray &runs, const QString &database);

} // namespace seonchak::lab

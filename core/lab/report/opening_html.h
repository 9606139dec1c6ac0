// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

namespace seonchak::lab {

/// How the runs on one database opened, and the first second in milliseconds; empty where they aimed at no
/// opening.
QString openingsHtml(const QJsonArray &runs, const QString &database);

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace seonchak::lab {

/// One page made only from report.json: no network, no script; the reader switches between Korean and English
/// with two buttons in CSS. The verdict comes first. Values that were not measured are marked as such.
QByteArray reportHtml(const QJsonObject &report);

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace seonchak::lab {

/// One page made of report.json alone: no network, no script; the reader chooses Korean or English with two
/// buttons made of CSS. The verdict comes first. What was not measured says so.
QByteArray reportHtml(const QJsonObject &report);

} // namespace seonchak::lab

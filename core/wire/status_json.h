// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/watch/status.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace seonchak::json {

QByteArray status(const Status &status);
QJsonArray outages(const std::vector<Outage> &all);
QByteArray foreign(const std::optional<ForeignFound> &found);

/// Reads a server's status. `latencyCounts` stays empty: `lastLatency` replaces it.
Result<Status> readStatus(const QByteArray &text);
std::optional<ForeignFound> readForeign(const QJsonValue &value);
Result<std::optional<ForeignFound>> readForeign(const QByteArray &text);

} // namespace seonchak::json

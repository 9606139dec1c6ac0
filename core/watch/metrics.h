// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace seonchak {

struct Status;

/// The status in the Prometheus text format. Thread-safe.
QByteArray metricsText(const Status &status);

} // namespace seonchak

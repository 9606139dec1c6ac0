// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>
#include <QString>

namespace seonchak {

/// Writes a file completely or not at all: the previous content stays until the new one is complete.
/// Unavailable: it could not be written.
Result<void> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace seonchak

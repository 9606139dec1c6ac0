// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>
#include <QDir>
#include <QStringList>

#include <stop_token>

/// SHA256SUMS, which `sha256sum -c` understands, over every file of a folder.
namespace seonchak {

/// The SHA-256 of a file's content in hexadecimal digits.
Result<QByteArray> hashOf(const QString &path);

Result<void> writeSums(const QDir &dir);
/// Differences from what was written, each in one English sentence, including files that SHA256SUMS does not
/// list. `whole`: one word for the folder's kind. If stopped, returns what it has found so far.
QStringList checkSums(const QDir &dir, const QString &whole, const std::stop_token &stop);

} // namespace seonchak

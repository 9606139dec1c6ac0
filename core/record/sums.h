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
/// What is not as it was written, each in one English sentence; a file that SHA256SUMS does not name as well.
/// `whole`: what the folder is, in a word. Stopped, it gives what it has found by then.
QStringList checkSums(const QDir &dir, const QString &whole, const std::stop_token &stop);

} // namespace seonchak

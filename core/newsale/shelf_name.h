// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"

#include <QString>

namespace seonchak::newsale {

/// PostgreSQL's limit for the name of a schema; file systems allow more.
constexpr qsizetype nameBytesMost = 63;

/// The canonical name of an old book (NFC): letters and digits of any script, and - _ . between them.
/// BadInput says what is wrong with it.
Result<QString> shelfName(const QString &given);
/// A suggested name: the sale's, with the date.
QString proposedShelfName(const QString &sale, WallMs at);

/// SQLite: the file of an old book. The folder `books` is beside the current book's file.
QString shelfFile(const DatabaseUrl &url, const QString &name);
/// The old book's URL for --book, without a password.
DatabaseUrl shelfUrl(const DatabaseUrl &url, const QString &name);

/// Whether two names refer to the same file.
bool isSameFile(const QString &one, const QString &other);

} // namespace seonchak::newsale

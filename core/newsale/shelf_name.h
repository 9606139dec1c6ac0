// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"

#include <QString>

namespace seonchak::newsale {

/// PostgreSQL takes no longer name of a schema; file systems take more.
constexpr qsizetype nameBytesMost = 63;

/// The name of an old book in its one form (NFC): letters and digits of any script, and - _ . between them.
/// BadInput says what is wrong with it.
Result<QString> shelfName(const QString &given);
/// A name that a person would choose: the sale's, with the day.
QString proposedShelfName(const QString &sale, WallMs at);

/// SQLite: the file of an old book. The folder `books` lies beside the file of the current one.
QString shelfFile(const DatabaseUrl &url, const QString &name);
/// The old book, as --book takes it, without a password.
DatabaseUrl shelfUrl(const DatabaseUrl &url, const QString &name);

/// Two names of one file.
bool isSameFile(const QString &one, const QString &other);

} // namespace seonchak::newsale

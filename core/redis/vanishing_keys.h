// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/keys.h"
#include "core/redis/reply.h"

#include <qcoro/qcorotask.h>

#include <QString>

namespace seonchak {

class RedisConnection;

struct VanishingKeys
{
    QString why; ///< empty: they do not vanish
};
/// Whether our keys may vanish from this Redis: it may evict them, it stores nothing on disk, or they expire.
/// Settings that the server hides are not judged.
QCoro::Task<Result<VanishingKeys>> whyKeysMayVanish(RedisConnection &redis, Keys keys);

/// The value of a line "name:value" in an INFO answer; empty if there is none.
QByteArray infoValue(const QByteArray &info, const QByteArray &name);

} // namespace seonchak

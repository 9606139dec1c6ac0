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
    QString why; ///< empty: they stay
};
/// Whether keys of ours may vanish from this Redis: it may evict them, it keeps nothing on disk, or they
/// expire. What the server does not let us see is not judged.
QCoro::Task<Result<VanishingKeys>> whyKeysMayVanish(RedisConnection &redis, Keys keys);

/// A line "name:value" of an INFO answer; empty where there is none.
QByteArray infoValue(const QByteArray &info, const QByteArray &name);

} // namespace seonchak

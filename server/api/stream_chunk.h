// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace seonchak::http {

/// What all streams get at one time. Created once and shared.
struct StreamChunk
{
    enum class Kind {
        Reading, ///< superseded by the next reading
        Entries, ///< with a serial above `from`, up to `to`
        Other,   ///< each must be sent
    } kind = Kind::Reading;
    QByteArray bytes;
    quint64 from = 0;
    quint64 to = 0; ///< the newest serial, also for a reading
};

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace seonchak::http {

/// What all streams get at one time. Made once, shared by all of them.
struct StreamChunk
{
    enum class Kind {
        Reading, ///< worthless as soon as the next one is there
        Entries, ///< with a serial above `from`, up to `to`
        Other,   ///< each is worth sending
    } kind = Kind::Reading;
    QByteArray bytes;
    quint64 from = 0;
    quint64 to = 0; ///< the newest serial, also of a reading
};

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace seonchak {

/// One reservation as stored in the pending hash, under the user's id: "number:started:state:due:code". The
/// code comes last because it may contain colons. The scripts read and write the same format;
/// tst_pending_entry compares their patterns.
struct PendingEntry
{
    qint64 number = 0;
    qint64 started = 0; ///< ms by Redis' clock
    bool doubt = false; ///< state D, else R
    qint64 due = 0;     ///< when a settler may claim it, ms by Redis' clock
    QByteArray code;

    /// Nullopt if the text is no reservation.
    static std::optional<PendingEntry> parse(const QByteArray &text);
    [[nodiscard]] QByteArray toText() const;

    bool operator==(const PendingEntry &) const = default;
};

} // namespace seonchak

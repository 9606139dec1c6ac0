// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace seonchak {

/// One reservation as it stands in the pending hash, under the user's id: "number:started:state:due:code".
/// The code comes last because it may have colons. The scripts write the same.
struct PendingEntry
{
    qint64 number = 0;
    qint64 started = 0; ///< ms by Redis' clock
    bool doubt = false; ///< state D, else R
    qint64 due = 0;     ///< when a settler may take it up, ms by Redis' clock
    QByteArray code;

    /// Nothing where the text is no reservation.
    static std::optional<PendingEntry> parse(const QByteArray &text);
    [[nodiscard]] QByteArray toText() const;

    bool operator==(const PendingEntry &) const = default;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/desk_presence.h"

namespace seonchak {

/// The windows elsewhere that are attached to the server which this program hosts, as its own window sees
/// them. Asked on the GUI thread; answers at once.
class DeskCompany
{
public:
    virtual ~DeskCompany() = default;
    [[nodiscard]] virtual DesksPresent others() const = 0;
    /// The doubts that are selected in the window here, for the others to mark.
    virtual void tellOpened(const QList<qint64> &doubts) = 0;
};

} // namespace seonchak

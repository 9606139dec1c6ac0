// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// What to do about a reservation whose outcome is unknown.
enum class DoubtOrder {
    Ask,           ///< ask the partner, and settle by its answer
    DeclareIssued, ///< a person knows that the partner issued it to this user
    Restore,       ///< withdraw it at the partner, then return it to the stock
};

} // namespace seonchak

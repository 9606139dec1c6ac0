// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/sale_view.h"

#include <array>

namespace seonchak {

const char *saleStateName(SaleView::State state)
{
    static constexpr std::array names{"preparing", "planned", "open", "paused", "sold-out", "closed"};
    return names.at(std::size_t(state));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/first_doer.h"

#include "ui/port/desk_port.h"

#include <algorithm>

namespace seonchak {

QCoro::Task<std::optional<AuditEntry>> firstDoer(DeskPort &port, FirstDoer wanted)
{
    AuditFilter filter;
    filter.text = wanted.about;
    filter.from = wanted.since;
    auto asked = port.audit(filter);
    const auto page = co_await asked;
    if (!page)
        co_return std::nullopt;
    const auto fits = [&wanted](const AuditEntry &entry) {
        const bool isAbout =
            entry.detail == wanted.about || entry.detail.startsWith(wanted.about + QLatin1Char(','));
        return isAbout && wanted.actions.contains(entry.action) && entry.result.startsWith(wanted.result);
    };
    const auto found = std::ranges::find_if(page->items, fits);
    co_return found == page->items.end() ? std::nullopt : std::optional<AuditEntry>(*found);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/beginning_lookup.h"

#include "core/database/engine/sql_pool.h"

namespace seonchak {

Task<Result<book::Beginning>> BeginningLookup::ask()
{
    if (m_begun)
        co_return book::Beginning::Begun;
    const Answer answer;
    m_waiting.push_back(answer);
    if (!m_reading)
        readForAll();
    co_return co_await answer;
}

Task<> BeginningLookup::readForAll()
{
    m_reading = true;
    while (!m_waiting.empty()) {
        const auto askers = std::exchange(m_waiting, {});
        std::function<Result<book::Beginning>(Session &)> read = [](Session &session) {
            return book::beginning(session);
        };
        const auto found = co_await m_pool.run<book::Beginning>(std::move(read));
        m_begun = m_begun || (found && *found == book::Beginning::Begun);
        for (const Answer &asker : askers)
            asker.deliver(found);
    }
    m_reading = false;
}

} // namespace seonchak

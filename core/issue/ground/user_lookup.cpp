// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/user_lookup.h"

#include "core/database/book/coupon_book.h"
#include "core/database/engine/sql_pool.h"

namespace seonchak {

namespace {
using Found = QHash<UserId, Coupon>;

/// Limits how long one read delays the other users of its thread.
constexpr std::size_t mostInOneRead = 1000;
} // namespace

Task<Result<std::optional<Coupon>>> UserLookup::couponOf(UserId user)
{
    const Promised<Result<std::optional<Coupon>>> answer;
    m_waiting.push_back({user, answer});
    if (!m_reading)
        readForAll();
    co_return co_await answer;
}

Task<> UserLookup::readForAll()
{
    m_reading = true;
    while (!m_waiting.empty()) {
        const auto end =
            m_waiting.begin() + static_cast<std::ptrdiff_t>(std::min(m_waiting.size(), mostInOneRead));
        const std::vector<Asker> askers(m_waiting.begin(), end);
        m_waiting.erase(m_waiting.begin(), end);
        std::vector<UserId> users;
        for (const Asker &asker : askers)
            users.push_back(asker.user);
        std::function<Result<Found>(Session &)> read = [users](Session &session) {
            return book::byUsers(session, users);
        };
        const auto found = co_await m_pool.run<Found>(std::move(read));
        for (const Asker &asker : askers) {
            if (!found)
                asker.answer.deliver(std::unexpected(found.error()));
            else if (const auto theirs = found->constFind(asker.user); theirs != found->cend())
                asker.answer.deliver(std::optional(*theirs));
            else
                asker.answer.deliver(std::optional<Coupon>());
        }
    }
    m_reading = false;
}

} // namespace seonchak

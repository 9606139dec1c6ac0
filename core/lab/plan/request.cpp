// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/plan/request.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <random>

namespace seonchak::lab {

namespace {

constexpr std::array names{"UNSENT",   "NO_ANSWER", "ISSUED",      "ALREADY",     "SOLD_OUT", "STORE_FAILED",
                           "IN_DOUBT", "CONFLICT",  "IN_PROGRESS", "UNAVAILABLE", "OTHER",    "TOO_EARLY"};

} // namespace

const char *fateName(Fate fate)
{
    return names[std::size_t(fate)];
}

std::optional<Fate> fateFromName(QByteArrayView name)
{
    const auto found = std::ranges::find_if(names, [name](const char *one) { return name == one; });
    return found == names.end() ? std::nullopt : std::optional<Fate>(Fate(found - names.begin()));
}

std::vector<Request> planRequests(qint64 requests, qint64 users, double rate, quint64 seed)
{
    // Uses mt19937_64 and our own shuffle: std::shuffle does not guarantee the same result on every machine.
    std::mt19937_64 random(seed);
    std::vector<UserId> order(std::size_t(std::max<qint64>(users, 0)));
    std::iota(order.begin(), order.end(), 1);
    std::vector<Request> plan;
    plan.reserve(std::size_t(requests));
    for (qint64 i = 0; i < requests; ++i) {
        const auto place = std::size_t(i % users);
        if (place == 0) {
            for (std::size_t last = order.size() - 1; last > 0; --last)
                std::swap(order[last], order[std::size_t(random() % (last + 1))]);
        }
        Request request;
        request.user = order[place];
        request.scheduled = rate > 0 ? qint64(double(i) * 1e9 / rate) : 0;
        plan.push_back(std::move(request));
    }
    return plan;
}

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <utility>
#include <vector>

namespace seonchak {

/// One kind of call to Redis, batched over many requests. A request that arrives while a call is under way
/// joins the next one: batches grow with the load by themselves, and each worker has at most one call of a
/// kind pending at Redis, however many clients it has. The lists of requests use the same memory again and
/// again. Used on one thread.
template <typename Asked>
class CallStage
{
public:
    void add(Asked asked) { m_waiting.push_back(std::move(asked)); }
    [[nodiscard]] bool isDue() const { return !m_isUnderWay && !m_waiting.empty(); }

    /// Starts the next call: the first waiting request and all with the same `keyOf`, at most `most`. Call it
    /// only if isDue(); call ended() when the answer has arrived.
    template <typename KeyOf>
    std::vector<Asked> begin(std::size_t most, const KeyOf &keyOf)
    {
        m_isUnderWay = true;
        const auto key = keyOf(m_waiting.front());
        const auto belongs = [&](const Asked &one) { return keyOf(one) == key; };
        if (m_waiting.size() <= most && std::ranges::all_of(m_waiting, belongs))
            return std::exchange(m_waiting, std::move(m_spare));
        std::vector<Asked> call;
        std::vector<Asked> rest;
        for (Asked &one : m_waiting)
            (call.size() < most && belongs(one) ? call : rest).push_back(std::move(one));
        m_waiting = std::move(rest);
        return call;
    }

    /// Returns true if other requests are waiting already.
    bool ended()
    {
        m_isUnderWay = false;
        return !m_waiting.empty();
    }

    /// Takes back the list of a call whose requests have been answered.
    void reuse(std::vector<Asked> call)
    {
        call.clear();
        if (call.capacity() <= mostSpare)
            m_spare = std::move(call);
    }

private:
    static constexpr std::size_t mostSpare = 1024;

    std::vector<Asked> m_waiting;
    std::vector<Asked> m_spare; ///< empty, for the requests after the next call
    bool m_isUnderWay = false;
};

} // namespace seonchak

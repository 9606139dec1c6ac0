// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>

namespace seonchak {

/// The calling thread's number: 0 for the first thread that asks, and so on.
inline std::size_t threadNumber()
{
    static std::atomic<std::size_t> next{0};
    thread_local const std::size_t number = next.fetch_add(1, std::memory_order_relaxed);
    return number;
}

/// Copies of a T on cache lines of their own, so that threads which write all the time do not wait for each
/// other's cache. Two threads may get the same copy: T has to be thread-safe. Whoever reads adds the copies
/// up.
template <typename T, std::size_t copyCount = 8>
class PerThread
{
    static constexpr std::size_t cacheLine = 64;
    struct alignas(cacheLine) Copy
    {
        T value{};
    };

public:
    static constexpr std::size_t copies = copyCount;

    [[nodiscard]] T &mine() { return m_copies[threadNumber() % copies].value; }
    /// The sum of what `part` returns for each copy.
    template <typename Part>
    [[nodiscard]] auto sum(Part part) const
    {
        decltype(part(m_copies[0].value)) sum{};
        for (const Copy &copy : m_copies)
            sum += part(copy.value);
        return sum;
    }
    template <typename Use>
    void forEach(Use use)
    {
        for (Copy &copy : m_copies)
            use(copy.value);
    }

private:
    std::array<Copy, copies> m_copies{};
};

} // namespace seonchak

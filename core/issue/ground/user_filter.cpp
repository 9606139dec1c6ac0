// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/user_filter.h"

#include <algorithm>
#include <bit>

namespace seonchak {

namespace {

constexpr std::size_t bitsPerUser = 16;
constexpr std::size_t wordBits = 64;
constexpr int probes = 4;

/// Spreads neighbouring numbers over all bits: the finalizer of SplitMix64 (G. Steele, D. Lea, C. Flood: Fast
/// Splittable Pseudorandom Number Generators, OOPSLA 2014).
constexpr quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31U);
}

/// Calls `use` with the word and the bit of each probe until it returns false. Two halves of one hash make
/// them all (A. Kirsch, M. Mitzenmacher: Less Hashing, Same Performance, ESA 2006).
template <typename Use>
bool eachProbe(UserId user, std::size_t words, const Use &use)
{
    const quint64 first = mixed(quint64(user));
    const quint64 step = mixed(first) | 1U;
    for (int probe = 0; probe < probes; ++probe) {
        const quint64 at = (first + quint64(probe) * step) & (words * wordBits - 1);
        if (!use(std::size_t(at / wordBits), quint64(1) << (at % wordBits)))
            return false;
    }
    return true;
}

} // namespace

UserFilter::UserFilter(std::size_t users)
    : m_words(std::bit_ceil(std::max<std::size_t>(users * bitsPerUser / wordBits, 1)))
{
}

void UserFilter::add(UserId user)
{
    eachProbe(user, m_words.size(), [this](std::size_t word, quint64 bit) {
        m_words[word] |= bit;
        return true;
    });
}

bool UserFilter::mayHave(UserId user) const
{
    return eachProbe(user, m_words.size(),
                     [this](std::size_t word, quint64 bit) { return (m_words[word] & bit) != 0; });
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/mock_memory.h"

namespace seonchak {

namespace {

/// splitmix64 by Sebastiano Vigna (2015, public domain, https://prng.di.unimi.it/splitmix64.c): the index-th
/// output of the generator seeded with `seed`, computed directly because its state is only a counter.
quint64 splitmix64(quint64 seed, quint64 index)
{
    quint64 z = seed + (index + 1) * 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// A uniform number in [0, 1) from the upper 53 bits.
double unit(quint64 bits)
{
    return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

QByteArray callName(const QByteArray &key, const QByteArray &code)
{
    return key + '\n' + code;
}

} // namespace

Fate fateOf(MockRates rates, quint64 seed, quint64 n)
{
    // The seed is mixed first: seeds that differ by the generator's own step would otherwise give shifted
    // sequences.
    const quint64 mixed = splitmix64(seed, 0);
    if (unit(splitmix64(mixed, 3 * n)) < rates.failure)
        return Fate::Refuse;
    if (unit(splitmix64(mixed, 3 * n + 1)) >= rates.unknown)
        return Fate::Accept;
    return splitmix64(mixed, 3 * n + 2) >> 63 ? Fate::LoseAfterActing : Fate::LoseBeforeActing;
}

MockMemory::MockMemory(MockRates rates, quint64 seed, Bounds bounds)
    : m_rates(rates)
    , m_seed(seed)
    , m_bounds(bounds)
{
    m_held.reserve(qsizetype(bounds.accepted)); // Else it is hashed again and again while a sale runs.
}

SendOutcome MockMemory::send(const QByteArray &code, UserId user, const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    const Fate fate = fateOf(m_rates, m_seed, m_sends++);
    if (const auto known = m_held.find(code); known != m_held.end())
        return settledBefore(*known, code, user, key);
    if (!key.isEmpty() && !m_refused.isEmpty() && m_refused.contains(callName(key, code)))
        return SendOutcome::Refused;

    switch (fate) {
    case Fate::Accept:
        remember(code, Entry{user, key, 0, false});
        return SendOutcome::Accepted;
    case Fate::Refuse:
        if (!key.isEmpty())
            rememberRefusal(callName(key, code));
        return SendOutcome::Refused;
    case Fate::LoseAfterActing:
        remember(code, Entry{user, key, 0, true});
        return SendOutcome::Unknown;
    case Fate::LoseBeforeActing:
        break;
    }
    return SendOutcome::Unknown;
}

Holding MockMemory::ask(const QByteArray &code)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_held.find(code);
    if (known == m_held.end())
        return {Holding::Kind::NeverHeard, 0};
    const UserId holder = known->user;
    settle(code, *known);
    return {Holding::Kind::Held, holder};
}

void MockMemory::withdraw(const QByteArray &code)
{
    const std::lock_guard lock(m_mutex);
    m_held.remove(code);
}

SendOutcome MockMemory::settledBefore(Entry &entry, const QByteArray &code, UserId user,
                                      const QByteArray &key)
{
    if (key.isEmpty() || entry.key != key || entry.user != user)
        return SendOutcome::AlreadyRegistered;
    settle(code, entry);
    return SendOutcome::Accepted;
}

void MockMemory::remember(const QByteArray &code, Entry entry)
{
    entry.serial = ++m_serial;
    auto &ages = entry.doubtful ? m_doubtful : m_accepted;
    ages.push_back({entry.serial, code});
    const std::size_t most = entry.doubtful ? m_bounds.doubtful : m_bounds.accepted;
    m_held.insert(code, std::move(entry));
    trim(ages, most);
}

void MockMemory::settle(const QByteArray &code, Entry &entry)
{
    if (!entry.doubtful)
        return;
    entry.doubtful = false;
    entry.serial = ++m_serial;
    m_accepted.push_back({entry.serial, code});
    trim(m_accepted, m_bounds.accepted); // last: it may remove this very entry
}

void MockMemory::rememberRefusal(const QByteArray &call)
{
    m_refused.insert(call);
    m_refusedAges.push_back(call);
    if (m_refusedAges.size() > m_bounds.refused) {
        m_refused.remove(m_refusedAges.front());
        m_refusedAges.pop_front();
    }
}

/// Entries that were withdrawn or settled leave their age behind; ages count until they reach the front,
/// which keeps the queue itself bounded.
void MockMemory::trim(std::deque<Age> &ages, std::size_t most)
{
    while (ages.size() > most) {
        const auto known = m_held.find(ages.front().code);
        if (known != m_held.end() && known->serial == ages.front().serial)
            m_held.erase(known);
        ages.pop_front();
    }
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/partner/partner.h"

#include <QHash>
#include <QSet>

#include <cstddef>
#include <deque>
#include <mutex>

/// The mock partner's memory: what a real partner would keep on its side.
namespace seonchak {

struct MockRates
{
    double failure = 0.1; ///< share of sends refused, 0…1
    double unknown = 0;   ///< share of the sends not refused whose answer is lost, 0…1
};

/// What the mock does with one send.
enum class Fate { Accept, Refuse, LoseAfterActing, LoseBeforeActing };

/// The fate of the n-th send (from 0): a pure function, so that a run is reproducible.
Fate fateOf(MockRates rates, quint64 seed, quint64 n);

/// One per process, shared by the MockPartners of all threads. Thread-safe; never blocks longer than a hash
/// lookup.
class MockMemory
{
public:
    /// How much is remembered; the oldest is forgotten first.
    struct Bounds
    {
        std::size_t accepted = 200'000;
        /// Sends carried out without an answer: kept separately until asked, withdrawn or accepted again, so
        /// that a busy sale cannot displace what a settler must still ask about.
        std::size_t doubtful = 200'000;
        std::size_t refused = 20'000;
    };

    MockMemory(MockRates rates, quint64 seed)
        : MockMemory(rates, seed, Bounds())
    {
    }
    MockMemory(MockRates rates, quint64 seed, Bounds bounds);

    /// Every call takes the next fate. A repeated send (same key and code) gets its earlier result, whatever
    /// that fate says. An empty key means a new call each time.
    SendOutcome send(const QByteArray &code, UserId user, const QByteArray &key);
    Holding ask(const QByteArray &code);
    void withdraw(const QByteArray &code);

private:
    struct Entry
    {
        UserId user = 0;
        QByteArray key;
        quint64 serial = 0; ///< distinguishes this entry from an earlier one with the same code
        bool doubtful = false;
    };
    struct Age
    {
        quint64 serial = 0;
        QByteArray code;
    };

    SendOutcome settledBefore(Entry &entry, const QByteArray &code, UserId user, const QByteArray &key);
    void remember(const QByteArray &code, Entry entry);
    void settle(const QByteArray &code, Entry &entry);
    void rememberRefusal(const QByteArray &call);
    void trim(std::deque<Age> &ages, std::size_t most);

    const MockRates m_rates;
    const quint64 m_seed;
    const Bounds m_bounds;

    std::mutex m_mutex;
    quint64 m_sends = 0;
    quint64 m_serial = 0;
    QHash<QByteArray, Entry> m_held;
    std::deque<Age> m_accepted;
    std::deque<Age> m_doubtful;
    QSet<QByteArray> m_refused;
    std::deque<QByteArray> m_refusedAges;
};

} // namespace seonchak

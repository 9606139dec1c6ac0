// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QString>

#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <vector>

namespace seonchak {

/// Why nothing can be issued now: the common source of /readyz, the status, the metrics, the log and the
/// banner.
struct Outage
{
    enum class Service { Redis, Database };
    /// What a person can do about it.
    enum class Cure {
        Reach,    ///< unreachable, or not running yet: start it, repair the route to it
        Permit,   ///< a password or a permission is missing
        Writable, ///< read-only: a replica, a standby, a read-only file
        Room,     ///< no memory, no disk
        Replicas, ///< too few replicas are connected
        Unlock,   ///< another program holds a lock
        Content,  ///< a key or a table is missing or invalid
        Other,    ///< only the server's message explains it
    };
    Service service = Service::Redis;
    Cure cure = Cure::Other;
    QString words;    ///< the server's own message
    WallMs since = 0; ///< of this outage, even if the message has changed

    [[nodiscard]] QString serviceName() const; ///< "redis", "database"
    [[nodiscard]] QString cureName() const;    ///< "reach", "permit", …
    /// "Redis: OOM command not allowed …", for the log and for problem details.
    [[nodiscard]] QString sentence() const;

    static Cure cureOf(const QString &words);
};

/// The current outages, at most one per service. Thread-safe.
class Outages
{
public:
    /// Returns true if this is a change: a new outage or a different reason.
    bool report(Outage::Service service, const QString &words, WallMs now);
    /// The outage that has ended; nullopt if there was none.
    std::optional<Outage> clear(Outage::Service service);

    [[nodiscard]] std::vector<Outage> current() const;
    /// Takes no lock: each request asks.
    [[nodiscard]] bool has(Outage::Service service) const
    {
        return m_present[std::size_t(service)].load(std::memory_order_acquire);
    }

private:
    mutable std::mutex m_mutex;
    std::array<std::optional<Outage>, 2> m_outages;
    std::array<std::atomic<bool>, 2> m_present{}; ///< changes with m_outages
};

} // namespace seonchak

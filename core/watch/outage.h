// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QString>

#include <array>
#include <mutex>
#include <optional>
#include <vector>

namespace seonchak {

/// Why nothing can be issued now: the one fact behind /readyz, the status, the metrics, the log and the
/// banner.
struct Outage
{
    enum class Service { Redis, Database };
    /// What a person can do about it.
    enum class Cure {
        Reach,    ///< it is not there, or not yet: start it, mend the way to it
        Permit,   ///< a password or a permission is missing
        Writable, ///< it only reads: a replica, a standby, a read-only file
        Room,     ///< no memory, no disk
        Replicas, ///< too few replicas follow it
        Unlock,   ///< another program holds it
        Content,  ///< a key or a table is missing, or not what it should be
        Other,    ///< only the server's words tell
    };
    Service service = Service::Redis;
    Cure cure = Cure::Other;
    QString words;    ///< the server's own
    WallMs since = 0; ///< of this service, whatever the words were before

    [[nodiscard]] QString serviceName() const; ///< "redis", "database"
    [[nodiscard]] QString cureName() const;    ///< "reach", "permit", …
    /// "Redis: OOM command not allowed …", for the log and for problem details.
    [[nodiscard]] QString sentence() const;

    static Cure cureOf(const QString &words);
};

/// The outages of now, at most one per service. Thread-safe.
class Outages
{
public:
    /// True where this is news: another reason than before, or none before.
    bool report(Outage::Service service, const QString &words, WallMs now);
    /// The outage that is over; nothing where there was none.
    std::optional<Outage> clear(Outage::Service service);

    [[nodiscard]] std::vector<Outage> current() const;
    [[nodiscard]] bool has(Outage::Service service) const;

private:
    mutable std::mutex m_mutex;
    std::array<std::optional<Outage>, 2> m_outages;
};

} // namespace seonchak

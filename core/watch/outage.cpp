// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/outage.h"

namespace seonchak {

namespace {

using Cure = Outage::Cure;

struct Sign
{
    const char *words;
    Cure cure;
};

// The first match counts. Redis: the error codes of its replies. The database: messages of PostgreSQL, libpq,
// SQLite and ours (core/database/engine/sql_error.cpp).
constexpr std::array signs{
    Sign{"NOPERM", Cure::Permit},
    Sign{"can't run this command", Cure::Permit}, // of a script: Redis 7
    Sign{"ACL failure", Cure::Permit},            // of a script: Redis 8
    Sign{"NOAUTH", Cure::Permit},
    Sign{"WRONGPASS", Cure::Permit},
    Sign{"invalid password", Cure::Permit},
    Sign{"password", Cure::Permit},
    Sign{"permission denied", Cure::Permit},
    Sign{"no pg_hba.conf entry", Cure::Permit},
    Sign{"access is denied", Cure::Permit},
    Sign{"READONLY", Cure::Writable},
    Sign{"read-only", Cure::Writable},
    Sign{"readonly", Cure::Writable},
    Sign{"OOM", Cure::Room},
    Sign{"MISCONF", Cure::Room},
    Sign{"disk is full", Cure::Room},
    Sign{"No space left", Cure::Room},
    Sign{"disk failed", Cure::Room},
    Sign{"NOREPLICAS", Cure::Replicas},
    Sign{"WRONGTYPE", Cure::Content},
    Sign{"schema is not there", Cure::Content},
    Sign{"does not exist", Cure::Content},
    Sign{"holds the database's lock", Cure::Unlock},
    Sign{"lock timeout", Cure::Unlock},
    Sign{"BUSY", Cure::Unlock},
    Sign{"LOADING", Cure::Reach},
    Sign{"CLUSTERDOWN", Cure::Reach},
    Sign{"MASTERDOWN", Cure::Reach},
    Sign{"connect", Cure::Reach},
    Sign{"Connection", Cure::Reach},
    Sign{"closed", Cure::Reach},
    Sign{"no answer", Cure::Reach},
    Sign{"not answered", Cure::Reach},
    Sign{"No such file", Cure::Reach},
    Sign{"was not found", Cure::Reach},
    Sign{"not resolved", Cure::Reach},
    Sign{"no Sentinel", Cure::Reach},
};

} // namespace

QString Outage::serviceName() const
{
    return service == Service::Redis ? QStringLiteral("redis") : QStringLiteral("database");
}

QString Outage::cureName() const
{
    static constexpr std::array names{"reach",    "permit", "writable", "room",
                                      "replicas", "unlock", "content",  "other"};
    return QString::fromLatin1(names[std::size_t(cure)]);
}

QString Outage::sentence() const
{
    return (service == Service::Redis ? QStringLiteral("Redis: ") : QStringLiteral("the database: ")) + words;
}

Outage::Cure Outage::cureOf(const QString &words)
{
    for (const Sign &sign : signs) {
        if (words.contains(QLatin1String(sign.words)))
            return sign.cure;
    }
    return Cure::Other;
}

bool Outages::report(Outage::Service service, const QString &words, WallMs now)
{
    const std::lock_guard lock(m_mutex);
    auto &outage = m_outages[std::size_t(service)];
    if (outage && outage->words == words)
        return false;
    const WallMs since = outage ? outage->since : now;
    outage = Outage{service, Outage::cureOf(words), words, since};
    m_present[std::size_t(service)].store(true, std::memory_order_release);
    return true;
}

std::optional<Outage> Outages::clear(Outage::Service service)
{
    const std::lock_guard lock(m_mutex);
    m_present[std::size_t(service)].store(false, std::memory_order_release);
    return std::exchange(m_outages[std::size_t(service)], std::nullopt);
}

std::vector<Outage> Outages::current() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Outage> all;
    for (const auto &outage : m_outages) {
        if (outage)
            all.push_back(*outage);
    }
    return all;
}

} // namespace seonchak

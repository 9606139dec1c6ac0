// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/owned_thread.h"
#include "core/lab/partner/partner_memory.h"

#include <memory>

namespace seonchak {
class PartnerServer;
}

namespace seonchak::lab {

/// The lab's own partner: a PartnerServer on its own thread, which outlives the server under test, so that
/// its records can be compared with the book. Used from other threads than its own.
class OwnPartner
{
public:
    /// `first` applies to the first registration, all later ones are accepted.
    explicit OwnPartner(PartnerBehaviour::Mode first);
    ~OwnPartner();
    OwnPartner(const OwnPartner &) = delete;
    OwnPartner &operator=(const OwnPartner &) = delete;

    /// The server's --store option.
    [[nodiscard]] QString url() const { return m_url; }
    /// Which code it has for which user, now.
    [[nodiscard]] QHash<QByteArray, UserId> held();

private:
    OwnedThread m_thread;
    std::unique_ptr<PartnerServer> m_server; ///< created and destroyed on the thread
    QString m_url;
};

} // namespace seonchak::lab

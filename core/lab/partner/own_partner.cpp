// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/partner/own_partner.h"

#include "core/lab/partner/partner_server.h"

namespace seonchak::lab {

OwnPartner::OwnPartner(PartnerBehaviour::Mode first)
    : m_thread(QStringLiteral("own-partner"))
{
    m_thread.call([this, first] {
        m_server = std::make_unique<PartnerServer>();
        PartnerBehaviour behaviour;
        behaviour.mode = first;
        behaviour.times = 1;
        m_server->behave(behaviour);
        (void)m_server->listen(); // Without a port nothing reaches it, and the server under test says so.
        m_url = m_server->url().toString();
    });
}

OwnPartner::~OwnPartner()
{
    m_thread.call([this] { m_server.reset(); });
}

QHash<QByteArray, UserId> OwnPartner::held()
{
    QHash<QByteArray, UserId> users;
    m_thread.call([this, &users] {
        const auto &held = m_server->memory().held();
        for (auto it = held.cbegin(); it != held.cend(); ++it)
            users.insert(it.key(), it->user);
    });
    return users;
}

} // namespace seonchak::lab

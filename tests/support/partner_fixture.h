// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/partner/partner_server.h"
#include "core/partner/http_partner.h"

#include <memory>

Q_DECLARE_METATYPE(seonchak::SendOutcome)
Q_DECLARE_METATYPE(seonchak::Sign)
Q_DECLARE_METATYPE(seonchak::Holding::Kind)
Q_DECLARE_METATYPE(seonchak::PartnerBehaviour::Mode)

namespace seonchak {

inline HttpPartnerOptions optionsFor(const QUrl &url, int timeoutMs = 10'000)
{
    HttpPartnerOptions options;
    options.url = url;
    options.timeout = std::chrono::milliseconds(timeoutMs);
    return options;
}

inline QByteArray numbered(const char *what, int n)
{
    return what + QByteArray::number(n);
}

/// One send, awaited with a running event loop.
inline SendReport sendNow(HttpPartner &partner, const QByteArray &code = "A", UserId user = 42,
                          const QByteArray &key = "key-1")
{
    auto sending = partner.sendAndReport(code, user, key);
    return QCoro::waitFor(sending);
}

/// A partner server in this process, new for each test function.
class PartnerFixture
{
protected:
    [[nodiscard]] bool startServer(quint16 port = 0)
    {
        m_server = std::make_unique<PartnerServer>();
        return m_server->listen(port);
    }
    void behave(PartnerBehaviour::Mode mode, int times = -1, int stallMs = -1, const QByteArray &verb = "*")
    {
        PartnerBehaviour behaviour;
        behaviour.mode = mode;
        behaviour.times = times;
        behaviour.stallMs = stallMs;
        behaviour.verb = verb;
        m_server->behave(behaviour);
    }
    [[nodiscard]] bool holds(const QByteArray &code) const
    {
        return m_server->memory().held().contains(code);
    }

    std::unique_ptr<PartnerServer> m_server;
};

} // namespace seonchak

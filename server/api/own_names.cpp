// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/own_names.h"

#include "server/api/authority.h"

#include <QDeadlineTimer>
#include <QNetworkInterface>
#include <QSysInfo>

namespace seonchak::http {

namespace {
constexpr qint64 readAgainNs = 1'000'000'000;
}

OwnNames::OwnNames()
    : m_name(QSysInfo::machineHostName().toLower().toLatin1())
{
}

bool OwnNames::isAddress(const QByteArray &host) const
{
    const QHostAddress address = plainAddress(host);
    if (address.isNull() || address.isLoopback())
        return !address.isNull();
    const QMutexLocker lock(&m_mutex);
    if (m_addresses.contains(host))
        return true;
    // Unknown names also come from strangers: they must not make us query the system each time.
    const qint64 now = QDeadlineTimer::current().deadlineNSecs();
    if (m_readNs != 0 && now - m_readNs < readAgainNs)
        return false;
    m_readNs = now;
    m_addresses.clear();
    for (const auto &one : QNetworkInterface::allAddresses())
        m_addresses.insert(plainAddress(one).toString().toLatin1());
    return m_addresses.contains(host);
}

} // namespace seonchak::http

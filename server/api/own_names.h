// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMutex>
#include <QSet>

namespace seonchak::http {

/// The implicit names of this machine: its addresses, which may change while we run, and its host name.
/// Thread-safe.
class OwnNames
{
public:
    OwnNames();

    /// `host` must be in the form of Authority::host.
    [[nodiscard]] bool isAddress(const QByteArray &host) const;
    [[nodiscard]] bool isName(const QByteArray &host) const { return host == m_name; }

private:
    const QByteArray m_name;
    mutable QMutex m_mutex;
    mutable QSet<QByteArray> m_addresses;
    mutable qint64 m_readNs = 0;
};

} // namespace seonchak::http

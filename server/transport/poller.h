// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace seonchak::http {

/// Watches many descriptors through one epoll set inside Qt's event loop. Qt's own notifiers make every turn
/// of the loop cost as much as there are connections, this one only as much as there are busy ones.
class Poller
{
public:
    /// `id` is what add() was told, `events` are EPOLLIN, EPOLLOUT, EPOLLERR, EPOLLHUP. May add, change and
    /// close descriptors, its own among them.
    using Ready = std::function<void(quint64 id, quint32 events)>;

    explicit Poller(Ready ready);
    ~Poller();
    Poller(const Poller &) = delete;
    Poller &operator=(const Poller &) = delete;

    /// False when the system had no descriptor left.
    [[nodiscard]] bool isValid() const { return m_epoll >= 0; }
    /// False when the system has no room. Closing a descriptor removes it.
    [[nodiscard]] bool add(int descriptor, quint64 id, quint32 events);
    void change(int descriptor, quint64 id, quint32 events);

private:
    void drain();

    Ready m_ready;
    int m_epoll;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace seonchak::http

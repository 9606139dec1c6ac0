// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace seonchak::http {

/// Watches many descriptors through one epoll set inside Qt's event loop. With Qt's own notifiers every turn
/// of the loop costs in proportion to all connections, here only to the busy ones.
class Poller
{
public:
    /// `id` is the one given to add(), `events` are EPOLLIN, EPOLLOUT, EPOLLERR, EPOLLHUP. May add, change
    /// and close descriptors, including this one.
    using Ready = std::function<void(quint64 id, quint32 events)>;

    explicit Poller(Ready ready);
    ~Poller();
    Poller(const Poller &) = delete;
    Poller &operator=(const Poller &) = delete;

    /// Returns false if the system had no descriptor left.
    [[nodiscard]] bool isValid() const { return m_epoll >= 0; }
    /// Returns false if the system has no room. Closing a descriptor removes it.
    [[nodiscard]] bool add(int descriptor, quint64 id, quint32 events);
    void change(int descriptor, quint64 id, quint32 events);

private:
    void drain();

    Ready m_ready;
    int m_epoll;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace seonchak::http

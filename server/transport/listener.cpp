// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/listener.h"

#include "server/transport/parser_socket.h"

#include <QSocketNotifier>
#include <QTimer>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <utility>

namespace seonchak::http {

namespace {

constexpr int wholeBacklog = 4096;
constexpr int mostAtOnce = 256; ///< so that a rush of clients leaves time for connected ones
constexpr std::chrono::milliseconds pauseTime(100);

} // namespace

Listener::Listener(Accepted accepted, QObject *parent)
    : QTcpServer(parent)
    , m_accepted(std::move(accepted))
{
}

Listener::~Listener()
{
    unwatch();
}

bool Listener::start(int listeningDescriptor)
{
    if (!setSocketDescriptor(listeningDescriptor)) {
        ::close(listeningDescriptor);
        return false;
    }
    pauseAccepting(); // permanently: only this object's own notifier accepts
    // On a duplicate descriptor: without GLib, Qt allows one notifier for each descriptor, and QTcpServer has
    // it.
    m_watched = ::fcntl(listeningDescriptor, F_DUPFD_CLOEXEC, 0);
    if (m_watched < 0) {
        close();
        return false;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_watched, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        if (!acceptSome(mostAtOnce))
            pause();
    });
    return true;
}

void Listener::stop()
{
    if (!isListening())
        return;
    (void)acceptSome(wholeBacklog);
    unwatch(); // otherwise the duplicate descriptor would keep listening
    close();
}

void Listener::unwatch()
{
    m_notifier.reset();
    if (m_watched >= 0)
        ::close(std::exchange(m_watched, -1));
}

bool Listener::acceptSome(int most)
{
    const auto listening = static_cast<int>(socketDescriptor());
    for (int tries = 0; tries < most; ++tries) {
        const int descriptor = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (descriptor >= 0)
            m_accepted(descriptor);
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            return true;
        else if (errno != ECONNABORTED && errno != EINTR) // a client that gave up is no reason to stop
            return false;
    }
    return true;
}

void Listener::pause()
{
    ++m_pauses;
    m_notifier->setEnabled(false);
    QTimer::singleShot(pauseTime, this, [this] {
        if (m_notifier)
            m_notifier->setEnabled(true);
    });
}

void Listener::offer(ParserSocket *socket)
{
    if (!isListening())
        return; // Qt did not take it, and no new connection arrives
    addPendingConnection(socket);
    pauseAccepting(); // taking a pending connection makes QTcpServer accept again
}

void Listener::incomingConnection(qintptr descriptor)
{
    const auto accepted = static_cast<int>(descriptor);
    ::fcntl(accepted, F_SETFL, ::fcntl(accepted, F_GETFL) | O_NONBLOCK);
    m_accepted(accepted);
}

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/listener.h"

#include "server/transport/parser_socket.h"

#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

#include <chrono>

namespace seonchak::http {

Listener::Listener(Accepted accepted, QObject *parent)
    : QTcpServer(parent)
    , m_accepted(std::move(accepted))
{
    // Qt pauses after a failed accept, which is what keeps it from spinning when descriptors have run out.
    connect(this, &QTcpServer::acceptError, this, [this] {
        QTimer::singleShot(std::chrono::milliseconds(100), this, &QTcpServer::resumeAccepting);
    });
}

bool Listener::start(int listeningDescriptor)
{
    if (setSocketDescriptor(listeningDescriptor))
        return true;
    ::close(listeningDescriptor);
    return false;
}

void Listener::stop()
{
    if (!isListening())
        return;
    const auto descriptor = static_cast<int>(socketDescriptor());
    for (int accepted; (accepted = ::accept4(descriptor, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;)
        m_accepted(accepted);
    close();
}

void Listener::offer(ParserSocket *socket)
{
    addPendingConnection(socket);
}

void Listener::incomingConnection(qintptr descriptor)
{
    m_accepted(static_cast<int>(descriptor));
}

} // namespace seonchak::http

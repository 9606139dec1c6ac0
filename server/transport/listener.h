// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

#include <functional>

namespace seonchak::http {

class ParserSocket;

/// Accepts connections and gives their descriptors away. What Qt's HTTP server gets from it as a pending
/// connection is only a ParserSocket.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    using Accepted = std::function<void(int descriptor)>;

    /// `accepted` owns each descriptor it is called with.
    explicit Listener(Accepted accepted, QObject *parent = nullptr);

    /// Accepts on a socket that listens already, and owns it from now on.
    [[nodiscard]] bool start(int listeningDescriptor);
    /// Takes in those who have connected already and closes the socket.
    void stop();
    void offer(ParserSocket *socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Accepted m_accepted;
};

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace seonchak::http {

class ParserSocket;

/// Accepts connections and gives their descriptors away. What Qt's HTTP server gets from it as a pending
/// connection is only a ParserSocket. It accepts by itself: QTcpServer takes note of a socket's first error
/// only, which is the EAGAIN after its first connection, and so never notices that descriptors have run out,
/// and spins.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    using Accepted = std::function<void(int descriptor)>;

    /// `accepted` owns each (non-blocking) descriptor it is called with.
    explicit Listener(Accepted accepted, QObject *parent = nullptr);
    ~Listener() override;

    /// Accepts on a non-blocking socket that listens already, and owns it from now on.
    [[nodiscard]] bool start(int listeningDescriptor);
    /// Takes in those who have connected already and closes the socket.
    void stop();
    /// Lets the HTTP server that is bound to this listener read from the socket.
    void offer(ParserSocket *socket);
    /// How often accepting failed and was put off for a tenth of a second.
    [[nodiscard]] int pauses() const { return m_pauses; }

protected:
    /// Never Qt's own: a real socket must not reach its parser.
    void incomingConnection(qintptr descriptor) override;

private:
    /// False when the system will not give any more for now, most likely for want of descriptors.
    bool acceptSome(int most);
    void pause();
    void unwatch();

    Accepted m_accepted;
    int m_watched = -1; ///< a copy of the listening descriptor, for the notifier
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_pauses = 0;
};

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace seonchak::http {

class ParserSocket;

/// Accepts connections and passes their descriptors on. Qt's HTTP server only gets a ParserSocket as a
/// pending connection. It accepts by itself because QTcpServer records only a socket's first error, which is
/// the EAGAIN after its first connection: it never notices that descriptors have run out, and spins.
class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    using Accepted = std::function<void(int descriptor)>;

    /// `accepted` takes ownership of each (non-blocking) descriptor.
    explicit Listener(Accepted accepted, QObject *parent = nullptr);
    ~Listener() override;

    /// Accepts on a non-blocking socket that is listening already, and takes ownership of it.
    [[nodiscard]] bool start(int listeningDescriptor);
    /// Accepts the connections that are established already and closes the socket.
    void stop();
    /// Lets the HTTP server bound to this listener read from the socket.
    void offer(ParserSocket *socket);
    /// How often accepting failed and was postponed by a tenth of a second.
    [[nodiscard]] int pauses() const { return m_pauses; }

protected:
    /// Overridden because a real socket must not reach Qt's parser.
    void incomingConnection(qintptr descriptor) override;

private:
    /// Returns false if the system cannot accept more now, usually because it has no descriptors left.
    bool acceptSome(int most);
    void pause();
    void unwatch();

    Accepted m_accepted;
    int m_watched = -1; ///< a duplicate of the listening descriptor, for the notifier
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_pauses = 0;
};

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/partner/partner_memory.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

/// A small partner for the tests and the lab: it speaks the contract's table over HTTP/1.1 with keep-alive,
/// on the event loop of the thread that makes it, and refuses, stalls, forgets and lies on request.
///
///   POST /coupons, GET and DELETE /coupons/{code}   the contract, below any prefix
///   PUT  /_control                                  sets the behaviour (PartnerBehaviour::fromJson)
///   GET  /_state                                    PartnerMemory::toJson plus {"inFlight","mostInFlight"}
///   DELETE /_state                                  forgets everything, and behaves
namespace seonchak {

class PartnerServer : public QObject
{
public:
    explicit PartnerServer(QObject *parent = nullptr);
    ~PartnerServer() override;

    /// On loopback; port 0: any free port.
    bool listen(quint16 port = 0);
    /// Accepts no new connections; existing ones stay.
    void stopListening() { m_listener.close(); }
    /// Drops all connections, like a process that crashes.
    void dropConnections();
    [[nodiscard]] QUrl url() const;

    void behave(PartnerBehaviour behaviour) { m_memory.behave(std::move(behaviour)); }
    [[nodiscard]] PartnerMemory &memory() { return m_memory; }
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    [[nodiscard]] int mostInFlight() const { return m_mostInFlight; }
    [[nodiscard]] int connectionsTaken() const { return m_connectionsTaken; }
    /// Bytes of endless answers passed to the kernel.
    [[nodiscard]] qint64 streamed() const { return m_streamed; }

private:
    struct Connection
    {
        QByteArray buffer;
        bool busy = false;
    };
    struct Incoming
    {
        QByteArray verb;
        QByteArray path;
        QHash<QByteArray, QByteArray> headers;
        QByteArray body;
    };
    using Client = QPointer<QTcpSocket>;

    void accept();
    void serveNext(const Client &client);
    static bool takeRequest(QByteArray &buffer, Incoming &request);
    void handle(const Client &client, const Incoming &request);
    void handleCoupon(const Client &client, const Incoming &request);
    void misbehave(const Client &client, qsizetype call, PartnerBehaviour::Mode mode);
    void handleControl(const Client &client, const Incoming &request);
    void breakOff(const Client &client, qsizetype call, PartnerBehaviour::Mode mode);
    void later(int ms, std::function<void()> what);
    void answer(const Client &client, const PartnerMemory::Answer &answer,
                const QByteArray &moreHeaders = {});
    void write(const Client &client, const QByteArray &raw);
    void stream(const Client &client, const QByteArray &start, const QByteArray &piece, qint64 most);
    void leave(QTcpSocket *socket);

    PartnerMemory m_memory;
    QTcpServer m_listener;
    QHash<QTcpSocket *, Connection> m_connections;
    int m_inFlight = 0;
    int m_mostInFlight = 0;
    int m_connectionsTaken = 0;
    qint64 m_streamed = 0;
};

} // namespace seonchak

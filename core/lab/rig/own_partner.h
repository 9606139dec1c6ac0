// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/owned_thread.h"
#include "core/coupon/coupon.h"

#include <QHash>

#include <memory>
#include <mutex>

class QTcpServer;
class QTcpSocket;

namespace seonchak::lab {

/// A partner's reaction to one registration.
enum class PartnerFate { Accepts, Refuses, LosesAnswer };

/// The lab's own partner: serves the contract's three calls over HTTP on loopback, on its own
/// thread, and outlives the server under test, so that its records can be compared with the book.
/// Thread-safe.
class OwnPartner
{
public:
    /// `first` applies to the first registration, all later ones are accepted. LosesAnswer: it is carried
    /// out, but the connection ends without an answer.
    explicit OwnPartner(PartnerFate first);
    ~OwnPartner();
    OwnPartner(const OwnPartner &) = delete;
    OwnPartner &operator=(const OwnPartner &) = delete;

    /// The server's --store option.
    [[nodiscard]] QString url() const;
    /// Which code it has for which user, now.
    [[nodiscard]] QHash<QByteArray, UserId> held() const;

private:
    struct Answer
    {
        int status = 200; ///< 0: no answer
        QByteArray body;
    };
    void accept();
    void read(QTcpSocket *socket);
    Answer act(const QByteArray &verb, const QByteArray &path, const QByteArray &body);
    Answer registerFor(const QByteArray &body);

    const PartnerFate m_first;
    mutable std::mutex m_mutex; ///< guards the two members below
    QHash<QByteArray, UserId> m_held;
    int m_registrations = 0;
    quint16 m_port = 0;
    OwnedThread m_thread;
    std::unique_ptr<QTcpServer> m_listener; ///< created and destroyed on the thread
};

} // namespace seonchak::lab

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

/// What a convenience store does with one registration.
enum class StoreFate { Accepts, Refuses, LosesAnswer };

/// A convenience store of the lab's own: speaks the contract's three calls over HTTP on loopback, on a thread
/// of its own, and outlives the server under test, so that what it remembers can be held against the book.
/// Thread-safe.
class OwnStore
{
public:
    /// `first` befalls the first registration, all later ones are accepted. LosesAnswer: it is carried out,
    /// and the connection ends without an answer.
    explicit OwnStore(StoreFate first);
    ~OwnStore();
    OwnStore(const OwnStore &) = delete;
    OwnStore &operator=(const OwnStore &) = delete;

    /// For --store.
    [[nodiscard]] QString url() const;
    /// Which code it has for whom, now.
    [[nodiscard]] QHash<QByteArray, UserId> held() const;

private:
    struct Answer
    {
        int status = 200; ///< 0: none
        QByteArray body;
    };
    void accept();
    void read(QTcpSocket *socket);
    Answer act(const QByteArray &verb, const QByteArray &path, const QByteArray &body);
    Answer registerFor(const QByteArray &body);

    const StoreFate m_first;
    mutable std::mutex m_mutex; ///< of the two below
    QHash<QByteArray, UserId> m_held;
    int m_registrations = 0;
    quint16 m_port = 0;
    OwnedThread m_thread;
    std::unique_ptr<QTcpServer> m_listener; ///< made and ended on the thread
};

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <deque>

namespace seonchak::http {

/// The pieces of a streamed body that the client has not taken yet. Many queues may share one piece.
class OutQueue
{
public:
    /// A client that has taken nothing while this many bytes were due to it does not read.
    static constexpr qsizetype most = 64 * 1024;

    /// Sends the piece after everything queued.
    void append(const QByteArray &piece);
    /// Sends the piece after everything queued, unless a newer one is offered before sending has begun: a
    /// reading is only worth sending while it is the newest.
    void offer(const QByteArray &newest);
    /// Records bytes that were due to the client but are sent later or never.
    void passOver(qsizetype bytes) { m_passedOver += bytes; }

    [[nodiscard]] bool isEmpty() const { return m_pieces.empty(); }
    /// The number of bytes held.
    [[nodiscard]] qsizetype held() const { return m_held; }
    /// The bytes held, plus those passed over since the client last took anything.
    [[nodiscard]] qsizetype owed() const { return m_held + m_passedOver; }
    /// The next bytes to send; the queue must not be empty.
    [[nodiscard]] QByteArrayView front() const;
    /// Removes this many sent bytes from front().
    void took(qsizetype count);

private:
    struct Piece
    {
        QByteArray bytes;
        bool growsOld;
    };
    std::deque<Piece> m_pieces;
    qsizetype m_begun = 0; ///< sent bytes of the first piece
    qsizetype m_held = 0;
    qsizetype m_passedOver = 0;
};

} // namespace seonchak::http

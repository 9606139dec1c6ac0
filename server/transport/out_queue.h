// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <deque>

namespace seonchak::http {

/// The pieces of a streamed body that its client has not taken. Many queues may share one piece.
class OutQueue
{
public:
    /// A client that has taken nothing while so many bytes were meant for it does not read.
    static constexpr qsizetype most = 64 * 1024;

    /// Leaves after all that is here.
    void append(const QByteArray &piece);
    /// Leaves after all that is here, unless a newer one comes before it has begun to: of what grows old only
    /// the newest is worth sending.
    void offer(const QByteArray &newest);
    /// So many bytes were meant for the client, who gets them later or never.
    void passOver(qsizetype bytes) { m_passedOver += bytes; }

    [[nodiscard]] bool isEmpty() const { return m_pieces.empty(); }
    /// Bytes that are held.
    [[nodiscard]] qsizetype held() const { return m_held; }
    /// Those, and what was passed over since the client last took anything.
    [[nodiscard]] qsizetype owed() const { return m_held + m_passedOver; }
    /// What leaves next; of a queue that is not empty.
    [[nodiscard]] QByteArrayView front() const;
    /// So many bytes of front() have left.
    void took(qsizetype count);

private:
    struct Piece
    {
        QByteArray bytes;
        bool growsOld;
    };
    std::deque<Piece> m_pieces;
    qsizetype m_begun = 0; ///< bytes of the first piece that have left
    qsizetype m_held = 0;
    qsizetype m_passedOver = 0;
};

} // namespace seonchak::http

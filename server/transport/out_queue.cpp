// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/out_queue.h"

#include <algorithm>

namespace seonchak::http {

void OutQueue::append(const QByteArray &piece)
{
    if (piece.isEmpty())
        return;
    m_pieces.push_back({piece, false});
    m_held += piece.size();
}

void OutQueue::offer(const QByteArray &newest)
{
    if (newest.isEmpty())
        return;
    const auto waits = m_begun > 0 ? m_pieces.begin() + 1 : m_pieces.begin();
    const auto old = std::find_if(waits, m_pieces.end(), [](const Piece &piece) { return piece.growsOld; });
    if (old != m_pieces.end()) {
        m_held -= old->bytes.size();
        m_passedOver += old->bytes.size();
        m_pieces.erase(old);
    }
    m_pieces.push_back({newest, true});
    m_held += newest.size();
}

QByteArrayView OutQueue::front() const
{
    return QByteArrayView(m_pieces.front().bytes).sliced(m_begun);
}

void OutQueue::took(qsizetype count)
{
    m_passedOver = 0;
    m_begun += count;
    m_held -= count;
    if (m_begun < m_pieces.front().bytes.size())
        return;
    m_pieces.pop_front();
    m_begun = 0;
}

} // namespace seonchak::http

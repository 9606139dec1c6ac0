// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/send/answer_reader.h"

#include <QByteArray>

namespace seonchak::lab {

/// One keep-alive connection of the load generator, with one request at a time. Non-blocking, owns its
/// socket.
class LoadConnection
{
public:
    LoadConnection() = default;
    ~LoadConnection();
    LoadConnection(const LoadConnection &) = delete;
    LoadConnection &operator=(const LoadConnection &) = delete;

    /// Starts connecting to 127.0.0.1. Returns false if no descriptor was available.
    bool open(quint16 port);
    void close();
    [[nodiscard]] int descriptor() const { return m_fd; }

    /// Writes what fits immediately, and keeps a copy only of the rest. Returns false if the connection is
    /// lost.
    bool send(QByteArrayView request);
    /// Writes the rest, and reads what has arrived. Returns false if the connection is lost; the answer may
    /// still be complete.
    bool onReady(bool readable);

    AnswerReader answer;
    int request = -1; ///< index of the pending one; -1: free
    qint64 deadline = 0;

private:
    bool flush();
    qsizetype write(QByteArrayView text);

    int m_fd = -1;
    QByteArray m_out; ///< the unwritten rest
};

} // namespace seonchak::lab

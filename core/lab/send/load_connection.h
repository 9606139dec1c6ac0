// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/send/answer_reader.h"

#include <QByteArray>

namespace seonchak::lab {

/// One keep-alive connection of the load generator: a request at a time. Non-blocking, owns its socket.
class LoadConnection
{
public:
    LoadConnection() = default;
    ~LoadConnection();
    LoadConnection(const LoadConnection &) = delete;
    LoadConnection &operator=(const LoadConnection &) = delete;

    /// Begins to connect to 127.0.0.1. False: no descriptor was to be had.
    bool open(quint16 port);
    void close();
    [[nodiscard]] int descriptor() const { return m_fd; }

    /// Writes what fits at once, and keeps a copy of the rest only. False: the connection is gone.
    bool send(QByteArrayView request);
    /// Writes what was left, and reads what is there. False: the connection is gone; the answer may be
    /// complete all the same.
    bool onReady(bool readable);

    AnswerReader answer;
    int request = -1; ///< index of the one under way; -1: free
    qint64 deadline = 0;

private:
    bool flush();
    qsizetype write(QByteArrayView text);

    int m_fd = -1;
    QByteArray m_out; ///< what did not fit
};

} // namespace seonchak::lab

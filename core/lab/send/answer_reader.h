// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/request.h"

#include <QByteArray>

namespace seonchak::lab {

/// Reads successive HTTP/1.1 answers from a connection's bytes. Only supports what our own server sends: a
/// Content-Length, no chunks; anything else is Broken, and the connection must be closed.
class AnswerReader
{
public:
    enum class State { Incomplete, Complete, Broken };

    /// Appends bytes; check state() afterwards. After Complete, call begin() before the next answer.
    void take(const char *bytes, qsizetype size);
    [[nodiscard]] State state() const { return m_state; }
    void begin();

    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] bool closes() const { return m_closes; }
    [[nodiscard]] QByteArrayView body() const;

private:
    void readHead();

    QByteArray m_buffer;
    State m_state = State::Incomplete;
    qsizetype m_headSize = -1; ///< including the empty line; -1: not read yet
    qsizetype m_bodySize = 0;
    int m_status = 0;
    bool m_closes = false;
};

/// The meaning of an answer of the issue endpoint; `code` is set to the coupon's if there is one.
Fate fateOf(int status, QByteArrayView body, QByteArray &code);

} // namespace seonchak::lab

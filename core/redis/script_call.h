// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/script.h"

#include <QByteArrayView>

namespace seonchak {

/// One script call, encoded directly in the wire format: for calls made on every request, where a QByteArray
/// for each key and argument costs more than all the rest.
class ScriptCall
{
public:
    /// `payload` estimates the bytes of keys and arguments; more are accepted.
    ScriptCall(const Script &script, std::size_t keys, std::size_t arguments, std::size_t payload);

    /// Adds the next key or argument. All keys come first, as many as were announced.
    void add(QByteArrayView text) { write(text, {}); }
    void add(qint64 number);
    /// Adds a text followed by a number.
    void add(QByteArrayView text, qint64 number);

    [[nodiscard]] const QByteArray &source() const { return m_source; }
    [[nodiscard]] QByteArray take();

private:
    void write(QByteArrayView first, QByteArrayView second);
    [[nodiscard]] char *room(qsizetype size);

    QByteArray m_source;
    QByteArray m_bytes;
    qsizetype m_used = 0;
};

} // namespace seonchak

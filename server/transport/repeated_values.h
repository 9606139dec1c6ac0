// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace seonchak::http {

/// The header values that one worker's clients send with every request (their program, what they accept, our
/// host), so that a request shares such a value instead of copying it. Remembers at most 32 values of 128
/// bytes, and none of a header that may carry a secret. Used on one thread.
class RepeatedValues
{
public:
    /// The value of that (lower case) field.
    [[nodiscard]] QByteArray of(const QByteArray &name, QByteArrayView value);

private:
    std::array<QByteArray, 32> m_values;
};

} // namespace seonchak::http

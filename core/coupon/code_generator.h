// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <vector>

namespace seonchak {

/// Makes unpredictable coupon codes. Uses the system's cryptographic generator and rejects biased bytes, so
/// every letter is equally likely. Letters that look alike (0 O, 1 I L, …) are left out. Not thread-safe: one
/// object per thread.
class CodeGenerator
{
public:
    static constexpr int minLength = 6;
    static constexpr int maxLength = 32;

    /// `prefix` precedes each code unchanged; `length` counts only the random letters.
    CodeGenerator(QByteArray prefix, int length);

    /// The next code. Only probably distinct from earlier ones: the database checks that.
    QByteArray next();

    /// Returns true if `count` codes are far fewer than the code space holds, so that guessing stays hopeless
    /// and clashes stay rare.
    static bool hasRoomFor(int length, qint64 count);

private:
    unsigned char nextByte();

    QByteArray m_prefix;
    int m_length;
    std::vector<unsigned char> m_pool;
    std::size_t m_used = 0;
};

} // namespace seonchak

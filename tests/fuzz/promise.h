// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace seonchak::fuzz {

/// What must hold for every input; the input that breaks it is kept by libFuzzer.
inline void promise(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

/// Calls `take` with pieces of the text; the first bytes of the input told how long each is.
template <typename Take>
void inPieces(const QByteArray &text, std::uint8_t length, Take take)
{
    const qsizetype most = length % 32 + 1;
    for (qsizetype at = 0; at < text.size(); at += most) {
        if (!take(QByteArrayView(text).sliced(at, std::min(most, text.size() - at))))
            return;
    }
}

} // namespace seonchak::fuzz

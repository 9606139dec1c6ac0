// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/remote/desk_call.h"

namespace seonchak {

/// What an answer that is not a good one is to the window.
[[nodiscard]] Error errorOf(const DeskAnswer &answer);
/// The machine code of a problem; empty where it is none.
[[nodiscard]] QString problemCodeOf(const DeskAnswer &answer);

/// A good answer's text as `read` understands it.
template <typename T>
[[nodiscard]] Result<T> readGood(const DeskAnswer &answer, Result<T> (*read)(const QByteArray &))
{
    if (answer.isGood() && answer.isJson())
        return read(answer.body);
    return std::unexpected(errorOf(answer));
}

/// Of an act that has nothing to say but that it was done.
[[nodiscard]] inline Result<void> readDone(const DeskAnswer &answer)
{
    return answer.isGood() ? Result<void>() : std::unexpected(errorOf(answer));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/remote/desk_call.h"

namespace seonchak {

/// The error for an answer that is not a success.
[[nodiscard]] Error errorOf(const DeskAnswer &answer);
/// The machine code of a problem; empty if it is none.
[[nodiscard]] QString problemCodeOf(const DeskAnswer &answer);

/// Parses a successful answer's text with `read`.
template <typename T>
[[nodiscard]] Result<T> readGood(const DeskAnswer &answer, Result<T> (*read)(const QByteArray &))
{
    if (answer.isGood() && answer.isJson())
        return read(answer.body);
    return std::unexpected(errorOf(answer));
}

/// For an act whose answer has no content.
[[nodiscard]] inline Result<void> readDone(const DeskAnswer &answer)
{
    return answer.isGood() ? Result<void>() : std::unexpected(errorOf(answer));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/repair/foreign_keys.h"

namespace seonchak {

/// What is in a Redis that is to be rebuilt.
struct RedisContent
{
    enum class Kind { Marked, Empty, Unmarked, Foreign } kind = Kind::Marked;
    ForeignKeys keys;
    bool keepList = false; ///< some entries of the list could not be adopted

    /// In a Redis without our mark the list must be unchanged since it was examined, so that another
    /// program's writes are not lost.
    [[nodiscard]] QByteArray expectedLength() const
    {
        return kind == Kind::Marked ? QByteArray("-1") : QByteArray::number(keys.listed);
    }
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_codes.h"

namespace seonchak {

/// A code of a list, and whether it can be added.
struct JudgedCode
{
    qint64 line = 0;
    QByteArray code;
    std::optional<RefusedCode> refused = {}; ///< nullopt: it can be added
    CodeOddity oddity = CodeOddity::None;

    /// Whether a person should check it before anything is added.
    [[nodiscard]] bool isNotable() const { return refused || oddity != CodeOddity::None; }
};

/// The first codes of a list in the order of its lines, at most `most` of each kind. `onlyNotable`: only
/// refused and unusual ones.
QList<JudgedCode> judgedCodes(const QList<ListedCode> &good, const QList<RefusedCode> &refused,
                              bool onlyNotable, qsizetype most);
/// How many of the codes that can be added are unusual.
qsizetype oddCodes(const QList<ListedCode> &good);

} // namespace seonchak

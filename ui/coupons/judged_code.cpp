// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/judged_code.h"

#include <algorithm>

namespace seonchak {

QList<JudgedCode> judgedCodes(const QList<ListedCode> &good, const QList<RefusedCode> &refused,
                              bool onlyNotable, qsizetype most)
{
    QList<JudgedCode> codes;
    for (const auto &one : refused.first(std::min(refused.size(), most)))
        codes.append({one.line, one.code, one, CodeOddity::None});
    qsizetype room = most;
    for (const auto &one : good) {
        if (onlyNotable && one.oddity == CodeOddity::None)
            continue;
        if (room-- == 0)
            break;
        codes.append({one.line, one.code, {}, one.oddity});
    }
    std::ranges::stable_sort(codes, {}, &JudgedCode::line);
    return codes;
}

qsizetype oddCodes(const QList<ListedCode> &good)
{
    return std::ranges::count_if(good, [](const ListedCode &one) { return one.oddity != CodeOddity::None; });
}

} // namespace seonchak

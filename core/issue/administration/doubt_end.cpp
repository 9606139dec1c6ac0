// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/administration/doubt_end.h"

namespace seonchak {

DoubtEnd DoubtEnd::of(const DoubtDesk::Ended &ended)
{
    using End = Settled::End;
    DoubtEnd end;
    end.coupon = ended.coupon;
    end.answer = ended.settled.answer;
    end.kind = ended.settled.end == End::Issued     ? DoubtEnd::Kind::Issued
               : ended.settled.end == End::Restored ? DoubtEnd::Kind::Restored
               : ended.settled.end == End::SetAside ? DoubtEnd::Kind::SetAside
                                                    : DoubtEnd::Kind::StillUnknown;
    return end;
}

QString DoubtEnd::words(const DoubtDesk::Ended &ended)
{
    using End = Settled::End;
    const QString words = ended.settled.end == End::Issued
                              ? QStringLiteral("done: issued to user %1").arg(ended.settled.holder)
                          : ended.settled.end == End::Restored ? QStringLiteral("done: restored to the stock")
                          : ended.settled.end == End::SetAside ? QStringLiteral("done: set aside")
                                                               : QStringLiteral("still unknown");
    return ended.settled.answer.isEmpty() ? words : words + QStringLiteral("; ") + ended.settled.answer;
}

} // namespace seonchak

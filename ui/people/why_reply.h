// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_refusals.h"

#include <QString>

namespace seonchak {

/// A polite reply to the user, with the numbers in it, ready to send. Not a translation of the window: the
/// recipient may read another language than the operator. `sale` may be empty. Empty if the records do not
/// show the reason: then no reply is possible. `over`: the sale has ended by now.
class WhyReply
{
public:
    static QString korean(const WhyNot &why, const QString &sale, bool over = false);
    static QString english(const WhyNot &why, const QString &sale, bool over = false);
};

} // namespace seonchak

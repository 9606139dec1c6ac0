// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_tokens.h"

#include <QStringList>

namespace seonchak {

/// What `seonchakd token` is asked to do.
struct TokenOrder
{
    enum class Verb { Add, List, Revoke } verb = Verb::List;
    QString name; ///< of Add and Revoke
    Role role = Role::None;
    bool json = false;
    QStringList options; ///< the server's

    /// From what stands behind `token`, in any order. BadInput: one sentence that says what to do.
    static Result<TokenOrder> parse(const QStringList &arguments);
};

} // namespace seonchak

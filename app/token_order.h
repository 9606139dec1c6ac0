// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_tokens.h"

#include <QStringList>

namespace seonchak {

/// A parsed `seonchakd token` command.
struct TokenOrder
{
    enum class Verb { Add, List, Revoke } verb = Verb::List;
    QString name; ///< with Add and Revoke
    Role role = Role::None;
    bool json = false;
    QStringList options; ///< the server's options

    /// Parses the arguments after `token`, in any order. BadInput: one sentence that says what to do.
    static Result<TokenOrder> parse(const QStringList &arguments);
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_audit.h"
#include "ui/parts/theme.h"

#include <QCoreApplication>
#include <QStringList>

namespace seonchak {

/// The trail's stable words in the user's language. Unknown words are shown unchanged.
class AuditWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::AuditWords)
public:
    /// Every action, in the order of the selection list.
    static const QStringList &actions();
    static QString action(const QString &action);
    static QString actor(const QString &actor);
    /// "Done: 1000 generated" for "done: 1000 generated".
    static QString result(const QString &result);
    static theme::Tone tone(const QString &result);
};

} // namespace seonchak

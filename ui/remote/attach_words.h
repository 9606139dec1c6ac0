// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/attachment.h"
#include "ui/remote/attach_trouble.h"

#include <QCoreApplication>

namespace seonchak {

/// An attached window's texts about its connection, in the user's language.
class AttachWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::AttachWords)
public:
    /// A short text; before the first attempt: that it is connecting.
    static QString title(const AttachFailure &failure);
    /// The remedy, in one or two sentences.
    static QString advice(const AttachFailure &failure, const QString &where);
    /// The same for a single test of the connection.
    static QString cure(const AttachFailure &failure, const QString &where);
    static QString notConnected();
    /// The server's version does not support the disabled action.
    static QString lacking(const QString &version);
    static QString roleTooSmall(const QString &role, DeskAct act);

private:
    static QString wayAdvice(const AttachFailure &failure, const QString &where);
    static QString refusalAdvice(const AttachFailure &failure);
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/attachment.h"
#include "ui/remote/attach_trouble.h"

#include <QCoreApplication>

namespace seonchak {

/// What an attached window says of its connection, in the reader's language.
class AttachWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::AttachWords)
public:
    /// A few words; while nothing has been tried yet: that it is being connected.
    static QString title(const AttachFailure &failure);
    /// What helps, in one or two sentences.
    static QString advice(const AttachFailure &failure, const QString &where);
    /// The same for somebody who tries the connection once.
    static QString cure(const AttachFailure &failure, const QString &where);
    static QString notConnected();
    /// The server is of a version that cannot do what is greyed out.
    static QString lacking(const QString &version);
    static QString roleTooSmall(const QString &role, DeskAct act);

private:
    static QString wayAdvice(const AttachFailure &failure, const QString &where);
    static QString refusalAdvice(const AttachFailure &failure);
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_approvals.h"

#include <QCoreApplication>

namespace seonchak {

struct Error;

/// The texts of ApprovalOffer. All requests of one offer have the same act, requester and state.
class ApprovalWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::ApprovalWords)
public:
    /// "kim asks for a second person: restore 3 doubts"
    static QString title(const QList<Approval> &what);
    /// Until when, and what there is to do.
    static QString sentence(const QList<Approval> &what);
    static QString consequence(const QList<Approval> &what);
    static QString act(const QList<Approval> &what);
    static QString carriedOut(const QList<Approval> &what, qint64 done, qint64 left);
    static QString refused(const Error &error);
};

} // namespace seonchak

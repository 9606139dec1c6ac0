// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QCoreApplication>

namespace seonchak {

class StatePanel;

/// What the page of doubts says of its list.
class DoubtsWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::DoubtsWords)
public:
    struct Known
    {
        bool list = false; ///< one has arrived
        bool databaseAway = false;
        bool redisAway = false;
        bool silent = false; ///< nothing has answered for a while
        bool failed = false; ///< the last reading, with `error`
        Error error = {};
    };
    /// In place of a list without rows.
    static void showNoRows(StatePanel &panel, const Known &known);
    /// Why the list is the last one known; empty if it is a present one.
    static QString lastKnown(const Known &known);
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QCoreApplication>

namespace seonchak {

/// Messages for an old book that cannot be shown.
class OldBookWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::OldBookWords)
public:
    static QString title();
    /// `place`: the file, or the URL without its password.
    static QString reason(const Error &error, const QString &place);
    static QString leave();
};

} // namespace seonchak

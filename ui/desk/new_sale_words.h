// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/parts/asker.h"

#include <QCoreApplication>

namespace seonchak {

/// Messages while the program changes to a new sale and shows no window.
class NewSaleWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::NewSaleWords)
public:
    static QString title();
    static QString underWay(const QString &name);
    /// Why no new sale was begun.
    static QString reason(const Error &error);
    /// With one button, which goes on with the old book.
    static Question failed(const Error &error);
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/parts/asker.h"

#include <QCoreApplication>

namespace seonchak {

/// What is said while the program turns to a new sale, without a window of the sale.
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

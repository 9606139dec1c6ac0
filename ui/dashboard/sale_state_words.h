// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace seonchak {

struct Reading;
struct Status;

/// The sale's state in words, from one reading only: it is never older than the numbers.
class SaleStateWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::SaleStateWords)
public:
    /// One sentence, and the next step if there is one.
    static QString sentence(const Reading &reading);

private:
    /// Why nobody gets a coupon whatever the stock is; empty: no such reason.
    static QString hindrance(const Reading &reading);
    static QString ofStock(const Status &status);
};

} // namespace seonchak

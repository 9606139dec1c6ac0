// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace seonchak {

/// Translates the book's report of corrected counts (book::tallyWords).
class TallyWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::TallyWords)
public:
    /// "In stock: +3, Issues: -1" for "+3 coupons of status 2, -1 issue rows". Other texts are returned
    /// unchanged.
    static QString told(const QString &english);

private:
    static QString kind(int number);
};

} // namespace seonchak

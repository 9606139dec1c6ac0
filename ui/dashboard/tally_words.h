// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace seonchak {

/// What the book says of numbers that it had counted wrong (book::tallyWords), in the reader's language.
class TallyWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::TallyWords)
public:
    /// "In stock: +3, Issues: -1" for "+3 coupons of status 2, -1 issue rows". What is not of that form stays
    /// as it is.
    static QString told(const QString &english);

private:
    static QString kind(int number);
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_codes.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// What the window says about codes and files of codes. All of it is plain text.
class ListWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::ListWords)
public:
    /// A code as it can be shown in a sentence: not longer than a line, nothing invisible.
    static QString shown(const QByteArray &code);
    /// The heading of a column, with the blanks it has.
    static QString title(const QByteArray &cell);
    static QString why(const RefusedCode &refused);
    /// What is unusual about a code that can be added; empty: nothing.
    static QString why(CodeOddity oddity);
    static QString why(Damage damage);
    /// Why this cannot be a code; empty: it can.
    static QString faultOf(const QByteArray &code);
    static QString name(CsvEncoding encoding);
    /// What became of so many new coupons, and whether they can be had already.
    static QString added(qint64 count, qint64 pushed);
    /// Why a file could not be read, and what to do.
    static QString why(const CsvFault &fault);
};

} // namespace seonchak

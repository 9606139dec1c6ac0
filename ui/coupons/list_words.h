// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_codes.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// The window's texts about codes and files of codes, as plain text.
class ListWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::ListWords)
public:
    /// A code for display in a sentence: at most one line, without invisible characters.
    static QString shown(const QByteArray &code);
    /// A column's heading, including its blanks.
    static QString title(const QByteArray &cell);
    static QString why(const RefusedCode &refused);
    /// What is unusual about a valid code; empty: nothing.
    static QString why(CodeOddity oddity);
    static QString why(Damage damage);
    /// Why this cannot be a code; empty if it can.
    static QString faultOf(const QByteArray &code);
    static QString name(CsvEncoding encoding);
    /// The result of adding this many coupons, and whether they can be issued already.
    static QString added(qint64 count, qint64 pushed);
    /// Why a file could not be read, and what to do.
    static QString why(const CsvFault &fault);
};

} // namespace seonchak

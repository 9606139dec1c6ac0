// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace seonchak {

struct Reading;

/// What the sale is at, in words, from one reading and nothing else: it is never older than the numbers.
class SaleStateWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::SaleStateWords)
public:
    /// One sentence, and what to do next where something is to be done.
    static QString sentence(const Reading &reading);
};

} // namespace seonchak

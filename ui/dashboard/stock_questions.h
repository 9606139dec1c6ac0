// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/asker.h"
#include "ui/port/desk_port.h"

#include <QCoreApplication>

namespace seonchak {

/// What is asked before an act on the stock of a real sale.
class StockQuestions
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::StockQuestions)
public:
    /// Before issuing is paused, or resumed.
    static Question pause(bool pause);
    static Question voidAll(const VoidPlan &plan, const SaleSign &sale);
};

} // namespace seonchak

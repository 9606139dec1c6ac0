// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work_pool.h"
#include "core/issue/ground/stock_orders.h"

#include <QList>

#include <qcoro/qcorotask.h>

#include <vector>

namespace seonchak {

/// Random codes for an order, in slices that each fall into a narrow range of the code index: a slice then
/// writes few of its pages. They are made ahead, by so many at most that they take about 20 MB, on a thread
/// of this object. Lives on one thread with an event loop; next() is awaited before this object is destroyed.
class FreshCodes
{
public:
    FreshCodes(GenerateOrder order, int sliceSize);

    /// The next slice. `wanted`: how many codes the order still needs, at least one.
    QCoro::Task<QList<QByteArray>> next(qint64 wanted);

private:
    GenerateOrder m_order;
    int m_sliceSize;
    std::vector<QList<QByteArray>> m_slices;
    WorkPool m_pool{1};
};

} // namespace seonchak

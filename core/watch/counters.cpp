// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/counters.h"

#include "core/watch/counter_row.h"

namespace seonchak {

qint64 Counters::answered() const
{
    qint64 sum = 0;
    for (const CounterRow &row : counterRows)
        sum += row.means == CounterRow::Means::Answer ? value(row.counter) : 0;
    return sum;
}

} // namespace seonchak

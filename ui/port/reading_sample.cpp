// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/reading_sample.h"

#include "ui/port/pulse.h"

namespace seonchak {

void remember(History &history, const Reading &reading)
{
    if (!reading.isHeard())
        return;
    Sample sample;
    sample.ns = reading.steadyNs;
    if (reading.isCurrent())
        sample.stock = double(reading.status.stock.available);
    sample.valid = reading.rates.valid;
    sample.soldOut = reading.rates.soldOut;
    sample.refused = reading.rates.refused;
    sample.noClaim = reading.rates.noClaim;
    sample.inDoubt = reading.rates.inDoubt;
    sample.notServed = reading.rates.notServed;
    if (reading.recent.count > 0) {
        sample.p50 = reading.recent.p50;
        sample.p99 = reading.recent.p99;
    }
    history.add(sample);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/page_world.h"
#include "ui/dashboard/dashboard_memory.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/dashboard/event_view.h"
#include "ui/dashboard/trend_view.h"

namespace seonchak {

constexpr qint64 second = 1'000'000'000;

/// The dashboard, fed by hand: each turn() is one reading.
struct Dashboard
{
    explicit Dashboard(bool live = false)
    {
        world.port.sign.live = live;
        page.resize(1090, 650);
        page.setVisible(true);
    }
    void turn(qint64 later = second / 4)
    {
        world.clock.steady += later;
        world.clock.wall += later / 1'000'000;
        reading.status = world.port.now;
        reading.steadyNs = world.clock.steady;
        reading.answered = true;
        const auto &of = world.port.now.lastSecond.of;
        reading.requestsPerSecond = double(world.port.now.lastSecond.all());
        reading.rates = {
            double(of[0]), double(of[1]), double(of[2]), double(of[3]), double(of[4]), double(of[5]), 0, 0};
        memory.take(reading);
        page.show(reading);
    }
    /// In the list, from above.
    QStringList events() const
    {
        QStringList all;
        const auto *model = part<EventView>(page, "eventView")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            all << model->index(row, 0).data().toString();
        return all;
    }
    TrendView *chart(const char *name) const { return part<TrendView>(page, name); }

    PageWorld world;
    DashboardMemory memory{world.port, world.clock};
    Reading reading;
    DashboardPage page{world.context, memory};
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/page_world.h"
#include "ui/doubts/doubts_page.h"
#include "ui/parts/state_panel.h"

#include <QTableView>

#include <memory>

namespace seonchak {

inline OpenDoubt doubtOf(qint64 number, const WallClock &clock)
{
    OpenDoubt doubt;
    doubt.reservation = number;
    doubt.couponId = number;
    doubt.code = "7KQ2-M9XA-TT" + QByteArray::number(10 + number);
    doubt.user = 40 + number;
    doubt.since = clock.wall - number * 125'000;
    doubt.attempts = number;
    if (number > 1) {
        doubt.asked = clock.wall - 4000;
        doubt.answer = QStringLiteral("the store gave no answer");
    }
    return doubt;
}

/// The page of what is in doubt, over a list of so many.
struct DoubtsWorld : PageWorld
{
    explicit DoubtsWorld(int doubts)
    {
        QList<OpenDoubt> list;
        for (int number = doubts; number > 0; --number)
            list.append(doubtOf(number, clock));
        port.doubtLists.answer = [list] { return list; };
        page.reset(new DoubtsPage(context));
        page->resize(1130, 700);
        page->show();
    }
    QTableView *table() const { return part<QTableView>(*page, "doubtsTable"); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    void ends(FakeCall<DoubtEnd, qint64> &call, DoubtEnd::Kind kind)
    {
        call.answer = [kind](qint64) { return DoubtEnd{kind, {}, QStringLiteral("the store said so")}; };
    }
    StatePanel *state() const { return part<StatePanel>(*page, "doubtsState"); }
    std::unique_ptr<DoubtsPage> page;
};

} // namespace seonchak

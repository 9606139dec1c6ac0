// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/opening_watch.h"

#include "core/doctor/doctor.h"

#include <QStringList>

namespace seonchak {

namespace {
constexpr std::chrono::seconds clockPeriod{1};
}

OpeningWatch::OpeningWatch(Parts parts)
    : m(std::move(parts))
{
    connect(&m_timer, &QTimer::timeout, this, &OpeningWatch::lookAtTheClock);
    m_timer.start(clockPeriod);
}

void OpeningWatch::lookAtTheClock()
{
    const Moment moment = m.moment();
    if (const int minutes = m_moments.due(moment.opensAt, moment.now); minutes > 0)
        examine(this, minutes);
}

QCoro::Task<> OpeningWatch::examine(QPointer<OpeningWatch> self, int minutes)
{
    const auto looking = self->m.look();
    const Answer answer = co_await looking;
    if (!self || !answer) // The program is ending: no warning is needed.
        co_return;
    if (const QStringList red = doctor::failedIds(*answer); !red.isEmpty())
        self->m.tell(minutes, red.join(QStringLiteral(", ")));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/delays.h"

#include <QTimer>

namespace seonchak {

Delays::~Delays()
{
    cancel();
}

void Delays::cancel()
{
    m_cancelled = true;
    // Moved out first: a resumed coroutine may request another pause or access this object.
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &[id, over] : waiting)
        over.deliver(false);
}

Promised<bool> Delays::after(int ms)
{
    Promised<bool> over;
    if (m_cancelled) {
        over.deliver(false);
        return over;
    }
    const quint64 id = ++m_last;
    m_waiting.emplace(id, over);
    QTimer::singleShot(ms, Qt::PreciseTimer, &m_context, [this, id] {
        const auto node = m_waiting.extract(id);
        if (node)
            node.mapped().deliver(true);
    });
    return over;
}

} // namespace seonchak

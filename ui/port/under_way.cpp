// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/under_way.h"

#include <algorithm>

namespace seonchak {

void UnderWay::begin(const QObject *worker, const QString &sentence)
{
    if (!m_sentences.contains(worker))
        connect(worker, &QObject::destroyed, this, [this, worker] { end(worker); });
    m_sentences.insert(worker, sentence);
}

void UnderWay::end(const QObject *worker)
{
    if (m_sentences.remove(worker) == 0)
        return;
    disconnect(worker, &QObject::destroyed, this, nullptr);
    if (m_sentences.isEmpty())
        Q_EMIT emptied();
}

/// The order of a hash is not one to read.
QStringList UnderWay::sentences() const
{
    QStringList all = m_sentences.values();
    std::ranges::sort(all);
    return all;
}

} // namespace seonchak

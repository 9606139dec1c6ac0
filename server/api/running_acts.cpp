// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/running_acts.h"

namespace seonchak::http {

RunningActs::Watched RunningActs::watch(const QByteArray &key)
{
    if (key.isEmpty())
        return {};
    auto source = std::make_shared<std::stop_source>();
    const QMutexLocker lock(&m_mutex);
    if (m_running.contains(key)) // A repeat, which is answered that the first one is running.
        return {};
    m_running.insert(key, source);
    Watched watched;
    watched.work.stop = source->get_token();
    watched.place = {source.get(), [this, key, source](void *) {
                         const QMutexLocker hold(&m_mutex);
                         m_running.remove(key);
                     }};
    return watched;
}

bool RunningActs::stop(const QByteArray &key)
{
    std::shared_ptr<std::stop_source> source;
    {
        const QMutexLocker lock(&m_mutex);
        source = m_running.value(key);
    }
    return source && source->request_stop();
}

} // namespace seonchak::http

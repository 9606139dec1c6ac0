// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>

#include <memory>

namespace seonchak::http {

/// The long acts that this server is at for clients who gave them an Idempotency-Key, so that they can be
/// stopped by it. Shared by all workers; thread-safe.
class RunningActs
{
public:
    /// What to give the act, and what to keep while it runs. An empty key: nobody can stop it.
    struct Watched
    {
        Work work;
        std::shared_ptr<void> place;
    };
    [[nodiscard]] Watched watch(const QByteArray &key);
    /// Has it end at its next slice; what it did by then is what it answers. False: none of this key runs
    /// here.
    bool stop(const QByteArray &key);

private:
    QMutex m_mutex;
    QHash<QByteArray, std::shared_ptr<std::stop_source>> m_running;
};

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>

#include <memory>

namespace seonchak::http {

/// The long acts that this server runs for clients with an Idempotency-Key, so that the key can stop them.
/// Shared by all workers; thread-safe.
class RunningActs
{
public:
    /// What to pass to the act, and what to keep while it runs. With an empty key the act cannot be stopped.
    struct Watched
    {
        Work work;
        std::shared_ptr<void> place;
    };
    [[nodiscard]] Watched watch(const QByteArray &key);
    /// Stops the act at its next slice; its answer is what it did by then. Returns false if no act with this
    /// key runs here.
    bool stop(const QByteArray &key);

private:
    QMutex m_mutex;
    QHash<QByteArray, std::shared_ptr<std::stop_source>> m_running;
};

} // namespace seonchak::http

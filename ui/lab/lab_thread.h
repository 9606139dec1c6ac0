// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work_thread.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace seonchak {

/// One piece of the lab's work at a time, on a thread of its own. Lives on the GUI thread, and so do its
/// signals.
class LabThread : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// The last resort: cancels, and blocks until the work has ended. Who must not block waits for ended().
    ~LabThread() override;

    [[nodiscard]] bool isAtWork() const { return m_thread != nullptr; }
    /// Whether the work under way, or else the last one, was told to stop.
    [[nodiscard]] bool isCancelled() const { return m_stop.stop_requested(); }
    /// Does nothing while at work.
    void start(std::function<void(const std::stop_token &stop)> work);
    void cancel() { m_stop.request_stop(); }

Q_SIGNALS:
    void ended(); ///< isAtWork() is false by then

private:
    std::stop_source m_stop;
    std::unique_ptr<WorkThread> m_thread;
};

} // namespace seonchak

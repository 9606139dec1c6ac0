// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work_thread.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace seonchak {

/// One piece of the lab's work at a time, on its own thread. Lives on the GUI thread and emits its signals
/// there.
class LabThread : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Last resort: cancels, and blocks until the work has ended. Code that must not block waits for ended().
    ~LabThread() override;

    [[nodiscard]] bool isAtWork() const { return m_thread != nullptr; }
    /// Whether the current or last work was asked to stop.
    [[nodiscard]] bool isCancelled() const { return m_stop.stop_requested(); }
    /// Ignored while working.
    void start(std::function<void(const std::stop_token &stop)> work);
    void cancel() { m_stop.request_stop(); }

Q_SIGNALS:
    void ended(); ///< isAtWork() is already false

private:
    std::stop_source m_stop;
    std::unique_ptr<WorkThread> m_thread;
};

} // namespace seonchak

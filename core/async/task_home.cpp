// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/task_home.h"

namespace seonchak {

const std::shared_ptr<TaskHome> &TaskHome::current()
{
    struct Owner
    {
        std::shared_ptr<TaskHome> home = std::make_shared<TaskHome>();

        ~Owner() { home->close(); }
    };
    thread_local const Owner owner;
    return owner.home;
}

TaskHome::TaskHome()
    : m_anchor(std::make_unique<Anchor>())
{
}

TaskHome::~TaskHome() = default;

bool TaskHome::Anchor::event(QEvent *event)
{
    if (event->type() != workType)
        return QObject::event(event);
    static_cast<Work *>(event)->run();
    return true;
}

void TaskHome::whenIdle(std::function<void()> idle)
{
    post([this, idle = std::move(idle)]() mutable {
        m_whenIdle.push_back(std::move(idle));
        lookWhetherIdle();
    });
}

void TaskHome::lookWhetherIdle()
{
    while (!m_whenIdle.empty() && waiting() == 0) {
        const auto idle = std::move(m_whenIdle.front());
        m_whenIdle.pop_front();
        idle();
    }
}

void TaskHome::close()
{
    // Destroyed after the lock is released: queued work is destroyed with the anchor, and its destructors may
    // post.
    std::unique_ptr<Anchor> anchor;
    {
        const std::lock_guard lock(m_mutex);
        anchor.swap(m_anchor);
    }
    m_whenIdle.clear();
}

} // namespace seonchak

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

void TaskHome::close()
{
    // Destroyed after the lock is released: queued work is destroyed with the anchor, and its destructors may
    // post.
    std::unique_ptr<Anchor> anchor;
    {
        const std::lock_guard lock(m_mutex);
        anchor.swap(m_anchor);
    }
}

} // namespace seonchak

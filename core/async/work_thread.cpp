// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/work_thread.h"

#include <QEventLoop>

namespace seonchak {

WorkThread::WorkThread(std::function<void()> work)
    : m_work(std::move(work))
{
}

WorkThread::~WorkThread()
{
    wait();
    m_exit.await();
}

void WorkThread::run()
{
    m_exit.noteThis();
    m_work();
}

void runBesideLoop(std::function<void()> work)
{
    WorkThread thread(std::move(work));
    QEventLoop loop;
    QObject::connect(&thread, &QThread::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    thread.start();
    loop.exec();
}

} // namespace seonchak

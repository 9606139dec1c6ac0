// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service_notifier.h"

#include <chrono>

namespace seonchak {

namespace {

constexpr std::chrono::seconds lookEvery{1};
constexpr auto startStillTakes = "EXTEND_TIMEOUT_USEC=15000000\n";
constexpr qsizetype mostUnsent = 4096;

QByteArray statusLine(const QString &words)
{
    return "STATUS=" + QString(words).replace(QLatin1Char('\n'), QLatin1Char(' ')).toUtf8() + '\n';
}

} // namespace

ServiceNotifier::ServiceNotifier(Supervisor supervisor)
    : m_supervisor(std::move(supervisor))
{
    connect(&m_look, &QTimer::timeout, this, &ServiceNotifier::look);
    connect(&m_beat, &QTimer::timeout, this, &ServiceNotifier::beat);
}

void ServiceNotifier::begin(State state)
{
    m_state = std::move(state);
    if (m_supervisor.socket.isEmpty())
        return;
    look();
    m_look.start(lookEvery);
}

void ServiceNotifier::look()
{
    QByteArray news;
    if (const QByteArray status = statusLine(m_state()); status != m_told)
        news = m_told = status;
    if (m_starting)
        news += startStillTakes;
    if (!news.isEmpty() || !m_unsent.isEmpty())
        tell(news);
}

void ServiceNotifier::ready(std::vector<PostToLoop> loops)
{
    m_starting = false;
    tell("READY=1\n");
    if (m_state)
        look();
    if (m_supervisor.socket.isEmpty() || m_supervisor.watchdog.count() == 0)
        return;
    m_heartbeat.emplace(std::move(loops));
    m_beat.setTimerType(Qt::PreciseTimer);
    const auto tick = std::chrono::duration_cast<std::chrono::milliseconds>(m_supervisor.watchdog) /
                      (2 * Heartbeat::ticksPerBeat);
    m_beat.start(std::max(tick, std::chrono::milliseconds(1)));
}

void ServiceNotifier::beat()
{
    if (m_heartbeat->tick())
        tell("WATCHDOG=1\n");
}

void ServiceNotifier::stopping()
{
    m_starting = false;
    tell("STOPPING=1\n");
    if (m_state)
        look();
}

void ServiceNotifier::failed(const QString &why)
{
    m_look.stop();
    tell(statusLine(why));
}

void ServiceNotifier::tell(const QByteArray &lines)
{
    if (m_supervisor.socket.isEmpty())
        return;
    m_unsent += lines;
    // If nobody listens any more, it must not grow forever.
    if (m_supervisor.send(m_unsent) || m_unsent.size() > mostUnsent)
        m_unsent.clear();
}

} // namespace seonchak

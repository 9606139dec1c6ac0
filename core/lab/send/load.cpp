// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/send/load.h"

#include "core/async/kernel_clock.h"
#include "core/lab/send/load_connection.h"
#include "core/lab/send/load_timer.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <sys/epoll.h>
#include <unistd.h>
#include <utility>

namespace seonchak::lab {

namespace {

constexpr qint64 tickNs = 100'000'000;
constexpr qint64 loadMsNs = 1'000'000;
constexpr quint64 timerMark = ~quint64(0);

/// The requests' text, in one buffer that is never freed: nothing is allocated while they are sent.
class RequestText
{
public:
    QByteArrayView of(UserId user)
    {
        char *at = std::to_chars(m_text.data() + head.size(), m_text.data() + m_text.size(), user).ptr;
        std::memcpy(at, tail.data(), std::size_t(tail.size()));
        return {m_text.data(), at + tail.size()};
    }
    RequestText() { std::memcpy(m_text.data(), head.data(), std::size_t(head.size())); }

private:
    static constexpr QByteArrayView head = "POST /api/v1/coupons/";
    static constexpr QByteArrayView tail = "/issue HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n";
    std::array<char, 128> m_text{};
};

/// The sending half of an experiment: a single loop over one epoll set.
class Loader
{
public:
    Loader(const LoadSetting &setting, std::vector<Request> &plan)
        : m_setting(setting)
        , m_plan(plan)
        , m_connections(std::size_t(setting.connections))
        , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    {
    }
    ~Loader() { ::close(m_epoll); }
    Loader(const Loader &) = delete;
    Loader &operator=(const Loader &) = delete;

    Result<void> connectAll();
    LoadReport run(const std::stop_token &stop, const std::function<void(qint64)> &progress);

private:
    bool watch(std::size_t which);
    void wait(int milliseconds);
    void onReady(std::size_t which, quint32 events);
    void onAnswer(LoadConnection &connection);
    void free(std::size_t which);
    void drop(std::size_t which);
    void replaceBroken();
    bool sendHealth(LoadConnection &connection);
    void sendDue();
    void sendOn(std::size_t which, std::size_t request, qint64 now, bool wasFree);
    void armTimer();
    void giveUpLate(qint64 now);
    /// A closed model sends as soon as it can, but not before the beginning.
    [[nodiscard]] qint64 nextDue() const { return m_setting.open ? m_plan[m_next].scheduled : 0; }
    [[nodiscard]] qint64 now() const { return clockNs(CLOCK_MONOTONIC) - m_zero; }

    const LoadSetting &m_setting;
    std::vector<Request> &m_plan;
    std::vector<LoadConnection> m_connections;
    std::vector<std::size_t> m_free;
    std::vector<std::size_t> m_broken;
    std::vector<int> m_warm; ///< health answers still to come, by connection
    const int m_epoll;
    LoadTimer m_timer;
    RequestText m_text;
    qint64 m_zero = 0;
    qint64 m_looked = 0;    ///< the time of the last check
    std::size_t m_next = 0; ///< the first unsent request
    qint64 m_done = 0;      ///< answered or given up
    qint64 m_answered = 0;
    int m_warming = 0;
    bool m_running = false;
    LoadReport m_report;
};

bool Loader::watch(std::size_t which)
{
    auto &connection = m_connections[which];
    if (!connection.open(m_setting.port))
        return false;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLET;
    event.data.u64 = which;
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, connection.descriptor(), &event) == 0;
}

bool Loader::sendHealth(LoadConnection &connection)
{
    return connection.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
}

Result<void> Loader::connectAll()
{
    m_timer.watchIn(m_epoll, timerMark);
    m_warm.assign(m_connections.size(), std::max(1, m_setting.warmUpPerConnection));
    m_warming = int(m_connections.size());
    for (std::size_t i = 0; i < m_connections.size(); ++i) {
        if (!watch(i) || !sendHealth(m_connections[i]))
            return failure(
                Trouble::Unavailable,
                QStringLiteral("only %1 of %2 connections could be opened").arg(i).arg(m_connections.size()));
    }
    const qint64 until = clockNs(CLOCK_MONOTONIC) + m_setting.patienceNs;
    while (m_warming > 0 && clockNs(CLOCK_MONOTONIC) < until)
        wait(100);
    if (m_warming > 0)
        return failure(Trouble::Unavailable,
                       QStringLiteral("%1 of %2 connections got no answer before the run")
                           .arg(m_warming)
                           .arg(m_connections.size()));
    return {};
}

void Loader::wait(int milliseconds)
{
    std::array<epoll_event, 256> events;
    const int n = ::epoll_wait(m_epoll, events.data(), int(events.size()), milliseconds);
    for (int i = 0; i < n; ++i) {
        if (events[std::size_t(i)].data.u64 != timerMark)
            onReady(std::size_t(events[std::size_t(i)].data.u64), events[std::size_t(i)].events);
    }
}

void Loader::onReady(std::size_t which, quint32 events)
{
    auto &connection = m_connections[which];
    if (connection.descriptor() < 0)
        return;
    const bool alive = connection.onReady((events & (EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP)) != 0);
    const auto state = connection.answer.state();
    if (state == AnswerReader::State::Complete) {
        const bool closes = connection.answer.closes();
        onAnswer(connection);
        connection.answer.begin();
        if (alive && !closes)
            return free(which);
        return drop(which);
    }
    if (!alive || state == AnswerReader::State::Broken)
        drop(which);
}

void Loader::onAnswer(LoadConnection &connection)
{
    if (connection.request < 0)
        return;
    Request &request = m_plan[std::size_t(connection.request)];
    request.answered = now();
    request.status = connection.answer.status();
    request.fate = fateOf(request.status, connection.answer.body(), request.code);
    connection.request = -1;
    ++m_done;
    ++m_answered;
}

void Loader::free(std::size_t which)
{
    if (m_warm[which] > 0) {
        if (--m_warm[which] > 0) {
            if (!sendHealth(m_connections[which]))
                drop(which);
            return;
        }
        --m_warming;
    }
    if (!m_running) {
        m_free.push_back(which);
        return;
    }
    const qint64 at = now();
    const bool due = m_next < m_plan.size() && nextDue() <= at;
    if (due)
        sendOn(which, m_next++, at, false);
    else
        m_free.push_back(which);
}

/// A connection broke: its request has no answer. The next check opens another, so that a dead server is not
/// called in a tight loop.
void Loader::drop(std::size_t which)
{
    auto &connection = m_connections[which];
    if (connection.request >= 0) {
        Request &request = m_plan[std::size_t(connection.request)];
        request.fate =
            connection.answer.state() == AnswerReader::State::Broken ? Fate::Other : Fate::NoAnswer;
        connection.request = -1;
        ++m_done;
    }
    connection.close();
    std::erase(m_free, which);
    m_broken.push_back(which);
}

void Loader::replaceBroken()
{
    for (const std::size_t which : std::exchange(m_broken, {})) {
        if (watch(which))
            m_free.push_back(which);
        else
            drop(which);
    }
}

void Loader::sendOn(std::size_t which, std::size_t index, qint64 at, bool wasFree)
{
    auto &connection = m_connections[which];
    Request &request = m_plan[index];
    if (!m_setting.open)
        request.scheduled = at;
    request.sent = at;
    if (!isPunctual(request))
        ++(wasFree ? m_report.lateByOwnFault : m_report.heldBack);
    connection.request = int(index);
    connection.deadline = at + m_setting.patienceNs;
    if (!connection.send(m_text.of(request.user)))
        drop(which);
}

void Loader::sendDue()
{
    while (!m_free.empty() && m_next < m_plan.size()) {
        const qint64 at = now();
        if (nextDue() > at)
            return;
        const std::size_t which = m_free.back();
        m_free.pop_back();
        sendOn(which, m_next++, at, true);
    }
}

/// For the next instant of the schedule; if no connection is free, or nothing is left, for the next check.
void Loader::armTimer()
{
    qint64 at = m_looked + tickNs;
    if (!m_free.empty() && m_next < m_plan.size())
        at = std::min(at, nextDue());
    m_timer.setTo(m_zero + at);
}

void Loader::giveUpLate(qint64 at)
{
    for (std::size_t i = 0; i < m_connections.size(); ++i) {
        if (m_connections[i].request >= 0 && m_connections[i].deadline < at)
            drop(i);
    }
    while (m_setting.open && m_next < m_plan.size() && m_plan[m_next].scheduled + m_setting.patienceNs < at) {
        ++m_next; // It was never sent: Unsent.
        ++m_done;
    }
}

LoadReport Loader::run(const std::stop_token &stop, const std::function<void(qint64)> &progress)
{
    // Only an open model sleeps until its instants; a closed one would take the server's processor.
    std::optional<PromptThread> prompt;
    if (m_setting.open)
        m_report.means = prompt.emplace().means();
    const qint64 cpu = clockNs(CLOCK_THREAD_CPUTIME_ID);
    const qint64 waited = waitedForCpuNs();
    m_running = true;
    const qint64 begun = clockNs(CLOCK_MONOTONIC);
    m_zero = m_report.zeroNs = std::max(begun, m_setting.beginsAtNs);
    m_looked = begun - m_zero;
    m_report.startedWallMs = QDateTime::currentMSecsSinceEpoch() + (m_zero - begun) / loadMsNs;
    while (m_done < qint64(m_plan.size()) && !stop.stop_requested()) {
        sendDue();
        armTimer();
        wait(-1);
        const qint64 at = now();
        if (at - m_looked < tickNs)
            continue;
        m_looked = at;
        giveUpLate(at);
        replaceBroken();
        if (progress)
            progress(m_done);
    }
    m_report.durationNs = now();
    m_report.cpuNs = clockNs(CLOCK_THREAD_CPUTIME_ID) - cpu;
    if (waited >= 0)
        m_report.waitedNs = waitedForCpuNs() - waited;
    m_report.cancelled = m_done < qint64(m_plan.size());
    for (auto &connection : m_connections) {
        if (connection.request >= 0)
            m_plan[std::size_t(connection.request)].fate = Fate::NoAnswer;
    }
    return m_report;
}

} // namespace

bool LoadReport::generatorWasTheBottleneck(qint64 requests) const
{
    // Time spent ready to run counts like running: a generator that is not scheduled is also the bottleneck.
    const qint64 awake = cpuNs + std::max<qint64>(waitedNs, 0);
    const bool busy = durationNs > 0 && double(awake) > 0.9 * double(durationNs);
    return busy || lateByOwnFault * 1000 > requests;
}

Result<LoadReport> runLoad(const LoadSetting &setting, std::vector<Request> &plan,
                           const std::stop_token &stop, const std::function<void(qint64)> &progress)
{
    Loader loader(setting, plan);
    if (const auto connected = loader.connectAll(); !connected)
        return std::unexpected(connected.error());
    return loader.run(stop, progress);
}

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remote/remote_calls.h"

#include "core/wire/job_json.h"

#include <QUuid>

#include <algorithm>

namespace seonchak {

namespace {

constexpr int askAgainMs = 1000;
constexpr int jobLookMs = 100;
constexpr qint64 jobLooksNs = 1'000'000'000; ///< if the stream does not report on it
/// How long the window asks about an interrupted act before it reports the result as unknown.
constexpr qint64 askedAboutNs = 120'000'000'000;
/// A pause that comes much later than it was ordered may no longer be wanted.
constexpr std::chrono::seconds setWithin{10};
constexpr std::chrono::milliseconds longAct{600'000};

bool isOfGateway(const DeskAnswer &answer)
{
    return answer.kind == DeskAnswer::Kind::Complete && answer.status >= 500 &&
           problemCodeOf(answer).isEmpty();
}

/// The result is unknown: no answer, a proxy's, or one that says that the act is running.
bool isUnknown(const DeskAnswer &answer)
{
    return answer.kind == DeskAnswer::Kind::Broken || isOfGateway(answer) ||
           problemCodeOf(answer) == QLatin1String("idempotency-running");
}

/// The act continues on the server as this job.
std::optional<Job> jobIn(const DeskAnswer &answer)
{
    if (answer.status != 202 || !answer.isGood() || !answer.isJson())
        return std::nullopt;
    auto job = json::readJob(answer.body);
    return job ? std::optional<Job>(std::move(*job)) : std::nullopt;
}

DeskAnswer brokenOff()
{
    DeskAnswer answer;
    answer.kind = DeskAnswer::Kind::Broken;
    answer.failure = {AttachTrouble::Cut, QStringLiteral("how the job ended was not learned")};
    return answer;
}

} // namespace

RemoteCalls::RemoteCalls(DeskAddress address, QByteArray token, const Clock &clock)
    : m_clock(clock)
    , m_wire(std::move(address), std::move(token))
    , m_link(m_wire, clock)
{
    QObject::connect(&m_link, &DeskLink::heard, &m_context, [this](const Status &status) {
        for (WatchedWork *work : m_watched)
            work->take(status);
    });
    QObject::connect(&m_link, &DeskLink::worked, &m_context, [this](const Job &job) { takeJob(job); });
    QObject::connect(&m_link, &DeskLink::jobsRead, &m_context, [this](const QList<Job> &jobs) {
        m_jobs.clear(); // Jobs that are no longer reported have ended, or their server has.
        for (const Job &job : jobs)
            takeJob(job);
    });
}

void RemoteCalls::end()
{
    m_delays.cancel();
    m_wire.end(); // Tasks that wait for an answer still use the other members.
}

QCoro::Task<Result<void>> RemoteCalls::act(DeskRequest request)
{
    auto acting = carryOut(std::move(request), Once::No);
    const DeskAnswer done = co_await acting;
    co_return readDone(done);
}

QCoro::Task<Result<void>> RemoteCalls::setState(DeskRequest order, DeskRequest question, IsSet isSet)
{
    if (!m_link.isConnected())
        co_return readDone(DeskAnswer());
    const qint64 until = m_clock.steadyNs() + std::chrono::nanoseconds(setWithin).count();
    order.limit = question.limit = setWithin;
    auto first = answerTo(order);
    DeskAnswer answer = co_await first;
    while (isUnknown(answer)) {
        const auto pause = m_delays.after(askAgainMs);
        const bool goesOn = co_await pause;
        if (!goesOn)
            break;
        auto looking = answerTo(question);
        const DeskAnswer seen = co_await looking;
        if (seen.isGood() && isSet(seen.body))
            co_return {};
        if (m_clock.steadyNs() >= until)
            break;
        if (!seen.isGood())
            continue;
        auto again = answerAgain(order, answer);
        answer = co_await again;
    }
    co_return readDone(answer);
}

QCoro::Task<DeskAnswer> RemoteCalls::answerTo(DeskRequest request)
{
    const auto asked = m_wire.ask(request);
    co_return co_await asked;
}

QCoro::Task<DeskAnswer> RemoteCalls::answerAgain(DeskRequest request, DeskAnswer before)
{
    auto asking = answerTo(std::move(request));
    DeskAnswer answer = co_await asking;
    co_return answer.kind == DeskAnswer::Kind::NotSent ? std::move(before) : std::move(answer);
}

QCoro::Task<DeskAnswer> RemoteCalls::look(DeskRequest request)
{
    if (!m_link.isConnected())
        co_return DeskAnswer();
    auto asked = answerTo(std::move(request));
    co_return co_await asked;
}

QCoro::Task<DeskAnswer> RemoteCalls::carryOut(DeskRequest request, Once once, std::stop_token stop,
                                              WatchedWork *watched)
{
    if (!m_link.isConnected())
        co_return DeskAnswer();
    const QByteArray key =
        once == Once::Keyed ? QUuid::createUuid().toByteArray(QUuid::WithoutBraces) : QByteArray();
    request.key = key;
    request.prefersAsync = watched && m_link.place() && m_link.place()->can("jobs");
    request.limit = longAct;
    const std::stop_callback stopping(stop, [this, key] {
        if (!key.isEmpty()) // The act's own answer says how far it came.
            (void)m_wire.ask({.method = "POST", .path = "/api/v1/acts/" + key + "/stop"});
    });
    auto first = answerTo(request);
    DeskAnswer answer = co_await first;
    qint64 until = m_clock.steadyNs() + askedAboutNs;
    while (once == Once::Keyed && (isUnknown(answer) || jobIn(answer)) && m_clock.steadyNs() < until) {
        if (const auto job = jobIn(answer)) {
            if (watched)
                watched->follow(job->id);
            auto waiting = endOf(*job, until); // A repeat with the same key resumes the act.
            const auto end = co_await waiting;
            if (end)
                co_return *end;
        }
        const auto pause = m_delays.after(askAgainMs);
        const bool goesOn = co_await pause;
        if (!goesOn)
            break;
        auto again = answerAgain(request, answer);
        answer = co_await again;
    }
    if (jobIn(answer))
        co_return brokenOff();
    co_return answer;
}

void RemoteCalls::takeJob(const Job &job)
{
    for (WatchedWork *work : m_watched)
        work->take(job);
    if (job.isOver())
        m_jobs.remove(job.id);
    else
        m_jobs.insert(job.id, job);
    if (const auto own = m_own.find(job.id); own != m_own.end())
        *own = *own || job.isOver();
}

QList<Job> RemoteCalls::jobsOfOthers() const
{
    QList<Job> jobs;
    for (const Job &job : m_jobs) {
        if (!m_own.contains(job.id))
            jobs.append(job);
    }
    std::ranges::sort(jobs, {}, &Job::begunAt);
    return jobs;
}

QCoro::Task<std::optional<DeskAnswer>> RemoteCalls::endOf(Job job, qint64 &until)
{
    m_own.insert(job.id, job.isOver());
    qint64 lookedNs = 0; // At once: a short act is over by now.
    std::optional<DeskAnswer> end;
    while (m_clock.steadyNs() < until) {
        const auto pause = m_delays.after(jobLookMs);
        const bool goesOn = co_await pause;
        if (!goesOn)
            break;
        if (!m_own.value(job.id) && m_clock.steadyNs() - lookedNs < jobLooksNs)
            continue;
        lookedNs = m_clock.steadyNs();
        auto asking = answerTo({.path = "/api/v1/jobs/" + job.id.toLatin1()});
        const DeskAnswer answer = co_await asking;
        if (problemCodeOf(answer) == QLatin1String("job-not-found"))
            break;
        const auto now =
            answer.isGood() ? json::readJob(answer.body) : Result<Job>(failure(Trouble::Unavailable, {}));
        if (!now)
            continue;
        until = m_clock.steadyNs() + askedAboutNs;
        takeJob(*now);
        const json::JobAnswer told = json::readJobAnswer(answer.body);
        if (now->isOver() && told.status > 0)
            end = DeskAnswer{DeskAnswer::Kind::Complete, {}, told.status, "application/json", told.body, 0};
        if (now->isOver())
            break;
    }
    m_own.remove(job.id);
    co_return end;
}

} // namespace seonchak

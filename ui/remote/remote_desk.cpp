// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How it asks; what it looks up and what it does stand in remote_lookups.cpp and remote_acts.cpp.
#include "ui/remote/remote_desk.h"

#include "core/wire/job_json.h"
#include "ui/remote/attach_words.h"
#include "ui/remote/remote_error.h"
#include "ui/remote/watched_work.h"

#include <QUuid>

#include <algorithm>

namespace seonchak {

namespace {

constexpr std::size_t eventsKept = 4096;
constexpr int askAgainMs = 1000;
constexpr int jobLookMs = 100;
constexpr qint64 jobLooksNs = 1'000'000'000; ///< if the stream does not report on it
/// So long a cut off act is asked about; then a person looks for themselves.
constexpr qint64 askedAboutNs = 120'000'000'000;
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
    return answer;
}

} // namespace

RemoteDesk::RemoteDesk(DeskAddress address, QByteArray token, const Clock &clock)
    : m_clock(clock)
    , m_wire(std::move(address), std::move(token))
    , m_link(m_wire, clock)
{
    connect(&m_link, &DeskLink::heard, this, &RemoteDesk::take);
    connect(&m_link, &DeskLink::happened, this, &RemoteDesk::keep);
    connect(&m_link, &DeskLink::worked, this, &RemoteDesk::takeJob);
    connect(&m_link, &DeskLink::jobsRead, this, [this](const QList<Job> &jobs) {
        m_jobs.clear(); // Jobs that are no longer reported have ended, or their server has.
        for (const Job &job : jobs)
            takeJob(job);
    });
    connect(&m_link, &DeskLink::changed, this, &RemoteDesk::follow);
}

RemoteDesk::~RemoteDesk()
{
    m_delays.cancel();
    m_wire.end(); // Tasks that wait for an answer still use the other members.
    for (const auto &waiting : std::exchange(m_waiting, {}))
        waiting.deliver({});
}

void RemoteDesk::take(const Status &status)
{
    for (Watched *work : m_watched)
        work->take(status);
    if (m_waiting.empty()) {
        m_fresh = status;
        return;
    }
    m_fresh.reset();
    for (const auto &waiting : std::exchange(m_waiting, {}))
        waiting.deliver(status);
}

void RemoteDesk::keep(Event event)
{
    event.serial = ++m_lastEvent;
    m_events.push_back(std::move(event));
    if (m_events.size() > eventsKept)
        m_events.pop_front();
}

/// What the header and the questions are made of.
void RemoteDesk::follow()
{
    if (!m_link.place())
        return;
    const json::DeskPlaceInfo &now = *m_link.place();
    const bool isSame = now.sale.name == m_shown.sale.name && now.sale.live == m_shown.sale.live &&
                        now.store.url == m_shown.store.url &&
                        now.store.timeoutMs == m_shown.store.timeoutMs && now.role == m_shown.role &&
                        now.secondPerson == m_shown.secondPerson && now.name == m_shown.name;
    m_shown = now;
    if (!isSame)
        Q_EMIT placeChanged();
}

std::optional<Attachment> RemoteDesk::attachment() const
{
    Attachment to;
    to.where = m_wire.address().shown;
    if (const auto &place = m_link.place()) {
        to.name = place->name;
        to.role = place->role;
        to.version = place->version;
    }
    to.connected = m_link.isConnected();
    if (to.connected) {
        to.others = m_link.others();
        to.jobs = jobsOfOthers();
    }
    if (!to.connected) {
        to.trouble = AttachWords::title(m_link.failure());
        to.toDo = AttachWords::advice(m_link.failure(), to.where);
    }
    return to;
}

QString RemoteDesk::barred(DeskAct act) const
{
    const auto &place = m_link.place();
    if (!place)
        return AttachWords::notConnected();
    const bool isAdmin = place->role == QLatin1String("admin");
    const bool may = isAdmin || (act == DeskAct::Operate && place->role == QLatin1String("operator"));
    return may ? QString() : AttachWords::roleTooSmall(place->role, act);
}

QString RemoteDesk::lacks(const char *capability) const
{
    const auto &place = m_link.place();
    return !place || place->can(capability) ? QString() : AttachWords::lacking(place->version);
}

QString RemoteDesk::serverUrl() const
{
    return m_wire.address().shown;
}

PartnerOptions RemoteDesk::store() const
{
    return m_link.place() ? m_link.place()->store : PartnerOptions();
}

SaleSign RemoteDesk::sale() const
{
    const auto &place = m_link.place();
    return place ? SaleSign{place->sale.name, place->sale.live, true, place->secondPerson}
                 : SaleSign{.known = false};
}

QCoro::Task<Status> RemoteDesk::status()
{
    if (m_fresh)
        co_return *std::exchange(m_fresh, std::nullopt);
    const Promised<Status> coming;
    m_waiting.push_back(coming);
    co_return co_await coming;
}

EventPage RemoteDesk::events(quint64 after, qsizetype most) const
{
    EventPage page;
    page.next = after;
    for (const Event &event : m_events) {
        if (event.serial <= after)
            continue;
        if (page.items.size() == most)
            break;
        page.dropped += event.serial - page.next - 1;
        page.next = event.serial;
        page.items.append(event);
    }
    return page;
}

QCoro::Task<DeskAnswer> RemoteDesk::answerTo(DeskRequest request)
{
    const auto asked = m_wire.ask(request);
    co_return co_await asked;
}

QCoro::Task<DeskAnswer> RemoteDesk::look(DeskRequest request)
{
    if (!m_link.isConnected())
        co_return DeskAnswer();
    auto asked = answerTo(std::move(request));
    co_return co_await asked;
}

QCoro::Task<DeskAnswer> RemoteDesk::act(QByteArray method, QByteArray path, QByteArray body, Once once,
                                        std::stop_token stop, Watched *watched)
{
    if (!m_link.isConnected())
        co_return DeskAnswer();
    const QByteArray key =
        once == Once::Keyed ? QUuid::createUuid().toByteArray(QUuid::WithoutBraces) : QByteArray();
    const bool asJob = watched && m_link.place() && m_link.place()->can("jobs");
    const DeskRequest request{
        .method = method, .path = path, .body = body, .key = key, .prefersAsync = asJob, .limit = longAct};
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
        auto again = answerTo(request);
        const DeskAnswer next = co_await again;
        if (next.kind != DeskAnswer::Kind::NotSent) // Else no more is known than before.
            answer = next;
    }
    if (jobIn(answer))
        co_return brokenOff();
    co_return answer;
}

void RemoteDesk::takeJob(const Job &job)
{
    for (Watched *work : m_watched)
        work->take(job);
    if (job.isOver())
        m_jobs.remove(job.id);
    else
        m_jobs.insert(job.id, job);
    if (const auto own = m_own.find(job.id); own != m_own.end())
        *own = *own || job.isOver();
}

QList<Job> RemoteDesk::jobsOfOthers() const
{
    QList<Job> jobs;
    for (const Job &job : m_jobs) {
        if (!m_own.contains(job.id))
            jobs.append(job);
    }
    std::ranges::sort(jobs, {}, &Job::begunAt);
    return jobs;
}

QCoro::Task<std::optional<DeskAnswer>> RemoteDesk::endOf(Job job, qint64 &until)
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

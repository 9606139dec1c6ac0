// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remote/desk_link.h"

#include "core/wire/desk_json.h"
#include "core/wire/job_json.h"
#include "core/wire/json_tools.h"
#include "core/wire/status_json.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace seonchak {

namespace {

constexpr int firstDelayMs = 250;
constexpr int longestDelayMs = 10'000;
constexpr int refusedDelayMs = 5000; ///< a client refused for a reason would be refused again soon
constexpr int checkMs = 250;
constexpr qint64 nsPerLinkMs = 1'000'000;
/// Readings come four times a second; while Redis or the database holds them up, a comment every ten seconds.
constexpr qint64 silenceMostNs = 12'000 * nsPerLinkMs;
/// A stream that says nothing from its beginning is held back by something in between.
constexpr qint64 beginningMostNs = 4000 * nsPerLinkMs;
constexpr int heldBackMost = 2;
constexpr qint64 lookAgainNs = 10'000 * nsPerLinkMs;
constexpr int pollMs = 250;
constexpr int saidEach = 8; ///< rounds: without a stream the server forgets a desk that says nothing
constexpr int eventsPolled = 200;

/// So that desks that were cut off together do not come back together.
int jittered(int ms)
{
    return ms * 3 / 4 + int(QRandomGenerator::global()->bounded(ms / 2 + 1));
}

QString problemCode(const DeskAnswer &answer)
{
    const auto object = answer.isJson() ? json::objectOf(answer.body) : Result<QJsonObject>(QJsonObject());
    return object ? json::textAt(*object, QLatin1String("code")) : QString();
}

AttachFailure refusalOf(const QString &code, const DeskAnswer &answer, bool hasToken)
{
    const QString status = QString::number(answer.status);
    if (code == QLatin1String("unauthorized"))
        return {hasToken ? AttachTrouble::TokenWrong : AttachTrouble::TokenNeeded, {}};
    if (code == QLatin1String("not-permitted"))
        return {AttachTrouble::RoleTooSmall, {}};
    if (code == QLatin1String("not-local"))
        return {AttachTrouble::NotLocal, {}};
    if (code == QLatin1String("misdirected"))
        return {AttachTrouble::WrongName, {}};
    if (code == QLatin1String("not-found"))
        return {AttachTrouble::OldServer, {}};
    if (code == QLatin1String("unavailable") || code == QLatin1String("too-many-requests"))
        return {AttachTrouble::Busy, {}};
    return {AttachTrouble::NotSeonchak, code.isEmpty() ? status : code};
}

} // namespace

AttachFailure DeskLink::meaningOf(const DeskAnswer &answer, bool hasToken)
{
    if (answer.kind != DeskAnswer::Kind::Complete)
        return answer.failure;
    if (const QString code = problemCode(answer); !code.isEmpty())
        return refusalOf(code, answer, hasToken);
    const QString status = QString::number(answer.status);
    if (answer.status >= 300 && answer.status < 400)
        return {AttachTrouble::Redirected, status};
    if (answer.status >= 502 && answer.status <= 504)
        return {AttachTrouble::NoServerBehind, status};
    return {AttachTrouble::NotSeonchak, status};
}

DeskLink::DeskLink(DeskWire &wire, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_wire(wire)
    , m_clock(clock)
    , m_reader([this](const StreamReader::Event &event) { take(event); })
{
    m_told.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { ask(this); });
    connect(&m_checks, &QTimer::timeout, this, &DeskLink::check);
}

void DeskLink::start()
{
    m_checks.start(checkMs);
    ask(this);
}

void DeskLink::again(int delayMs)
{
    m_retry.start(delayMs);
}

QCoro::Task<> DeskLink::ask(QPointer<DeskLink> self)
{
    if (self->m_asking)
        co_return;
    self->m_asking = true;
    const auto asked = self->m_wire.ask({.path = "/api/v1/desk"});
    const DeskAnswer answer = co_await asked;
    if (!self)
        co_return;
    self->m_asking = false;
    self->takeDesk(answer);
}

void DeskLink::takeDesk(const DeskAnswer &answer)
{
    auto place = answer.isGood() && answer.isJson() ? json::readDesk(answer.body)
                                                    : seonchak::failure(Trouble::Unavailable, {});
    if (!place)
        return fail(meaningOf(answer, m_wire.hasToken()));
    m_place = std::move(*place);
    takeOthers(m_place->present);
    m_heardNs = m_lookedNs = m_clock.steadyNs();
    Q_EMIT changed();
    say(this);
    catchUp(this);
    if (m_heldBack < heldBackMost)
        listen();
    else if (!std::exchange(m_polling, true))
        poll(this);
}

DeskRequest DeskLink::streamRequest() const
{
    DeskRequest request;
    request.path = "/api/v1/stream?desk=" + m_told.id.toLatin1();
    if (m_cursor > 0)
        request.lastEventId = QByteArray::number(m_cursor);
    else
        request.path += "&after=0"; // What is kept of the time before this window.
    request.limit = std::chrono::milliseconds(0);
    return request;
}

void DeskLink::listen()
{
    m_listening = true;
    m_hasRead = false;
    const auto onBytes = [this](const QByteArray &bytes) {
        m_heardNs = m_clock.steadyNs();
        m_reader.read(bytes);
    };
    m_reader.clear();
    m_wire.listen(streamRequest(), onBytes, [this](const DeskAnswer &answer) { onEnd(answer); });
}

void DeskLink::take(const StreamReader::Event &event)
{
    if (event.name == "reading") {
        takeReading(event.data);
    } else if (event.name == "entry") {
        if (const auto entry = json::readEvent(event.data))
            takeEvent(*entry);
        m_cursor = std::max(m_cursor, event.id.toULongLong());
    } else if (event.name == "job") {
        if (const auto job = json::readJob(event.data))
            Q_EMIT worked(*job);
    } else if (event.name == "desks") {
        if (const auto present = json::objectOf(event.data))
            takeOthers(json::readPresence(*present));
    } else if (event.name == "gap") {
        const auto gap = json::objectOf(event.data);
        if (gap && gap->value(QLatin1String("restarted")).toBool())
            m_cursor = 0; // The serials of another run.
    }
}

void DeskLink::takeEvent(const Event &event)
{
    m_cursor = event.serial;
    Q_EMIT happened(event);
}

void DeskLink::takeReading(const QByteArray &text)
{
    const auto status = json::readStatus(text);
    if (!status)
        return;
    m_hasRead = true;
    m_attempts = 0;
    m_failure = {};
    if (!std::exchange(m_connected, true))
        Q_EMIT changed();
    Q_EMIT heard(*status);
}

/// A proxy may cut the stream every half minute: this is no trouble as long as the next one begins
/// immediately.
void DeskLink::onEnd(const DeskAnswer &answer)
{
    m_listening = false;
    const bool isRefused = answer.kind == DeskAnswer::Kind::Complete && answer.status != 200;
    if (isRefused || !m_hasRead)
        return fail(isRefused || answer.kind != DeskAnswer::Kind::Complete
                        ? meaningOf(answer, m_wire.hasToken())
                        : AttachFailure{AttachTrouble::Cut, {}});
    again(jittered(firstDelayMs) / 4);
}

void DeskLink::fail(AttachFailure failure)
{
    m_wire.hangUp();
    m_listening = false;
    m_polling = false;
    m_failure = std::move(failure);
    m_connected = false;
    const int shift = std::min(m_attempts++, 6);
    int delay = std::min(firstDelayMs << shift, longestDelayMs);
    const AttachTrouble trouble = m_failure.trouble;
    if (trouble == AttachTrouble::TokenWrong || trouble == AttachTrouble::TokenNeeded)
        delay = refusedDelayMs; // Otherwise the server would assume that we guess tokens.
    again(jittered(delay));
    Q_EMIT changed();
}

/// A role may be another one meanwhile, and the first token may have been added.
QCoro::Task<> DeskLink::look(QPointer<DeskLink> self)
{
    self->m_looking = true;
    const auto asked = self->m_wire.ask({.path = "/api/v1/desk"});
    const DeskAnswer answer = co_await asked;
    if (!self)
        co_return;
    self->m_looking = false;
    self->m_lookedNs = self->m_clock.steadyNs();
    auto place = answer.isGood() && answer.isJson() ? json::readDesk(answer.body)
                                                    : seonchak::failure(Trouble::Unavailable, {});
    if (!place) // The stream tells of what is lost.
        co_return;
    self->m_place = std::move(*place);
    self->takeOthers(self->m_place->present);
    Q_EMIT self->changed();
    say(self);
    if (self->m_polling)
        catchUp(self);
}

/// The jobs of before this stream.
QCoro::Task<> DeskLink::catchUp(QPointer<DeskLink> self)
{
    if (!self->m_place || !self->m_place->can("jobs"))
        co_return;
    const DeskRequest request{.path = "/api/v1/jobs"};
    const auto asked = self->m_wire.ask(request);
    const DeskAnswer answer = co_await asked;
    const auto jobs = answer.isGood() ? json::readJobs(answer.body)
                                      : Result<QList<Job>>(seonchak::failure(Trouble::Unavailable, {}));
    if (self && jobs)
        Q_EMIT self->jobsRead(*jobs);
}

void DeskLink::takeOthers(DesksPresent present)
{
    present.desks.removeIf([this](const DeskPresence &desk) { return desk.id == m_told.id; });
    m_others = std::move(present);
}

void DeskLink::tellOpened(const QList<qint64> &doubts)
{
    const auto some = doubts.first(std::min(doubts.size(), json::mostOpened));
    if (some == m_told.doubts)
        return;
    m_told.doubts = some;
    say(this);
}

/// One at a time: moving through a list with the arrow keys reports the last position, not every step.
QCoro::Task<> DeskLink::say(QPointer<DeskLink> self)
{
    self->m_sayAgain = true;
    if (self->m_saying || !self->m_place || !self->m_place->can("desks"))
        co_return;
    self->m_saying = true;
    while (self && std::exchange(self->m_sayAgain, false)) {
        const DeskRequest request{
            .method = "PUT", .path = "/api/v1/desk", .body = json::deskTold(self->m_told)};
        const auto asked = self->m_wire.ask(request);
        const DeskAnswer answer = co_await asked;
        if (!self)
            co_return;
        const auto present = answer.isGood()
                                 ? json::objectOf(answer.body)
                                 : Result<QJsonObject>(seonchak::failure(Trouble::Unavailable, {}));
        if (present)
            self->takeOthers(json::readPresence(*present));
    }
    self->m_saying = false;
}

void DeskLink::check()
{
    if (m_connected && !m_looking && m_clock.steadyNs() - m_lookedNs > lookAgainNs)
        look(this);
    const qint64 most = m_hasRead ? silenceMostNs : beginningMostNs;
    if (!m_listening || m_clock.steadyNs() - m_heardNs < most)
        return;
    // If the server answers but its stream is silent, a proxy in between holds it back.
    m_heldBack = m_hasRead ? 0 : m_heldBack + 1;
    fail({m_hasRead ? AttachTrouble::Cut : AttachTrouble::TimedOut, {}});
    if (m_heldBack >= heldBackMost)
        again(0);
}

QCoro::Task<> DeskLink::poll(QPointer<DeskLink> self)
{
    for (int round = 0; self && self->m_polling; ++round) {
        if (round % saidEach == 0)
            say(self);
        const auto asked = self->m_wire.ask({.path = "/api/v1/status"});
        const DeskAnswer answer = co_await asked;
        if (!self || !self->m_polling)
            co_return;
        if (!answer.isGood() || !answer.isJson()) {
            self->m_heldBack = 0; // The next one tries the stream again.
            self->fail(meaningOf(answer, self->m_wire.hasToken()));
            co_return;
        }
        self->takeReading(answer.body);
        const QByteArray after = QByteArray::number(self->m_cursor);
        const auto events = self->m_wire.ask(
            {.path = "/api/v1/events?limit=" + QByteArray::number(eventsPolled) + "&after=" + after});
        const DeskAnswer told = co_await events;
        if (!self)
            co_return;
        const auto page =
            told.isGood() ? json::readEvents(told.body) : seonchak::failure(Trouble::Unavailable, {});
        for (const Event &event : page ? page->items : QList<Event>())
            self->takeEvent(event);
        const auto pause = self->m_delays.after(pollMs);
        const bool goesOn = co_await pause;
        if (!goesOn)
            co_return;
    }
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/stream_feed.h"

#include "core/async/task_home.h"
#include "core/issue/ground/job_log.h"
#include "core/wire/desk_json.h"
#include "core/wire/job_json.h"
#include "core/wire/json_tools.h"
#include "core/wire/presence_json.h"
#include "server/api/desk_roll.h"
#include "server/api/json.h"
#include "server/api/stream_desk.h"
#include "server/api/stream_words.h"

namespace seonchak::http {

namespace {

constexpr int tickMs = 250;
constexpr int ticksASecond = 4;
constexpr int commentTicks = 40;
constexpr qsizetype entriesInOneChunk = 200;
constexpr qsizetype mostJobs = 20; ///< otherwise a reading client would owe too much at once
/// A new listener also reads the lists: changes in between are sent twice rather than never.
constexpr qint64 toldTwiceMs = 2000;

} // namespace

StreamFeed::StreamFeed(Sale &sale, DeskRoll &desks)
    : m_sale(sale)
    , m_desks(desks)
{
    connect(&m_timer, &QTimer::timeout, this, &StreamFeed::tick);
}

std::shared_ptr<void> StreamFeed::takePlace()
{
    if (m_places->fetch_add(1, std::memory_order_relaxed) >= placesMost) {
        m_places->fetch_sub(1, std::memory_order_relaxed);
        return nullptr;
    }
    return {this, [places = m_places](void *) { places->fetch_sub(1, std::memory_order_relaxed); }};
}

void StreamFeed::listen(std::weak_ptr<StreamDesk> desk)
{
    Listener listener{desk.lock().get(), desk, TaskHome::current()};
    QMetaObject::invokeMethod(
        this, [this, listener = std::move(listener)] { add(listener); }, Qt::QueuedConnection);
}

void StreamFeed::leave(const StreamDesk *desk)
{
    const auto forget = [this, desk] {
        std::erase_if(m_listeners, [desk](const Listener &one) { return one.name == desk; });
        if (!m_listeners.empty())
            return;
        m_timer.stop();
        m_watch.reset();
    };
    QMetaObject::invokeMethod(this, forget, Qt::QueuedConnection);
}

void StreamFeed::add(Listener listener)
{
    m_listeners.push_back(std::move(listener));
    if (m_watch)
        return;
    const WallMs since = m_sale.wallMs() - toldTwiceMs;
    m_watch =
        std::make_shared<Watch>(Watch{m_sale.records().lastEvent(), AuditTail(since), DoubtTail(since)});
    m_watch->jobsTold = m_sale.jobs().version();
    m_timer.start(tickMs);
    tick();
}

void StreamFeed::tick()
{
    const int number = m_watch->ticks++;
    tellEntries();
    tellDesks();
    tellJobs();
    if (!m_reading)
        tellReading();
    if (number % ticksASecond == 0 && !m_auditing)
        tellAudit(m_watch);
    const bool mayHaveDoubts = number == 0 || m_watch->inDoubt > 0 || !m_watch->doubts.isEmpty();
    if (number % ticksASecond == 0 && mayHaveDoubts && !m_doubting)
        tellDoubts(m_watch);
    if (number % commentTicks == commentTicks - 1)
        publish({StreamChunk::Kind::Other, sse::comment("still here")});
}

void StreamFeed::tellEntries()
{
    for (qsizetype came = entriesInOneChunk; came == entriesInOneChunk;) {
        const quint64 after = m_watch->cursor;
        const EventPage page = m_sale.records().events(after, entriesInOneChunk);
        came = page.items.size();
        m_watch->cursor = page.next;
        if (came > 0)
            publish({StreamChunk::Kind::Entries, sse::entries(page, after), after, page.next});
    }
}

/// A new client is on the roll, so it gets the list as well.
void StreamFeed::tellDesks()
{
    const quint64 version = m_desks.version();
    if (std::exchange(m_watch->desksTold, version) == version)
        return;
    const QByteArray json = json::compact(json::presence(m_desks.present()));
    publish({StreamChunk::Kind::Other, sse::event("desks", json)});
}

/// Sends at most one update of an act at a time, however fast it is; many at once become one event with their
/// number.
void StreamFeed::tellJobs()
{
    const quint64 version = m_sale.jobs().version();
    const quint64 before = std::exchange(m_watch->jobsTold, version);
    if (before == version)
        return;
    const QList<Job> changed = m_sale.jobs().changedSince(before);
    if (changed.size() > mostJobs)
        return publish({StreamChunk::Kind::Other,
                        sse::event("job", "{\"changed\":" + QByteArray::number(changed.size()) + '}')});
    for (const Job &job : changed)
        publish({StreamChunk::Kind::Other, sse::event("job", json::compact(json::job(job)))});
}

QCoro::Task<> StreamFeed::tellReading()
{
    m_reading = true;
    auto asked = m_sale.status();
    Status status = co_await asked;
    m_reading = false;
    if (!m_watch)
        co_return;
    m_watch->inDoubt = status.stock.inDoubt;
    status.lastLatency = m_watch->latency.add(m_sale.steadyNs(), status.latencyCounts);
    publish({StreamChunk::Kind::Reading, sse::event("reading", json::status(status)), 0, m_watch->cursor});
}

QCoro::Task<> StreamFeed::tellAudit(std::shared_ptr<Watch> watch)
{
    m_auditing = true;
    auto asked = m_sale.records().audit(watch->audit.question());
    const auto page = co_await asked;
    m_auditing = false;
    if (!page || watch != m_watch)
        co_return;
    for (const AuditEntry &entry : watch->audit.fresh(page->items))
        publish({StreamChunk::Kind::Other, sse::event("audit", json::auditEntry(entry))});
}

QCoro::Task<> StreamFeed::tellDoubts(std::shared_ptr<Watch> watch)
{
    m_doubting = true;
    auto asked = m_sale.records().doubts(DoubtTail::mostRead);
    const auto open = co_await asked;
    m_doubting = false;
    if (!open || watch != m_watch)
        co_return;
    const auto changes = watch->doubts.changes(*open);
    if (!changes.isEmpty())
        publish({StreamChunk::Kind::Other, sse::doubts(changes, m_sale.wallMs())});
}

void StreamFeed::publish(StreamChunk chunk)
{
    const auto shared = std::make_shared<const StreamChunk>(std::move(chunk));
    for (const Listener &listener : m_listeners) {
        listener.home->post([weak = listener.desk, shared] {
            if (const auto desk = weak.lock())
                desk->take(*shared);
        });
    }
}

} // namespace seonchak::http

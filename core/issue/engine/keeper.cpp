// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/keeper.h"

#include "core/database/journal/journal.h"
#include "core/redis/connection.h"

#include <QPointer>

namespace seonchak {

namespace {
using namespace std::chrono;
constexpr int tickMs = 500;
constexpr milliseconds roundEvery{950}; ///< with two ticks a second: one round each second
constexpr milliseconds leftoversEvery{10'000};
constexpr milliseconds wakesEvery{100}; ///< a single user's broken key must not keep us busy
constexpr int mostFlushes = 4;          ///< of notes in one tick: issues need the journal more
/// A connection that is restored within this time was no outage.
constexpr milliseconds moment{700};
constexpr milliseconds notesRestBefore{300}; ///< an opening: longer than it takes to write a portion
constexpr milliseconds notesRestAfter{1000};
/// Longer than a write takes on any healthy disk.
constexpr seconds writeTakes{3};
} // namespace

bool Keeper::Turn::take()
{
    const auto now = Steady::now();
    if (now < next)
        return false;
    next = now + every;
    return true;
}

Keeper::Keeper(Parts parts)
    : m(parts)
    , m_notes{roundEvery, {}}
    , m_rounds{roundEvery, {}}
    , m_leftovers{leftoversEvery, {}}
    , m_wakes{wakesEvery, {}}
    , m_journalChanges([this] { journalChanged(); })
{
    connect(&m_timer, &QTimer::timeout, this, &Keeper::tick);
    connect(&m.redis, &RedisConnection::readyChanged, this, [this](bool ready) {
        // After a break the server may be another Redis, or an older one: the gate stays closed until this is
        // known.
        m.readiness.close();
        m_redisAway = ready ? Steady::time_point() : Steady::now();
        if (ready)
            wake();
    });
}

void Keeper::start()
{
    m_redisAway = m_journalAway = Steady::now();
    m.readiness.setKeeper([this] { QMetaObject::invokeMethod(this, &Keeper::wake, Qt::QueuedConnection); });
    m.journal.changes().add(m_journalChanges.waker());
    m_journalChanges.waker().wake(); // It may be connected already.
    lookAfterAMoment();
    m_timer.start(tickMs);
}

void Keeper::stop()
{
    m.readiness.setKeeper({});
    m_stopped = true;
    m_timer.stop();
}

/// Called when a station lost its connection, or Redis refused one of its commands.
void Keeper::wake()
{
    if (m_busy) {
        m_woken = true;
        return;
    }
    if (m.readiness.isOpen() && !m_wakes.take())
        return; // the next round is due soon
    m_rounds.next = {};
    tick();
}

/// Called when the work that kept it busy has ended.
void Keeper::ended()
{
    m_busy = false;
    if (std::exchange(m_woken, false))
        QMetaObject::invokeMethod(this, &Keeper::wake, Qt::QueuedConnection);
}

void Keeper::tick()
{
    if (m_stopped) {
        m_timer.stop(); // The work that was running has started it again.
        return;
    }
    lookAtConnections();
    lookAtJournal();
    if (!m.journal.isConnected())
        return;
    if (!m_writing && mayWriteNotes() && m_notes.take())
        writeNotes();
    if (m_busy)
        return;
    if (!m.redis.isReady()) {
        // The db-* strategies issue without Redis: they read pauses and times from the book.
        if (!m.pauseMark.isKnown() || (m.home == StockHome::Database && m_rounds.take()))
            learnMarks();
        return;
    }
    if (!m.readiness.isOpen())
        reconcile();
    else if (m_rounds.take())
        settle();
}

/// A start waits for no tick. Afterwards the loss of the database is left to the next one: it may be brief.
void Keeper::journalChanged()
{
    if (m_starting || m.journal.isConnected())
        wake();
}

/// At a start, a service that is still away then is an outage, which is not left to the next tick.
void Keeper::lookAfterAMoment()
{
    QTimer::singleShot(moment + milliseconds(1), Qt::PreciseTimer, this, &Keeper::tick);
}

void Keeper::lookAtConnections()
{
    const bool away = !m.redis.isReady() && Steady::now() - m_redisAway > moment;
    if (away && !m.redis.lastError().isEmpty())
        refused(Outage::Service::Redis, m.redis.lastError());
}

void Keeper::lookAtJournal()
{
    if (m.journal.waitsSince() > writeTakes)
        return refused(Outage::Service::Database, QStringLiteral("a write is not answered"));
    const auto trouble = m.journal.trouble();
    if (!trouble) {
        m_journalAway = {};
        if (m.journal.isConnected())
            over(Outage::Service::Database);
        return;
    }
    if (m_journalAway == Steady::time_point()) {
        m_journalAway = Steady::now();
        if (m_starting)
            lookAfterAMoment();
    }
    if (Steady::now() - m_journalAway > moment || m.outages.has(Outage::Service::Database))
        refused(Outage::Service::Database, trouble->detail);
}

/// Probes Redis. Returns false if it refuses writes, or was lost meanwhile.
QCoro::Task<bool> Keeper::takesWrites()
{
    const auto written = co_await m.probe.run();
    m_wrongType = !written && written.error().detail.contains(QLatin1String("WRONGTYPE"));
    if (written)
        over(Outage::Service::Redis);
    else if (m.redis.isReady())
        refused(Outage::Service::Redis, written.error().detail);
    co_return written.has_value();
}

void Keeper::refused(Outage::Service service, const QString &words)
{
    if (service == Outage::Service::Redis)
        m.readiness.shut();
    if (!m.outages.report(service, words, m.clock.wallMs()))
        return;
    Q_EMIT happened(QStringLiteral("not issuing: %1").arg(Outage{service, {}, words, 0}.sentence()));
}

void Keeper::over(Outage::Service service)
{
    const auto outage = m.outages.clear(service);
    if (!outage)
        return;
    const qint64 lasted = std::max<qint64>(0, m.clock.wallMs() - outage->since) / 1000;
    Q_EMIT happened(
        QStringLiteral("%1 takes writes again, after %2 s")
            .arg(service == Outage::Service::Redis ? QStringLiteral("Redis") : QStringLiteral("the database"))
            .arg(lasted));
}

QCoro::Task<> Keeper::reconcile()
{
    m_busy = true;
    m_starting = false;
    // reconcile() opens the gate: the pause and the sale's times must be known before.
    const auto known = co_await readMarks();
    bool goesOn = co_await takesWrites();
    if (!goesOn && m_wrongType) // It may be another program's Redis; the rebuild reports that.
        goesOn = co_await m.rebuild.isUnmarked();
    if (!goesOn) {
        m_timer.start(tickMs);
        ended();
        co_return;
    }
    auto rebuilt = Result<bool>(false);
    if (known)
        rebuilt = co_await m.rebuild.reconcile();
    else
        rebuilt = std::unexpected(known.error());
    if (!rebuilt) {
        if (std::exchange(m_lastTrouble, rebuilt.error().detail) != rebuilt.error().detail)
            Q_EMIT happened(QStringLiteral("not issuing: %1").arg(rebuilt.error().detail));
        m_timer.start(tickMs);
        ended();
        co_return;
    }
    m_lastTrouble.clear();
    m_timer.start(tickMs);
    if (*rebuilt) {
        m.counters.add(Counter::Rebuilds);
        Q_EMIT happened(QStringLiteral("Redis was rebuilt from the database"));
        Q_EMIT this->rebuilt();
    }
    m_leftovers.next =
        std::min(m_leftovers.next, Steady::now() + roundEvery); // Leftovers of a crash are searched for soon.
    ended();
}

QCoro::Task<> Keeper::settle()
{
    m_busy = true;
    const bool writable = co_await takesWrites();
    if (!writable) {
        ended();
        co_return;
    }
    m.pause.compareWithRedis();
    m.times.compareWithRedis();
    const auto settled = co_await m.settler.round();
    if (settled && *settled > 0)
        Q_EMIT happened(QStringLiteral("settling %1 unfinished reservations").arg(*settled));
    // A server may have died before it wrote a pause to Redis, or could not reach it.
    const bool leftovers = settled && m_leftovers.take();
    if (leftovers || m.home == StockHome::Database) {
        const auto known = co_await readMarks();
        Q_UNUSED(known)
    }
    if (leftovers) {
        const auto finished = co_await m.stock.finishLeftovers();
        // An unavailable service reports itself, once.
        if (!finished && finished.error().trouble != Trouble::Unavailable)
            Q_EMIT happened(QStringLiteral("leftovers wait: %1").arg(finished.error().detail));
        co_await m.settler.adoptLostDoubts();
    }
    ended();
}

QCoro::Task<Result<void>> Keeper::readMarks()
{
    auto known = co_await m.pause.readBook();
    if (known)
        known = co_await m.times.readBook();
    co_return known;
}

QCoro::Task<> Keeper::learnMarks()
{
    m_busy = true;
    const auto known = co_await readMarks();
    Q_UNUSED(known) // Retried at the next tick.
    ended();
}

/// Notes of those who came too early would take the disk and the processors from the first issues.
bool Keeper::mayWriteNotes() const
{
    return !m.sale.times().isOpening(m.sale.nowMs(), notesRestBefore.count(), notesRestAfter.count());
}

QCoro::Task<> Keeper::writeNotes()
{
    const QPointer<Keeper> self(this);
    m_writing = true;
    for (int i = 0; i < mostFlushes; ++i) {
        const auto all = co_await m.chronicle.flushSome();
        if (!self)
            co_return;
        if (!all || *all || !mayWriteNotes())
            break;
    }
    m_writing = false;
}

} // namespace seonchak

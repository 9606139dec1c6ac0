// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/post_to_loop.h"
#include "core/async/task.h"
#include "core/async/waker.h"
#include "core/issue/administration/administration.h"
#include "core/issue/administration/records.h"
#include "core/issue/ground/issuer.h"
#include "core/issue/ground/sale_options.h"
#include "core/watch/status.h"

#include <functional>
#include <memory>

namespace seonchak {

class IssueStation;
class ReadingLog;
class JobLog;
class TokenDesk;

/// One sale: its Redis, its book, its partner, and everything that keeps them consistent. The only facade
/// that the server and the window use. Every method may be called from any thread with an event loop; tasks
/// resume there. Nothing blocks, except open() while threads start, and the destructor while background tasks
/// end and queued data is written. No task of a caller may be waiting for the sale when it is destroyed.
class Sale
{
public:
    using Log = std::function<void(const QString &what)>;

    /// Starts everything; Redis and the database may become ready later (see isReady). `log` is called from
    /// any thread. Fails if waiting would not help: no redis-server program.
    static Result<std::unique_ptr<Sale>> open(SaleOptions options, Log log);
    ~Sale();

    /// The sale is served at this port of this machine: webhooks are sent from now on, but not to this
    /// address.
    void servesAt(int port);
    /// Able to issue: Redis and the database are reachable, accept writes, and agree.
    [[nodiscard]] bool isReady() const;
    /// Why it is not ready, as far as Redis or the database is the reason.
    [[nodiscard]] std::vector<Outage> outages() const;
    /// The clock for every timestamp in this sale.
    [[nodiscard]] WallMs wallMs() const;
    /// When the sale opens and closes, and Redis' clock.
    [[nodiscard]] const SaleClock &clock() const;
    /// A person has paused the sale: nothing is issued until it is resumed.
    [[nodiscard]] bool isPaused() const;
    /// The tokens known from the book. Lives as long as the sale.
    [[nodiscard]] const TokenDesk &tokens() const;
    /// The sale and every station are ready, and the tokens are known: from now on no request is refused for
    /// lack of a connection.
    [[nodiscard]] bool isReadyThroughout() const;
    /// Still examining the keys in Redis, which may take a while and may end in a permanent trouble.
    [[nodiscard]] bool isLooking() const;
    /// A problem that waiting does not solve, e.g. a database of a newer version, or another program's keys
    /// in Redis at the start.
    [[nodiscard]] std::optional<Error> permanentTrouble() const;
    [[nodiscard]] const SaleOptions &options() const;
    /// The address of Redis as a connectable URL, password masked.
    [[nodiscard]] QString redisUrl() const;
    [[nodiscard]] QString partnerDescription() const;

    /// The issuing end for the calling thread; the sale must outlive it.
    std::unique_ptr<IssueStation> openStation();

    /// Administrative actions on the sale, and queries. Both live as long as the sale.
    Administration &administration();
    Records &records();
    /// A reading that starts after the call; concurrent callers share one.
    QCoro::Task<Status> status();
    /// The readings of the last hour, by steadyNs().
    [[nodiscard]] const ReadingLog &past() const;
    /// The long acts under way, and those of the last hour. Lives as long as the sale.
    [[nodiscard]] const JobLog &jobs() const;
    [[nodiscard]] qint64 steadyNs() const;

    /// Adds an entry to the list of events.
    void tell(Event::Kind kind, qint64 number, const QString &detail);
    /// Counts a request that was refused before it reached a station.
    void countRejected();
    /// Reservations, rows and answers pending in this process.
    [[nodiscard]] qint64 underWay() const;
    /// Long acts (generate, push, void) end at their next slice and report what they did; new ones are
    /// refused. Thread-safe.
    void stopLongActs();
    /// Ends the background's work immediately: calls waiting for Redis or the partner fail, reservations are
    /// left to the settler. Issues are ended by their stations' cancel(). Thread-safe; returns before the
    /// work has ended.
    void cancel();
    /// The background's event loop; must not be used once the sale is being destroyed.
    [[nodiscard]] PostToLoop loop();
    /// Wakes `waker` whenever the answers of isReadyThroughout(), isLooking() and permanentTrouble() may have
    /// become better. Thread-safe.
    void wakeAtChanges(const Waker &waker);
    /// Calls `idle`, on the background's thread, once no background task waits. Thread-safe.
    void whenIdle(std::function<void()> idle);
    /// Background tasks that wait for an answer. Destroying the sale waits for them.
    [[nodiscard]] int waitingTasks() const;

private:
    class Private;
    explicit Sale(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// The issuing end of one HTTP worker, with its own Redis connection and partner client. Shares nothing.
class IssueStation
{
public:
    virtual ~IssueStation() = default;
    /// Issues by the sale's strategy; counts the outcome and its duration.
    virtual Task<IssueOutcome> issue(UserId user) = 0;
    /// Ends every pending issue soon, as Unavailable, and every later one immediately. Their reservations are
    /// left to the settler. Wait for the thread's tasks to end before destroying the station.
    virtual void cancel() = 0;
};

} // namespace seonchak

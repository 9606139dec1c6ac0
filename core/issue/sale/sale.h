// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/post_to_loop.h"
#include "core/async/task.h"
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

/// One sale: its Redis, its book, its partner, and everything that keeps them together. The one facade that
/// the server and the window talk to. Every method may be called from any thread with an event loop; tasks
/// resume there. Nothing blocks, except open() for as long as threads take to start, and the destructor while
/// the background's tasks end and what is queued is written. No task of a caller may wait for the sale when
/// it is destroyed.
class Sale
{
public:
    using Log = std::function<void(const QString &what)>;

    /// Starts it all; Redis and the database may become ready later (see isReady). `log` is called from any
    /// thread. Fails where waiting would not help: no redis-server program.
    static Result<std::unique_ptr<Sale>> open(SaleOptions options, Log log);
    ~Sale();

    /// It is served at this port of this machine: webhooks are sent from now on, and not to here.
    void servesAt(int port);
    /// Able to issue: Redis and the database reachable, taking writes, and in agreement.
    [[nodiscard]] bool isReady() const;
    /// Why not, as far as Redis or the database is the reason.
    [[nodiscard]] std::vector<Outage> outages() const;
    /// The time that everything in this sale is written down by.
    [[nodiscard]] WallMs wallMs() const;
    /// When it opens and closes, and Redis' clock.
    [[nodiscard]] const SaleClock &clock() const;
    /// A person has paused it: nothing is issued until it is resumed.
    [[nodiscard]] bool isPaused() const;
    /// What is known of the tokens in the book. Lives as long as the sale.
    [[nodiscard]] const TokenDesk &tokens() const;
    /// Ready, and every station as well, and the tokens are known: from here on no request is turned away for
    /// want of a connection.
    [[nodiscard]] bool isReadyThroughout() const;
    /// Still looking at what is in Redis, which may take a while: what it finds may be a permanent trouble.
    [[nodiscard]] bool isLooking() const;
    /// Something that no waiting will mend, e.g. a database of a newer version, or another program's keys in
    /// Redis at the start.
    [[nodiscard]] std::optional<Error> permanentTrouble() const;
    [[nodiscard]] const SaleOptions &options() const;
    /// Where Redis is, as a URL one can connect to, password masked.
    [[nodiscard]] QString redisUrl() const;
    [[nodiscard]] QString partnerDescription() const;

    /// The issuing end for the calling thread; outlived by the sale.
    std::unique_ptr<IssueStation> openStation();

    /// What people do to the sale, and what they may look up in it. Both live as long as the sale.
    Administration &administration();
    Records &records();
    /// A reading that starts after the call; callers that come together share one.
    QCoro::Task<Status> status();
    /// What the readings of the last hour were, by steadyNs().
    [[nodiscard]] const ReadingLog &past() const;
    /// The long acts under way, and those of the last hour. Lives as long as the sale.
    [[nodiscard]] const JobLog &jobs() const;
    [[nodiscard]] qint64 steadyNs() const;

    /// For the list of events.
    void tell(Event::Kind kind, qint64 number, const QString &detail);
    /// Counts a request that was refused before it came to a station.
    void countRejected();
    /// Reservations, rows and answers under way in this process.
    [[nodiscard]] qint64 underWay() const;
    /// Long acts (generate, push, void) end at their next slice, and new ones are refused. They say what they
    /// did. From any thread.
    void stopLongActs();
    /// Ends the background's work at once: what waits for Redis or the partner fails, what is reserved stays
    /// for the settler. Issues end by their stations' cancel(). From any thread; returns before it is done.
    void cancel();
    /// The background's event loop; not to be used once the sale is being destroyed.
    [[nodiscard]] PostToLoop loop();
    /// Tasks of the background that wait for an answer. Destroying the sale waits for them.
    [[nodiscard]] int waitingTasks() const;

private:
    class Private;
    explicit Sale(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// The issuing end of one HTTP worker: its own Redis connection, its own partner client. Share nothing.
class IssueStation
{
public:
    virtual ~IssueStation() = default;
    /// Issues by the sale's strategy; counts the outcome and the time it took.
    virtual Task<IssueOutcome> issue(UserId user) = 0;
    /// Ends every issue under way soon, as Unavailable, and every later one at once. What they have reserved
    /// stays for the settler. Wait for the thread's tasks to end before destroying the station.
    virtual void cancel() = 0;
};

} // namespace seonchak

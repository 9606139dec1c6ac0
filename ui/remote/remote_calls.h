// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/delays.h"
#include "ui/port/desk_port.h"
#include "ui/remote/desk_link.h"
#include "ui/remote/remote_error.h"
#include "ui/remote/watched_work.h"

#include <QHash>

#include <functional>
#include <vector>

namespace seonchak {

/// How an attached window asks its server. Calls without a connection fail immediately and are never queued.
/// An act with a key whose answer was lost is sent again, so that it is done once. One that sets a state is
/// sent again unless the state is set by then. Any other ends as Uncertain. Follows the jobs that run on the
/// server.
class RemoteCalls
{
public:
    template <typename T>
    using Read = Result<T> (*)(const QByteArray &text);

    RemoteCalls(DeskAddress address, QByteArray token, const Clock &clock);
    ~RemoteCalls() { end(); }
    RemoteCalls(const RemoteCalls &) = delete;
    RemoteCalls &operator=(const RemoteCalls &) = delete;

    [[nodiscard]] DeskLink &link() { return m_link; }
    [[nodiscard]] const DeskLink &link() const { return m_link; }
    [[nodiscard]] const DeskAddress &address() const { return m_wire.address(); }
    /// The jobs of other clients that run on the server, the oldest first.
    [[nodiscard]] QList<Job> jobsOfOthers() const;
    /// Ends all calls immediately, and every later one.
    void end();

    /// NotSent immediately while there is no connection.
    QCoro::Task<DeskAnswer> look(DeskRequest request);
    template <typename T>
    QCoro::Task<Result<T>> lookUp(DeskRequest request, Read<T> read);
    /// For an act whose answer has no content.
    QCoro::Task<Result<void>> act(DeskRequest request);
    /// Whether this answer shows the state that an act sets.
    using IsSet = std::function<bool(const QByteArray &text)>;
    /// For an act that sets a state, such as a pause. It is not sent later than ten seconds after the order.
    QCoro::Task<Result<void>> setState(DeskRequest order, DeskRequest question, IsSet isSet);
    template <typename T>
    QCoro::Task<Result<T>> act(DeskRequest request, Read<T> read);
    /// With a key.
    template <typename T>
    QCoro::Task<Result<T>> actOnce(DeskRequest request, Read<T> read);
    /// With a key; reports its progress, and can be stopped.
    template <typename T>
    QCoro::Task<Result<T>> workOnce(DeskRequest request, Read<T> read, Work work,
                                    WatchedWork::Measure measure);

private:
    enum class Once { No, Keyed };
    QCoro::Task<DeskAnswer> carryOut(DeskRequest request, Once once, std::stop_token stop = {},
                                     WatchedWork *watched = nullptr);
    QCoro::Task<DeskAnswer> answerTo(DeskRequest request);
    /// Sends it again; returns `before` if it could not be sent, since no more is known then.
    QCoro::Task<DeskAnswer> answerAgain(DeskRequest request, DeskAnswer before);
    /// Waits for the end of this job and returns the answer of its act. `until` is the deadline; every report
    /// from the server extends it. Nullopt if the act was interrupted, or the server no longer knows the job.
    QCoro::Task<std::optional<DeskAnswer>> endOf(Job job, qint64 &until);
    void takeJob(const Job &job);

    const Clock &m_clock;
    Delays m_delays;
    DeskWire m_wire;
    DeskLink m_link;
    std::vector<WatchedWork *> m_watched;
    QHash<QString, Job> m_jobs; ///< running on the server, by id
    QHash<QString, bool> m_own; ///< the jobs that this window waits for, and whether their end was reported
    QObject m_context;
};

template <typename T>
QCoro::Task<Result<T>> RemoteCalls::lookUp(DeskRequest request, Read<T> read)
{
    auto asking = look(std::move(request));
    const DeskAnswer answer = co_await asking;
    co_return readGood(answer, read);
}

template <typename T>
QCoro::Task<Result<T>> RemoteCalls::act(DeskRequest request, Read<T> read)
{
    auto acting = carryOut(std::move(request), Once::No);
    const DeskAnswer done = co_await acting;
    co_return readGood(done, read);
}

template <typename T>
QCoro::Task<Result<T>> RemoteCalls::actOnce(DeskRequest request, Read<T> read)
{
    auto acting = carryOut(std::move(request), Once::Keyed);
    const DeskAnswer done = co_await acting;
    co_return readGood(done, read);
}

template <typename T>
QCoro::Task<Result<T>> RemoteCalls::workOnce(DeskRequest request, Read<T> read, Work work,
                                             WatchedWork::Measure measure)
{
    const std::stop_token stop = work.stop;
    WatchedWork watched(m_watched, std::move(work), measure);
    auto acting = carryOut(std::move(request), Once::Keyed, stop, &watched);
    const DeskAnswer done = co_await acting;
    co_return readGood(done, read);
}

} // namespace seonchak

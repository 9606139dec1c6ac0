// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/database/engine/sql_pool.h"
#include "core/partner/curl_multi.h"
#include "core/webhook/hook_exchange.h"
#include "core/webhook/hook_options.h"
#include "core/webhook/hook_watch.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace seonchak {

class Journal;

/// Delivers the outbox, at least once, one server at a time for each receiver: reads what is due on its own
/// connection, sends it, and has the journal record the results, many at once. When idle it costs a short
/// read per receiver twice a second and writes nothing. Lives on its own thread; await the thread's tasks
/// before destroying it.
class HookPost
{
public:
    struct Parts
    {
        const HookOptions &options;
        DatabaseUrl database;
        Journal &journal;
        const Clock &clock;
        const std::atomic<int> &ownPort; ///< 0: this server does not serve yet, and nothing is sent
        QString me;                      ///< this run of the program
        std::function<void(const QString &)> log;
        std::chrono::milliseconds lookEvery{500};
        std::chrono::milliseconds patience{5000}; ///< before an owner without heartbeats counts as dead
        std::chrono::milliseconds answerWithin{15'000};
        qint64 historyMost = 10'000; ///< ended deliveries kept for each receiver
    };
    explicit HookPost(Parts parts);
    ~HookPost();

    /// Starts no further look, aborts pending deliveries, and lets other servers deliver immediately.
    void stop();
    /// How often it has checked for due deliveries. Thread-safe.
    [[nodiscard]] int looks() const { return m_looks.load(); }

private:
    struct Line
    {
        QString url;
        HookWatch watch;
        qint64 beatNs = 0; ///< our last heartbeat
        int onTheWay = 0;
        bool more = false;    ///< more is due than was sent
        bool failing = false; ///< the last try failed
        int endedSinceSweep = 0;
    };
    struct Sending
    {
        std::unique_ptr<HookExchange> exchange;
        HookDelivery delivery;
        std::size_t line = 0;
    };
    struct Look
    {
        HookReceiver receiver;
        QList<HookDelivery> due;
        QByteArray book;
    };

    QCoro::Task<> round();
    [[nodiscard]] bool hasRoom() const;
    /// Returns whether every result is recorded.
    QCoro::Task<bool> writeOutcomes();
    QCoro::Task<> serve(std::size_t at);
    QCoro::Task<Result<Look>> look(const Line &line);
    /// Returns whether this server may deliver to the receiver.
    QCoro::Task<bool> hold(Line &line, HookReceiver seen);
    QCoro::Task<> sweep(Line &line);
    void send(std::size_t at, const HookDelivery &delivery, const QByteArray &book);
    void onDone(CURL *easy, CURLcode code);
    void tell(Line &line, const HookDelivery &delivery, const HookOutcome &outcome);

    Parts m;
    std::vector<Line> m_lines;
    QTimer m_timer;
    bool m_looking = false;
    bool m_again = false; ///< more is due than one look reads
    bool m_stopped = false;
    std::atomic<int> m_looks{0};
    std::unordered_map<CURL *, Sending> m_sending;
    std::unordered_set<qint64> m_held; ///< deliveries that are pending or not recorded yet
    std::vector<HookOutcome> m_outcomes;
    CurlMulti m_multi;
    SqlPool m_pool; ///< last member: its thread ends first
};

} // namespace seonchak

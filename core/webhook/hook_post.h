// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/database/engine/sql_pool.h"
#include "core/partner/curl_multi.h"
#include "core/webhook/hook_options.h"
#include "core/webhook/hook_plan.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace seonchak {

class Journal;

/// Delivers what stands in the outbox, at least once, one server at a time for each receiver: reads on a
/// connection of its own what is due, sends it, and has the journal write down what came of it, many at once.
/// Idle it costs a short read per receiver twice a second and writes nothing. Lives on a thread of its own;
/// await the thread's tasks before destroying it.
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
        std::chrono::milliseconds patience{5000}; ///< with an owner who does not move
        std::chrono::milliseconds answerWithin{15'000};
        qint64 historyMost = 10'000; ///< ended deliveries of one receiver that are kept
    };
    explicit HookPost(Parts parts);
    ~HookPost();

    /// No further look begins, what is on its way is broken off, and others may deliver at once.
    void stop();
    /// How often it has looked whether something is due. From any thread.
    [[nodiscard]] int looks() const { return m_looks.load(); }

private:
    struct Line
    {
        QString url;
        HookWatch watch;
        qint64 beatNs = 0; ///< the last of ours
        int onTheWay = 0;
        bool more = false;    ///< is due than was sent
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
    /// Whether everything is written down.
    QCoro::Task<bool> writeOutcomes();
    QCoro::Task<> serve(std::size_t at);
    QCoro::Task<Result<Look>> look(const Line &line);
    /// Whether the receiver is ours to deliver to.
    QCoro::Task<bool> hold(Line &line, HookReceiver seen);
    QCoro::Task<> sweep(Line &line);
    void send(std::size_t at, const HookDelivery &delivery, const QByteArray &book);
    void onDone(CURL *easy, CURLcode code);
    void tell(Line &line, const HookDelivery &delivery, const HookOutcome &outcome);

    Parts m;
    std::vector<Line> m_lines;
    QTimer m_timer;
    bool m_looking = false;
    bool m_again = false; ///< there is more than one look's worth
    bool m_stopped = false;
    std::atomic<int> m_looks{0};
    std::unordered_map<CURL *, Sending> m_sending;
    std::unordered_set<qint64> m_held; ///< deliveries that are under way or not written down yet
    std::vector<HookOutcome> m_outcomes;
    CurlMulti m_multi;
    SqlPool m_pool; ///< last: its thread ends first
};

} // namespace seonchak

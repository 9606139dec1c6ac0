// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/sale/sale.h"
#include "core/watch/latency_window.h"
#include "server/api/audit_tail.h"
#include "server/api/doubt_tail.h"
#include "server/api/stream_chunk.h"
#include "server/api/stream_source.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace seonchak {
class TaskHome;
}

namespace seonchak::http {

class DeskRoll;

/// Reads the sale for all streams of the server, four times a second, and only while there is one. Lives on
/// its own thread, so that no HTTP worker formats the texts; await the thread's tasks before destroying it.
class StreamFeed final : public QObject, public StreamSource
{
public:
    static constexpr int placesMost = 256;

    /// Both must outlive it.
    StreamFeed(Sale &sale, DeskRoll &desks);

    void listen(std::weak_ptr<StreamDesk> desk) override;
    void leave(const StreamDesk *desk) override;
    /// A slot for one stream, released when the result is dropped; null if all are taken. Thread-safe.
    [[nodiscard]] std::shared_ptr<void> takePlace();

private:
    struct Listener
    {
        const StreamDesk *name;
        std::weak_ptr<StreamDesk> desk;
        std::shared_ptr<TaskHome> home;
    };
    /// The state of one period with listeners. A query started in an earlier period finds a different Watch.
    struct Watch
    {
        quint64 cursor;
        AuditTail audit;
        DoubtTail doubts;
        LatencyWindow latency = {};
        qint64 inDoubt = 0;
        int ticks = 0;
        quint64 desksTold = 0; ///< the last version of the roll that was sent
        quint64 jobsTold = 0;  ///< the last version of the jobs that was sent
    };

    void add(Listener listener);
    void tick();
    void tellEntries();
    void tellDesks();
    void tellJobs();
    QCoro::Task<> tellReading();
    QCoro::Task<> tellAudit(std::shared_ptr<Watch> watch);
    QCoro::Task<> tellDoubts(std::shared_ptr<Watch> watch);
    void publish(StreamChunk chunk);

    Sale &m_sale;
    DeskRoll &m_desks;
    QTimer m_timer;
    std::vector<Listener> m_listeners;
    std::shared_ptr<Watch> m_watch; ///< null while there is no listener
    bool m_reading = false;
    bool m_auditing = false;
    bool m_doubting = false;
    std::shared_ptr<std::atomic<int>> m_places = std::make_shared<std::atomic<int>>(0);
};

} // namespace seonchak::http

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/watch/latency_window.h"
#include "core/watch/status.h"
#include "ui/port/attachment.h"
#include "ui/port/rate_meter.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <qcoro/qcorotask.h>

#include <optional>

namespace seonchak {

class DeskPort;

/// How fast a reading's numbers change, within the last second. The answers are this server's and exact, see
/// AnswerTempo; users and stock are those of all servers, calculated between readings.
struct Rates
{
    double valid = 0;
    double soldOut = 0;
    double refused = 0;   ///< by the partner
    double noClaim = 0;   ///< already, in progress, conflict, before the opening, after the end
    double inDoubt = 0;   ///< the partner's outcome is not known yet
    double notServed = 0; ///< 503: paused, or Redis, the database or the program was unavailable
    double users = 0;
    double stock = 0; ///< negative: it falls
};

/// A snapshot of the sale, as every page of the window shows it.
struct Reading
{
    Status status;
    double requestsPerSecond = 0;
    Rates rates;
    LatencyHistogram::Summary recent; ///< of the issues of the last second; count 0: none
    qint64 steadyNs = 0;              ///< when the last answer came
    bool answered = false;            ///< false: nothing has come yet, the numbers mean nothing
    bool silent = false; ///< the present question has waited too long: the numbers are the last known
    qint64 silentNs = 0; ///< how long it has waited; 0 while not silent
    DesksPresent others; ///< who else is attached to the server of this sale
    std::optional<Attachment> attachment; ///< of a window that is attached to a server elsewhere

    /// Whether the server has just answered: its own counts are current.
    [[nodiscard]] bool isHeard() const { return answered && !silent; }
    /// Whether the stock's numbers are meaningful, at least as the last known ones. If Redis has been
    /// unavailable since the start they are zeros that were never counted.
    [[nodiscard]] bool hasNumbers() const { return answered && (status.stockKnown || status.stockEverKnown); }
    /// Whether the stock's numbers are current.
    [[nodiscard]] bool isCurrent() const { return isHeard() && status.stockKnown; }
    /// Whether the database is known to be the cause; silence alone does not show that.
    [[nodiscard]] bool isDatabaseAway() const;
};

/// Queries the status four times a second and notifies all pages. It waits for each answer before the next
/// query, so a slow sale is never queried faster than it answers.
class Pulse : public QObject
{
    Q_OBJECT
public:
    static constexpr int periodMs = 250;
    static constexpr qint64 silenceNs = 700'000'000; // shown at the next tick: within a second

    /// The most recent reading, for subscribers that join late.
    [[nodiscard]] const Reading &last() const { return m_last; }
    /// Both must outlive the pulse. The first query is sent when the event loop runs.
    Pulse(DeskPort &port, const Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    void read(const seonchak::Reading &reading);

private:
    static QCoro::Task<> ask(QPointer<Pulse> self, DeskPort &port);
    void tick();
    void tellSilence(qint64 lasts);
    void take(const Status &status);
    void measure(const Status &status);

    DeskPort &m_port;
    const Clock &m_clock;
    QTimer m_timer;
    RateMeter m_users;
    RateMeter m_stock{RateMeter::Kind::MayFall};
    LatencyWindow m_latency;
    Reading m_last;
    bool m_asking = false;
    qint64 m_askedNs = 0;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/watch/status.h"
#include "ui/port/rate_meter.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <qcoro/qcorotask.h>

namespace seonchak {

class DeskPort;

/// One look at the sale, as every page of the window shows it.
struct Reading
{
    Status status;
    double requestsPerSecond = 0;
    bool answered = false; ///< false: nothing has come yet, the numbers mean nothing
    bool silent = false;   ///< the present question has waited too long: the numbers are the last known

    /// True where the numbers are those of now.
    [[nodiscard]] bool isCurrent() const { return answered && !silent && status.stockKnown; }
};

/// Asks for the status four times a second and tells all pages. A question is asked only when the last one
/// has been answered, so a slow sale is never asked faster than it answers.
class Pulse : public QObject
{
    Q_OBJECT
public:
    static constexpr int periodMs = 250;
    static constexpr qint64 silenceNs = 1'500'000'000;

    /// Both outlive the pulse. Asks for the first time when the event loop runs.
    Pulse(DeskPort &port, const Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    void read(const seonchak::Reading &reading);

private:
    static QCoro::Task<> ask(QPointer<Pulse> self, DeskPort &port);
    void tick();
    void take(const Status &status);

    DeskPort &m_port;
    const Clock &m_clock;
    QTimer m_timer;
    RateMeter m_rate;
    Reading m_last;
    bool m_asking = false;
    qint64 m_askedNs = 0;
};

} // namespace seonchak

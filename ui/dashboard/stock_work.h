// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/issue/administration/administration.h"

#include <QObject>
#include <QPointer>

#include <qcoro/qcorotask.h>

#include <stop_token>

namespace seonchak {

class DeskPort;

/// The operator's acts on the stock: one at a time, with its progress, and its result as one sentence. Acts
/// that must not wait have their own object, see DashboardMemory. Outlives the panel that shows it, so that
/// running work survives a change of language.
class StockWork : public QObject
{
    Q_OBJECT
public:
    /// The state of the work. After its end `sentence` is its result.
    enum class Act { None, Generate, Push, Void, Pause, Resume, PlanVoid };
    struct State
    {
        Act act = Act::None; ///< running, or the last one
        bool atWork = false;
        bool canStop = false;
        bool stopping = false;
        QString sentence; ///< empty: nothing was done yet
        QString detail;   ///< the log's English sentence of a failure
        bool failed = false;
        WallMs endedAt = 0; ///< when `sentence` was set; 0: running
        qint64 done = 0;
        qint64 total = 0; ///< 0: unknown

        /// Whether the sentence is still worth showing: failures longer than successes.
        [[nodiscard]] bool isFresh(WallMs now) const;
        /// Whether the result was undone since, by anybody.
        [[nodiscard]] bool isOverBy(const Status &status, WallMs now) const;
    };

    /// Both must outlive it.
    StockWork(DeskPort &port, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    /// All of these are ignored while working. `expected` is the number known to the window, for the
    /// progress.
    void generate(const GenerateOrder &order);
    void push(qint64 expected);
    void voidUnissued(qint64 expected);
    void setPaused(bool paused);
    /// Records that the operator cancelled. Ignored while working.
    void decline(const QString &sentence);
    /// Queries the effect of voiding: planned(), or an end with the reason.
    void planVoid();
    /// Ends the present work at its next slice; completed slices stay.
    void stop();

Q_SIGNALS:
    void started();
    void progressed(qint64 done);
    void ended();
    void planned(const seonchak::VoidPlan &plan);

private:
    static QCoro::Task<> runGenerate(QPointer<StockWork> self, DeskPort &port, GenerateOrder order);
    static QCoro::Task<> runPush(QPointer<StockWork> self, DeskPort &port);
    static QCoro::Task<> runVoid(QPointer<StockWork> self, DeskPort &port);
    static QCoro::Task<> runPause(QPointer<StockWork> self, DeskPort &port, bool paused);
    static QCoro::Task<> runPlan(QPointer<StockWork> self, DeskPort &port);
    /// If another person's act made this one unnecessary, says whose.
    static QCoro::Task<> tellFirst(QPointer<StockWork> self, DeskPort &port, Act act);
    Work teller();
    bool begin(Act act, const QString &sentence, qint64 total, bool canStop);
    void endGenerate(const GenerateOrder &order, const Result<Generated> &result);
    void endPush(const Result<Pushed> &result);
    void endVoid(const Result<qint64> &result);
    void fail(const QString &sentence, const Error &error);
    void end(bool fine, const QString &sentence, const QString &detail = {});

    DeskPort &m_port;
    const Clock &m_clock;
    State m_state;
    std::stop_source m_stop;
    int m_run = 0; ///< distinguishes late reports about an earlier run
};

} // namespace seonchak

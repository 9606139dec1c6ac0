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

/// What the operator does to the stock: one thing at a time, its progress, and its end in one sentence. What
/// is not to wait for it has one of its own, see DashboardMemory. Outlives the panel that shows it, so that
/// work under way survives a change of language.
class StockWork : public QObject
{
    Q_OBJECT
public:
    /// How the work stands. After its end `sentence` says how it went.
    enum class Act { None, Generate, Push, Void, Pause, Resume, PlanVoid };
    struct State
    {
        Act act = Act::None; ///< under way, or the last one
        bool atWork = false;
        bool canStop = false;
        bool stopping = false;
        QString sentence; ///< empty: nothing was done yet
        QString detail;   ///< the log's English sentence of a failure
        bool failed = false;
        WallMs endedAt = 0; ///< when `sentence` came true; 0: at work
        qint64 done = 0;
        qint64 total = 0; ///< 0: nobody knows

        /// Whether the sentence is still worth a line: a failure longer than a success.
        [[nodiscard]] bool isFresh(WallMs now) const;
        /// Whether what was done has been undone since, by whomever.
        [[nodiscard]] bool isOverBy(const Status &status, WallMs now) const;
    };

    /// Both outlive it.
    StockWork(DeskPort &port, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    /// All of these do nothing while at work. `expected` is how many the window knows of, for the progress.
    void generate(const GenerateOrder &order);
    void push(qint64 expected);
    void voidUnissued(qint64 expected);
    void setPaused(bool paused);
    /// Says that the operator thought better of it. Nothing while at work.
    void decline(const QString &sentence);
    /// Asks what voiding would do: planned(), or an end that says why not.
    void planVoid();
    /// Ends the present work at its next slice; what was done by then stays.
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
    /// Says who was first, where somebody else's act has made this one needless.
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
    int m_run = 0; ///< a late word about the last work is not one about this
};

} // namespace seonchak

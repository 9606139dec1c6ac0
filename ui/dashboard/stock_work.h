// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/issue/stock.h"

#include <QObject>
#include <QPointer>

#include <qcoro/qcorotask.h>

namespace seonchak {

class DeskPort;

/// What the operator does to the stock: one thing at a time, its progress, and its end in one sentence.
class StockWork : public QObject
{
    Q_OBJECT
public:
    /// The port outlives it.
    explicit StockWork(DeskPort &port, QObject *parent = nullptr);

    [[nodiscard]] bool isAtWork() const { return m_atWork; }
    /// Makes coupons that wait to be pushed. Does nothing while at work.
    void generate(qint64 count);
    /// Pushes every coupon that waits; `expected` is how many the window knows of, for the progress alone.
    /// Does nothing while at work.
    void push(qint64 expected);

Q_SIGNALS:
    void started(const QString &sentence, qint64 total);
    void progressed(qint64 done);
    /// `detail` is the log's English sentence of a failure.
    void ended(bool fine, const QString &sentence, const QString &detail);

private:
    static QCoro::Task<> runGenerate(QPointer<StockWork> self, DeskPort &port, GenerateOrder order);
    static QCoro::Task<> runPush(QPointer<StockWork> self, DeskPort &port);
    static Work teller(QPointer<StockWork> self);
    bool begin(const QString &sentence, qint64 total);
    void endGenerate(qint64 ordered, const Result<Generated> &result);
    void endPush(const Result<Pushed> &result);
    void end(bool fine, const QString &sentence, const QString &detail = {});

    DeskPort &m_port;
    bool m_atWork = false;
};

} // namespace seonchak

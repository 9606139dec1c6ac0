// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h" // Qt before <coroutine>: moc of Qt 6.4 cannot read it first
#include "core/issue/ground/strategy.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace seonchak::lab {

/// Who sends the requests.
enum class Client {
    Own,    ///< the lab's own generator
    Jmeter, ///< JMeter, if installed: users arrive within a ramp; it has no schedule
};

/// The parameters of an experiment.
struct Setting
{
    QList<Strategy> strategies = allStrategies();
    QStringList databases{
        QStringLiteral("sqlite")}; ///< "sqlite" or postgresql:// URLs: a database of the lab's own is
                                   ///< made on that server and dropped afterwards
    QString redis = QStringLiteral("private"); ///< else a URL: the lab uses its own key prefix there
    qint64 requests = 1500;
    qint64 stock = 1000;
    qint64 users = 1500;
    double rate = 1500; ///< requests a second, open model; 0: all at once, closed model
    int connections = 200;
    double failureRate = 0.1;
    int repeats = 5;
    quint64 seed = 1;
    Client client = Client::Own;
    double opensIn = 0;     ///< seconds from the start of a run to the opening of its sale; 0: already open
    bool documents = false; ///< include the documents' three tables
    QString outDir;
    QString serverProgram; ///< seonchakd
};

/// How many seconds of load precede an opening.
double leadOf(const Setting &setting);
/// The number of requests in that time; with an unlimited rate about twice what this server answers on two
/// cores.
qint64 requestsBeforeOpening(const Setting &setting);
constexpr int longestWait = 3600; ///< of Setting::opensIn

/// The most connections of this process besides its own files.
qint64 mostConnections();

/// One run: a cell of the experiment.
struct Cell
{
    QString database; ///< as in Setting::databases
    Strategy strategy = Strategy::Saga;
    int repeat = 0; ///< 0…repeats-1
};
/// All runs in their order: repeat by repeat, and within each the strategies and databases shuffled by the
/// seed, so that no position is an advantage.
QList<Cell> orderOfRuns(const Setting &setting);

/// "sqlite" or "postgresql": a database's name in reports.
QString engineOf(const QString &database);

} // namespace seonchak::lab

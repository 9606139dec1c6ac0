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
    Jmeter, ///< JMeter, where it is installed: users arrive within a ramp; it knows no schedule
};

/// What an experiment is made of.
struct Setting
{
    QList<Strategy> strategies = allStrategies();
    QStringList databases{
        QStringLiteral("sqlite")}; ///< "sqlite" or postgresql:// URLs: a database of the lab's own is
                                   ///< made on that server and dropped afterwards
    QString redis = QStringLiteral("private"); ///< else a URL: a key prefix of the lab's own is used
    qint64 requests = 1500;
    qint64 stock = 1000;
    qint64 users = 1500;
    double rate = 1500; ///< requests a second, open model; 0: all at once, closed model
    int connections = 200;
    double failureRate = 0.1;
    int repeats = 5;
    quint64 seed = 1;
    Client client = Client::Own;
    double opensIn = 0; ///< seconds from the start of a run to the opening of its sale; 0: it is open already
    bool documents = false; ///< the documents' three tables are asked for
    QString outDir;
    QString serverProgram; ///< seonchakd
};

/// How long before an opening the load begins, in seconds.
double leadOf(const Setting &setting);
/// How many requests that time takes; as fast as they go about as many as this server answers on two cores,
/// and as many again.
qint64 requestsBeforeOpening(const Setting &setting);
constexpr int longestWait = 3600; ///< of Setting::opensIn

/// How many connections this process may have at once besides its own files.
qint64 mostConnections();

/// One run: a cell of the experiment.
struct Cell
{
    QString database; ///< as in Setting::databases
    Strategy strategy = Strategy::Saga;
    int repeat = 0; ///< 0…repeats-1
};
/// All runs in the order they are made: repeat by repeat, and within each the strategies and databases
/// shuffled by the seed, so that none profits from its place.
QList<Cell> orderOfRuns(const Setting &setting);

/// "sqlite" or "postgresql": how a database is named in reports.
QString engineOf(const QString &database);

} // namespace seonchak::lab

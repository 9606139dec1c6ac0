// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/plan/setting.h"

#include <random>
#include <sys/resource.h>

namespace seonchak::lab {

namespace {

constexpr int ownDescriptors = 64;
constexpr double leadMost = 2;
constexpr double answersAtMost = 20'000; ///< a second

} // namespace

double leadOf(const Setting &setting)
{
    return setting.opensIn > 0 ? std::min(setting.opensIn, leadMost) : 0;
}

qint64 requestsBeforeOpening(const Setting &setting)
{
    return qint64(leadOf(setting) * (setting.rate > 0 ? setting.rate : 2 * answersAtMost));
}

qint64 mostConnections()
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    return qint64(std::min<rlim_t>(files.rlim_cur, 1'000'000)) - ownDescriptors;
}

QList<Cell> orderOfRuns(const Setting &setting)
{
    std::mt19937_64 random(setting.seed);
    QList<Cell> runs;
    for (int repeat = 0; repeat < setting.repeats; ++repeat) {
        QList<Cell> round;
        for (const QString &database : setting.databases) {
            for (const Strategy strategy : setting.strategies)
                round.append({database, strategy, repeat});
        }
        for (qsizetype last = round.size() - 1; last > 0; --last)
            round.swapItemsAt(last, qsizetype(random() % quint64(last + 1)));
        runs += round;
    }
    return runs;
}

QString engineOf(const QString &database)
{
    return database == QLatin1String("sqlite") ? database : QStringLiteral("postgresql");
}

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/doctor.h"

#include "core/doctor/exams.h"

#include <algorithm>

namespace seonchak::doctor {

std::vector<Check> examine(const Surroundings &surroundings, Tongue tongue, Follower follower)
{
    Sheet sheet(tongue, std::move(follower));
    for (const auto exam : {examineRedis, examineDatabase, examinePartner, examineMachine, examinePort}) {
        if (sheet.isStopped())
            break;
        exam(surroundings, sheet);
    }
    return sheet.checks();
}

bool isFit(const std::vector<Check> &checks)
{
    return std::ranges::none_of(checks, [](const Check &one) { return one.status == Status::Failed; });
}

QStringList failedIds(const std::vector<Check> &checks)
{
    QStringList ids;
    for (const Check &check : checks) {
        if (check.status == Status::Failed)
            ids << check.id;
    }
    return ids;
}

QString statusName(Status status)
{
    switch (status) {
    case Status::Ok:
        return QStringLiteral("ok");
    case Status::Warning:
        return QStringLiteral("warning");
    case Status::Failed:
        return QStringLiteral("failed");
    case Status::Skipped:
        break;
    }
    return QStringLiteral("skipped");
}

double medianMs(std::vector<double> times)
{
    if (times.empty())
        return 0;
    const auto middle = times.begin() + std::ptrdiff_t(times.size() / 2);
    std::ranges::nth_element(times, middle);
    return *middle;
}

QString shownMs(double milliseconds)
{
    return QString::number(milliseconds, 'f', milliseconds < 10 ? 2 : 0);
}

} // namespace seonchak::doctor

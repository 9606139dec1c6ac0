// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/crossing.h"
#include "core/coupon/error.h"
#include "core/doctor/check.h"
#include "core/doctor/preflight_moments.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

namespace seonchak {

/// Has the doctor look ten minutes and one minute before the sale opens, whether a window is there or not,
/// and tells what stands against it.
class OpeningWatch : public QObject
{
    Q_OBJECT
public:
    using Answer = Result<std::vector<doctor::Check>>;
    struct Moment
    {
        WallMs opensAt = 0; ///< 0: no such time
        WallMs now = 0;
    };
    struct Parts
    {
        std::function<Moment()> moment;
        std::function<Promised<Answer>()> look;
        /// How many minutes before, and the ids of the red checks.
        std::function<void(int minutes, const QString &checks)> tell;
    };
    explicit OpeningWatch(Parts parts);

    /// Asked by itself once a second.
    void lookAtTheClock();

private:
    static QCoro::Task<> examine(QPointer<OpeningWatch> self, int minutes);

    const Parts m;
    doctor::PreflightMoments m_moments;
    QTimer m_timer;
};

} // namespace seonchak

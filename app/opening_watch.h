// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/coupon/error.h"
#include "core/doctor/check.h"
#include "core/doctor/preflight_moments.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

namespace seonchak {

/// Runs the doctor ten minutes and one minute before the sale opens, with or without a window, and reports
/// failed checks.
class OpeningWatch : public QObject
{
    Q_OBJECT
public:
    using Answer = Result<std::vector<doctor::Check>>;
    struct Moment
    {
        WallMs opensAt = 0; ///< 0: not set
        WallMs now = 0;
    };
    struct Parts
    {
        std::function<Moment()> moment;
        std::function<Promised<Answer>()> look;
        /// Gets the minutes before the opening, and the ids of the red checks.
        std::function<void(int minutes, const QString &checks)> tell;
    };
    explicit OpeningWatch(Parts parts);

    /// Called by a timer once a second.
    void lookAtTheClock();

private:
    static QCoro::Task<> examine(QPointer<OpeningWatch> self, int minutes);

    const Parts m;
    doctor::PreflightMoments m_moments;
    QTimer m_timer;
};

} // namespace seonchak

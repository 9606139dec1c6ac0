// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/setting.h"
#include "core/lab/send/load.h"

#include <QDir>

namespace seonchak::lab {

constexpr qint64 mostJmeterUsers = 20'000; ///< a thread each

/// Who asks in one run, and when: planRequests() for the own generator. JMeter's users come in their order,
/// and nothing schedules them.
std::vector<Request> planFor(const Setting &setting, int repeat);

struct Sent
{
    LoadReport load;
    QString jtl; ///< JMeter's results, named by their hash, in `records`; empty for the own generator
};

/// Sends the plan by the client that the setting names, and fills in how each request went. `work`: for what
/// does not outlive the run; `beginsAtNs`: see LoadSetting. Blocks its thread.
Result<Sent> sendPlan(const Setting &setting, quint16 port, const QDir &work, const QDir &records,
                      std::vector<Request> &plan, const std::stop_token &stop,
                      const std::function<void(qint64 answered)> &progress, qint64 beginsAtNs = 0);

/// Refuses what the setting's client cannot do, by the name of the option.
Result<void> checkClient(const Setting &setting);

/// Moves or copies a result file among the records, under the name of its hash.
Result<QString> keepJtl(const QString &path, const QDir &records);

} // namespace seonchak::lab

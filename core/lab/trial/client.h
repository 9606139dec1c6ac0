// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/setting.h"
#include "core/lab/send/load.h"

#include <QDir>

namespace seonchak::lab {

constexpr qint64 mostJmeterUsers = 20'000; ///< one thread each

/// The users and instants of one run: planRequests() for our own generator. JMeter's users come in order and
/// without a schedule.
std::vector<Request> planFor(const Setting &setting, int repeat);

struct Sent
{
    LoadReport load;
    QString jtl; ///< JMeter's results, named by their hash, in `records`; empty for our own generator
};

/// Sends the plan with the setting's client, and records each request's result. `work`: for files that do not
/// outlive the run; `beginsAtNs`: see LoadSetting. Blocks its thread.
Result<Sent> sendPlan(const Setting &setting, quint16 port, const QDir &work, const QDir &records,
                      std::vector<Request> &plan, const std::stop_token &stop,
                      const std::function<void(qint64 answered)> &progress, qint64 beginsAtNs = 0);

/// BadInput, naming the option, for what the setting's client cannot do.
Result<void> checkClient(const Setting &setting);

/// Moves or copies a result file into the records, named by its hash.
Result<QString> keepJtl(const QString &path, const QDir &records);

} // namespace seonchak::lab

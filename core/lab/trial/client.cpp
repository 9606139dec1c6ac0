// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/trial/client.h"

#include "core/lab/jmeter/jmeter_run.h"
#include "core/lab/jmeter/jtl_reader.h"
#include "core/lab/judge/records.h"
#include "core/record/sums.h"

#include <QFile>

#include <cmath>

namespace seonchak::lab {

namespace {

/// Values that JMeter cannot provide are -1.
LoadReport reportOf(const Jtl &jtl)
{
    LoadReport report;
    report.startedWallMs = jtl.startedMs;
    report.cpuNs = -1;
    report.lateByOwnFault = -1;
    report.heldBack = -1;
    for (const Request &request : jtl.requests)
        report.durationNs = std::max(report.durationNs, request.answered);
    return report;
}

Result<Sent> sendByJmeter(const Setting &setting, quint16 port, const QDir &work, const QDir &records,
                          std::vector<Request> &plan, const std::stop_token &stop)
{
    const auto jmeter = findJmeter();
    if (!jmeter)
        return std::unexpected(jmeter.error());
    const bool atOnce = setting.rate <= 0;
    const int ramp = atOnce ? 0 : qRound(double(setting.requests) / setting.rate);
    const auto results = runJmeter(*jmeter, {port, setting.requests, ramp, atOnce}, work, stop);
    if (!results)
        return std::unexpected(results.error());
    Sent sent;
    sent.load.cancelled = stop.stop_requested();
    if (sent.load.cancelled)
        return sent;
    const auto jtl = readJtl(*results);
    if (!jtl)
        return std::unexpected(jtl.error());
    if (const auto placed = placeByUser(*jtl, plan); !placed)
        return std::unexpected(placed.error());
    auto name = keepJtl(*results, records);
    if (!name)
        return std::unexpected(name.error());
    sent.load = reportOf(*jtl);
    sent.jtl = std::move(*name);
    return sent;
}

} // namespace

std::vector<Request> planFor(const Setting &setting, int repeat)
{
    if (setting.client == Client::Own)
        return planRequests(setting.requests, setting.users, setting.rate, setting.seed + quint64(repeat));
    std::vector<Request> plan(std::size_t(setting.requests));
    for (std::size_t n = 0; n < plan.size(); ++n) {
        plan[n].user = UserId(n) + 1;
        plan[n].scheduled = -1;
    }
    return plan;
}

Result<Sent> sendPlan(const Setting &setting, quint16 port, const QDir &work, const QDir &records,
                      std::vector<Request> &plan, const std::stop_token &stop,
                      const std::function<void(qint64)> &progress, qint64 beginsAtNs)
{
    if (setting.client == Client::Jmeter)
        return sendByJmeter(setting, port, work, records, plan, stop);
    LoadSetting load;
    load.port = port;
    load.connections = setting.connections;
    load.open = setting.rate > 0;
    load.beginsAtNs = beginsAtNs;
    const auto report = runLoad(load, plan, stop, progress);
    if (!report)
        return std::unexpected(report.error());
    return Sent{*report, {}};
}

Result<void> checkClient(const Setting &setting)
{
    if (setting.client == Client::Own)
        return {};
    const auto bad = [](const QString &sentence) -> Result<void> {
        return failure(Trouble::BadInput, QStringLiteral("--client jmeter: ") + sentence);
    };
    if (setting.users != setting.requests)
        return bad(QStringLiteral("each of its users asks once: --users must be as many as --requests"));
    if (setting.requests > mostJmeterUsers)
        return bad(QStringLiteral("--requests must be 1 to %1: each user is a thread").arg(mostJmeterUsers));
    const double ramp = setting.rate > 0 ? double(setting.requests) / setting.rate : 0;
    if (std::abs(ramp - std::round(ramp)) > 1e-6)
        return bad(QStringLiteral("its users arrive within whole seconds: --rate must go into --requests "
                                  "without remainder, e.g. --rate %1, or be max")
                       .arg(setting.requests));
    const auto jmeter = findJmeter();
    return jmeter ? Result<void>{} : bad(jmeter.error().detail);
}

Result<QString> keepJtl(const QString &path, const QDir &records)
{
    const auto hash = hashOf(path);
    if (!hash)
        return std::unexpected(hash.error());
    const QString name = QStringLiteral("results.%1.jtl").arg(QString::fromLatin1(hash->first(hashDigits)));
    if (!QFile::copy(path, records.filePath(name)))
        return failure(Trouble::Unavailable, QStringLiteral("cannot write %1").arg(name));
    return name;
}

} // namespace seonchak::lab

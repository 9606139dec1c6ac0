// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/race/race.h"
#include "core/lab/race/race_finding.h"

#include <QJsonArray>

namespace seonchak::lab {

namespace {

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

QJsonArray codesJson(const QByteArrayList &codes)
{
    QJsonArray array;
    for (const QByteArray &code : codes)
        array.append(text(code));
    return array;
}

QJsonArray holdingsJson(const QList<RaceHolding> &holdings)
{
    QJsonArray array;
    for (const auto &one : holdings)
        array.append(
            QJsonObject{{QStringLiteral("user"), one.user}, {QStringLiteral("code"), text(one.code)}});
    return array;
}

QJsonObject viewJson(const StoreView &view)
{
    return {{QStringLiteral("stock"), codesJson(view.stock)},
            {QStringLiteral("keys"), holdingsJson(view.keys)},
            {QStringLiteral("pending"), codesJson(view.pending)},
            {QStringLiteral("rows"), holdingsJson(view.rows)}};
}

QString kindName(RaceStep::Kind kind)
{
    switch (kind) {
    case RaceStep::Kind::Done:
        return QStringLiteral("done");
    case RaceStep::Kind::Waits:
        return QStringLiteral("waits");
    case RaceStep::Kind::Answered:
        break;
    }
    return QStringLiteral("answered");
}

QJsonObject stepJson(const RaceStep &step)
{
    return {{QStringLiteral("lane"), step.lane},       {QStringLiteral("kind"), kindName(step.kind)},
            {QStringLiteral("step"), text(step.name)}, {QStringLiteral("beganUs"), step.beganUs},
            {QStringLiteral("endedUs"), step.endedUs}, {QStringLiteral("after"), viewJson(step.after)}};
}

QJsonObject findingJson(const RaceFinding &finding)
{
    return {{QStringLiteral("kind"), QLatin1String(raceFindingName(finding.kind))},
            {QStringLiteral("fault"), finding.isFault()},
            {QStringLiteral("lane"), finding.lane},
            {QStringLiteral("step"), finding.step},
            {QStringLiteral("since"), finding.since},
            {QStringLiteral("code"), text(finding.code)}};
}

QString laneName(const RaceTrace &trace, int lane)
{
    return QStringLiteral("%1 user %2").arg(QChar(u'A' + lane)).arg(trace.lanes[lane].user);
}

QString holdingsText(const QList<RaceHolding> &holdings)
{
    QStringList all;
    for (const auto &one : holdings)
        all << QStringLiteral("%1=%2").arg(one.user).arg(text(one.code));
    return all.join(u' ');
}

QString stepText(const RaceTrace &trace, int index)
{
    const auto &step = trace.steps[index];
    const auto &told = trace.lanes[step.lane];
    QString what = text(step.name);
    if (step.kind == RaceStep::Kind::Waits)
        what += QStringLiteral(" waits");
    else if (step.kind == RaceStep::Kind::Answered)
        what = QStringLiteral("<- %1 %2 %3")
                   .arg(told.status)
                   .arg(QLatin1String(fateName(told.fate)), text(told.code))
                   .trimmed();
    const auto &view = step.after;
    return QStringLiteral("%1 %2 ms  %3 %4 stock[%5] keys[%6] pending[%7] rows[%8]")
        .arg(index + 1, 3)
        .arg(double(step.endedUs) / 1000, 8, 'f', 1)
        .arg(laneName(trace, step.lane), -9)
        .arg(what, -26)
        .arg(text(view.stock.join(' ')), holdingsText(view.keys), text(view.pending.join(' ')),
             holdingsText(view.rows));
}

QString findingText(const RaceTrace &trace, const RaceFinding &finding)
{
    QString line = QStringLiteral("%1 %2: %3")
                       .arg(finding.isFault() ? QStringLiteral("FAULT") : QStringLiteral("   ok"),
                            QLatin1String(raceFindingName(finding.kind)), laneName(trace, finding.lane));
    if (!finding.code.isEmpty())
        line += QStringLiteral(", ") + text(finding.code);
    if (finding.since >= 0)
        line += QStringLiteral(", from step %1").arg(finding.since + 1);
    if (finding.step >= 0)
        line += QStringLiteral(", at step %1").arg(finding.step + 1);
    return line;
}

} // namespace

QJsonObject raceJson(const RaceTrace &trace)
{
    QJsonArray lanes;
    for (const auto &lane : trace.lanes)
        lanes.append(QJsonObject{{QStringLiteral("user"), lane.user},
                                 {QStringLiteral("status"), lane.status},
                                 {QStringLiteral("fate"), QLatin1String(fateName(lane.fate))},
                                 {QStringLiteral("code"), text(lane.code)}});
    QJsonArray steps;
    for (const auto &step : trace.steps)
        steps.append(stepJson(step));
    QJsonArray findings;
    for (const auto &finding : findingsOf(trace))
        findings.append(findingJson(finding));
    return {{QStringLiteral("strategy"), strategyName(trace.strategy)},
            {QStringLiteral("scenario"), QLatin1String(raceScenarioName(trace.scenario))},
            {QStringLiteral("database"), trace.engine},
            {QStringLiteral("before"), viewJson(trace.before)},
            {QStringLiteral("lanes"), lanes},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("atRest"), viewJson(trace.atRest)},
            {QStringLiteral("findings"), findings}};
}

QStringList raceText(const RaceTrace &trace)
{
    QStringList lines{QStringLiteral("%1, %2, %3")
                          .arg(strategyName(trace.strategy), QLatin1String(raceScenarioName(trace.scenario)),
                               trace.engine)};
    for (int i = 0; i < int(trace.steps.size()); ++i)
        lines << stepText(trace, i);
    for (const auto &finding : findingsOf(trace))
        lines << findingText(trace, finding);
    return lines;
}

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/report.h"

#include "core/lab/jmeter/jtl_reader.h"
#include "core/lab/judge/self_test.h"
#include "core/lab/report/documents.h"
#include "core/lab/report/report_html.h"
#include "core/lab/report/report_json.h"
#include "core/record/sums.h"
#include "core/record/whole_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace seonchak::lab {

namespace {

constexpr auto reportName = "report.json";

/// The content of a run's records.
struct Recorded
{
    std::vector<Request> requests;
    Truth truth;
    Opening opening;
    qint64 stock = 0;
};

/// JMeter's own results are the record; the answers must follow from them. A file's name contains its hash.
Result<void> checkJtl(const QDir &place, const RecordFiles &files, const std::vector<Request> &answers)
{
    const auto hash = hashOf(place.filePath(files.jtl));
    if (!hash || !files.jtl.contains(QString::fromLatin1(hash->first(16))))
        return failure(Trouble::BadInput,
                       QStringLiteral("%1: its content is not the one it was named by").arg(files.jtl));
    auto jtl = readJtl(place.filePath(files.jtl));
    if (!jtl)
        return std::unexpected(jtl.error());
    std::vector<Request> again(answers.size());
    for (std::size_t n = 0; n < again.size(); ++n) {
        again[n].user = answers[n].user;
        again[n].scheduled = -1;
    }
    if (const auto placed = placeByUser(*jtl, again); !placed)
        return placed;
    const auto same = [](const Request &a, const Request &b) {
        return a.user == b.user && a.sent == b.sent && a.answered == b.answered && a.status == b.status &&
               a.fate == b.fate && a.code == b.code && a.scheduled == b.scheduled;
    };
    if (!std::ranges::equal(again, answers, same))
        return failure(Trouble::BadInput,
                       QStringLiteral("%1 does not follow from JMeter's results").arg(files.answers));
    return {};
}

Result<Recorded> readRun(const QDir &dir, const QJsonObject &run, qint64 stock)
{
    const auto records = run[QStringLiteral("records")].toObject();
    const QString where = records[QStringLiteral("directory")].toString();
    const auto name = [&](const char *kind) { return records[QLatin1String(kind)].toString(); };
    const RecordFiles files{name("plan"),  name("answers"), name("book"),
                            name("redis"), name("jtl"),     name("opening")};
    const QDir place(dir.filePath(where));
    auto requests = readRequests(place, files);
    if (requests && !files.jtl.isEmpty()) {
        if (const auto same = checkJtl(place, files, *requests); !same)
            return failure(Trouble::BadInput, where + u'/' + same.error().detail);
    }
    auto truth = readTruth(place, files, run[QStringLiteral("stockInRedis")].toBool());
    const auto strategy = strategyFromName(run[QStringLiteral("strategy")].toString());
    if (!requests || !truth)
        return failure(Trouble::BadInput,
                       where + u'/' + (!requests ? requests.error() : truth.error()).detail);
    if (!strategy)
        return failure(Trouble::BadInput, QStringLiteral("%1 names no strategy").arg(where));
    auto opening = readOpening(place, files);
    if (!opening)
        return failure(Trouble::BadInput, where + u'/' + opening.error().detail);
    return Recorded{std::move(*requests), std::move(*truth), std::move(*opening),
                    hasStock(*strategy) ? stock : 0};
}

/// Compares a run of report.json with the verdict derived again from its records.
QStringList checkRun(const QDir &dir, const QJsonObject &run, qint64 stock)
{
    const auto recorded = readRun(dir, run, stock);
    if (!recorded)
        return {recorded.error().detail};
    const QString where = run[QStringLiteral("records")].toObject()[QStringLiteral("directory")].toString();
    const auto verdict = judge(recorded->requests, recorded->truth, recorded->stock, recorded->opening);
    // Through the text, like the report's own numbers: 5.0 comes back as 5.
    const auto again = QJsonDocument::fromJson(QJsonDocument(verdictJson(verdict)).toJson()).object();
    QStringList faults;
    for (auto field = again.begin(); field != again.end(); ++field) {
        if (run[field.key()] != field.value())
            faults << QStringLiteral("%1: \"%2\" does not follow from the records").arg(where, field.key());
    }
    return faults;
}

struct ReadReport
{
    QJsonArray runs;
    qint64 stock = 0;
    QJsonValue documents; ///< undefined: not requested
};

Result<ReadReport> readReport(const QDir &dir)
{
    QFile file(dir.filePath(QLatin1String(reportName)));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Trouble::NotFound,
                       QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    const auto json = QJsonDocument::fromJson(file.readAll()).object();
    ReadReport report{json[QStringLiteral("runs")].toArray(),
                      qint64(json[QStringLiteral("setting")].toObject()[QStringLiteral("stock")].toDouble()),
                      json[QStringLiteral("documents")]};
    if (report.runs.isEmpty())
        return failure(Trouble::BadInput, QStringLiteral("report.json holds no runs"));
    return report;
}

} // namespace

Result<void> writeReport(const Setting &setting, const QList<Trial> &trials, int planned,
                         const std::optional<Error> &trouble)
{
    QJsonArray runs;
    for (const Trial &trial : trials)
        runs.append(trialJson(trial));
    QJsonObject report{{QStringLiteral("machine"), machineJson()},
                       {QStringLiteral("setting"), settingJson(setting)},
                       {QStringLiteral("written"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                       {QStringLiteral("whole"), trials.size() == planned},
                       {QStringLiteral("planned"), planned},
                       {QStringLiteral("runs"), runs},
                       {QStringLiteral("verdicts"), verdictsJson(setting, trials)}};
    if (setting.documents)
        report[QStringLiteral("documents")] = documentsJson(runs);
    if (trouble)
        report[QStringLiteral("trouble")] = trouble->detail;
    const QDir dir(setting.outDir);
    if (const auto json = writeWhole(dir.filePath(QLatin1String(reportName)), QJsonDocument(report).toJson());
        !json)
        return json;
    if (const auto page = writeWhole(dir.filePath(QStringLiteral("report.html")), reportHtml(report)); !page)
        return page;
    return writeSums(dir);
}

QStringList verifyReport(const QString &directory, const std::stop_token &stop)
{
    const QDir dir(directory);
    const auto report = readReport(dir);
    if (!report)
        return {report.error().detail};
    QStringList faults = checkSums(dir, QStringLiteral("report"), stop);
    for (const auto &run : report->runs) {
        if (stop.stop_requested())
            return faults;
        faults += checkRun(dir, run.toObject(), report->stock);
    }
    if (report->documents.isArray()) {
        const auto again = QJsonDocument(documentsJson(report->runs)).toJson();
        if (QJsonDocument::fromJson(again).array() != report->documents.toArray())
            faults << QStringLiteral("\"documents\" does not follow from the runs");
    }
    return faults;
}

QStringList testTheTester(const QString &directory, int &tried, const std::stop_token &stop)
{
    tried = 0;
    const QDir dir(directory);
    const auto report = readReport(dir);
    if (!report)
        return {report.error().detail};
    QStringList missed;
    for (const auto &run : report->runs) {
        if (stop.stop_requested())
            break;
        const auto recorded = readRun(dir, run.toObject(), report->stock);
        if (!recorded)
            return {recorded.error().detail};
        for (const auto &fault : plantFaults(recorded->requests, recorded->truth, recorded->stock)) {
            ++tried;
            if (!fault.seen())
                missed << QStringLiteral("%1 in %2: expected %3, found %4")
                              .arg(fault.name, run.toObject()[QStringLiteral("strategy")].toString(),
                                   fault.expected, fault.found);
        }
    }
    return missed;
}

} // namespace seonchak::lab

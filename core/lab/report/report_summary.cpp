// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/report_summary.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace seonchak::lab {

namespace {

constexpr qint64 largestReport = 64 * 1024 * 1024; ///< a thousand repeats of all on two databases: 30 MB
constexpr qsizetype mostListed = 500;

QJsonObject part(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toObject();
}

qint64 whole(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toInteger();
}

Result<QJsonObject> readJson(const QString &directory)
{
    QFile file(directory + QStringLiteral("/report.json"));
    if (!file.exists())
        return failure(Trouble::NotFound, QStringLiteral("there is no report.json in it"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Trouble::Unavailable, file.errorString());
    if (file.size() > largestReport)
        return failure(Trouble::BadInput, QStringLiteral("report.json is too large"));
    QJsonParseError error{};
    const auto json = QJsonDocument::fromJson(file.readAll(), &error);
    if (!json.isObject() || !json[QStringLiteral("runs")].isArray())
        return failure(Trouble::BadInput, QStringLiteral("report.json is not a report of the lab"));
    return json.object();
}

void readSetting(const QJsonObject &setting, ReportSummary &summary)
{
    summary.requests = whole(setting, "requests");
    summary.stock = whole(setting, "stock");
    summary.users = whole(setting, "users");
    summary.rate = setting.value(QStringLiteral("rate")).toDouble();
    summary.failureRate = setting.value(QStringLiteral("failureRate")).toDouble();
    summary.opensIn = setting.value(QStringLiteral("opensIn")).toDouble();
    summary.repeats = int(whole(setting, "repeats"));
    summary.seed = setting.value(QStringLiteral("seed")).toString().left(20);
    summary.byJmeter = setting.value(QStringLiteral("client")).toString() == QLatin1String("jmeter");
}

/// Collects the runs of one strategy on one database.
class Gathered
{
public:
    Gathered(const QString &database, const QString &strategy)
    {
        m_figures.database = database;
        m_figures.strategy = strategy;
        const auto known = strategyFromName(strategy);
        m_figures.hasStock = !known || hasStock(*known);
    }
    [[nodiscard]] bool isOf(const QString &database, const QString &strategy) const
    {
        return m_figures.database == database && m_figures.strategy == strategy;
    }
    void add(const QJsonObject &run)
    {
        ++m_figures.runs;
        m_figures.sound = m_figures.sound && run.value(QStringLiteral("sound")).toBool();
        m_figures.generatorBusy +=
            part(run, "generator").value(QStringLiteral("bottleneck")).toBool() ? 1 : 0;
        m_rates << run.value(QStringLiteral("throughput")).toDouble();
        const auto p99 = part(part(run, "latencyMs"), "issued").value(QStringLiteral("p99"));
        if (p99.isDouble())
            m_p99s << p99.toDouble();
    }
    [[nodiscard]] StrategyFigures figures() const
    {
        StrategyFigures figures = m_figures;
        figures.rate = spreadOf(m_rates);
        if (!m_p99s.isEmpty() && m_p99s.size() == m_rates.size())
            figures.p99 = spreadOf(m_p99s);
        return figures;
    }

private:
    StrategyFigures m_figures;
    QList<double> m_rates;
    QList<double> m_p99s;
};

void readRuns(const QJsonArray &runs, ReportSummary &summary)
{
    QList<Gathered> all;
    for (const auto &value : runs) {
        const QJsonObject run = value.toObject();
        const QString database = run.value(QStringLiteral("database")).toString();
        const QString strategy = run.value(QStringLiteral("strategy")).toString();
        auto found = std::ranges::find_if(all, [&](const Gathered &g) { return g.isOf(database, strategy); });
        if (found == all.end())
            found = all.insert(all.end(), Gathered(database, strategy));
        found->add(run);
        summary.unsound += run.value(QStringLiteral("sound")).toBool() ? 0 : 1;
        summary.generatorBusy += part(run, "generator").value(QStringLiteral("bottleneck")).toBool() ? 1 : 0;
    }
    for (const Gathered &one : all)
        summary.figures << one.figures();
    // The runs are shuffled; sort them into the order of all tables.
    const auto place = [](const StrategyFigures &one) {
        const auto known = strategyFromName(one.strategy);
        return std::pair(one.database != QLatin1String("sqlite"), known ? int(*known) : 1000);
    };
    std::ranges::stable_sort(summary.figures, std::ranges::less(), place);
}

void readDocuments(const QJsonArray &documents, ReportSummary &summary)
{
    for (const auto &database : documents) {
        for (const auto &table : database.toObject().value(QStringLiteral("tables")).toArray()) {
            for (const auto &row : table.toObject().value(QStringLiteral("rows")).toArray()) {
                ++summary.documentRows;
                summary.documentAgree += row.toObject().value(QStringLiteral("agrees")).toBool() ? 1 : 0;
            }
        }
    }
}

/// "lab-20261129-101500", the naming scheme of the window and the command.
QDateTime timeOfName(const QString &directory)
{
    return QDateTime::fromString(QFileInfo(directory).fileName().left(19),
                                 QStringLiteral("'lab-'yyyyMMdd-HHmmss"));
}

} // namespace

ReportSummary readSummary(const QString &directory)
{
    ReportSummary summary;
    summary.directory = directory;
    summary.written = timeOfName(directory);
    const auto json = readJson(directory);
    if (!json) {
        summary.trouble = json.error();
        return summary;
    }
    const auto written =
        QDateTime::fromString(json->value(QStringLiteral("written")).toString(), Qt::ISODate);
    if (written.isValid())
        summary.written = written.toLocalTime();
    const auto runs = json->value(QStringLiteral("runs")).toArray();
    summary.runs = int(runs.size());
    summary.planned = int(json->value(QStringLiteral("planned")).toInteger(summary.runs));
    readSetting(part(*json, "setting"), summary);
    readRuns(runs, summary);
    readDocuments(json->value(QStringLiteral("documents")).toArray(), summary);
    return summary;
}

QList<ReportSummary> listReports(const QString &folder, const std::stop_token &stop)
{
    QList<ReportSummary> reports;
    const QDir dir(folder);
    // The names begin with the time, so the newest come first even if there are too many to read.
    const auto names =
        dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Readable, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        if (stop.stop_requested() || reports.size() >= mostListed)
            break;
        const QString path = dir.filePath(name);
        if (timeOfName(path).isValid() || QFile::exists(path + QStringLiteral("/report.json")))
            reports << readSummary(path);
    }
    std::ranges::stable_sort(reports, std::ranges::greater(), [](const ReportSummary &one) {
        return one.written.isValid() ? one.written.toMSecsSinceEpoch() : 0;
    });
    return reports;
}

} // namespace seonchak::lab

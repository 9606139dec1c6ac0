// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/metrics.h"

#include "core/watch/counter_row.h"
#include "core/watch/status.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace seonchak {

namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Labelled = std::vector<std::pair<std::string, double>>;

MetricFamily family(MetricType type, const char *name, const char *help, const char *label,
                    const Labelled &values)
{
    MetricFamily result;
    result.name = name;
    result.help = help;
    result.type = type;
    for (const auto &[labelValue, value] : values) {
        ClientMetric metric;
        if (*label != '\0')
            metric.label.push_back({label, labelValue});
        if (type == MetricType::Counter)
            metric.counter.value = value;
        else
            metric.gauge.value = value;
        result.metric.push_back(std::move(metric));
    }
    return result;
}

MetricFamily gauge(const char *name, const char *help, double value)
{
    return family(MetricType::Gauge, name, help, "", {{"", value}});
}

/// NaN if it was never read: unknown is not zero.
double known(const Status &status, qint64 number)
{
    return status.stockEverKnown ? double(number) : std::numeric_limits<double>::quiet_NaN();
}

double conserved(const Status &status)
{
    if (!status.mayJudge())
        return std::numeric_limits<double>::quiet_NaN();
    return status.stock.conserved() ? 1 : 0;
}

MetricFamily outageFamily(const Status &status)
{
    const auto has = [&](Outage::Service service) {
        return std::ranges::any_of(status.outages, [&](const Outage &one) { return one.service == service; });
    };
    return family(MetricType::Gauge, "seonchak_outage", "1 while it takes no writes", "service",
                  {{"redis", has(Outage::Service::Redis) ? 1 : 0},
                   {"database", has(Outage::Service::Database) ? 1 : 0}});
}

/// Includes disabled alarms, so that their series do not come and go.
MetricFamily alarmFamily(const Status &status)
{
    Labelled values;
    for (const Alarm alarm : allAlarms()) {
        const bool raised =
            std::ranges::find(status.alarms, alarm, &RaisedAlarm::alarm) != status.alarms.end();
        values.emplace_back(alarmName(alarm).toStdString(), raised ? 1 : 0);
    }
    return family(MetricType::Gauge, "seonchak_alarm", "1 while the alarm is raised", "alarm", values);
}

MetricFamily stockFamily(const Status &status)
{
    const StockNumbers &stock = status.stock;
    const auto number = [&](qint64 value) { return known(status, value); };
    return family(MetricType::Gauge, "seonchak_coupons", "Coupons by status", "status",
                  {{"staged", number(stock.staged)},
                   {"available", number(stock.available)},
                   {"reserved", number(stock.reserved)},
                   {"in_doubt", number(stock.inDoubt)},
                   {"issued", number(stock.issued)},
                   {"void", number(stock.voided)}});
}

MetricFamily requestFamily(const Status &status)
{
    Labelled values;
    for (const CounterRow &row : counterRows) {
        if (row.isOfRequests())
            values.emplace_back(row.outcome, double(status.count(row.field)));
    }
    return family(MetricType::Counter, "seonchak_issue_requests_total", "Issue requests by outcome",
                  "outcome", values);
}

/// The counters that are a metric each.
void appendCounters(std::vector<MetricFamily> &families, const Status &status)
{
    for (const CounterRow &row : counterRows) {
        if (row.metric)
            families.push_back(family(MetricType::Counter, row.metric, row.help, "",
                                      {{"", double(status.count(row.field)) / row.unit}}));
    }
}

void appendGauges(std::vector<MetricFamily> &families, const Status &status)
{
    const auto add = [&](const char *name, const char *help, double value) {
        families.push_back(gauge(name, help, value));
    };
    add("seonchak_issue_latency_p50_seconds", "Median time to answer an issue", status.latency.p50 / 1e3);
    add("seonchak_issue_latency_p99_seconds", "99th percentile of the same", status.latency.p99 / 1e3);
    add("seonchak_journal_depth", "Issue rows waiting for the next group commit",
        double(status.journalDepth));
    add("seonchak_redis_connected", "1 while Redis answers", status.redisConnected ? 1 : 0);
    add("seonchak_database_connected", "1 while the database answers", status.databaseConnected ? 1 : 0);
    add("seonchak_database_trouble", "1 while a database that answers cannot do all of its work",
        status.databaseTrouble.isEmpty() ? 0 : 1);
    add("seonchak_ready", "1 while coupons can be issued", status.issuing ? 1 : 0);
    families.push_back(outageFamily(status));
    families.push_back(alarmFamily(status));
    add("seonchak_paused", "1 while a person has paused the sale", status.paused ? 1 : 0);
    add("seonchak_oldest_doubt_seconds", "Age of the oldest open doubt; 0 where none is open",
        double(std::max<qint64>(0, status.oldestDoubtMs)) / 1e3);
    add("seonchak_redis_clock_offset_seconds", "By how much Redis' clock is ahead of this server's",
        double(status.sale.offsetMs) / 1e3);
    add("seonchak_uptime_seconds", "Since the start of this server", status.uptimeSeconds);
}

} // namespace

QByteArray metricsText(const Status &status)
{
    std::vector<MetricFamily> families{
        stockFamily(status),
        gauge("seonchak_coupons_generated", "Coupons ever made", known(status, status.stock.generated)),
        gauge("seonchak_conserved", "1 while every coupon is accounted for", conserved(status)),
        gauge("seonchak_issued_users", "Users who have a coupon", known(status, status.issuedUsers)),
        requestFamily(status),
    };
    appendCounters(families, status);
    appendGauges(families, status);
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(families));
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an issue can end in: its table, and the tables of counters and events that it refers to.

#include "core/issue/ground/outcome_row.h"
#include "core/watch/metrics.h"
#include "core/watch/status.h"

#include <QRegularExpression>
#include <QTest>

using namespace seonchak;

class TestOutcomes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIsToldByWordsOfItsOwn();
    void eachCountsAsAnAnswer();
    void eachIsInTheMetrics();
    void theMetricsKeepTheirNamesAndOrder();
    void theEventsOfRequestsMayBeCountedOnly();
};

void TestOutcomes::eachIsToldByWordsOfItsOwn()
{
    QStringList words;
    for (const OutcomeRow &row : outcomeRows) {
        QCOMPARE(&rowOf(row.kind), &row);
        words << QString::fromUtf8(row.result ? row.result : row.problem.code);
        if (row.result)
            continue;
        words << QString::fromUtf8(row.problem.korean) << QString::fromUtf8(row.problem.english);
        QVERIFY2(row.problem.status >= 200 && row.problem.status < 600, row.problem.code);
        QVERIFY2(row.problem.status != 503 || row.problem.retryAfter > 0, row.problem.code);
    }
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
}

void TestOutcomes::eachCountsAsAnAnswer()
{
    Counters counters;
    for (const OutcomeRow &row : outcomeRows)
        counters.add(row.counter);
    QCOMPARE(counters.answered(), qint64(outcomeRows.size()));
    for (const Counter other :
         {Counter::Rejected, Counter::PartnerCalls, Counter::LockWaitNs, Counter::Rebuilds})
        counters.add(other, 1000);
    QCOMPARE(counters.answered(), qint64(outcomeRows.size()));
}

void TestOutcomes::eachIsInTheMetrics()
{
    for (const OutcomeRow &row : outcomeRows) {
        const CounterRow &counter = rowOf(row.counter);
        Status status;
        status.shared.insert(counter.field, 7'654'321);
        const QByteArray line =
            QByteArray("seonchak_issue_requests_total{outcome=\"") + counter.outcome + "\"} 7654321\n";
        QCOMPARE(metricsText(status).count(line), 1);
        QCOMPARE(metricsText(status).count("7654321"), 1);
    }
}

void TestOutcomes::theMetricsKeepTheirNamesAndOrder()
{
    Status status;
    status.shared = {
        {"storeCalls", 41}, {"compensations", 42}, {"lockWaitNs", 1'500'000'000}, {"rebuilds", 43}};
    const QString text = QString::fromUtf8(metricsText(status));
    QStringList lines;
    static const QRegularExpression line(
        QStringLiteral("^seonchak_(issue_requests|store|compensations|optimistic|lock|rebuilds)\\S* .*$"),
        QRegularExpression::MultilineOption);
    for (auto found = line.globalMatch(text); found.hasNext();)
        lines << found.next().captured();
    const auto outcome = [](const char *name) {
        return QString(QStringLiteral("seonchak_issue_requests_total{outcome=\"%1\"} 0"))
            .arg(QLatin1String(name));
    };
    QCOMPARE(lines, QStringList({outcome("valid"), outcome("already"), outcome("sold_out"),
                                 outcome("too_early"), outcome("closed"), outcome("store_failed"),
                                 outcome("in_doubt"), outcome("in_progress"), outcome("rejected"),
                                 outcome("conflict"), outcome("unavailable"), "seonchak_store_calls_total 41",
                                 "seonchak_store_failures_total 0", "seonchak_store_unknown_total 0",
                                 "seonchak_compensations_total 42", "seonchak_optimistic_retries_total 0",
                                 "seonchak_lock_wait_seconds_total 1.5", "seonchak_rebuilds_total 43"}));
    QVERIFY(text.indexOf("seonchak_issued_users") < text.indexOf("seonchak_issue_requests_total"));
    QVERIFY(text.indexOf("seonchak_rebuilds_total") < text.indexOf("seonchak_issue_latency_p50_seconds"));
}

/// The log of events only counts what comes in floods; nothing about the sale as a whole may be lost that
/// way.
void TestOutcomes::theEventsOfRequestsMayBeCountedOnly()
{
    for (const OutcomeRow &row : outcomeRows) {
        if (row.event)
            QVERIFY2(Event::classOf(*row.event) != Event::Class::Sale, rowOf(*row.event).name);
    }
    QCOMPARE(Event::classOf(Event::Kind::Voided), Event::Class::Sale);
    QCOMPARE(Event::classOf(Event::Kind::InDoubt), Event::Class::Coupon);
    QCOMPARE(Event::classOf(Event::Kind::SoldOut), Event::Class::Request);
}

QTEST_GUILESS_MAIN(TestOutcomes)
#include "tst_outcomes.moc"

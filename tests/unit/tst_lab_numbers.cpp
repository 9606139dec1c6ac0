// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/judge/records.h"
#include "core/lab/report/fastest_html.h"
#include "core/lab/report/report_html.h"
#include "core/lab/report/report_json.h"
#include "core/lab/rig/database_cpu.h"
#include "core/record/sums.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace seonchak;
using namespace seonchak::lab;

namespace {

constexpr qint64 ms = 1'000'000;

Request request(qint64 scheduled, qint64 sent)
{
    Request one;
    one.user = 1 + scheduled;
    one.scheduled = scheduled;
    one.sent = sent;
    one.answered = sent < 0 ? -1 : sent + ms;
    one.fate = sent < 0 ? Fate::Unsent : Fate::SoldOut;
    return one;
}

/// One trial for each rate, all sound.
QList<Trial> trials(Strategy strategy, const QList<double> &rates)
{
    QList<Trial> made;
    for (const double rate : rates) {
        Trial one;
        one.cell = {"sqlite", strategy, int(made.size())};
        one.verdict.requests = 1000;
        one.verdict.issuedPerSecond = rate;
        made.append(one);
    }
    return made;
}

} // namespace

class TestLabNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsHowWellTheScheduleWasKept();
    void knowsNoScheduleWhereThereWasNone();
    void namesTheFastestOfFiveRepeats();
    void saysWhyItNamesNone_data();
    void saysWhyItNamesNone();
    void givesTheReasonInBothLanguages();
    void saysWhereThereIsNoStock();
    void namesNoneWithoutAStock();
    void readsNothingThatIsNoNumber();
    void leavesNoHalfARecordOnAFullDisk();
    void countsTheTimeOfChildrenThatLiveAndThatEnded();

private:
    QJsonObject verdictOf(const QList<Trial> &trials, double rate = 0) const;
};

void TestLabNumbers::tellsHowWellTheScheduleWasKept()
{
    // On time, just within, just beyond, and never sent.
    const std::vector<Request> requests{request(0, 1), request(10 * ms, 11 * ms),
                                        request(20 * ms, 21 * ms + 1), request(30 * ms, -1)};
    const auto schedule = scheduleOf(requests);
    QCOMPARE(schedule.count, qint64(4));
    QCOMPARE(schedule.punctual, qint64(2));
    QCOMPARE(schedule.worstLateNs, ms + 1);
    const auto json = verdictJson(judge(requests, {}, 1))["schedule"].toObject();
    QCOMPARE(json["punctualShare"].toDouble(), 0.5);
    QCOMPARE(json["worstLateMs"].toDouble(), 1.000001);
}

void TestLabNumbers::knowsNoScheduleWhereThereWasNone()
{
    // A closed model, another program's results, and nothing at all.
    const std::vector<std::vector<Request>> without{
        {request(0, 0), request(7 * ms, 7 * ms)}, {request(-1, 5), request(-1, 9)}, {}};
    for (const auto &requests : without) {
        const auto json = verdictJson(judge(requests, {}, 1))["schedule"].toObject();
        QVERIFY(json.contains("punctualShare"));
        QVERIFY(json["punctualShare"].isNull());
        QVERIFY(json["worstLateMs"].isNull());
    }
}

QJsonObject TestLabNumbers::verdictOf(const QList<Trial> &trials, double rate) const
{
    using enum Strategy;
    Setting setting;
    setting.rate = rate;
    setting.strategies = {Saga, RedisLpopCompensate, RedisLpopLossy, RedisLpop};
    return verdictsJson(setting, trials)[0].toObject();
}

void TestLabNumbers::namesTheFastestOfFiveRepeats()
{
    using enum Strategy;
    const auto verdict = verdictOf(trials(Saga, {100, 110, 101, 104, 103}) +
                                   trials(RedisLpopCompensate, {90, 80, 99, 95, 70}) +
                                   trials(RedisLpop, {900, 901, 902, 903, 904}));
    const auto fastest = verdict["fastestSound"].toObject();
    QCOMPARE(fastest["withStoreCall"], QJsonValue("saga")); // What does less is no rival.
    QVERIFY(verdict["whyNone"].toObject()["withStoreCall"].isNull());
    QVERIFY(fastest["withoutStoreCall"].isNull());
    QCOMPARE(verdict["whyNone"].toObject()["withoutStoreCall"], QJsonValue("alone"));
    QVERIFY(fastestHtml(verdict).contains("saga"));
}

void TestLabNumbers::saysWhyItNamesNone_data()
{
    using enum Strategy;
    QTest::addColumn<QList<Trial>>("given");
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("why");
    const auto saga = trials(Saga, {100, 110, 101, 104, 103});
    const auto slow = trials(RedisLpopCompensate, {90, 80, 99, 95, 70});
    QTest::newRow("nothing was run") << QList<Trial>{} << 0.0 << "not-run";
    QTest::newRow("the rate was the schedule's") << saga + slow << 1500.0 << "schedule";
    QTest::newRow("nobody else") << saga << 0.0 << "alone";
    QTest::newRow("four repeats") << saga.first(4) + slow << 0.0 << "few-repeats";
    QTest::newRow("four of the other's") << saga + slow.first(4) << 0.0 << "few-repeats";
    QTest::newRow("overlap") << saga + trials(RedisLpopCompensate, {90, 80, 100, 95, 70}) << 0.0 << "overlap";
    // The third by its median has the fastest repeat of all.
    QTest::newRow("overlap with the third")
        << saga + slow + trials(RedisLpopLossy, {10, 20, 101, 11, 12}) << 0.0 << "overlap";
    auto wrong = saga;
    wrong[3].verdict.lost = 1;
    QTest::newRow("fast and wrong once") << wrong + slow << 0.0 << "alone";
    QTest::newRow("none sound") << wrong << 0.0 << "none-sound";
    auto busy = slow;
    busy[2].load.lateByOwnFault = 2; // of 1,000
    QTest::newRow("the generator") << saga + busy << 0.0 << "generator";
}

void TestLabNumbers::saysWhyItNamesNone()
{
    QFETCH(const QList<Trial>, given);
    QFETCH(const double, rate);
    const auto verdict = verdictOf(given, rate);
    QVERIFY(verdict["fastestSound"].toObject()["withStoreCall"].isNull());
    QTEST(verdict["whyNone"].toObject()["withStoreCall"].toString(), "why");
}

void TestLabNumbers::givesTheReasonInBothLanguages()
{
    QStringList seen;
    for (const char *why : {"not-run", "schedule", "generator", "none-sound", "alone", "few-repeats",
                            "overlap", "unheard-of"}) {
        const QJsonObject verdict{{"fastestSound", QJsonObject{{"withStoreCall", QJsonValue()}}},
                                  {"whyNone", QJsonObject{{"withStoreCall", why}}}};
        const QString text = fastestHtml(verdict);
        QVERIFY2(text.contains("none is named") && text.contains(QString::fromUtf8("말할 수 없음")), why);
        QVERIFY2(!seen.contains(text), why);
        seen << text;
    }
}

/// The row of a strategy in the first table of the report's page.
QString rowOf(const QString &page, const QString &strategy)
{
    const auto from = page.indexOf("<td>" + strategy + "</td>");
    return page.mid(from, page.indexOf("</tr>", from) - from);
}

void TestLabNumbers::saysWhereThereIsNoStock()
{
    using enum Strategy;
    Setting setting;
    setting.databases = {"sqlite"};
    auto all = trials(UserCache, {100}) + trials(Saga, {100});
    const auto page = [&] {
        QJsonArray runs;
        for (const Trial &trial : all)
            runs.append(trialJson(trial));
        return QString::fromUtf8(
            reportHtml({{"runs", runs}, {"verdicts", verdictsJson(setting, all)}, {"whole", true}}));
    };
    const QString row = rowOf(page(), "user-cache");
    QCOMPARE(row.count("no stock"), 4); // sound, oversold, lost, left
    QVERIFY(!row.contains("<span class=\"good\"><span lang=\"ko\">"));
    QVERIFY(!rowOf(page(), "saga").contains("no stock"));
    QVERIFY(rowOf(page(), "saga").contains("<span class=\"good\"><span lang=\"ko\">"));
    all[0].verdict.duplicates = 1; // A coupon given to two is wrong without a stock as well.
    QVERIFY(rowOf(page(), "user-cache").contains("<span class=\"bad\"><span lang=\"ko\">"));
}

/// Who has nothing to share out is no rival.
void TestLabNumbers::namesNoneWithoutAStock()
{
    using enum Strategy;
    Setting setting;
    setting.databases = {"sqlite"};
    setting.rate = 0;
    const auto all = trials(UserCache, {900, 901, 902, 903, 904}) + trials(RedisLpop, {1, 2, 3, 4, 5});
    const auto verdict = verdictsJson(setting, all)[0].toObject();
    QVERIFY(verdict["fastestSound"].toObject()["withoutStoreCall"].isNull());
    QCOMPARE(verdict["whyNone"].toObject()["withoutStoreCall"], QJsonValue("alone"));
}

void TestLabNumbers::readsNothingThatIsNoNumber()
{
    const QTemporaryDir place;
    const QDir dir(place.path());
    std::vector<Request> requests{request(0, 1)};
    RecordFiles files{writePlan(dir, requests).value(), writeAnswers(dir, requests).value(), {}, {}};
    QVERIFY(readRequests(dir, files));
    for (const QByteArray line : {"0,x,1", "0,1,", "0,1,1 ", "0,1,1,1", "0,1", "1,1,1"}) {
        // A file whose name tells its hash, as if it had been written so.
        const QByteArray bytes = "n,user,scheduled_ns\n" + line + '\n';
        const auto name = [&]() -> QString {
            QFile file(dir.filePath("plan"));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                return {};
            file.close();
            return "plan." + QString::fromLatin1(hashOf(file.fileName()).value().first(16)) + ".csv";
        }();
        QVERIFY(QFile::rename(dir.filePath("plan"), dir.filePath(name)));
        files.plan = name;
        const auto read = readRequests(dir, files);
        QVERIFY2(!read, line.constData());
        QVERIFY2(read.error().detail.contains("a line cannot be read"), line.constData());
    }
}

void TestLabNumbers::leavesNoHalfARecordOnAFullDisk()
{
    const QTemporaryDir home;
    const std::vector<Request> requests(1000, request(0, 1));
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{4096, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = writeAnswers(QDir(home.path()), requests);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!written);
    static const QRegularExpression said("^cannot write .*/answers\\.[0-9a-f]+\\.csv: File too large$");
    QVERIFY2(said.match(written.error().detail).hasMatch(), qPrintable(written.error().detail));
    QVERIFY(QDir(home.path()).isEmpty());
}

void TestLabNumbers::countsTheTimeOfChildrenThatLiveAndThatEnded()
{
    const qint64 self = QCoreApplication::applicationPid();
    // A child that is at work: what it has used is ours to count while it lives.
    QProcess child;
    child.start("sh", {"-c", "while :; do :; done"});
    QVERIFY(child.waitForStarted());
    const qint64 alone = cpuTimeOfFamily(child.processId());
    QVERIFY(alone >= 0);
    constexpr qint64 worked = 300 * ms;
    QTRY_VERIFY(cpuTimeOfFamily(child.processId()) > worked);
    rusage own{};
    ::getrusage(RUSAGE_SELF, &own);
    const qint64 ownNs = (own.ru_utime.tv_sec + own.ru_stime.tv_sec) * 1'000 * ms +
                         (own.ru_utime.tv_usec + own.ru_stime.tv_usec) * 1'000;
    QVERIFY(cpuTimeOfFamily(self) > ownNs + worked * 9 / 10);
    // And when it has ended.
    child.kill();
    QVERIFY(child.waitForFinished());
    QVERIFY(cpuTimeOfFamily(self) > ownNs + worked * 9 / 10);
    QCOMPARE(postmasterOf(*DatabaseUrl::parse("sqlite", "/tmp")), qint64(-1));
}

QTEST_GUILESS_MAIN(TestLabNumbers)
#include "tst_lab_numbers.moc"

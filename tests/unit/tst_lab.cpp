// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/judge/records.h"
#include "core/lab/judge/self_test.h"
#include "core/lab/plan/setting.h"
#include "core/lab/report/report.h"
#include "core/lab/report/report_json.h"
#include "core/lab/send/answer_reader.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;
using namespace seonchak::lab;

namespace {

Request request(UserId user, Fate fate, const QByteArray &code = {})
{
    Request one;
    one.user = user;
    one.scheduled = user * 1'000'000;
    one.sent = one.scheduled + 100'000;
    one.answered = one.scheduled + 2'100'000;
    one.status = fate == Fate::Issued ? 200 : 404;
    one.fate = fate;
    one.code = code;
    return one;
}

/// Two coupons, three users, all as it should be.
struct SmallRun
{
    std::vector<Request> requests{request(1, Fate::Issued, "A"), request(2, Fate::Issued, "B"),
                                  request(3, Fate::SoldOut)};
    Truth truth{
        {{"A", CouponStatus::Issued, 1}, {"B", CouponStatus::Issued, 2}}, {}, {}, {{1, "A"}, {2, "B"}}, true};
};

} // namespace

class TestLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plansTheSameForTheSameSeed();
    void readsAnswers();
    void refusesSenselessAnswers_data();
    void refusesSenselessAnswers();
    void tellsFates_data();
    void tellsFates();
    void judgesASoundRun();
    void judgesFaults();
    void countsPercentilesByNearestRank();
    void findsEachPlantedFault();
    void keepsRecords();
    void verifiesAReport();
    void shufflesTheOrderOfRuns();
};

void TestLab::plansTheSameForTheSameSeed()
{
    const auto users = [](const std::vector<Request> &plan) {
        QList<UserId> list;
        for (const auto &one : plan)
            list << one.user;
        return list;
    };
    const auto plan = planRequests(2500, 1000, 1000, 5);
    QCOMPARE(plan.size(), 2500U);
    QCOMPARE(users(plan), users(planRequests(2500, 1000, 1000, 5)));
    QVERIFY(users(plan) != users(planRequests(2500, 1000, 1000, 6)));
    const auto first = users(plan).first(1000);
    QCOMPARE(QSet<UserId>(first.begin(), first.end()).size(), 1000); // each once before any comes again
    QCOMPARE(plan[0].scheduled, 0);
    QCOMPARE(plan[1500].scheduled, 1'500'000'000);
    QCOMPARE(planRequests(3, 3, 0, 1)[2].scheduled, 0);
}

void TestLab::readsAnswers()
{
    const QByteArray two = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                           "HTTP/1.1 404 Not Found\r\nconnection: Close\r\ncontent-length: 0\r\n\r\n";
    AnswerReader reader;
    int statuses[2] = {};
    int seen = 0;
    for (const char byte : two) { // in pieces of one byte
        reader.take(&byte, 1);
        if (reader.state() != AnswerReader::State::Complete)
            continue;
        statuses[seen++] = reader.status();
        QCOMPARE(reader.body().toByteArray(), seen == 1 ? "{}" : "");
        QCOMPARE(reader.closes(), seen == 2);
        reader.begin();
    }
    QCOMPARE(seen, 2);
    QCOMPARE(statuses[0], 200);
    QCOMPARE(statuses[1], 404);
}

void TestLab::refusesSenselessAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no length") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
    QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
    QTest::newRow("no number") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n");
    QTest::newRow("huge") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("endless head") << QByteArray(20'000, 'x');
}

void TestLab::refusesSenselessAnswers()
{
    QFETCH(const QByteArray, answer);
    AnswerReader reader;
    reader.take(answer.constData(), answer.size());
    QCOMPARE(reader.state(), AnswerReader::State::Broken);
}

void TestLab::tellsFates_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Fate>("fate");
    QTest::addColumn<QByteArray>("code");
    const QByteArray coupon = R"({"id":1,"code":"K7","status":"ISSUED","result":"%1"})";
    const auto problem = [](const char *code) -> QByteArray {
        return QByteArray(R"({"title":"x","code":")") + code + R"("})";
    };
    QTest::newRow("valid") << 200 << QByteArray(coupon).replace("%1", "VALID") << Fate::Issued
                           << QByteArray("K7");
    QTest::newRow("already") << 200 << QByteArray(coupon).replace("%1", "ALREADY") << Fate::Already
                             << QByteArray("K7");
    QTest::newRow("200 of nothing") << 200 << QByteArray("{}") << Fate::Other << QByteArray();
    QTest::newRow("sold out") << 404 << problem("sold-out") << Fate::SoldOut << QByteArray();
    QTest::newRow("another 404") << 404 << problem("not-found") << Fate::Other << QByteArray();
    QTest::newRow("store") << 500 << problem("store-failed") << Fate::PartnerFailed << QByteArray();
    QTest::newRow("another 500") << 500 << problem("internal") << Fate::Other << QByteArray();
    QTest::newRow("doubt") << 202 << problem("in-doubt") << Fate::InDoubt << QByteArray();
    QTest::newRow("progress") << 409 << problem("in-progress") << Fate::InProgress << QByteArray();
    QTest::newRow("conflict") << 409 << problem("conflict") << Fate::Conflict << QByteArray();
    QTest::newRow("away") << 503 << problem("unavailable") << Fate::Unavailable << QByteArray();
    QTest::newRow("paused") << 503 << problem("paused") << Fate::Unavailable << QByteArray();
    QTest::newRow("early") << 403 << problem("not-open") << Fate::TooEarly << QByteArray();
    QTest::newRow("after the end") << 403 << problem("closed") << Fate::Other << QByteArray();
    QTest::newRow("another 403") << 403 << problem("not-permitted") << Fate::Other << QByteArray();
    QTest::newRow("another 409") << 409 << problem("idempotency-running") << Fate::Conflict << QByteArray();
    QTest::newRow("202 of nothing") << 202 << QByteArray() << Fate::InDoubt << QByteArray();
    QTest::newRow("409 of nothing") << 409 << QByteArray() << Fate::Conflict << QByteArray();
    QTest::newRow("503 of nothing") << 503 << QByteArray("away") << Fate::Unavailable << QByteArray();
    QTest::newRow("404 of nothing") << 404 << QByteArray() << Fate::Other << QByteArray();
    QTest::newRow("code of another status") << 404 << problem("store-failed") << Fate::Other << QByteArray();
    QTest::newRow("unknown word") << 200 << QByteArray(coupon).replace("%1", "NEW") << Fate::Issued
                                  << QByteArray("K7");
}

void TestLab::tellsFates()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const Fate, fate);
    QFETCH(const QByteArray, code);
    QByteArray found;
    QCOMPARE(fateOf(status, body, found), fate);
    QCOMPARE(found, code);
    QCOMPARE(fateFromName(fateName(fate)), std::optional<Fate>(fate));
}

void TestLab::judgesASoundRun()
{
    const SmallRun run;
    const auto verdict = judge(run.requests, run.truth, 2);
    QVERIFY(verdict.isSound());
    QCOMPARE(verdict.issued, 2);
    QCOMPARE(verdict.soldOut, 1);
    QCOMPARE(verdict.matched, 2);
    QCOMPARE(verdict.orphaned, 0);
    QCOMPARE(verdict.keyless, 0);
    QCOMPARE(verdict.sellOutSeconds, 0.0041); // user 2 was answered 4.1 ms after the start
    QCOMPARE(verdict.latencyIssued.corrected.max, 2.1);
    QCOMPARE(verdict.latencyIssued.uncorrected.max, 2.0);
    QCOMPARE(verdict.latencyPartnerFailed.corrected.count, 0);
}

void TestLab::judgesFaults()
{
    SmallRun twice;
    twice.requests.push_back(
        request(1, Fate::Issued, "B")); // a second coupon for user 1, and B for a second user
    auto verdict = judge(twice.requests, twice.truth, 2);
    QCOMPARE(verdict.duplicates, 1);
    QCOMPARE(verdict.oversold, 1);
    QCOMPARE(verdict.orphaned, 0); // Whoever has it was told, whoever else was told too.
    QVERIFY(!verdict.isSound());

    SmallRun lost;
    lost.truth.book.push_back({"C", CouponStatus::Available, 0});
    verdict = judge(lost.requests, lost.truth, 3);
    QCOMPARE(verdict.lost, 1);
    QVERIFY(!verdict.conserved());

    SmallRun waiting = lost;
    waiting.truth.stock = {"C"};
    verdict = judge(waiting.requests, waiting.truth, 3);
    QVERIFY(verdict.isSound());
    QCOMPARE(verdict.sellOutSeconds, -1.0);
    waiting.truth.stock = {"C", "C", "A"}; // doubled in the stock, and issued yet in the stock
    QCOMPARE(judge(waiting.requests, waiting.truth, 3).duplicates, 2);

    SmallRun doubted = lost;
    doubted.truth.pending = {"C"};
    verdict = judge(doubted.requests, doubted.truth, 3);
    QCOMPARE(verdict.pending, 1);
    QVERIFY(verdict.conserved());

    SmallRun silent;
    silent.requests[0].fate = Fate::NoAnswer;
    verdict = judge(silent.requests, silent.truth, 2);
    QCOMPARE(verdict.orphaned, 1); // in the book, and nobody was told
    QCOMPARE(verdict.errors, 1);
    QVERIFY(verdict.isSound());
}

void TestLab::countsPercentilesByNearestRank()
{
    std::vector<qint64> values;
    for (qint64 i = 1000; i >= 1; --i)
        values.push_back(i * 1'000'000);
    const auto p = percentilesOf(values);
    QCOMPARE(p.count, 1000);
    QCOMPARE(p.p50, 500.0);
    QCOMPARE(p.p90, 900.0);
    QCOMPARE(p.p95, 950.0);
    QCOMPARE(p.p99, 990.0);
    QCOMPARE(p.p999, 999.0);
    QCOMPARE(p.max, 1000.0);
    std::vector<qint64> one{7'000'000};
    QCOMPARE(percentilesOf(one).p50, 7.0);
    std::vector<qint64> none;
    QCOMPARE(percentilesOf(none).count, 0);
}

void TestLab::findsEachPlantedFault()
{
    const SmallRun run;
    const auto faults = plantFaults(run.requests, run.truth, 2);
    QCOMPARE(faults.size(), 4);
    for (const auto &fault : faults)
        QVERIFY2(fault.seen(),
                 qPrintable(fault.name + ": expected " + fault.expected + ", found " + fault.found));
    SmallRun database;
    database.truth.stockInRedis = false;
    for (const auto &fault : plantFaults(database.requests, database.truth, 2))
        QVERIFY2(fault.seen() || fault.name == "lost coupon",
                 qPrintable(fault.name + ": found " + fault.found));
    QVERIFY(plantFaults({}, run.truth, 2).isEmpty());
}

void TestLab::keepsRecords()
{
    const QTemporaryDir place;
    const QDir dir(place.path());
    SmallRun run;
    run.truth.stock = {"C"};
    run.truth.pending = {"D"};
    const RecordFiles files{writePlan(dir, run.requests).value(), writeAnswers(dir, run.requests).value(),
                            writeBook(dir, run.truth).value(), writeRedis(dir, run.truth).value()};
    const auto requests = readRequests(dir, files);
    const auto truth = readTruth(dir, files, true);
    QVERIFY(requests && truth);
    QCOMPARE(requests->size(), 3U);
    QCOMPARE((*requests)[1].code, "B");
    QCOMPARE((*requests)[2].fate, Fate::SoldOut);
    QCOMPARE((*requests)[2].answered, run.requests[2].answered);
    QCOMPARE(truth->stock, std::vector<QByteArray>{"C"});
    QCOMPARE(truth->pending, std::vector<QByteArray>{"D"});
    QCOMPARE(verdictJson(judge(*requests, *truth, 2)), verdictJson(judge(run.requests, run.truth, 2)));

    QFile answers(dir.filePath(files.answers));
    QVERIFY(answers.open(QIODevice::ReadWrite));
    const QByteArray changed = answers.readAll().replace("SOLD_OUT", "ISSUED");
    answers.resize(0);
    answers.seek(0);
    answers.write(changed);
    answers.close();
    const auto touched = readRequests(dir, files);
    QVERIFY(!touched);
    QVERIFY(touched.error().detail.startsWith(files.answers));
}

void TestLab::verifiesAReport()
{
    const QTemporaryDir place;
    Setting setting;
    setting.outDir = place.path();
    setting.stock = 2;
    const SmallRun run;
    Trial trial;
    trial.directory = "runs/one";
    const QDir dir(place.filePath("runs/one"));
    QVERIFY(dir.mkpath("."));
    trial.files = {writePlan(dir, run.requests).value(), writeAnswers(dir, run.requests).value(),
                   writeBook(dir, run.truth).value(), writeRedis(dir, run.truth).value()};
    trial.verdict = judge(run.requests, run.truth, 2);
    QVERIFY(writeReport(setting, {trial}, 1, std::nullopt));
    QCOMPARE(verifyReport(place.path()), QStringList());

    const auto with = [&](const QString &name, const QByteArray &from, const QByteArray &to) {
        QFile file(place.filePath(name));
        if (!file.open(QIODevice::ReadWrite))
            return QStringList{"cannot open"};
        const QByteArray whole = file.readAll();
        QByteArray changed = whole;
        changed.replace(from, to);
        file.resize(0);
        file.seek(0);
        file.write(changed);
        file.close();
        auto faults = verifyReport(place.path());
        Q_UNUSED(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(whole);
        return faults;
    };
    const auto report = with("report.json", "\"issued\": 2", "\"issued\": 3");
    QVERIFY(report.contains("report.json was changed: its hash is another"));
    QVERIFY(report.contains("runs/one: \"issued\" does not follow from the records"));
    QVERIFY(!with("runs/one/" + trial.files.book, "A,ISSUED,1", "A,ISSUED,2").isEmpty());
    QVERIFY(!with("SHA256SUMS", "a", "b").isEmpty());
    QCOMPARE(verifyReport(place.path()), QStringList());
    QFile extra(place.filePath("runs/one/more.csv"));
    QVERIFY(extra.open(QIODevice::WriteOnly));
    extra.close();
    QCOMPARE(verifyReport(place.path()),
             QStringList{"runs/one/more.csv is not among the files of the report"});
    QVERIFY(extra.remove());
    QVERIFY(QFile::remove(place.filePath("runs/one/" + trial.files.plan)));
    QVERIFY(!verifyReport(place.path()).isEmpty());
    QVERIFY(!verifyReport(place.filePath("nowhere")).isEmpty());
}

void TestLab::shufflesTheOrderOfRuns()
{
    Setting setting;
    setting.databases = {"sqlite", "postgresql://h/d"};
    setting.repeats = 3;
    const auto text = [](const QList<Cell> &cells) {
        QStringList names;
        for (const auto &cell : cells)
            names << strategyName(cell.strategy) + engineOf(cell.database) + QString::number(cell.repeat);
        return names;
    };
    setting.seed = 1;
    const auto one = text(orderOfRuns(setting));
    QCOMPARE(one.size(), 7 * 2 * 3);
    QCOMPARE(QSet<QString>(one.begin(), one.end()).size(), one.size());
    QCOMPARE(one, text(orderOfRuns(setting)));
    setting.seed = 2;
    QVERIFY(one != text(orderOfRuns(setting)));
    for (int i = 0; i < 14; ++i)
        QVERIFY(one[i].endsWith('0')); // repeat by repeat
}

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/judge/records.h"
#include "core/lab/judge/verdict.h"
#include "core/lab/plan/opening.h"
#include "core/lab/report/opening_html.h"
#include "core/lab/report/report_json.h"

#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;
using namespace seonchak::lab;

namespace {

constexpr qint64 ms = 1'000'000;
constexpr WallMs opensAt = 1'800'000'000'000;

Request told(qint64 answeredMs, Fate fate)
{
    static UserId user = 0;
    Request one;
    one.user = ++user;
    one.scheduled = one.sent = (answeredMs - 1) * ms;
    one.answered = answeredMs * ms;
    one.fate = fate;
    if (fate == Fate::Issued)
        one.code = "C" + QByteArray::number(user);
    return one;
}

/// Opens 2 s after the run began: of the two looks the one with the shorter way says so.
Opening opening()
{
    return {opensAt,
            {{0, 800 * ms, opensAt * 1000 - 1'000'000}, {100 * ms, 102 * ms, opensAt * 1000 - 1'899'000}}};
}

Truth soldTo(const std::vector<Request> &requests)
{
    Truth truth;
    for (const Request &request : requests) {
        if (request.fate == Fate::Issued)
            truth.book.push_back({request.code, CouponStatus::Issued, request.user});
    }
    return truth;
}

} // namespace

class TestLabOpening : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placesTheOpeningByTheShortestWay();
    void tellsTheFirstSecondInMilliseconds();
    void callsACouponBeforeTheOpeningUnsound();
    void allowsForTheDoubtOfTheClocks();
    void countsTheOutcomesToTheirSum();
    void readsWhatItWrote();
    void showsNothingWhereNoneWasAimedAt();
};

void TestLabOpening::placesTheOpeningByTheShortestWay()
{
    QCOMPARE(opening().instantNs(), 2000 * ms);
    QCOMPARE(opening().doubtNs(), ms);
    QVERIFY(!Opening{}.isAimedAt());
}

void TestLabOpening::tellsTheFirstSecondInMilliseconds()
{
    const std::vector<Request> requests{told(1500, Fate::TooEarly),      told(2000, Fate::TooEarly),
                                        told(2003, Fate::Issued),        told(2003, Fate::SoldOut),
                                        told(2999, Fate::PartnerFailed), told(3000, Fate::SoldOut)};
    const auto figures = figuresOf(requests, opening());
    QCOMPARE(figures.firstIssuedNs, 3 * ms);
    QCOMPARE(figures.lastTooEarlyNs, 0);
    QCOMPARE(figures.firstSecond.size(), 3U);
    QCOMPARE(figures.firstSecond[0].ms, 0);
    QCOMPARE(figures.firstSecond[0].tooEarly, 1);
    QCOMPARE(figures.firstSecond[1].ms, 3);
    QCOMPARE(figures.firstSecond[1].issued, 1);
    QCOMPARE(figures.firstSecond[1].refused, 1);
    QCOMPARE(figures.firstSecond[2].ms, 999);
    const auto verdict = judge(requests, soldTo(requests), 1, opening());
    QCOMPARE(verdict.sellOutSeconds, 0.003);
}

void TestLabOpening::callsACouponBeforeTheOpeningUnsound()
{
    std::vector<Request> requests{told(1990, Fate::Issued), told(2003, Fate::Issued)};
    auto verdict = judge(requests, soldTo(requests), 2, opening());
    QCOMPARE(verdict.issuedEarly, 1);
    QVERIFY(!verdict.isSound());
    requests[0].answered = 2001 * ms;
    verdict = judge(requests, soldTo(requests), 2, opening());
    QCOMPARE(verdict.issuedEarly, 0);
    QVERIFY(verdict.isSound());
}

void TestLabOpening::allowsForTheDoubtOfTheClocks()
{
    Request early = told(2000, Fate::Issued);
    early.answered = 1999 * ms;
    QCOMPARE(issuedBefore({early}, opening()), 0);
    QCOMPARE(figuresOf({early}, opening()).firstIssuedNs, 0);
    early.answered = 1999 * ms - 1;
    QCOMPARE(issuedBefore({early}, opening()), 1);
}

void TestLabOpening::countsTheOutcomesToTheirSum()
{
    std::vector<Request> requests;
    for (int fate = int(Fate::Unsent); fate <= int(Fate::TooEarly); ++fate)
        requests.push_back(told(2001, Fate(fate)));
    const Verdict v = judge(requests, {}, 0);
    QCOMPARE(v.tooEarly, 1);
    QCOMPARE(v.issued + v.already + v.soldOut + v.partnerFailed + v.inDoubt + v.conflict + v.tooEarly +
                 v.errors,
             v.requests);
    QCOMPARE(fateFromName("TOO_EARLY"), Fate::TooEarly);
}

void TestLabOpening::readsWhatItWrote()
{
    const QTemporaryDir place;
    const QDir dir(place.path());
    const auto name = writeOpening(dir, opening());
    QVERIFY(name);
    RecordFiles files;
    files.opening = *name;
    const auto again = readOpening(dir, files);
    QVERIFY(again);
    QCOMPARE(again->opensAt, opensAt);
    QCOMPARE(again->looks.size(), 2U);
    QCOMPARE(again->instantNs(), opening().instantNs());
    QVERIFY(!readOpening(dir, {})->isAimedAt());
    QFile file(dir.filePath(*name));
    QVERIFY(file.open(QIODevice::Append));
    file.write("1,2,3,4\n");
    file.close();
    QVERIFY(!readOpening(dir, files));
}

void TestLabOpening::showsNothingWhereNoneWasAimedAt()
{
    QJsonObject run{{"database", "sqlite"}, {"strategy", "saga"}, {"repeat", 1}};
    const auto without = verdictJson(judge({told(5, Fate::Issued)}, {}, 1));
    QVERIFY(without["opening"].isNull());
    QVERIFY(openingsHtml({run}, "sqlite").isEmpty());
    const auto with = verdictJson(judge({told(2005, Fate::Issued)}, {}, 1, opening()));
    run["opening"] = with["opening"];
    QCOMPARE(with["opening"].toObject()["firstIssuedMs"].toDouble(), 5.0);
    const QString page = openingsHtml({run}, "sqlite");
    QVERIFY(page.contains("issued before the opening"));
    QVERIFY(page.contains("<svg"));
    QVERIFY(openingsHtml({run}, "postgresql").isEmpty());
}

QTEST_GUILESS_MAIN(TestLabOpening)
#include "tst_lab_opening.moc"

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/documents.h"

#include "core/lab/report/report_json.h"

#include <QJsonObject>

#include <cmath>
#include <functional>

namespace seonchak::lab {

namespace {

constexpr qint64 usersOfTheDocuments = 1500;
constexpr qint64 stockOfTheDocuments = 1000;
constexpr double failuresOfTheDocuments = 0.1;
constexpr qint64 failedBefore = 604;

QJsonObject words(const char *korean, const QString &english)
{
    return {{QStringLiteral("ko"), QString::fromUtf8(korean)}, {QStringLiteral("en"), english}};
}

/// The runs of one strategy on one database.
class Runs
{
public:
    Runs(const QJsonArray &all, const QString &database, const QString &strategy)
    {
        for (const auto &value : all) {
            const QJsonObject run = value.toObject();
            if (run[QStringLiteral("database")].toString() == database &&
                run[QStringLiteral("strategy")].toString() == strategy)
                m_runs.append(run);
        }
    }
    [[nodiscard]] int count() const { return int(m_runs.size()); }
    [[nodiscard]] Spread of(const std::function<double(const QJsonObject &)> &value) const
    {
        QList<double> values;
        for (const QJsonObject &run : m_runs)
            values << value(run);
        return spreadOf(values);
    }

private:
    QList<QJsonObject> m_runs;
};

double field(const QJsonObject &run, const char *name)
{
    return run[QLatin1String(name)].toDouble();
}
double answered(const QJsonObject &run)
{
    return field(run, "requests") - field(run, "errors");
}
double errorPercent(const QJsonObject &run)
{
    const double fine = field(run, "issued") + field(run, "already");
    return std::round(10'000 * (field(run, "requests") - fine) / field(run, "requests")) / 100;
}
double soldOut(const QJsonObject &run)
{
    return field(run, "soldOut");
}
double refused(const QJsonObject &run)
{
    return field(run, "storeFailed");
}
double failed(const QJsonObject &run)
{
    return soldOut(run) + refused(run);
}
double issued(const QJsonObject &run)
{
    return field(run, "issued");
}
double duplicates(const QJsonObject &run)
{
    return field(run, "duplicates") + field(run, "oversold");
}
double consumed(const QJsonObject &run)
{
    return double(stockOfTheDocuments) - field(run, "stockLeft");
}
double lost(const QJsonObject &run)
{
    return field(run, "lost");
}

bool isAlways(const Spread &spread, double value)
{
    return spread.least == value && spread.most == value;
}

QString text(const Spread &spread)
{
    return QStringLiteral("%1 (%2–%3)").arg(spread.median).arg(spread.least).arg(spread.most);
}

QJsonObject row(const QJsonObject &item, const QJsonObject &documents, const Spread &measured, bool agrees,
                const QJsonObject &because = {}, int decimals = 0)
{
    return {{QStringLiteral("item"), item},
            {QStringLiteral("documents"), documents},
            {QStringLiteral("measured"), QJsonObject{{QStringLiteral("median"), measured.median},
                                                     {QStringLiteral("min"), measured.least},
                                                     {QStringLiteral("max"), measured.most}}},
            {QStringLiteral("decimals"), decimals},
            {QStringLiteral("agrees"), agrees},
            {QStringLiteral("because"), because}};
}

QJsonObject requestsRow(const Runs &runs)
{
    const auto sent = runs.of(answered);
    const bool all = isAlways(sent, double(usersOfTheDocuments));
    return row(words("요청 1500", QStringLiteral("requests, 1,500")),
               words("모두 성공 송신", QStringLiteral("all sent")), sent, all,
               all ? QJsonObject{}
                   : words("나머지는 보내지 못했거나 응답이 없었습니다",
                           QStringLiteral("the rest was not sent, or had no answer of the system")));
}

QJsonObject errorsRow(const Runs &runs)
{
    const auto percent = runs.of(errorPercent);
    const bool agrees = isAlways(percent, 33.33);
    return row(words("Error%", QStringLiteral("Error%")), words("33.33%", QStringLiteral("33.33%")), percent,
               agrees,
               agrees ? QJsonObject{}
                      : words("발급된 쿠폰 수가 1,000장이 아닙니다",
                              QStringLiteral("not 1,000 were issued to those who asked")),
               2);
}

QJsonObject soldOutRow(const Runs &runs)
{
    const auto none = runs.of(soldOut);
    const auto refusals = runs.of(refused);
    const bool agrees = isAlways(none, 500);
    QJsonObject because;
    if (!agrees && refusals.most > 0) {
        const QString korean =
            QStringLiteral("실패 가운데 %1건은 재고 부족이 아니라 편의점의 거절(500)이고, 되돌린 쿠폰을 다른 "
                           "사람이 받아 매진 응답이 그만큼 줄었습니다")
                .arg(text(refusals));
        because = words(korean.toUtf8().constData(),
                        QStringLiteral("%1 of the failures are the store's refusals (500), not want of "
                                       "stock: each coupon given back went to somebody who would else have "
                                       "found it sold out")
                            .arg(text(refusals)));
    } else if (!agrees) {
        because = words("매진 응답 수가 다릅니다", QStringLiteral("another number found it sold out"));
    }
    return row(words("재고부족", QStringLiteral("sold out (404)")), words("500건", QStringLiteral("500")),
               none, agrees, because);
}

QJsonObject duplicatesRow(const Runs &runs)
{
    const auto twice = runs.of(duplicates);
    const bool agrees = isAlways(twice, 0);
    return row(words("중복발급", QStringLiteral("issued twice")), words("없음", QStringLiteral("none")),
               twice, agrees,
               agrees ? QJsonObject{}
                      : words("두 번 발급된 쿠폰이나 사람이 있습니다",
                              QStringLiteral("a coupon or a user was served twice")));
}

QJsonObject consumedRow(const Runs &runs)
{
    const auto taken = runs.of(consumed);
    const bool agrees = isAlways(taken, double(stockOfTheDocuments));
    return row(words("Redis재고", QStringLiteral("stock consumed in Redis")),
               words("정확히 1000장 소비", QStringLiteral("exactly 1,000")), taken, agrees,
               agrees ? QJsonObject{}
                      : words("되돌린 쿠폰이 마지막 요청 뒤에 재고에 남았습니다",
                              QStringLiteral("coupons given back after the last request wait in the stock")));
}

QJsonObject lostRow(const Runs &runs)
{
    const auto gone = runs.of(lost);
    const bool agrees = isAlways(gone, 0);
    return row(words("재고손실", QStringLiteral("stock lost")), words("없음", QStringLiteral("none")), gone,
               agrees,
               agrees ? QJsonObject{}
                      : words("재고에도 장부에도 없는 쿠폰이 있습니다",
                              QStringLiteral("coupons are neither in the stock nor issued")));
}

/// 1,000 calls, each refused with chance p: in 99 of 100 runs the refusals lie within 2.576 standard
/// deviations of the mean (normal approximation of the binomial; Feller, An Introduction to Probability
/// Theory, VII).
QJsonObject failedRow(const Runs &runs)
{
    constexpr double calls = stockOfTheDocuments;
    const double mean = calls * failuresOfTheDocuments;
    const double half = 2.576 * std::sqrt(mean * (1 - failuresOfTheDocuments));
    const auto all = runs.of(failed);
    const auto refusals = runs.of(refused);
    const double base = double(usersOfTheDocuments - stockOfTheDocuments);
    const bool agrees = std::abs(all.median - base - mean) <= half && isAlways(runs.of(soldOut), base) &&
                        std::abs(double(failedBefore) - base - mean) <= half;
    const QString range =
        QStringLiteral("%1–%2").arg(std::ceil(base + mean - half)).arg(std::floor(base + mean + half));
    const QString korean =
        QStringLiteral("재고부족 500 + 거절 %1; 1,000번 호출에 10%면 100번 가운데 99번은 %2")
            .arg(text(refusals), range);
    return row(words("실패 (404 + 500)", QStringLiteral("failed (404 + 500)")),
               words("1500개 중 604개", QStringLiteral("604 of 1,500")), all, agrees,
               words(korean.toUtf8().constData(),
                     QStringLiteral("sold out 500 + refused %1; with 1,000 calls at 10 %, 99 of 100 runs "
                                    "give %2")
                         .arg(text(refusals), range)));
}

QJsonObject fewerRow(const Runs &runs)
{
    const auto given = runs.of(issued);
    const auto gone = runs.of(lost);
    const QString korean = QStringLiteral("거절된 쿠폰은 어디에도 없습니다: 손실 %1").arg(text(gone));
    return row(words("발급된 쿠폰", QStringLiteral("issued")),
               words("1000보다 적다 (중간 손실)", QStringLiteral("fewer than 1,000 (lost on the way)")),
               given, given.most < double(stockOfTheDocuments) && gone.least > 0,
               words(korean.toUtf8().constData(),
                     QStringLiteral("what was refused is nowhere: lost %1").arg(text(gone))));
}

QJsonObject table(const QJsonObject &title, const QString &strategy, const Runs &runs, const QJsonArray &rows)
{
    return {{QStringLiteral("title"), title},
            {QStringLiteral("strategy"), strategy},
            {QStringLiteral("runs"), runs.count()},
            {QStringLiteral("rows"), rows}};
}

QJsonArray tablesOf(const QJsonArray &all, const QString &database)
{
    QJsonArray tables;
    const QString lpop = strategyName(Strategy::RedisLpop);
    const QString lossy = strategyName(Strategy::RedisLpopLossy);
    const QString paid = strategyName(Strategy::RedisLpopCompensate);
    if (const Runs runs(all, database, lpop); runs.count() > 0)
        tables.append(table(
            words("2단계: LPOP", QStringLiteral("Step 2: LPOP")), lpop, runs,
            {requestsRow(runs), errorsRow(runs), soldOutRow(runs), duplicatesRow(runs), consumedRow(runs)}));
    if (const Runs runs(all, database, lossy); runs.count() > 0)
        tables.append(table(words("3단계: 보상 이전", QStringLiteral("Step 3, before compensation")), lossy,
                            runs, {failedRow(runs), fewerRow(runs)}));
    if (const Runs runs(all, database, paid); runs.count() > 0)
        tables.append(table(words("3단계: 보상 이후", QStringLiteral("Step 3, after compensation")), paid,
                            runs,
                            {requestsRow(runs), errorsRow(runs), soldOutRow(runs), duplicatesRow(runs),
                             consumedRow(runs), lostRow(runs)}));
    return tables;
}

} // namespace

void applyDocumentsExperiment(Setting &setting)
{
    setting.documents = true;
    setting.strategies = {Strategy::RedisLpop, Strategy::RedisLpopLossy, Strategy::RedisLpopCompensate};
    setting.requests = usersOfTheDocuments;
    setting.users = usersOfTheDocuments;
    setting.stock = stockOfTheDocuments;
    setting.rate = double(usersOfTheDocuments);
    setting.failureRate = failuresOfTheDocuments;
}

QJsonArray documentsJson(const QJsonArray &runs)
{
    QStringList databases;
    for (const auto &run : runs)
        databases << run.toObject()[QStringLiteral("database")].toString();
    databases.removeDuplicates();
    databases.sort();
    QJsonArray documents;
    for (const QString &database : databases)
        documents.append(QJsonObject{{QStringLiteral("database"), database},
                                     {QStringLiteral("tables"), tablesOf(runs, database)}});
    return documents;
}

} // namespace seonchak::lab

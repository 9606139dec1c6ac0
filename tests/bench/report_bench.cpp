// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lab's way from requests to a checked report, without any server: prints one JSON object.
//
//     seonchak_report_bench REQUESTS DIRECTORY
//
// Three of five requests win a coupon, the others find none left. DIRECTORY is filled with the report.
#include "core/lab/report/report.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace seonchak;
using namespace seonchak::lab;

namespace {

double secondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

/// The most memory this process ever had, in MiB.
double peakMiB()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return -1;
}

/// Fills in how each request went, and what the stores hold then.
Truth goThrough(std::vector<Request> &requests, qint64 stock)
{
    Truth truth;
    truth.stockInRedis = true;
    for (std::size_t n = 0; n < requests.size(); ++n) {
        Request &request = requests[n];
        request.sent = request.scheduled + qint64(n % 700) * 1000;
        request.answered = request.sent + 1'000'000 + qint64(n * 7919 % 3'000'000);
        const bool wins = qint64(n) < stock;
        request.status = wins ? 200 : 404;
        request.fate = wins ? Fate::Issued : Fate::SoldOut;
        if (!wins)
            continue;
        request.code = "K" + QByteArray::number(qulonglong(n)).rightJustified(11, '0');
        truth.book.push_back({request.code, CouponStatus::Issued, request.user});
        truth.userKeys.push_back({request.user, request.code});
    }
    return truth;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3)
        qFatal("usage: seonchak_report_bench REQUESTS DIRECTORY");
    Setting setting;
    setting.requests = setting.users = QByteArray(argv[1]).toLongLong();
    setting.stock = setting.requests * 3 / 5;
    setting.rate = 100'000;
    setting.repeats = 1;
    setting.strategies = {Strategy::Saga};
    setting.outDir = QString::fromLocal8Bit(argv[2]);
    Trial trial;
    trial.cell.database = QStringLiteral("sqlite");
    trial.directory = QStringLiteral("runs/sqlite-saga-1");
    const QDir dir(setting.outDir + u'/' + trial.directory);
    if (!dir.mkpath(QStringLiteral(".")))
        qFatal("cannot write to %s", argv[2]);
    auto requests = planRequests(setting.requests, setting.users, setting.rate, 1);
    const Truth truth = goThrough(requests, setting.stock);
    const double before = peakMiB();

    QElapsedTimer timer;
    timer.start();
    const auto plan = writePlan(dir, requests);
    const auto answers = writeAnswers(dir, requests);
    const auto book = writeBook(dir, truth);
    const auto redis = writeRedis(dir, truth);
    if (!plan || !answers || !book || !redis)
        qFatal("the records cannot be written");
    const double written = secondsOf(timer);
    trial.files = {*plan, *answers, *book, *redis};
    trial.verdict = judge(requests, truth, setting.stock);
    const double judged = secondsOf(timer);
    if (const auto done = writeReport(setting, {trial}, 1, {}); !done)
        qFatal("%s", qUtf8Printable(done.error().detail));
    const double reported = secondsOf(timer);
    const double most = peakMiB();
    const auto faults = verifyReport(setting.outDir);
    const double verified = secondsOf(timer);
    if (!faults.isEmpty() || !trial.verdict.isSound() || trial.verdict.issued != setting.stock)
        qFatal("a sound run was not found sound: %s", qUtf8Printable(faults.join(u';')));
    const QJsonObject json{{QStringLiteral("writeSeconds"), written},
                           {QStringLiteral("judgeSeconds"), judged - written},
                           {QStringLiteral("reportSeconds"), reported - judged},
                           {QStringLiteral("togetherSeconds"), reported},
                           {QStringLiteral("verifySeconds"), verified - reported},
                           {QStringLiteral("requestsMiB"), before},
                           {QStringLiteral("peakMiB"), most},
                           {QStringLiteral("peakMiBWithVerify"), peakMiB()}};
    std::puts(QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    return 0;
}

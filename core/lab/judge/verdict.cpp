// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/judge/verdict.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace seonchak::lab {

namespace {

/// The book, indexed by code.
using Holders = QHash<QByteArray, const Truth::Row *>;

void countFates(const std::vector<Request> &requests, Verdict &verdict)
{
    verdict.requests = qint64(requests.size());
    for (const Request &request : requests) {
        switch (request.fate) {
        case Fate::Issued:
            ++verdict.issued;
            break;
        case Fate::Already:
            ++verdict.already;
            break;
        case Fate::SoldOut:
            ++verdict.soldOut;
            break;
        case Fate::PartnerFailed:
            ++verdict.partnerFailed;
            break;
        case Fate::InDoubt:
            ++verdict.inDoubt;
            break;
        case Fate::Conflict:
            ++verdict.conflict;
            break;
        case Fate::TooEarly:
            ++verdict.tooEarly;
            break;
        case Fate::Unsent:
            ++verdict.unsent;
            [[fallthrough]];
        default:
            ++verdict.errors;
        }
    }
}

/// Each code is in one place: counts each kind in the stores, and the codes that are in no place.
void countStores(const Truth &truth, Verdict &verdict)
{
    QSet<QByteArray> waiting;
    for (const QByteArray &code : truth.stock) {
        if (waiting.contains(code))
            ++verdict.duplicates;
        waiting.insert(code);
    }
    const QSet<QByteArray> pending(truth.pending.begin(), truth.pending.end());
    verdict.available = qint64(truth.stock.size());
    verdict.generated = qint64(truth.book.size());
    for (const auto &row : truth.book) {
        if (row.status == CouponStatus::Issued) {
            ++verdict.issuedInBook;
            verdict.duplicates += waiting.contains(row.code) ? 1 : 0;
        } else if (row.status == CouponStatus::Void) {
            ++verdict.voided;
        } else if (row.status == CouponStatus::Staged) {
            ++verdict.staged;
        } else if (!truth.stockInRedis && row.status == CouponStatus::Available) {
            ++verdict.available;
        } else if (pending.contains(row.code) || row.status == CouponStatus::InDoubt) {
            ++verdict.pending;
        } else if (!waiting.contains(row.code)) {
            ++verdict.lost;
        }
    }
}

/// Checks coupons in the book that no client was answered with, and Redis' keys.
void joinStores(const Truth &truth, const QSet<QByteArray> &toldToHolder, Verdict &verdict)
{
    QHash<UserId, QByteArray> keys;
    for (const auto &key : truth.userKeys)
        keys.insert(key.user, key.code);
    for (const auto &row : truth.book) {
        if (row.status != CouponStatus::Issued)
            continue;
        verdict.orphaned += toldToHolder.contains(row.code) ? 0 : 1;
        verdict.keyless += truth.stockInRedis && keys.value(row.user) != row.code ? 1 : 0;
    }
}

void joinWithClients(const std::vector<Request> &requests, const Truth &truth, Verdict &verdict)
{
    Holders holders;
    holders.reserve(qsizetype(truth.book.size()));
    for (const auto &row : truth.book)
        holders.insert(row.code, &row);
    QHash<UserId, const Truth::Row *> heldBy;
    for (const auto &row : truth.book) {
        if (row.status == CouponStatus::Issued)
            heldBy.insert(row.user, &row);
    }
    QSet<QByteArray> toldToSomebody;
    QSet<QByteArray> toldToHolder;
    QSet<UserId> told;
    for (const Request &request : requests) {
        if (request.fate != Fate::Issued)
            continue;
        // A result file may not contain the code: then the coupon is the one that the book has for this user.
        const bool knowsCode = !request.code.isEmpty();
        const auto *row = knowsCode ? holders.value(request.code) : heldBy.value(request.user);
        const QByteArray code = knowsCode || !row ? request.code : row->code;
        const bool codeTwice = !code.isEmpty() && toldToSomebody.contains(code);
        const bool userTwice = told.contains(request.user);
        verdict.duplicates += codeTwice || userTwice ? 1 : 0;
        toldToSomebody.insert(code);
        told.insert(request.user);
        if (!row || row->status != CouponStatus::Issued) {
            ++verdict.unbacked;
        } else if (row->user != request.user) {
            ++verdict.wrongHolder;
        } else {
            ++verdict.matched;
            toldToHolder.insert(row->code);
        }
    }
    joinStores(truth, toldToHolder, verdict);
}

Latency latencyOf(const std::vector<Request> &requests, Fate fate)
{
    std::vector<qint64> corrected;
    std::vector<qint64> uncorrected;
    bool scheduled = true;
    for (const Request &request : requests) {
        if (request.fate != fate)
            continue;
        scheduled = scheduled && request.scheduled >= 0;
        corrected.push_back(request.answered - request.scheduled);
        uncorrected.push_back(request.answered - request.sent);
    }
    Latency latency{percentilesOf(corrected), percentilesOf(uncorrected)};
    if (!scheduled)
        latency.corrected = {.count = -1};
    return latency;
}

void measure(const std::vector<Request> &requests, qint64 stock, Verdict &verdict)
{
    qint64 last = 0;
    qint64 lastIssued = 0;
    qint64 answers = 0;
    for (const Request &request : requests) {
        if (request.answered < 0)
            continue;
        ++answers;
        last = std::max(last, request.answered);
        if (request.fate == Fate::Issued)
            lastIssued = std::max(lastIssued, request.answered);
    }
    verdict.throughput = last > 0 ? double(answers) * 1e9 / double(last) : 0;
    const qint64 selling = lastIssued - (verdict.opening.aimedAt ? verdict.opening.instantNs : 0);
    verdict.issuedPerSecond = selling > 0 ? double(verdict.issued) * 1e9 / double(selling) : 0;
    if (stock > 0 && verdict.issued >= stock)
        verdict.sellOutSeconds = double(std::max<qint64>(selling, 0)) / 1e9;
    verdict.latencyIssued = latencyOf(requests, Fate::Issued);
    verdict.latencySoldOut = latencyOf(requests, Fate::SoldOut);
    verdict.latencyPartnerFailed = latencyOf(requests, Fate::PartnerFailed);
    verdict.schedule = scheduleOf(requests);
}

} // namespace

Percentiles percentilesOf(std::vector<qint64> &durations)
{
    if (durations.empty())
        return {};
    std::ranges::sort(durations);
    const auto at = [&](double share) {
        const auto rank = std::size_t(std::ceil(share * double(durations.size())));
        return double(durations[std::clamp<std::size_t>(rank, 1, durations.size()) - 1]) / 1e6;
    };
    return {qint64(durations.size()), at(0.5), at(0.9), at(0.95), at(0.99), at(0.999), at(1)};
}

Schedule scheduleOf(const std::vector<Request> &requests)
{
    Schedule schedule{.count = qint64(requests.size())};
    bool open = false;
    for (const Request &request : requests) {
        if (request.scheduled < 0)
            return {};
        if (request.sent < 0)
            continue;
        open = open || request.sent != request.scheduled;
        schedule.punctual += isPunctual(request) ? 1 : 0;
        schedule.worstLateNs = std::max(schedule.worstLateNs, request.sent - request.scheduled);
    }
    return open ? schedule : Schedule{};
}

Verdict judge(const std::vector<Request> &requests, const Truth &truth, qint64 stock, const Opening &opening)
{
    Verdict verdict;
    verdict.opening = figuresOf(requests, opening);
    verdict.issuedEarly = issuedBefore(requests, opening);
    countFates(requests, verdict);
    countStores(truth, verdict);
    joinWithClients(requests, truth, verdict);
    if (stock > 0)
        verdict.oversold = std::max<qint64>(0, std::max(verdict.issued, verdict.issuedInBook) - stock);
    measure(requests, stock, verdict);
    return verdict;
}

} // namespace seonchak::lab

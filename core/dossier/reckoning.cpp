// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/reckoning.h"

#include "core/dossier/cells.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace seonchak::dossier {

namespace {

constexpr size_t hashSeed = 20'261'201; ///< any number: the same for each run

QJsonValue when(WallMs at)
{
    return at == 0 ? QJsonValue() : QJsonValue(QString::fromLatin1(timeText(at)));
}

WallMs secondOf(WallMs at)
{
    return at - at % 1000;
}

void widen(WallMs &first, WallMs &last, WallMs from, WallMs to)
{
    first = first == 0 ? from : std::min(first, from);
    last = std::max(last, to);
}

/// How many occur more than once. Sorts.
qint64 repeats(std::vector<quint64> &values)
{
    std::ranges::sort(values);
    qint64 found = 0;
    for (std::size_t i = 1; i < values.size(); ++i)
        found += values[i] == values[i - 1] ? 1 : 0;
    return found;
}

template <typename Key>
qint64 sumOf(const std::map<Key, qint64> &counts)
{
    qint64 sum = 0;
    for (const auto &[key, count] : counts)
        sum += count;
    return sum;
}

} // namespace

QJsonObject BookCounts::toJson() const
{
    return {{"coupons", coupons},
            {"issues", issues},
            {"doubts", doubts},
            {"refusals", refusals},
            {"audit", audit}};
}

BookCounts BookCounts::fromJson(const QJsonObject &json)
{
    return {json["coupons"].toInteger(), json["issues"].toInteger(), json["doubts"].toInteger(),
            json["refusals"].toInteger(), json["audit"].toInteger()};
}

/// By nearest rank.
QJsonObject Reckoning::Spans::toJson() const
{
    const qint64 count = sumOf(m_times);
    if (count == 0)
        return {{"count", 0}};
    const auto at = [&](qint64 perMille) {
        const qint64 rank = std::max<qint64>((count * perMille + 999) / 1000, 1);
        qint64 passed = 0;
        for (const auto &[ms, times] : m_times) {
            passed += times;
            if (passed >= rank)
                return ms;
        }
        return m_times.rbegin()->first;
    };
    return {{"count", count},
            {"p50", at(500)},
            {"p90", at(900)},
            {"p95", at(950)},
            {"p99", at(990)},
            {"p999", at(999)},
            {"max", m_times.rbegin()->first}};
}

void Reckoning::take(const DoubtRow &row)
{
    ++m_doubtEnds[row.end];
    if (row.end == "OPEN")
        m_open.push_back(row.coupon);
    else if (row.end == "ISSUED")
        m_ended.push_back(row.coupon);
}

void Reckoning::closeDoubts()
{
    if (std::exchange(m_doubtsClosed, true))
        return;
    std::ranges::sort(m_open);
    std::ranges::sort(m_ended);
}

void Reckoning::take(const CouponRow &row)
{
    closeDoubts();
    ++m_states[std::size_t(row.state)];
    m_idsOutOfOrder += row.id <= m_lastId ? 1 : 0;
    m_lastId = row.id;
    m_codes.push_back(qHash(QByteArrayView(row.code), hashSeed));
    const bool issued = row.state == CouponStatus::Issued;
    const bool doubted = row.state == CouponStatus::InDoubt;
    m_withoutUser += (issued || doubted) && row.user.isEmpty() ? 1 : 0;
    m_doubtsUnmatched += doubted != std::ranges::binary_search(m_open, row.id) ? 1 : 0;
    m_doubtsUnmatched += !issued && std::ranges::binary_search(m_ended, row.id) ? 1 : 0;
    if ((issued || doubted) && !row.user.isEmpty())
        m_users.push_back(qHash(QByteArrayView(row.user), hashSeed));
    if (issued)
        takeIssued(row);
    m_curve.take(row);
}

void Reckoning::takeIssued(const CouponRow &row)
{
    if (row.issued == 0) {
        ++m_withoutIssue;
        return;
    }
    widen(m_firstIssued, m_lastIssued, row.issued, row.issued);
    if (row.reserved == 0 || row.reserved > row.issued) {
        ++m_withoutSpan;
        return;
    }
    const bool afterDoubt = std::ranges::binary_search(m_ended, row.id);
    (afterDoubt ? m_issuedAfterDoubt : m_issued).take(row.issued - row.reserved);
}

void Reckoning::take(const RefusalRow &row)
{
    Reason &reason = m_reasons[row.reason];
    ++reason.rows;
    reason.times += row.times;
    widen(reason.first, reason.last, row.first, row.last);
    const WallMs first = secondOf(row.first);
    const WallMs last = secondOf(row.last);
    if (first == last) {
        m_refusalSeconds[{first, row.reason}] += row.times;
        return;
    }
    ++m_refusalSeconds[{first, row.reason}];
    ++m_refusalSeconds[{last, row.reason}];
    reason.between += row.times - 2;
}

void Reckoning::take(const AuditEntry &entry)
{
    ++m_entries;
    ++m_actions[entry.action];
    m_entriesOutOfOrder += entry.id <= m_lastEntry ? 1 : 0;
    m_lastEntry = entry.id;
}

qint64 Reckoning::seen() const
{
    return std::accumulate(m_states.begin(), m_states.end(), qint64(0));
}

QJsonObject Reckoning::couponsJson(const BookCounts &book) const
{
    return {{"generated", book.coupons},
            {"staged", countOf(CouponStatus::Staged)},
            {"available", countOf(CouponStatus::Available)},
            {"inDoubt", countOf(CouponStatus::InDoubt)},
            {"issued", countOf(CouponStatus::Issued)},
            {"void", countOf(CouponStatus::Void)},
            {"conserved", seen() == book.coupons},
            {"firstIssuedAt", when(m_firstIssued)},
            {"lastIssuedAt", when(m_lastIssued)}};
}

QJsonObject Reckoning::findingsJson(const BookCounts &book)
{
    qint64 refusals = 0;
    for (const auto &[reason, one] : m_reasons)
        refusals += one.rows;
    const QList<std::pair<const char *, qint64>> all{
        {"couponsMissing", book.coupons - seen()},
        {"codesTwice", repeats(m_codes)},
        {"usersTwice", repeats(m_users)},
        {"idsOutOfOrder", m_idsOutOfOrder},
        {"issuedToNobody", m_withoutUser},
        {"issuesWithoutTime", m_withoutIssue},
        {"issuesWithoutCoupon", book.issues - countOf(CouponStatus::Issued)},
        {"doubtsWithoutCoupon", book.doubts - countOf(CouponStatus::InDoubt)},
        {"doubtsUnmatched", m_doubtsUnmatched},
        {"refusalsMissing", book.refusals - refusals},
        {"auditMissing", book.audit - m_entries},
        {"auditOutOfOrder", m_entriesOutOfOrder}};
    QJsonObject json;
    bool sound = true;
    for (const auto &[finding, count] : all) {
        json[QLatin1String(finding)] = count;
        sound = sound && count == 0;
    }
    json["sound"] = sound;
    return json;
}

QJsonObject Reckoning::stockJson(const CurveTold &told) const
{
    QJsonArray soldOuts;
    for (const SoldOut &one : told.soldOuts)
        soldOuts.append(QJsonObject{{"filledAt", when(one.filledAt)},
                                    {"at", when(one.at)},
                                    {"taken", one.taken},
                                    {"withdrawn", one.withdrawn}});
    qint64 filled = 0;
    const StockSecond *peak = nullptr;
    for (const StockSecond &one : told.seconds) {
        filled += one.filled;
        if (one.taken > 0 && (!peak || one.taken > peak->taken))
            peak = &one;
    }
    return {{"filled", filled},
            {"left", told.seconds.isEmpty() ? 0 : told.seconds.back().left},
            {"notInCurve", m_curve.untold()},
            {"soldOut", soldOuts},
            {"peakSecond", peak ? when(peak->second) : QJsonValue()},
            {"peakTaken", peak ? peak->taken : 0}};
}

QJsonObject Reckoning::refusalsJson() const
{
    QJsonObject json;
    for (const auto &[reason, one] : m_reasons)
        json[QString::fromUtf8(reason)] = QJsonObject{{"rows", one.rows},
                                                      {"times", one.times},
                                                      {"secondUnknown", one.between},
                                                      {"firstAt", when(one.first)},
                                                      {"lastAt", when(one.last)}};
    return json;
}

QJsonObject Reckoning::auditJson() const
{
    QJsonObject actions;
    for (const auto &[action, count] : m_actions)
        actions[action] = count;
    return {{"entries", m_entries}, {"actions", actions}};
}

Reckoning::Sums Reckoning::finish(const BookCounts &book)
{
    closeDoubts();
    const CurveTold told = m_curve.tell();
    QJsonObject doubts;
    for (const char *end : {"OPEN", "ISSUED", "RESTORED", "SET_ASIDE", "NOT_RECORDED"})
        doubts[QLatin1String(end)] = 0;
    for (const auto &[end, count] : m_doubtEnds)
        doubts[QString::fromUtf8(end)] = count;
    Sums sums;
    sums.json = {{"coupons", couponsJson(book)},
                 {"findings", findingsJson(book)},
                 {"stock", stockJson(told)},
                 {"refusals", refusalsJson()},
                 {"doubts", doubts},
                 {"audit", auditJson()},
                 {"latencyMs", QJsonObject{{"issued", m_issued.toJson()},
                                           {"issuedAfterDoubt", m_issuedAfterDoubt.toJson()},
                                           {"notRecorded", m_withoutSpan}}}};
    sums.stock = told.seconds;
    sums.picture = told.picture;
    for (const auto &[key, refusals] : m_refusalSeconds)
        sums.refusals.append({key.first, key.second, refusals});
    return sums;
}

} // namespace seonchak::dossier

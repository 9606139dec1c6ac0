// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dossier/records.h"
#include "core/dossier/stock_curve.h"

#include <QJsonObject>

#include <array>
#include <map>
#include <vector>

namespace seonchak::dossier {

/// How many rows of each kind the book had at the instant of the dossier: the records must add up to them.
struct BookCounts
{
    qint64 coupons = 0;
    qint64 issues = 0;
    qint64 doubts = 0;
    qint64 refusals = 0;
    qint64 audit = 0;

    [[nodiscard]] QJsonObject toJson() const;
    static BookCounts fromJson(const QJsonObject &json);
};

/// Sums up the records. Used by the writer on rows of the book and by the judge on lines of the files. Doubts
/// come first, then coupons; it keeps a few numbers for each coupon.
class Reckoning
{
public:
    void take(const DoubtRow &row);
    void take(const CouponRow &row);
    void take(const RefusalRow &row);
    void take(const AuditEntry &entry);

    struct Sums
    {
        QJsonObject json; ///< "records" of summary.json
        QList<StockSecond> stock;
        StockPicture picture;
        QList<RefusalSecond> refusals;
    };
    Sums finish(const BookCounts &book);

private:
    /// A histogram of durations in milliseconds.
    class Spans
    {
    public:
        void take(qint64 ms) { ++m_times[ms]; }
        [[nodiscard]] QJsonObject toJson() const;

    private:
        std::map<qint64, qint64> m_times;
    };
    struct Reason
    {
        qint64 rows = 0;
        qint64 times = 0;
        qint64 between = 0; ///< refusals with only a known time span
        WallMs first = 0;
        WallMs last = 0;
    };
    void takeIssued(const CouponRow &row);
    void closeDoubts();
    [[nodiscard]] qint64 countOf(CouponStatus state) const { return m_states[std::size_t(state)]; }
    [[nodiscard]] qint64 seen() const;
    [[nodiscard]] QJsonObject couponsJson(const BookCounts &book) const;
    [[nodiscard]] QJsonObject findingsJson(const BookCounts &book);
    [[nodiscard]] QJsonObject stockJson(const CurveTold &told) const;
    [[nodiscard]] QJsonObject refusalsJson() const;
    [[nodiscard]] QJsonObject auditJson() const;

    std::array<qint64, 6> m_states{}; ///< indexed by CouponStatus
    CouponId m_lastId = 0;
    qint64 m_idsOutOfOrder = 0;
    qint64 m_withoutUser = 0;  ///< issued or in doubt, but without a user
    qint64 m_withoutIssue = 0; ///< issued without a time
    std::vector<quint64> m_codes;
    std::vector<quint64> m_users;
    WallMs m_firstIssued = 0;
    WallMs m_lastIssued = 0;
    StockCurve m_curve;

    Spans m_issued;
    Spans m_issuedAfterDoubt;
    qint64 m_withoutSpan = 0;

    std::map<QByteArray, qint64> m_doubtEnds;
    std::vector<CouponId> m_open;  ///< coupons of open doubts
    std::vector<CouponId> m_ended; ///< coupons whose doubt ended with an issue
    bool m_doubtsClosed = false;
    qint64 m_doubtsUnmatched = 0;

    std::map<QByteArray, Reason> m_reasons;
    std::map<std::pair<WallMs, QByteArray>, qint64> m_refusalSeconds;

    std::map<QString, qint64> m_actions;
    qint64 m_entries = 0;
    qint64 m_entriesOutOfOrder = 0;
    qint64 m_lastEntry = 0;
};

} // namespace seonchak::dossier

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/sell_out.h"
#include "core/watch/alarms.h"
#include "core/watch/answer_tempo.h"
#include "core/watch/foreign_found.h"
#include "core/watch/latency_histogram.h"
#include "core/watch/outage.h"
#include "core/watch/sale_view.h"

#include <QList>
#include <QMap>
#include <QString>

#include <algorithm>
#include <optional>

namespace seonchak {

/// The conservation sentence in numbers:
/// generated = staged + available + reserved + in doubt + issued + void.
struct StockNumbers
{
    qint64 generated = 0;
    qint64 staged = 0;
    qint64 available = 0;
    qint64 reserved = 0;
    qint64 inDoubt = 0;
    qint64 issued = 0;
    qint64 voided = 0;
    qint64 misplaced = 0; ///< invalid entries in Redis, even if the counts add up

    [[nodiscard]] qint64 sum() const { return staged + available + reserved + inDoubt + issued + voided; }
    /// Positive: this many coupons are missing; negative: this many are duplicated.
    [[nodiscard]] qint64 difference() const { return generated - sum(); }
    [[nodiscard]] bool conserved() const { return difference() == 0 && misplaced == 0; }
};

/// One entry in Redis that contradicts the book.
struct StockFault
{
    enum class Kind {
        UnknownCode,           ///< in the stock, but unknown to the book
        NotStock,              ///< in the stock, but issued, staged or void in the book
        DoubleCode,            ///< in the stock twice, or in the stock and in a reservation
        UnknownReserved,       ///< reserved, but unknown to the book, or staged or void there
        UnreadableReservation, ///< `what`: the field of the pending hash
        WrongUserKey,          ///< `what`: the user; the book has another coupon for this user, or none
    } kind = Kind::UnknownCode;
    QByteArray what; ///< the code, unless stated otherwise

    bool operator==(const StockFault &) const = default;
};
const char *faultName(StockFault::Kind kind);

/// What the dashboard, GET /api/v1/status and /metrics show.
struct Status
{
    QString strategy;
    double uptimeSeconds = 0;
    StockNumbers stock;
    QList<StockFault> faults; ///< the first of those counted in `stock.misplaced`
    bool stockKnown =
        false; ///< false while Redis or the database is unavailable: the numbers are the last known
    bool stockEverKnown = false; ///< false: no numbers were ever known, and `stock` is meaningless
    /// The database's numbers while no others are known: `available` counts coupons that are in the stock or
    /// reserved, which only Redis distinguishes.
    std::optional<StockNumbers> bookAlone;
    qint64 issuedUsers = 0;
    QMap<QByteArray, qint64>
        shared; ///< the counters of all servers on this Redis, by field of the stats hash
    LatencyHistogram::Summary latency; ///< since the start
    /// The counts behind `latency`, for summaries of an interval; may be null.
    std::shared_ptr<const LatencyHistogram::Counts> latencyCounts;
    /// Of the issues of the last second; nullopt if it was not measured.
    std::optional<LatencyHistogram::Summary> lastLatency;
    AnswerTempo::Second lastSecond; ///< answers of this server, like the next two
    qint64 peakPerSecond = 0;       ///< the most answers within a second since the start
    WallMs peakAt = 0;              ///< 0: no answers yet
    std::optional<SellOut> sellOut; ///< while the stock is sold out
    WallMs partnerFailedAt = 0;     ///< when the partner last refused; 0: never, or not known yet
    bool issuing = false;           ///< able to issue now
    std::vector<Outage> outages;    ///< why it cannot issue, as far as Redis or the database is the reason
    bool paused = false;            ///< a person has paused the sale
    QList<RaisedAlarm> alarms;      ///< raised on this server
    SaleView sale;
    qint64 oldestDoubtMs = -1; ///< age of the oldest open doubt; -1: none, or unknown
    bool redisConnected = false;
    QString redisUrl;
    QString redisMode;
    bool databaseConnected = false;
    QString databaseEngine;
    QString databaseTrouble; ///< of a database that answers, in its own words; empty: none
    qint64 journalDepth = 0;
    std::optional<ForeignFound> foreign; ///< in Redis: nothing is issued until a person has decided

    /// Whether the numbers may be judged: they are current, or a moment old. Unknown is not zero.
    [[nodiscard]] bool mayJudge() const { return stockKnown || (stockEverKnown && outages.empty()); }
    /// Why this service, though it may be reachable, cannot take part in issuing; null if no reason is known.
    [[nodiscard]] const Outage *outageOf(Outage::Service service) const
    {
        const auto found = std::ranges::find(outages, service, &Outage::service);
        return found == outages.end() ? nullptr : &*found;
    }
    [[nodiscard]] qint64 count(const char *field) const { return shared.value(field); }
};

} // namespace seonchak

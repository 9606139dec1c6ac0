// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book_refusals.h"

#include "core/database/book_doubts.h"
#include "core/database/book_reads.h"
#include "core/database/book_rebuild.h"
#include "core/database/rows.h"

#include <QMap>

#include <algorithm>

namespace seonchak::book {

namespace {

constexpr const char *knownSinceKey = "refusals_known_since";
constexpr const char *countKey = "refusals_count";
constexpr qint64 slackPart = 100; ///< forgetting begins this part of `most` above it: rarely, and then many
constexpr qint64 forgottenAtLeast = 4000;

void merge(Refusal &into, const Refusal &more)
{
    if (more.firstSoldOutAt > 0 && (into.firstSoldOutAt == 0 || more.firstSoldOutAt < into.firstSoldOutAt)) {
        into.firstSoldOutAt = more.firstSoldOutAt;
        into.sellOutAt = more.sellOutAt;
    }
    into.lastSoldOutAt = std::max(into.lastSoldOutAt, more.lastSoldOutAt);
    into.soldOutTimes += more.soldOutTimes;
    into.lastFailedAt = std::max(into.lastFailedAt, more.lastFailedAt);
    into.failedTimes += more.failedTimes;
}

/// One row a user, in the order of the table and the same in every program.
QMap<UserId, Refusal> oneEach(const QList<Refusal> &refusals)
{
    QMap<UserId, Refusal> users;
    for (const Refusal &refusal : refusals) {
        const auto found = users.find(refusal.user);
        if (found == users.end())
            users.insert(refusal.user, refusal);
        else
            merge(*found, refusal);
    }
    return users;
}

QString rowsOf(const QMap<UserId, Refusal> &users)
{
    QByteArray rows = "[";
    for (const Refusal &one : users) {
        rows += rows.size() > 1 ? ",[" : "[";
        for (const qint64 n : {one.user, one.firstSoldOutAt, one.lastSoldOutAt, one.soldOutTimes,
                               one.lastFailedAt, one.failedTimes})
            rows += QByteArray::number(n) + ',';
        rows += (one.sellOutAt ? QByteArray::number(*one.sellOutAt) : QByteArray("null")) + ']';
    }
    return QString::fromLatin1(rows + ']');
}

QString upsertFor(const Session &session)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const QString column = sqlite ? QStringLiteral("json_extract(value, '$[%1]')")
                                  : QStringLiteral("CAST(value->>%1 AS bigint)");
    QStringList columns;
    for (int i = 0; i < 7; ++i)
        columns.append(column.arg(i));
    const QString earlier = QStringLiteral("excluded.first_sold_out_at > 0 AND (refusal.first_sold_out_at = 0"
                                           " OR excluded.first_sold_out_at < refusal.first_sold_out_at)");
    const QString high = sqlite ? QStringLiteral("max") : QStringLiteral("greatest");
    return QStringLiteral(
               "INSERT INTO refusal (user_id, first_sold_out_at, last_sold_out_at, sold_out_times,"
               " last_failed_at, failed_times, sell_out_at) SELECT %1 FROM %2 WHERE 1 = 1"
               " ON CONFLICT (user_id) DO UPDATE SET"
               " sell_out_at = CASE WHEN %3 THEN excluded.sell_out_at ELSE refusal.sell_out_at END,"
               " first_sold_out_at = CASE WHEN %3 THEN excluded.first_sold_out_at"
               " ELSE refusal.first_sold_out_at END,"
               " last_sold_out_at = %4(refusal.last_sold_out_at, excluded.last_sold_out_at),"
               " sold_out_times = refusal.sold_out_times + excluded.sold_out_times,"
               " last_failed_at = %4(refusal.last_failed_at, excluded.last_failed_at),"
               " failed_times = refusal.failed_times + excluded.failed_times")
        .arg(columns.join(QStringLiteral(", ")),
             sqlite ? QStringLiteral("json_each(?)")
                    : QStringLiteral("json_array_elements(CAST(? AS json)) AS e(value)"),
             earlier, high);
}

/// How many rows the table has, kept as a word so that nobody counts a million. On PostgreSQL other writers
/// wait from here on until this transaction ends.
Result<qint64> lockedCount(Session &session)
{
    return number(session,
                  QStringLiteral("INSERT INTO meta (key, value) VALUES (?, '0') ON CONFLICT (key) DO UPDATE"
                                 " SET value = meta.value RETURNING CAST(value AS bigint)"),
                  {QString::fromLatin1(countKey)});
}

/// Drops the `many` users that were seen least lately.
Result<qint64> forget(Session &session, qint64 many)
{
    const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
    const QString last = sqlite ? QStringLiteral("max(last_sold_out_at, last_failed_at)")
                                : QStringLiteral("greatest(last_sold_out_at, last_failed_at)");
    const QString oldest = QStringLiteral(" FROM refusal ORDER BY %1, user_id LIMIT ?").arg(last);
    const auto newest = number(session,
                               QStringLiteral("SELECT max(o.last) FROM (SELECT %1 AS last").arg(last) +
                                   oldest + QStringLiteral(") o"),
                               {many});
    if (!newest)
        return newest;
    const auto before = meta(session, knownSinceKey);
    if (!before)
        return std::unexpected(before.error());
    const auto noted =
        setMeta(session, knownSinceKey, QByteArray::number(std::max(*newest, before->toLongLong())));
    if (!noted)
        return std::unexpected(noted.error());
    return affected(session,
                    QStringLiteral("DELETE FROM refusal WHERE user_id IN (SELECT user_id") + oldest + u')',
                    {many});
}

Result<std::optional<Refusal>> refusalOf(Session &session, UserId user)
{
    std::optional<Refusal> refusal;
    const auto read =
        eachRow(session,
                QStringLiteral("SELECT first_sold_out_at, last_sold_out_at, sold_out_times, sell_out_at,"
                               " last_failed_at, failed_times FROM refusal WHERE user_id = ?"),
                {user}, [&](const QSqlQuery &row) {
                    const auto n = [&](int column) { return row.value(column).toLongLong(); };
                    refusal = Refusal{user, n(0), n(1), n(2), std::nullopt, n(4), n(5)};
                    if (!row.isNull(3))
                        refusal->sellOutAt = n(3);
                });
    if (!read)
        return std::unexpected(read.error());
    return refusal;
}

Result<void> findPlace(Session &session, WhyNot &answer)
{
    const WallMs first = answer.refusal->firstSoldOutAt;
    const auto before =
        number(session,
               QStringLiteral("SELECT (SELECT count(*) FROM refusal WHERE first_sold_out_at > 0"
                              " AND first_sold_out_at < ?) + (SELECT count(*) FROM refusal"
                              " WHERE first_sold_out_at > 0 AND first_sold_out_at = ? AND user_id < ?)"),
               {first, first, answer.user});
    if (!before)
        return std::unexpected(before.error());
    const auto all =
        number(session, QStringLiteral("SELECT count(*) FROM refusal WHERE first_sold_out_at > 0"));
    if (!all)
        return std::unexpected(all.error());
    answer.place = *before + 1;
    answer.refused = *all;
    return {};
}

Result<void> findRefusal(Session &session, WhyNot &answer)
{
    const auto since = meta(session, knownSinceKey);
    if (!since)
        return std::unexpected(since.error());
    if (!since->isEmpty())
        answer.knownSince = since->toLongLong();
    const auto refusal = refusalOf(session, answer.user);
    if (!refusal)
        return std::unexpected(refusal.error());
    answer.refusal = *refusal;
    if (!answer.refusal)
        return {};
    answer.verdict = answer.refusal->lastFailedAt > answer.refusal->lastSoldOutAt
                         ? WhyNot::Verdict::FailedAtStore
                         : WhyNot::Verdict::SoldOut;
    return answer.refusal->firstSoldOutAt > 0 ? findPlace(session, answer) : Result<void>{};
}

/// What the issue and doubt tables say is stronger than any refusal.
Result<void> findCoupon(Session &session, WhyNot &answer)
{
    auto issued = byUser(session, answer.user);
    if (!issued)
        return std::unexpected(issued.error());
    if (*issued) {
        answer.verdict = WhyNot::Verdict::Issued;
        answer.coupon = std::move(*issued);
        return {};
    }
    CouponId inDoubt = 0;
    WallMs since = 0;
    const auto read = eachRow(session, QStringLiteral("SELECT coupon_id, since FROM doubt WHERE user_id = ?"),
                              {answer.user}, [&](const QSqlQuery &row) {
                                  inDoubt = row.value(0).toLongLong();
                                  since = row.value(1).toLongLong();
                              });
    if (!read || inDoubt == 0)
        return read;
    auto coupon = byId(session, inDoubt);
    if (!coupon)
        return std::unexpected(coupon.error());
    answer.verdict = WhyNot::Verdict::InDoubt;
    answer.coupon = std::move(*coupon);
    answer.doubtSince = since;
    return {};
}

} // namespace

Result<void> writeRefusals(Session &session, const QList<Refusal> &refusals, qint64 most)
{
    const QMap<UserId, Refusal> users = oneEach(refusals);
    if (users.isEmpty())
        return {};
    const auto count = lockedCount(session);
    if (!count)
        return std::unexpected(count.error());
    const QList<UserId> ids = users.keys();
    const auto known =
        number(session,
               QStringLiteral("SELECT count(*) FROM refusal WHERE user_id IN (SELECT value FROM ") +
                   eachNumber(session) + u')',
               {jsonOf(ids)});
    if (!known)
        return std::unexpected(known.error());
    const auto written = affected(session, upsertFor(session), {rowsOf(users)});
    if (!written)
        return std::unexpected(written.error());
    qint64 now = *count + users.size() - *known;
    if (now > most + most / slackPart) {
        const auto forgotten =
            forget(session, std::min(now - most, std::max(forgottenAtLeast, 2 * qint64(users.size()))));
        if (!forgotten)
            return std::unexpected(forgotten.error());
        now -= *forgotten;
    }
    return setMeta(session, countKey, QByteArray::number(now));
}

Result<WhyNot> whyNot(Session &session, UserId user)
{
    WhyNot answer;
    answer.user = user;
    const auto read = session.snapshot([&]() -> Result<void> {
        const auto refusal = findRefusal(session, answer);
        return refusal ? findCoupon(session, answer) : refusal;
    });
    if (!read)
        return std::unexpected(read.error());
    return answer;
}

} // namespace seonchak::book

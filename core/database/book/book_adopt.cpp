// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_adopt.h"

#include "core/database/book/book_changes.h"
#include "core/database/book/book_reads.h"
#include "core/database/book/book_rebuild.h"
#include "core/database/book/coupon_rows.h"
#include "core/database/book/issue_rows.h"
#include "core/database/book/stock_rows.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace seonchak::book {

namespace {

/// What the book has for these codes.
struct Shelf
{
    QHash<QByteArray, Coupon> coupons;
    QSet<QByteArray> edited; ///< former codes of pending edits
};

Result<Shelf> shelfOf(Session &session, const QList<QByteArray> &codes)
{
    const auto found =
        couponsOf(session,
                  QStringLiteral("SELECT n.id FROM coupon n WHERE n.code IN (SELECT value FROM ") +
                      eachText(session) + u')',
                  {jsonOf(codes)});
    const auto any = existing(session, codes);
    if (!found || !any)
        return std::unexpected(!found ? found.error() : any.error());
    Shelf shelf;
    for (const auto &coupon : *found)
        shelf.coupons.insert(coupon.code, coupon);
    for (const auto &code : *any) {
        if (!shelf.coupons.contains(code))
            shelf.edited.insert(code);
    }
    return shelf;
}

QList<QByteArray> codesOf(const std::vector<ForeignUser> &users)
{
    QList<QByteArray> codes;
    codes.reserve(qsizetype(users.size()));
    for (const auto &one : users)
        codes.append(one.code);
    return codes;
}

/// The code of each of these users that has one, issued or in doubt.
Result<QHash<UserId, QByteArray>> heldBy(Session &session, const std::vector<ForeignUser> &users,
                                         const char *table)
{
    std::vector<qint64> ids;
    ids.reserve(users.size());
    for (const auto &one : users)
        ids.push_back(one.user);
    QHash<UserId, QByteArray> held;
    const auto read = eachRow(session,
                              QStringLiteral("SELECT h.user_id, c.code FROM ") + eachNumber(session) +
                                  QStringLiteral(" JOIN %1 h ON h.user_id = e.value"
                                                 " JOIN coupon c ON c.id = h.coupon_id")
                                      .arg(QLatin1String(table)),
                              {jsonOf(ids)}, [&](const QSqlQuery &row) {
                                  held.insert(row.value(0).toLongLong(), row.value(1).toString().toUtf8());
                              });
    return read ? Result<QHash<UserId, QByteArray>>(held) : std::unexpected(read.error());
}

/// Makes new and staged coupons AVAILABLE, as by their own push.
Result<void> makeAvailable(Session &session, const QList<QByteArray> &fresh, const QList<QByteArray> &staged,
                           WallMs now)
{
    if (fresh.isEmpty() && staged.isEmpty())
        return {};
    const auto high = highMarks(session);
    if (!high)
        return std::unexpected(high.error());
    const qint64 batch = high->batch + 1;
    const auto claimed =
        staged.isEmpty() ? Result<qint64>(0) : claimCodesForPush(session, batch, staged, now);
    const auto added = !claimed || fresh.isEmpty() ? claimed : addForPush(session, batch, fresh, now);
    const auto finished = added ? finishPush(session, batch) : added;
    return finished ? Result<void>{} : std::unexpected(finished.error());
}

/// For a code that the book has already: whether this user may get it.
Adopted judge(const Coupon &coupon, UserId user)
{
    const bool others = coupon.userId && *coupon.userId != user;
    if (coupon.status == CouponStatus::Void)
        return Adopted::Voided;
    return others ? Adopted::CodeHasOther : Adopted::Now;
}

struct Judged
{
    std::vector<Adopted> verdicts;
    QList<QByteArray> fresh; ///< codes that first become coupons
};

Result<Judged> judgeUsers(Session &session, const std::vector<ForeignUser> &users)
{
    const auto issued = heldBy(session, users, "issue");
    const auto doubted = heldBy(session, users, "doubt");
    const auto shelf = shelfOf(session, codesOf(users));
    if (!issued || !doubted || !shelf)
        return std::unexpected(!issued ? issued.error() : !doubted ? doubted.error() : shelf.error());
    Judged judged;
    QSet<QByteArray> taken;
    for (const auto &one : users) {
        const auto coupon = shelf->coupons.constFind(one.code);
        auto verdict = Adopted::Now;
        if (issued->contains(one.user))
            verdict = issued->value(one.user) == one.code ? Adopted::Known : Adopted::UserHasOther;
        else if (doubted->contains(one.user))
            verdict = doubted->value(one.user) == one.code ? Adopted::InDoubt : Adopted::UserHasOther;
        else if (shelf->edited.contains(one.code))
            verdict = Adopted::InEdit;
        else if (taken.contains(one.code))
            verdict = Adopted::CodeHasOther;
        else if (coupon != shelf->coupons.constEnd())
            verdict = judge(*coupon, one.user);
        else
            judged.fresh.append(one.code);
        if (verdict == Adopted::Now)
            taken.insert(one.code);
        judged.verdicts.push_back(verdict);
    }
    return judged;
}

} // namespace

Result<std::vector<Adopted>> adoptUsers(Session &session, const std::vector<ForeignUser> &users, WallMs now)
{
    auto judged = judgeUsers(session, users);
    if (!judged)
        return std::unexpected(judged.error());
    if (const auto made = makeAvailable(session, judged->fresh, {}, now); !made)
        return std::unexpected(made.error());
    std::vector<IssueEntry> entries;
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < users.size(); ++at) {
        if (judged->verdicts[at] != Adopted::Now)
            continue;
        entries.push_back({users[at].user, users[at].code, 0, now, 0});
        places.push_back(at);
    }
    if (entries.empty())
        return std::move(judged->verdicts);
    const auto answers = writeIssues(session, entries);
    if (!answers)
        return std::unexpected(answers.error());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto &answer = (*answers)[i];
        if (!answer)
            return std::unexpected(answer.error());
        if (answer->kind == Booked::Kind::UserHasOther)
            judged->verdicts[places[i]] = Adopted::UserHasOther;
        else if (answer->kind != Booked::Kind::Issued)
            judged->verdicts[places[i]] = Adopted::CodeHasOther;
    }
    return std::move(judged->verdicts);
}

Result<std::vector<Adopted>> adoptCodes(Session &session, const QList<QByteArray> &codes, WallMs now)
{
    const auto shelf = shelfOf(session, codes);
    if (!shelf)
        return std::unexpected(shelf.error());
    std::vector<Adopted> verdicts;
    QList<QByteArray> fresh;
    QList<QByteArray> staged;
    for (const auto &code : codes) {
        const auto coupon = shelf->coupons.constFind(code);
        auto verdict = Adopted::Now;
        if (shelf->edited.contains(code))
            verdict = Adopted::InEdit;
        else if (coupon == shelf->coupons.constEnd())
            fresh.append(code);
        else if (coupon->status == CouponStatus::Staged)
            staged.append(code);
        else if (coupon->status == CouponStatus::Void)
            verdict = Adopted::Voided;
        else if (coupon->status == CouponStatus::Issued)
            verdict = Adopted::Issued;
        else
            verdict = coupon->status == CouponStatus::InDoubt ? Adopted::InDoubt : Adopted::Known;
        verdicts.push_back(verdict);
    }
    if (const auto made = makeAvailable(session, fresh, staged, now); !made)
        return std::unexpected(made.error());
    return verdicts;
}

Result<qint64> knownCodes(Session &session, const QList<QByteArray> &codes)
{
    const auto found = existing(session, codes);
    if (!found)
        return std::unexpected(found.error());
    const QSet<QByteArray> names(found->begin(), found->end());
    return std::ranges::count_if(codes, [&](const QByteArray &code) { return names.contains(code); });
}

Result<qint64> knownUsers(Session &session, const std::vector<ForeignUser> &users)
{
    const auto issued = heldBy(session, users, "issue");
    if (!issued)
        return std::unexpected(issued.error());
    return std::ranges::count_if(users,
                                 [&](const ForeignUser &one) { return issued->value(one.user) == one.code; });
}

} // namespace seonchak::book

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/stock_curve.h"

#include <algorithm>
#include <array>

namespace seonchak::dossier {

namespace {

constexpr qint64 steps = 4;
constexpr WallMs second = 1000;
constexpr WallMs sliceGap = 1000; ///< slices of one push follow each other faster

/// When the coupon left the stock; 0: it did not, or the book does not know.
WallMs leftAt(const CouponRow &row)
{
    switch (row.state) {
    case CouponStatus::Issued:
        return row.reserved > 0 ? row.reserved : row.issued;
    case CouponStatus::InDoubt:
        return row.doubted;
    case CouponStatus::Void:
        return row.voided;
    case CouponStatus::Staged:
    case CouponStatus::Available:
    case CouponStatus::Reserved:
        break;
    }
    return 0;
}

/// Visits the instants in order.
class Walk
{
public:
    /// What is drawn lies between these two.
    Walk(WallMs from, WallMs to)
    {
        told.picture.from = from;
        told.picture.to = to;
    }
    void at(WallMs at, qint64 filled, qint64 taken, qint64 withdrawn);
    CurveTold told;

private:
    void draw(WallMs at);

    qint64 m_left = 0;
    SoldOut m_turn;
};

void Walk::draw(WallMs at)
{
    auto &picture = told.picture;
    if (at < picture.from) {
        picture.before = picture.most = m_left;
        return;
    }
    picture.most = std::max(picture.most, m_left);
    const WallMs span = std::max<WallMs>(1, picture.to - picture.from);
    const int column = int((at - picture.from) * StockPicture::columnsMost / span);
    if (picture.columns.isEmpty() || picture.columns.back().at != column)
        picture.columns.append({column, m_left});
    picture.columns.back().left = m_left;
}

void Walk::at(WallMs at, qint64 filled, qint64 taken, qint64 withdrawn)
{
    if (filled > 0 && m_left == 0) {
        const bool goesOn = !told.soldOuts.isEmpty() && at - told.soldOuts.back().at <= sliceGap;
        m_turn = goesOn ? told.soldOuts.takeLast() : SoldOut{at, 0, 0, false};
    }
    m_left += filled - taken - withdrawn;
    m_turn.taken += taken;
    if (m_left == 0 && taken + withdrawn > 0)
        told.soldOuts.append({m_turn.filledAt, at, m_turn.taken, withdrawn > 0});
    const WallMs begins = at - at % second;
    if (told.seconds.isEmpty() || told.seconds.back().second != begins)
        told.seconds.append({begins, 0, 0, 0, 0});
    StockSecond &now = told.seconds.back();
    now.filled += filled;
    now.taken += taken;
    now.withdrawn += withdrawn;
    now.left = m_left;
    draw(at);
}

} // namespace

void StockCurve::take(const CouponRow &row)
{
    const bool wasInStock =
        row.state != CouponStatus::Staged && !(row.state == CouponStatus::Void && row.pushed == 0);
    if (!wasInStock)
        return;
    const WallMs left = leftAt(row);
    const bool stays = row.state == CouponStatus::Available;
    if (row.pushed == 0 || (!stays && left < row.pushed)) {
        ++m_untold;
        return;
    }
    m_events.push_back(row.pushed * steps + qint64(Step::Filled));
    if (!stays)
        m_events.push_back(left * steps +
                           qint64(row.state == CouponStatus::Void ? Step::Withdrawn : Step::Taken));
}

/// A stock may be filled days before its sale opens: what is worth drawing begins when coupons go out. A
/// little of what was before shows how much there was.
std::pair<WallMs, WallMs> StockCurve::drawn() const
{
    if (m_events.empty())
        return {0, 0};
    const auto isTaken = [](qint64 event) { return event % steps == qint64(Step::Taken); };
    const auto taken = std::ranges::find_if(m_events, isTaken);
    const WallMs to = m_events.back() / steps;
    if (taken == m_events.end())
        return {m_events.front() / steps, to};
    const WallMs first = *taken / steps;
    constexpr WallMs shareBefore = 20;
    return {first - std::max<WallMs>(1, (to - first) / shareBefore), to};
}

CurveTold StockCurve::tell()
{
    std::ranges::sort(m_events);
    const auto [from, to] = drawn();
    Walk walk(from, to);
    for (std::size_t i = 0; i < m_events.size();) {
        const WallMs at = m_events[i] / steps;
        std::array<qint64, steps> many{};
        for (; i < m_events.size() && m_events[i] / steps == at; ++i)
            ++many[std::size_t(m_events[i] % steps)];
        walk.at(at, many[0], many[1], many[2]);
    }
    return std::move(walk.told);
}

} // namespace seonchak::dossier

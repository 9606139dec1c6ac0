// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/race/race_trace.h"

#include "core/lab/trial/trial.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace seonchak::lab {

namespace {

using What = StoreChange::What;

constexpr std::array scenarioNames{
    std::pair{RaceScenario::TwoUsers, "two-users"},
    std::pair{RaceScenario::DoubleClick, "double-click"},
    std::pair{RaceScenario::PartnerRefuses, "store-refuses"},
};

QByteArray codeOf(const QList<RaceHolding> &holdings, UserId user)
{
    const auto found = std::ranges::find(holdings, user, &RaceHolding::user);
    return found == holdings.end() ? QByteArray() : found->code;
}

void addChangedCodes(const QByteArrayList &before, const QByteArrayList &after, What gone, What come,
                     QList<StoreChange> &changes)
{
    for (const QByteArray &code : before) {
        if (!after.contains(code))
            changes.append({gone, code, 0, {}});
    }
    for (const QByteArray &code : after) {
        if (!before.contains(code))
            changes.append({come, code, 0, {}});
    }
}

void addChangedKeys(const StoreView &before, const StoreView &after, QList<StoreChange> &changes)
{
    for (const auto &key : after.keys) {
        const QByteArray former = before.keyOf(key.user);
        if (former.isEmpty())
            changes.append({What::KeySet, key.code, key.user, {}});
        else if (former != key.code)
            changes.append({What::KeyOverwritten, key.code, key.user, former});
    }
    for (const auto &key : before.keys) {
        if (after.keyOf(key.user).isEmpty())
            changes.append({What::KeyGone, key.code, key.user, {}});
    }
}

void addChangedRows(const StoreView &before, const StoreView &after, QList<StoreChange> &changes)
{
    for (const auto &row : after.rows) {
        if (!before.rows.contains(row))
            changes.append({What::RowWritten, row.code, row.user, {}});
    }
    for (const auto &row : before.rows) {
        if (!after.rows.contains(row))
            changes.append({What::RowGone, row.code, row.user, {}});
    }
}

} // namespace

const char *raceScenarioName(RaceScenario scenario)
{
    return std::ranges::find(scenarioNames, scenario, [](const auto &row) { return row.first; })->second;
}

std::optional<RaceScenario> raceScenarioFromName(QByteArrayView name)
{
    for (const auto &[scenario, known] : scenarioNames) {
        if (name == known)
            return scenario;
    }
    return std::nullopt;
}

bool fits(RaceScenario scenario, Strategy strategy)
{
    return scenario != RaceScenario::PartnerRefuses || doesCallPartner(strategy);
}

bool StoreView::isKept(const QByteArray &code) const
{
    const auto isRow = [&code](const RaceHolding &row) { return row.code == code; };
    return stock.contains(code) || pending.contains(code) || std::ranges::any_of(rows, isRow);
}

QByteArray StoreView::keyOf(UserId user) const
{
    return codeOf(keys, user);
}

QByteArray StoreView::rowOf(UserId user) const
{
    return codeOf(rows, user);
}

StoreView viewOf(const Truth &truth)
{
    StoreView view;
    for (const auto &row : truth.book) {
        if (row.status == CouponStatus::Issued && row.user != 0)
            view.rows.append({row.user, row.code});
        else if (row.status == CouponStatus::InDoubt)
            view.pending.append(row.code);
        else if (row.status == CouponStatus::Available && !truth.stockInRedis)
            view.stock.append(row.code);
    }
    for (const QByteArray &code : truth.stock)
        view.stock.append(code);
    for (const QByteArray &code : truth.pending) {
        if (!view.pending.contains(code)) // A doubt is in both stores.
            view.pending.append(code);
    }
    for (const auto &key : truth.userKeys)
        view.keys.append({key.user, key.code});
    const auto byUser = [](const RaceHolding &a, const RaceHolding &b) {
        return std::tie(a.user, a.code) < std::tie(b.user, b.code);
    };
    std::ranges::sort(view.keys, byUser);
    std::ranges::sort(view.rows, byUser);
    return view;
}

QList<StoreChange> changesBetween(const StoreView &before, const StoreView &after)
{
    QList<StoreChange> changes;
    addChangedCodes(before.stock, after.stock, What::TakenFromStock, What::PutIntoStock, changes);
    addChangedCodes(before.pending, after.pending, What::ReservationGone, What::Reserved, changes);
    addChangedKeys(before, after, changes);
    addChangedRows(before, after, changes);
    return changes;
}

const StoreView &RaceTrace::viewBefore(qsizetype index) const
{
    return index > 0 ? steps[index - 1].after : before;
}

QList<StoreChange> RaceTrace::changesOf(qsizetype index) const
{
    return changesBetween(viewBefore(index), steps[index].after);
}

} // namespace seonchak::lab

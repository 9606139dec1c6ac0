// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/plan/opening.h"

#include <algorithm>
#include <map>

namespace seonchak::lab {

namespace {

constexpr qint64 openingMsNs = 1'000'000;
constexpr qint64 msOfSecond = 1000;

void count(Fate fate, OpeningMs &ms)
{
    ms.tooEarly += fate == Fate::TooEarly ? 1 : 0;
    ms.issued += fate == Fate::Issued ? 1 : 0;
    ms.refused += fate == Fate::SoldOut || fate == Fate::PartnerFailed ? 1 : 0;
}

} // namespace

const ClockLook &Opening::best() const
{
    return *std::ranges::min_element(looks, {}, &ClockLook::wayNs);
}

qint64 Opening::instantNs() const
{
    const ClockLook &look = best();
    return look.askedNs + look.wayNs() / 2 + (opensAt * msOfSecond - look.redisUs) * msOfSecond;
}

qint64 Opening::doubtNs() const
{
    return (best().wayNs() + 1) / 2;
}

qint64 issuedBefore(const std::vector<Request> &requests, const Opening &opening)
{
    if (!opening.isAimedAt())
        return 0;
    const qint64 surely = opening.instantNs() - opening.doubtNs();
    return std::ranges::count_if(requests, [surely](const Request &request) {
        return request.fate == Fate::Issued && request.answered < surely;
    });
}

OpeningFigures figuresOf(const std::vector<Request> &requests, const Opening &opening)
{
    OpeningFigures figures;
    if (!opening.isAimedAt())
        return figures;
    figures.aimedAt = true;
    figures.opensAt = opening.opensAt;
    figures.instantNs = opening.instantNs();
    figures.doubtNs = opening.doubtNs();
    std::map<qint64, OpeningMs> byMs;
    for (const Request &request : requests) {
        const qint64 after = request.answered - figures.instantNs;
        if (request.answered < 0)
            continue;
        if (request.fate == Fate::Issued && (figures.firstIssuedNs < 0 || after < figures.firstIssuedNs))
            figures.firstIssuedNs = std::max<qint64>(after, 0);
        if (request.fate == Fate::TooEarly)
            figures.lastTooEarlyNs = std::max(figures.lastTooEarlyNs, after);
        if (after >= 0 && after < msOfSecond * openingMsNs)
            count(request.fate, byMs[after / openingMsNs]);
    }
    figures.lastTooEarlyNs = std::max<qint64>(figures.lastTooEarlyNs, -1);
    for (auto &[ms, one] : byMs) {
        one.ms = int(ms);
        figures.firstSecond.push_back(one);
    }
    return figures;
}

} // namespace seonchak::lab

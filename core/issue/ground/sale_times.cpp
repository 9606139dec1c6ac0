// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/sale_times.h"

#include "core/coupon/utc_text.h"

#include <thread>

namespace seonchak {

namespace {

QString timeWord(WallMs at)
{
    return at == 0 ? QStringLiteral("not set") : QString::fromLatin1(utcText(at));
}

} // namespace

SaleTimes::Stage SaleTimes::stageAt(WallMs now) const
{
    if (closesAt != 0 && now >= closesAt)
        return Stage::After;
    return opensAt != 0 && now < opensAt ? Stage::Before : Stage::During;
}

bool SaleTimes::isOpening(WallMs now, WallMs before, WallMs after) const
{
    return opensAt != 0 && now >= opensAt - before && now <= opensAt + after;
}

QByteArray SaleTimes::toText() const
{
    return QByteArray::number(mark) + ':' + QByteArray::number(opensAt) + ':' + QByteArray::number(closesAt);
}

QString SaleTimes::toldAfter(const SaleTimes &before) const
{
    return QStringLiteral("opens %1, closes %2; before: %3, %4")
        .arg(timeWord(opensAt), timeWord(closesAt), timeWord(before.opensAt), timeWord(before.closesAt));
}

SaleTimes SaleTimes::parse(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split(':');
    if (parts.size() != 3)
        return {};
    bool sound = true;
    const auto number = [&sound](const QByteArray &digits) {
        bool fine = false;
        const qint64 value = digits.toLongLong(&fine);
        sound = sound && fine && value >= 0;
        return value;
    };
    const SaleTimes times{number(parts[0]), number(parts[1]), number(parts[2])};
    return sound ? times : SaleTimes{};
}

Result<SaleTimes> SaleTimesChange::appliedTo(const SaleTimes &before, WallMs now) const
{
    const auto resolved = [now](std::optional<WallMs> wanted, WallMs known) {
        return wanted == atOnce ? now : wanted.value_or(known);
    };
    SaleTimes after = before;
    after.opensAt = resolved(opensAt, before.opensAt);
    after.closesAt = resolved(closesAt, before.closesAt);
    if (closesAt && *closesAt > 0 && *closesAt <= now)
        return failure(Trouble::BadInput, QStringLiteral("closesAt is in the past"), {closesInPast});
    if (after.opensAt != 0 && after.closesAt != 0 && after.closesAt <= after.opensAt)
        return failure(Trouble::BadInput, QStringLiteral("closesAt is not after opensAt"), {closesNotAfter});
    after.mark = before.mark + 1;
    return after;
}

SaleTimes SaleClock::times() const
{
    for (;;) {
        const quint64 version = m_version.load(std::memory_order_acquire);
        const SaleTimes times{m_mark.load(std::memory_order_acquire),
                              m_opensAt.load(std::memory_order_acquire),
                              m_closesAt.load(std::memory_order_acquire)};
        if (version % 2 == 0 && m_version.load(std::memory_order_relaxed) == version)
            return times;
        std::this_thread::yield(); // The learner may have lost its processor in between.
    }
}

void SaleClock::learn(const SaleTimes &times)
{
    const std::lock_guard lock(m_learning);
    if (times.mark <= m_mark.load(std::memory_order_relaxed))
        return;
    m_version.fetch_add(1, std::memory_order_acq_rel);
    m_mark.store(times.mark, std::memory_order_release);
    m_opensAt.store(times.opensAt, std::memory_order_release);
    m_closesAt.store(times.closesAt, std::memory_order_release);
    m_version.fetch_add(1, std::memory_order_release);
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/coupon.h"

#include "core/coupon/code_text.h"

#include <array>
#include <charconv>
#include <utility>

namespace seonchak {

namespace {
constexpr std::array<std::pair<CouponStatus, const char *>, 6> statusNames{{
    {CouponStatus::Staged, "STAGED"},
    {CouponStatus::Available, "AVAILABLE"},
    {CouponStatus::Reserved, "RESERVED"},
    {CouponStatus::InDoubt, "IN_DOUBT"},
    {CouponStatus::Issued, "ISSUED"},
    {CouponStatus::Void, "VOID"},
}};
} // namespace

QByteArray statusName(CouponStatus status)
{
    for (const auto &[value, name] : statusNames) {
        if (value == status)
            return QByteArray::fromRawData(name, qsizetype(qstrlen(name)));
    }
    Q_UNREACHABLE();
}

std::optional<CouponStatus> statusFromName(QByteArrayView name)
{
    for (const auto &[value, text] : statusNames) {
        if (name == text)
            return value;
    }
    return std::nullopt;
}

bool isValidCode(QByteArrayView code)
{
    return codeFlaw(code) == CodeFlaw::None;
}

std::optional<qint64> parseId(QByteArrayView text)
{
    if (text.isEmpty() || text.front() < '1' || text.front() > '9')
        return std::nullopt;
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
    if (error != std::errc{} || end != text.end())
        return std::nullopt;
    return value;
}

} // namespace seonchak

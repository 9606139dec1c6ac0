// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_life.h"

namespace seonchak {

constexpr WallMs noon = 1'795'000'000'000; // in November 2026

/// A coupon that met everything: edited, refused by the partner, restored, in doubt, and issued to user 1483.
inline Biography longLife()
{
    using What = LifeEvent::What;
    Biography life;
    life.coupon.id = 412;
    life.coupon.code = "7KQ2-M9XA-TT4C";
    life.coupon.status = CouponStatus::Issued;
    life.coupon.userId = 1483;
    life.coupon.createdAt = noon;
    life.coupon.issuedAt = noon + 7'412'000;
    life.events = {{What::Generated, noon, {}, "desk", {}},
                   {What::Pushed, noon + 65'000, {}, "desk", {}},
                   {What::Edited, noon + 70'012, {}, "REST 127.0.0.1", "OLD-CODE"},
                   {What::Reserved, noon + 7'400'000, 42, {}, {}},
                   {What::PartnerRefused, noon + 7'400'012, 42, {}, {}},
                   {What::Restored, noon + 7'400'013, {}, {}, {}},
                   {What::Reserved, noon + 7'402'147, 1483, {}, {}},
                   {What::InDoubt, noon + 7'404'147, 1483, {}, {}},
                   {What::Asked, noon + 7'409'000, 1483, "settler", "no answer within 2000 ms"},
                   {What::Issued, noon + 7'412'000, 1483, "operator@desk", {}}};
    return life;
}

} // namespace seonchak

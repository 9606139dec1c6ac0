// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/row_per_value.h"
#include "core/watch/event_log.h"

namespace seonchak {

/// Everything that depends on an event's kind, except its sentences, which are the window's (`EventWords`).
/// Each kind has one row.
struct EventRow
{
    /// What the kind means to whoever watches the sale; the window gives each a colour.
    enum class Mood { Neutral, Good, Bad, Waiting };

    Event::Kind kind;
    const char *name; ///< in JSON
    Event::Class ofClass;
    Mood mood;
};

inline constexpr auto eventRows = [] {
    using Kind = Event::Kind;
    using Class = Event::Class;
    using Mood = EventRow::Mood;
    return std::to_array<EventRow>({
        {Kind::Issued, "ISSUED", Class::Request, Mood::Good},
        {Kind::Already, "ALREADY", Class::Request, Mood::Neutral},
        {Kind::SoldOut, "SOLD_OUT", Class::Request, Mood::Waiting},
        {Kind::TooEarly, "TOO_EARLY", Class::Request, Mood::Waiting},
        {Kind::TooLate, "TOO_LATE", Class::Request, Mood::Waiting},
        {Kind::WhilePaused, "WHILE_PAUSED", Class::Request, Mood::Waiting},
        {Kind::PartnerRefused, "STORE_REFUSED", Class::Request, Mood::Bad},
        {Kind::InDoubt, "IN_DOUBT", Class::Coupon, Mood::Waiting},
        {Kind::Unavailable, "UNAVAILABLE", Class::Request, Mood::Bad},
        {Kind::SettledIssued, "SETTLED_ISSUED", Class::Coupon, Mood::Good},
        {Kind::SettledRestored, "SETTLED_RESTORED", Class::Coupon, Mood::Neutral},
        {Kind::SetAside, "SET_ASIDE", Class::Coupon, Mood::Bad},
        {Kind::Generated, "GENERATED", Class::Sale, Mood::Neutral},
        {Kind::Added, "ADDED", Class::Sale, Mood::Neutral},
        {Kind::Pushed, "PUSHED", Class::Sale, Mood::Neutral},
        {Kind::Edited, "EDITED", Class::Sale, Mood::Neutral},
        {Kind::Voided, "VOIDED", Class::Sale, Mood::Bad},
        {Kind::Paused, "PAUSED", Class::Sale, Mood::Waiting},
        {Kind::Resumed, "RESUMED", Class::Sale, Mood::Good},
        {Kind::TimesSet, "TIMES_SET", Class::Sale, Mood::Neutral},
        {Kind::Opened, "OPENED", Class::Sale, Mood::Good},
        {Kind::Ended, "ENDED", Class::Sale, Mood::Waiting},
        {Kind::RedisAway, "REDIS_AWAY", Class::Sale, Mood::Bad},
        {Kind::RedisBack, "REDIS_BACK", Class::Sale, Mood::Good},
        {Kind::Rebuilt, "REBUILT", Class::Sale, Mood::Neutral},
        {Kind::DatabaseAway, "DATABASE_AWAY", Class::Sale, Mood::Bad},
        {Kind::DatabaseBack, "DATABASE_BACK", Class::Sale, Mood::Good},
        {Kind::DatabaseTrouble, "DATABASE_TROUBLE", Class::Sale, Mood::Bad},
        {Kind::DatabaseWell, "DATABASE_WELL", Class::Sale, Mood::Good},
        {Kind::AlarmRaised, "ALARM_RAISED", Class::Sale, Mood::Bad},
        {Kind::AlarmEnded, "ALARM_ENDED", Class::Sale, Mood::Good},
        {Kind::CountsMended, "COUNTS_MENDED", Class::Sale, Mood::Bad},
        {Kind::PreflightFailed, "PREFLIGHT_FAILED", Class::Sale, Mood::Bad},
    });
}();
static_assert(hasRowPerValue<&EventRow::kind>(eventRows), "one row per kind, in their order");

[[nodiscard]] constexpr const EventRow &rowOf(Event::Kind kind)
{
    return eventRows[std::size_t(kind)];
}

} // namespace seonchak

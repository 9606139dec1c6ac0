// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/row_per_value.h"
#include "core/watch/answer_tempo.h"

/// The keys of the groups in the status's answers of the last second.
namespace seonchak::json {

struct TempoKey
{
    AnswerTempo::Group group;
    const char *key;
};

inline constexpr std::array<TempoKey, 6> tempoKeys{{
    {AnswerTempo::Group::Issued, "issued"},
    {AnswerTempo::Group::SoldOut, "soldOut"},
    {AnswerTempo::Group::Refused, "refused"},
    {AnswerTempo::Group::NoClaim, "noClaim"},
    {AnswerTempo::Group::InDoubt, "inDoubt"},
    {AnswerTempo::Group::NotServed, "notServed"},
}};
static_assert(hasRowPerValue<&TempoKey::group>(tempoKeys));

} // namespace seonchak::json

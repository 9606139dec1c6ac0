// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/engine/act_desk.h"

namespace seonchak {

/// What the book keeps with an act that voided chosen coupons, so that a repeat answers as the first request
/// did, and its job with all of it.
[[nodiscard]] QByteArray chosenNote(const VoidedChosen &voided);
/// Nothing where these are no such bytes.
[[nodiscard]] std::optional<VoidedChosen> readChosenNote(const QByteArray &note);
/// The same for the trail.
[[nodiscard]] QString chosenWords(const VoidedChosen &voided);

} // namespace seonchak

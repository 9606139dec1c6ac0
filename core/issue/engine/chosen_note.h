// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/engine/act_desk.h"

namespace seonchak {

/// What the book stores with an act that voided chosen coupons, so that a repeated request and the job return
/// the complete first answer.
[[nodiscard]] QByteArray chosenNote(const VoidedChosen &voided);
/// Nullopt if the bytes are malformed.
[[nodiscard]] std::optional<VoidedChosen> readChosenNote(const QByteArray &note);
/// The same as a text for the audit trail.
[[nodiscard]] QString chosenWords(const VoidedChosen &voided);

} // namespace seonchak

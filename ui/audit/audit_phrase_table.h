// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace seonchak {

/// A sentence that the program writes into the trail.
struct AuditPhrase
{
    const char *words; ///< as displayed, with the places %1, %2, …
    /// A letter for each place: n a number, i an id, t a literal text, s one of our sentences or a text, w
    /// one of our sentences, u a status, q a text that ends with its quotes, m a time in UTC or a sentence.
    const char *kinds = "";
    const char *stored = nullptr; ///< as stored in the trail, if different: a pattern with the same places
};

/// The first match counts.
std::span<const AuditPhrase> auditPhrases();

} // namespace seonchak

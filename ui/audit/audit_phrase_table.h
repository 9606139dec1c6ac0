// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace seonchak {

/// One sentence that the program writes into the trail.
struct AuditPhrase
{
    const char *words; ///< as it is shown, with the places %1, %2, …
    /// Of each place one letter: n a number, i an id, t a text as it stands, s a sentence of ours or a text,
    /// w a sentence of ours, u a status, q a text that ends with its quotes, m a time in UTC or a sentence.
    const char *kinds = "";
    const char *stored = nullptr; ///< as the trail has it, where it differs: a pattern with the same places
};

/// The first one that fits counts.
std::span<const AuditPhrase> auditPhrases();

} // namespace seonchak

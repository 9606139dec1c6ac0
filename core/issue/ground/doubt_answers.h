// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The partner's answers with which a doubt stays open. The settler gives them; the window knows their
/// meaning in both languages.
namespace seonchak::doubt_answer {

inline constexpr char none[] = "the store gave no answer";
inline constexpr char mayStillArrive[] = "the store never heard of it, but our own call may still arrive";
inline constexpr char notWithdrawn[] = "the store could not be told to forget it";

} // namespace seonchak::doubt_answer

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Values of Error::names that say why a book cannot be opened read-only. User interfaces choose their texts
/// by these, not by the error's English sentence.
namespace seonchak::stillbook {

inline constexpr const char *newer = "newer";    ///< a later program wrote it
inline constexpr const char *noBook = "no-book"; ///< whatever it is
inline constexpr const char *noRoom = "no-room"; ///< for the copy that has to be made
inline constexpr const char *inUse = "in-use";   ///< a server is at work on it, or was cut off

} // namespace seonchak::stillbook

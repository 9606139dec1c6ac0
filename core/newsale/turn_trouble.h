// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Values of Error::names that say why a new sale was not begun.
namespace seonchak::newsale {

inline constexpr const char *serviceTrouble = "service"; ///< waiting does not mend it
inline constexpr const char *nameTaken = "name";
inline constexpr const char *badName = "bad-name";
inline constexpr const char *noSale = "no-sale";
inline constexpr const char *doubtsOpen = "doubts-open";
inline constexpr const char *reservationsOpen = "reservations-open";
inline constexpr const char *voidingOpen = "voiding-open";
inline constexpr const char *anotherServer = "another-server";
inline constexpr const char *redisAway = "redis-away";
inline constexpr const char *redisOfAnother = "redis-of-another";
inline constexpr const char *redisForeign = "redis-foreign";
inline constexpr const char *fileTrouble = "file"; ///< the old book cannot be kept, or the empty one made
inline constexpr const char *newerBook = "newer-book";
inline constexpr const char *dataDirInUse = "data-dir-in-use";

} // namespace seonchak::newsale

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Values of Error::names that say why a dossier could not be written.
namespace seonchak::dossier {

inline constexpr const char *bookTrouble = "book"; ///< the database is at fault
inline constexpr const char *noDatabase = "no-database";
inline constexpr const char *folderIsFile = "folder-is-file";
inline constexpr const char *folderNotEmpty = "folder-not-empty";
inline constexpr const char *cannotMakeFolder = "cannot-make-folder";
inline constexpr const char *cannotWrite = "cannot-write"; ///< the disk is full, or takes no writes
inline constexpr const char *diskFull = "disk-full";
inline constexpr const char *folderGone = "folder-gone";
inline constexpr const char *keyIsThere = "key-is-there";
inline constexpr const char *another = "another"; ///< is being written

} // namespace seonchak::dossier

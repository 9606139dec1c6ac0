// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/config_file.h"

#include <QString>

/// Documentation of the options, commands and exit codes, made from the programs' tables. Identical on every
/// machine and for every user.
namespace seonchak::manual {

/// A configuration file that explains every key and leaves all except `set` at their defaults.
QString configFile(const ConfigTexts &set = {});

// Parts of the manual, as AsciiDoc.
QString options();     ///< of both programs
QString commands();    ///< of seonchakd
QString keys();        ///< of the configuration file
QString environment(); ///< of both programs
QString files();
QString exitStatus();

} // namespace seonchak::manual

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/config_file.h"

#include <QString>

/// What is written of the options, commands and exit codes outside the programs, made from their tables. The
/// same on each machine and for each user.
namespace seonchak::manual {

/// A configuration file that explains every key and leaves it at its default, but for those that are `set`.
QString configFile(const ConfigTexts &set = {});

// Parts of the manual, as AsciiDoc.
QString options();     ///< of both programs
QString commands();    ///< of seonchakd
QString keys();        ///< of the configuration file
QString environment(); ///< of both programs
QString files();
QString exitStatus();

} // namespace seonchak::manual

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"

namespace seonchak {

/// What --check-config found.
struct ConfigCheck
{
    QList<Error> faults; ///< none: the programs would take this configuration
    QStringList hints;   ///< what has no effect and was probably meant to have one
    QString file;        ///< the config file that was read; empty: there is none
};

/// Everything that is wrong with file, environment and command line, where readOptions() tells the first
/// thing only. Starts nothing and creates nothing.
ConfigCheck checkConfig(const QStringList &arguments, const QProcessEnvironment &environment,
                        const AskKeychain &ask = {});

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"

namespace seonchak {

/// The findings of --check-config.
struct ConfigCheck
{
    QList<Error> faults; ///< empty: the programs would accept this configuration
    QStringList hints;   ///< settings without effect that were probably meant to have one
    QString file;        ///< the config file that was read; empty: none
};

/// Everything that is wrong with file, environment and command line, whereas readOptions() reports only the
/// first fault. Starts nothing and creates nothing.
ConfigCheck checkConfig(const QStringList &arguments, const QProcessEnvironment &environment,
                        const AskKeychain &ask = {});

} // namespace seonchak

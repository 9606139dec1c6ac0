// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/option_sources.h"
#include "app/options/secrets.h"

namespace seonchak {

/// The settings and their sources, for the settings page.
struct ReadOptions
{
    Settings settings;
    OptionSources sources;
    Secrets secrets;
    bool byBook = false; ///< it may listen on the network because the book has a token
};

/// Reads everything, in this order: command line, environment, config file; then the separately stored
/// passwords and admin token, from secrets.ini and, with precedence, from the keychain if `ask` is set.
/// BadInput: one sentence that names the option, file or line, and what to do; `names` has the option's name
/// if a single option is at fault.
Result<ReadOptions> readOptions(const QStringList &arguments, const QProcessEnvironment &environment,
                                const AskKeychain &ask = {});
/// The settings as far as they could be read, and all faults.
struct JudgedSettings
{
    Settings settings;
    QList<Error> faults;
    bool byBook = false; ///< see ReadOptions
};

JudgedSettings judgeSettings(const OptionSources &sources, const Secrets &secrets);
/// The same; if only a token in the book allows it to listen on the network, this reads the book, which
/// blocks.
JudgedSettings judgeStart(const OptionSources &sources, const Secrets &secrets);
/// Whether it is the fault that a token in the book removes.
bool isOpenToAll(const Error &fault);
/// The same checks on given texts. If `forgiven` is given, it gets the faults of the admin token and the
/// listen address; all other errors are returned.
Result<Settings> settingsOf(const OptionSources &sources, const Secrets &secrets,
                            QList<Error> *forgiven = nullptr);
/// The separately stored secrets of these options: in secrets.ini and, with precedence, in the keychain if
/// `ask` is set.
Result<Secrets> readSecrets(const OptionSources &sources, const AskKeychain &ask);
/// The secrets that may be stored separately for these options.
QStringList secretsWanted(const OptionSources &sources);

} // namespace seonchak

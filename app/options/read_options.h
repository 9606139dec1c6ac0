// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/option_sources.h"
#include "app/options/secrets.h"

namespace seonchak {

/// The settings, and where each came from: what the settings page shows and changes.
struct ReadOptions
{
    Settings settings;
    OptionSources sources;
    Secrets secrets;
    bool byBook = false; ///< it may listen to the network for a token in the book
};

/// Reads everything, in this order: command line, environment, config file; then passwords and the admin
/// token that are kept apart, from secrets.ini and, before it, from the keychain where `ask` is set.
/// BadInput: one sentence that names the option, file or line, and what to do; `names` holds the option's
/// name where it is one option's fault.
Result<ReadOptions> readOptions(const QStringList &arguments, const QProcessEnvironment &environment,
                                const AskKeychain &ask = {});
/// The settings as far as they could be read, and everything that is wrong.
struct JudgedSettings
{
    Settings settings;
    QList<Error> faults;
    bool byBook = false; ///< see ReadOptions
};

JudgedSettings judgeSettings(const OptionSources &sources, const Secrets &secrets);
/// The same, and where nothing but a token in the book lets it listen to the network, the book is asked,
/// which blocks.
JudgedSettings judgeStart(const OptionSources &sources, const Secrets &secrets);
/// Whether it is the fault that a token in the book makes up for.
bool isOpenToAll(const Error &fault);
/// The same judgement on texts that are at hand. Where `forgiven` is given, it takes what is wrong with the
/// admin token and the listen address, and everything else is returned.
Result<Settings> settingsOf(const OptionSources &sources, const Secrets &secrets,
                            QList<Error> *forgiven = nullptr);
/// What is kept apart for these options: in secrets.ini and, before it, in the keychain where `ask` is set.
Result<Secrets> readSecrets(const OptionSources &sources, const AskKeychain &ask);
/// What may be kept apart for these options.
QStringList secretsWanted(const OptionSources &sources);

} // namespace seonchak

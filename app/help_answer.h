// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace seonchak {

class OptionSources;

/// What --version prints.
QByteArray versionLine();
/// Prints `help` or the version if that was asked for: the exit status then. OptionSources reads no further
/// option in that case, so a command must ask this before it does anything.
std::optional<int> answeredHelp(const OptionSources &sources, const QByteArray &help);

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/issue/ground/sale_options.h"
#include "core/wire/desk_address.h"
#include "server/server.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <optional>

namespace seonchak {

enum class LogLevel { Debug, Info, Warning, Error };
enum class LogFormat { Text, Json };

/// All options of both programs, parsed and checked.
struct Settings
{
    SaleOptions sale;
    ServerOptions server;
    std::optional<DeskAddress> attach; ///< the window attaches there and runs no sale of its own
    std::optional<DatabaseUrl> book;   ///< the window shows this old book and runs no sale
    LogLevel logLevel = LogLevel::Info;
    LogFormat logFormat = LogFormat::Text;
    bool showHelp = false;
    bool showVersion = false;
};

/// Reads the command line, the environment (SEONCHAK_<NAME>) and the config file, in this order of
/// precedence. `arguments` includes the program's name. Errors are BadInput: one sentence that names the
/// option and what to do.
Result<Settings> readSettings(const QStringList &arguments, const QProcessEnvironment &environment);

/// What --help prints.
QString helpText(const QString &program);

} // namespace seonchak

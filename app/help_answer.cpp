// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_answer.h"

#include "app/exit_status.h"
#include "app/options/option_sources.h"
#include "app/terminal.h"

#include <QCoreApplication>

namespace seonchak {

QByteArray versionLine()
{
    return "seonchak " + QCoreApplication::applicationVersion().toUtf8() + '\n';
}

std::optional<int> answeredHelp(const OptionSources &sources, const QByteArray &help)
{
    if (!sources.showHelp() && !sources.showVersion())
        return {};
    return print(sources.showHelp() ? help : versionLine()) ? ExitFine : ExitOther;
}

} // namespace seonchak

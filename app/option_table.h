// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

#include <QList>

#include <functional>

namespace seonchak {

/// What the readers make of one option's texts before anything is checked against anything else.
struct RawSettings
{
    Settings settings;
    QString dataDir;
    QString database = QStringLiteral("sqlite");
    QString adminTokenFile;
};

/// One option: the same name on the command line, in the environment and in the config file.
struct Option
{
    QString name;        ///< "data-dir"
    QString valueName;   ///< "DIR"
    QString defaultText; ///< for the help
    QString help;
    std::function<Result<void>(RawSettings &, const QString &)> read;
    bool repeatable = false;
    bool isForLab = false; ///< not shown in the window
};

QList<Option> optionTable();

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace seonchak {

/// A first argument of seonchakd that makes it do something other than serve.
struct Command
{
    QString name;
    QString arguments; ///< as --help shows them
    QString help;
};

QList<Command> commandTable();

} // namespace seonchak

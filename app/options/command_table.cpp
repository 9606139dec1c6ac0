// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/command_table.h"

namespace seonchak {

QList<Command> commandTable()
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    return {
        {s("lab"), s("[options]"), s("compare the strategies, see seonchakd lab --help")},
        {s("verify"), s("DIR"), s("derive the verdict of a report or a dossier again from its records")},
        {s("doctor"), s("[--json]"), s("check the surroundings before a sale, with the same options")},
        {s("dossier"), s("--out DIR"), s("write what remains of a sale, see seonchakd dossier --help")},
        {s("new-sale"), s("NAME"),
         s("keep the book of an ended sale as NAME and begin an empty one: seonchakd new-sale --help")},
        {s("token"), s("add|list|revoke"),
         s("named tokens for the REST interface, with the same options: seonchakd token --help")},
        {s("print"), s("WHAT"),
         s("a configuration file, completions, parts of the manual: seonchakd print --help")},
    };
}

} // namespace seonchak

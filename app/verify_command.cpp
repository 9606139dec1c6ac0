// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify_command.h"

#include "app/become_lab.h"
#include "app/told_faults.h"
#include "core/dossier/judge.h"

namespace seonchak {

int runVerify(const QStringList &arguments)
{
    if (arguments.size() == 1 && dossier::isDossier(arguments.first()))
        return tellFaults(dossier::verify(arguments.first()));
    return becomeLab(QStringList{QStringLiteral("verify")} + arguments);
}

} // namespace seonchak

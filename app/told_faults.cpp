// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/told_faults.h"

#include "app/exit_status.h"
#include "app/terminal.h"

#include <cstdio>

namespace seonchak {

int tellFaults(const QStringList &faults)
{
    for (const QString &fault : faults)
        tell(fault);
    if (faults.isEmpty())
        std::puts("every record is as it was written, and the verdict follows from the records");
    return faults.isEmpty() ? ExitFine : ExitOther;
}

} // namespace seonchak

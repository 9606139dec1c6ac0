// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exit_status.h"

namespace seonchak {

QList<ExitStatus> exitStatusTable()
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    return {
        {ExitFine, s("Fine: it served and was asked to end, or it printed what was asked for.")},
        {ExitOther,
         s("Anything that has no code of its own; a red check of doctor; a verdict of verify that does not "
           "follow.")},
        {ExitUsage,
         s("Bad usage or configuration: an unknown option or key, a value that cannot be, a file that "
           "cannot be read or that others can read, an address of the network without a token.")},
        {ExitService,
         s("Something that is needed could not be had, and waiting does not mend it: no redis-server "
           "program, "
           "no seonchak-lab for lab and its reports, the port or the data dir taken, a data dir that cannot "
           "be "
           "made, keys of another program in "
           "Redis, a database of a newer version. What waiting may mend (Redis or the database away, a full "
           "disk) does not end the program: it answers 503 and says why.")},
    };
}

} // namespace seonchak

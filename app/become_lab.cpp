// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/become_lab.h"

#include "app/exit_status.h"
#include "app/program_files.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>
#include <vector>

namespace seonchak {

int becomeLab(const QStringList &arguments)
{
    const QString path = programFile(QStringLiteral("seonchak-lab"));
    if (path.isEmpty()) {
        std::fputs("seonchakd: the program seonchak-lab is not installed; on Debian it is in the package "
                   "seonchak-lab\n",
                   stderr);
        return ExitService;
    }
    QList<QByteArray> words{QFile::encodeName(path)};
    for (const QString &argument : arguments)
        words << argument.toLocal8Bit();
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execv(argv.front(), argv.data());
    std::fprintf(stderr, "seonchakd: cannot start %s: %s\n", argv.front(), std::strerror(errno));
    return ExitService;
}

} // namespace seonchak

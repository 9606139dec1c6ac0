// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace seonchak {

QString programFile(const QString &name)
{
    const QDir here(QCoreApplication::applicationDirPath());
    // The packages' private folder may contain the desktop's own copy of the server, in another version than
    // ours.
    const bool packaged = here.path().endsWith(QLatin1String("/libexec/seonchak"));
    const QStringList places = packaged
                                   ? QStringList{QStringLiteral("../../bin"), QStringLiteral(".")}
                                   : QStringList{QStringLiteral("."), QStringLiteral("../libexec/seonchak")};
    for (const QString &place : places) {
        const QFileInfo file(here.filePath(place + QLatin1Char('/') + name));
        if (file.isExecutable() && file.isFile())
            return QDir::cleanPath(file.absoluteFilePath());
    }
    return QStandardPaths::findExecutable(name);
}

} // namespace seonchak

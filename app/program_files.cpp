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
    for (const char *place : {".", "../libexec/seonchak", "../../bin"}) {
        const QFileInfo file(here.filePath(QLatin1String(place) + QLatin1Char('/') + name));
        if (file.isExecutable() && file.isFile())
            return QDir::cleanPath(file.absoluteFilePath());
    }
    return QStandardPaths::findExecutable(name);
}

} // namespace seonchak

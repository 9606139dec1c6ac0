// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enter_data_dir.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace seonchak {

void enterDataDir(const QString &path)
{
    const bool existed = QDir(path).exists();
    QDir().mkpath(path); // If that fails, the database reports it.
    const QByteArray name = QFile::encodeName(path);
    struct stat about = {};
    if (!existed)
        ::chmod(name.constData(), 0700);
    else if (::geteuid() == 0 && ::stat(name.constData(), &about) == 0 && about.st_uid != 0 &&
             (::setegid(about.st_gid) != 0 || ::seteuid(about.st_uid) != 0))
        qWarning("the database is opened as root: %s", name.constData());
}

} // namespace seonchak

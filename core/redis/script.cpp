// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/script.h"

#include <QCryptographicHash>
#include <QFile>

namespace seonchak {

Script Script::fromSource(QByteArray source)
{
    Script script;
    script.sha = QCryptographicHash::hash(source, QCryptographicHash::Sha1).toHex();
    script.source = std::move(source);
    return script;
}

Script Script::fromResource(const QString &name)
{
    QFile file(QLatin1String(":/redis/") + name + QLatin1String(".lua"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The script %s is not compiled into this program.", qUtf8Printable(file.fileName()));
    return fromSource(file.readAll());
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/sums.h"

#include "core/record/whole_file.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <algorithm>

namespace seonchak {

namespace {

constexpr auto sumsName = "SHA256SUMS";

/// Every file of a folder except the sums, relative to its directory, in a fixed order.
QStringList filesOf(const QDir &dir)
{
    QStringList found;
    // relativeFilePath() treats a relative path as one within the directory and would return it unchanged.
    QDirIterator files(dir.absolutePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = dir.relativeFilePath(files.next());
        if (name != QLatin1String(sumsName))
            found << name;
    }
    found.sort();
    return found;
}

} // namespace

Result<QByteArray> hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Trouble::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return failure(Trouble::Unavailable, QStringLiteral("%1 cannot be read").arg(path));
    return hash.result().toHex();
}

Result<void> writeSums(const QDir &dir)
{
    QByteArray sums;
    for (const QString &name : filesOf(dir)) {
        const auto hash = hashOf(dir.filePath(name));
        if (!hash)
            return std::unexpected(hash.error());
        sums += *hash + "  " + name.toUtf8() + '\n';
    }
    return writeWhole(dir.filePath(QLatin1String(sumsName)), sums);
}

QStringList checkSums(const QDir &dir, const QString &whole, const std::stop_token &stop)
{
    QFile file(dir.filePath(QLatin1String(sumsName)));
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("SHA256SUMS cannot be read: %1").arg(file.errorString())};
    QStringList faults;
    QSet<QString> named;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (stop.stop_requested())
            return faults;
        if (line.isEmpty())
            continue;
        const QString name = QString::fromUtf8(line.mid(66));
        named.insert(name);
        const auto hash = hashOf(dir.filePath(name));
        if (!hash)
            faults << hash.error().detail;
        else if (*hash != line.first(std::min<qsizetype>(64, line.size())))
            faults << QStringLiteral("%1 was changed: its hash is another").arg(name);
    }
    for (const QString &name : filesOf(dir)) {
        if (!named.contains(name))
            faults << QStringLiteral("%1 is not among the files of the %2").arg(name, whole);
    }
    return faults;
}

} // namespace seonchak

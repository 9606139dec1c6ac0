// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/exams.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTemporaryFile>

#include <optional>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace seonchak::doctor {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

void examineSpace(const QString &dir, Sheet &sheet)
{
    constexpr qint64 needed = 100 * mebibyte;
    constexpr qint64 wished = 1024 * mebibyte;
    const qint64 free = QStorageInfo(dir).bytesAvailable();
    const char *name = free < needed ? "full" : free < wished ? "little" : "enough";
    sheet.add("disk-space", name, {QString::number(free / mebibyte), dir});
}

/// Writes a block of 4 KiB to the disk and syncs, several times.
void examineFsync(const QString &dir, Sheet &sheet)
{
    constexpr int rounds = 9;
    constexpr double slowMs = 20;
    QTemporaryFile file(dir + QStringLiteral("/seonchak-doctor-XXXXXX"));
    const auto refused = [&] { sheet.add("disk-fsync", "refused", {dir, file.errorString()}); };
    if (!file.open())
        return refused();
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        if (file.write(QByteArray(4096, 'x')) < 0 || !file.flush() || ::fsync(file.handle()) != 0)
            return refused();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    const double median = medianMs(times);
    sheet.add("disk-fsync", median > slowMs ? "slow" : "fast", {shownMs(median), dir});
}

void examineDescriptors(Sheet &sheet)
{
    constexpr rlim_t needed = 512;
    constexpr rlim_t wished = 4096;
    struct rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const rlim_t most = limit.rlim_max; // the server raises its soft limit to it
    const char *name = most < needed ? "too-few" : most < wished ? "few" : "enough";
    sheet.add("descriptors", name,
              {most == RLIM_INFINITY ? QStringLiteral("∞") : QString::number(qulonglong(most))});
}

std::optional<mode_t> modeOf(const QString &file)
{
    struct stat about = {};
    if (file.isEmpty() || ::stat(QFile::encodeName(file).constData(), &about) != 0)
        return std::nullopt;
    return about.st_mode & 07777;
}

bool isReadableByOthers(mode_t mode)
{
    return (mode & 077) != 0;
}

QString shownMode(mode_t mode)
{
    return QStringLiteral("%1").arg(uint(mode), 4, 8, QLatin1Char('0'));
}

void examineConfig(const Surroundings &surroundings, Sheet &sheet)
{
    const auto mode = modeOf(surroundings.configFile);
    if (!mode)
        return sheet.add("config-file", "none");
    const bool told = surroundings.configHasSecrets && isReadableByOthers(*mode);
    sheet.add("config-file", told ? "readable" : "fine", {surroundings.configFile, shownMode(*mode)});
}

void examineSecrets(const Surroundings &surroundings, Sheet &sheet)
{
    QStringList there;
    for (const QString &file : surroundings.secretFiles) {
        const auto mode = modeOf(file);
        if (!mode)
            continue;
        if (isReadableByOthers(*mode))
            return sheet.add("secrets", "readable", {file, shownMode(*mode)});
        there.append(file);
    }
    if (!surroundings.tokenTrouble.isEmpty())
        return sheet.add("secrets", "token", {surroundings.tokenTrouble});
    sheet.add("secrets", there.isEmpty() ? "none" : "fine", {there.join(QStringLiteral(", "))});
}

} // namespace

QString existingDir(const QString &dir)
{
    QString found = QDir(dir).absolutePath();
    while (!QFileInfo(found).isDir() && found != QDir::rootPath())
        found = QFileInfo(found).path();
    return found;
}

void examineMachine(const Surroundings &surroundings, Sheet &sheet)
{
    const QString dir = existingDir(surroundings.dataDir);
    examineSpace(dir, sheet);
    examineFsync(dir, sheet);
    examineDescriptors(sheet);
    examineConfig(surroundings, sheet);
    examineSecrets(surroundings, sheet);
}

} // namespace seonchak::doctor

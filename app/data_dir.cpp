// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_dir.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace seonchak {

namespace {

/// The holder of the lock, for the error message: " (seonchakd, process 4711)", or empty.
QString holderIn(int fd)
{
    QFile file;
    if (!file.open(fd, QIODevice::ReadOnly))
        return {};
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,10}) ([A-Za-z0-9._-]{1,64})\n$"));
    const auto match = form.match(QString::fromUtf8(file.read(100)));
    return match.hasMatch() ? QStringLiteral(" (%1, process %2)").arg(match.captured(2), match.captured(1))
                            : QString();
}

void writeHolder(int fd)
{
    const QByteArray line = QByteArray::number(QCoreApplication::applicationPid()) + ' ' +
                            QFileInfo(QCoreApplication::applicationFilePath()).fileName().toUtf8() + '\n';
    // A full disk cannot store the line; the lock holds all the same.
    if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, line.constData(), std::size_t(line.size()), 0) < 0)
        return;
}

} // namespace

Result<DataDir> DataDir::take(const QString &path)
{
    const auto refused = [&path](const QString &why, Trouble trouble = Trouble::Unavailable) {
        return failure(trouble, QStringLiteral("the data dir %1 %2").arg(path, why));
    };
    const bool existed = QDir(path).exists();
    if (!QDir().mkpath(path))
        return refused(QStringLiteral("cannot be made: choose another with --data-dir"));
    if (!existed)
        ::chmod(QFile::encodeName(path).constData(), 0700);
    const QByteArray lock = QFile::encodeName(path + QStringLiteral("/lock"));
    const int fd = ::open(lock.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return refused(
            QStringLiteral("cannot be written: %1").arg(QString::fromLocal8Bit(std::strerror(errno))));
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        const QString holder = holderIn(fd);
        ::close(fd);
        return refused(
            QStringLiteral("is in use by another program%1: end it, or choose another with --data-dir")
                .arg(holder),
            Trouble::Conflict);
    }
    writeHolder(fd);
    return DataDir(fd);
}

DataDir::DataDir(DataDir &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
{
}

DataDir::~DataDir()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

} // namespace seonchak

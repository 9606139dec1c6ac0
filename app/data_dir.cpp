// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_dir.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace seonchak {

Result<DataDir> DataDir::take(const QString &path)
{
    const auto refused = [&path](const QString &why) {
        return failure(Trouble::Unavailable, QStringLiteral("the data dir %1 %2").arg(path, why));
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
        ::close(fd);
        return refused(
            QStringLiteral("is in use by another program: end it, or choose another with --data-dir"));
    }
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

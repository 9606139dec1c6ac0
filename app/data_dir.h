// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QString>

namespace seonchak {

/// The data dir, created (0700) if it is missing, and locked while this object exists, so that a second
/// program on the same files is refused. The kernel releases the lock when the process ends, however it ends.
/// Conflict: another program holds the lock, and the sentence names it; else Unavailable.
class DataDir
{
public:
    static Result<DataDir> take(const QString &path);
    DataDir(DataDir &&other) noexcept;
    DataDir &operator=(DataDir &&) = delete;
    ~DataDir();

private:
    explicit DataDir(int fd)
        : m_fd(fd)
    {
    }
    int m_fd;
};

} // namespace seonchak

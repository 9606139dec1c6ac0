// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QString>

namespace seonchak {

/// The data dir, made where it is missing (0700) and held by a lock for as long as this object lives, so that
/// a second program on the same files is refused. The kernel drops the lock when the process ends, however it
/// ends. Conflict: another program holds it, and the sentence names that one; else Unavailable.
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

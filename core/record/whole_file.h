// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>
#include <QSaveFile>
#include <QString>

namespace seonchak {

/// A file that appears completely or not at all: the previous content stays until commit(). Used by one
/// thread at a time. Errors are Unavailable; their detail is the system's reason, without the path.
class WholeFile
{
public:
    /// `permissions`: of the file, before anything is in it, where the file system has any. By default it
    /// keeps those of the file that it replaces.
    explicit WholeFile(const QString &path, QFileDevice::Permissions permissions = {});

    /// Appends; the first call opens the file.
    Result<void> add(const QByteArray &bytes);
    /// Once, last.
    Result<void> commit();
    /// Once, instead of commit(): removes what was added.
    void discard();

private:
    [[nodiscard]] std::unexpected<Error> fault() const;

    QSaveFile m_file;
    const QFileDevice::Permissions m_permissions;
};

/// The same in one step. Unavailable, with the path in its detail: it could not be written.
Result<void> writeWhole(const QString &path, const QByteArray &bytes,
                        QFileDevice::Permissions permissions = {});

} // namespace seonchak

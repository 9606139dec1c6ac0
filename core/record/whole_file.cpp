// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/whole_file.h"

#include <QSaveFile>

namespace seonchak {

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Unbuffered, so that a full disk shows in the write, not in the commit.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failure(Trouble::Unavailable,
                       QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
    if (file.write(bytes) != bytes.size()) {
        const bool full = file.error() == QFileDevice::NoError;
        return failure(Trouble::Unavailable,
                       QStringLiteral("cannot write %1: %2")
                           .arg(path, full ? QStringLiteral("the disk is full") : file.errorString()));
    }
    if (!file.commit())
        return failure(Trouble::Unavailable,
                       QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
    return {};
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/whole_file.h"

namespace seonchak {

WholeFile::WholeFile(const QString &path, QFileDevice::Permissions permissions)
    : m_file(path)
    , m_permissions(permissions)
{
}

Result<void> WholeFile::add(const QByteArray &bytes)
{
    if (!m_file.isOpen()) {
        // Unbuffered, so that a full disk shows in the write: commit() ignores that its own flush failed.
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return fault();
        if (m_permissions)
            (void)m_file.setPermissions(m_permissions); // Some file systems have none.
    }
    // A full disk takes a part without an error, and gives its reason for the rest.
    for (auto left = QByteArrayView(bytes); !left.isEmpty();) {
        const qint64 taken = m_file.write(left.data(), left.size());
        if (taken <= 0)
            return fault();
        left = left.sliced(taken);
    }
    return {};
}

Result<void> WholeFile::commit()
{
    if (m_file.commit())
        return {};
    return fault();
}

void WholeFile::discard()
{
    if (!m_file.isOpen())
        return;
    m_file.cancelWriting();
    (void)m_file.commit(); // Fails, and removes the temporary file.
}

std::unexpected<Error> WholeFile::fault() const
{
    return failure(Trouble::Unavailable, m_file.errorString());
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes, QFileDevice::Permissions permissions)
{
    WholeFile file(path, permissions);
    auto written = file.add(bytes);
    if (written)
        written = file.commit();
    if (!written)
        written.error().detail = QStringLiteral("cannot write %1: %2").arg(path, written.error().detail);
    return written;
}

} // namespace seonchak

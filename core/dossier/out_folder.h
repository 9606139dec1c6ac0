// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QCryptographicHash>
#include <QFile>
#include <QMap>

#include <functional>
#include <future>
#include <string>
#include <string_view>

namespace seonchak::dossier {

/// Writes one file, in large pieces; each is hashed while the next is made. After a failed write everything
/// else is discarded.
class OutFile
{
public:
    explicit OutFile(const QString &path);
    /// Returns false once a write has failed.
    bool add(std::string_view bytes);
    /// Flushes everything to disk.
    Result<void> finish();
    /// Valid after finish().
    [[nodiscard]] QByteArray hash() const { return m_hash.result().toHex(); }

private:
    bool flush();
    void awaitHash();
    void fail(const QString &words);

    QFile m_file;
    std::string m_waiting;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QString m_trouble;
    bool m_full = false;         ///< it is for want of room
    std::string m_hashed;        ///< being hashed
    std::future<void> m_hashing; ///< last: its destructor waits
};

/// The folder of a dossier. It is only valid once sealed: SHA256SUMS is written last, and verify fails
/// without it. An unsealed folder is removed again.
class OutFolder
{
public:
    /// Creates a folder, or takes an empty one. BadInput if it is neither.
    static Result<OutFolder> take(const QString &path);
    OutFolder(OutFolder &&other) noexcept;
    OutFolder &operator=(OutFolder &&) = delete;
    ~OutFolder();

    /// `fill` may end early if add() returns false.
    Result<void> write(const QString &name, const std::function<Result<void>(OutFile &)> &fill);
    Result<void> write(const QString &name, const QByteArray &bytes);
    Result<void> seal();

private:
    OutFolder(QString path, bool made)
        : m_path(std::move(path))
        , m_made(made)
    {
    }
    [[nodiscard]] QString pathOf(const QString &name) const { return m_path + u'/' + name; }

    QString m_path; ///< empty after a move
    bool m_made = false;
    bool m_sealed = false;
    QMap<QString, QByteArray> m_hashes;
};

} // namespace seonchak::dossier

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QString>

#include <optional>

#include <sys/types.h>

namespace seonchak::http {

/// The Unix socket for desks on this machine: mode 0660, group `seonchak` if the system has that group and
/// this process may assign it. Destroying the object removes the file.
class DeskSocket
{
public:
    static constexpr const char *groupName = "seonchak";

    /// Listens. Replaces a dead server's socket at the path. Conflict: a server answers there, or the file is
    /// no socket. BadInput: the path is too long, or its folder refuses the socket.
    [[nodiscard]] static Result<DeskSocket> open(const QString &path);

    DeskSocket(DeskSocket &&other) noexcept;
    DeskSocket &operator=(DeskSocket &&) = delete;
    ~DeskSocket();

    [[nodiscard]] const QString &path() const { return m_path; }
    /// The group that has access; nullopt if only root and this user do.
    [[nodiscard]] std::optional<qint64> group() const { return m_group; }
    /// The listening, non-blocking descriptor; call it once. The caller owns it.
    [[nodiscard]] int takeListener();

private:
    explicit DeskSocket(QString path);
    Result<void> bind();
    Result<void> setGroupAndMode();

    QString m_path;
    int m_descriptor = -1;
    ino_t m_inode = 0; ///< 0: we have no file there
    std::optional<qint64> m_group;
};

} // namespace seonchak::http

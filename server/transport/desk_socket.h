// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QString>

#include <optional>

#include <sys/types.h>

namespace seonchak::http {

/// The Unix socket at which desks of this machine attach: mode 0660, of the group `seonchak` where the system
/// has one and this process may give it away. The file goes with this object.
class DeskSocket
{
public:
    /// A path that is longer does not fit into a socket's address.
    static constexpr qsizetype longestPath = 107;
    static constexpr const char *groupName = "seonchak";

    /// Listens. What a dead server left at the path is replaced. Conflict: somebody answers there, or it is
    /// no socket. BadInput: the path is too long, or its folder will not have it.
    [[nodiscard]] static Result<DeskSocket> open(const QString &path);

    DeskSocket(DeskSocket &&other) noexcept;
    DeskSocket &operator=(DeskSocket &&) = delete;
    ~DeskSocket();

    [[nodiscard]] const QString &path() const { return m_path; }
    /// The group whose members it is for; nothing where only root and this user come in.
    [[nodiscard]] std::optional<qint64> group() const { return m_group; }
    /// The listening, non-blocking descriptor, once. The caller owns it.
    [[nodiscard]] int takeListener();

private:
    explicit DeskSocket(QString path);
    Result<void> bind();
    Result<void> adorn();

    QString m_path;
    int m_descriptor = -1;
    ino_t m_inode = 0; ///< 0: nothing of ours is there
    std::optional<qint64> m_group;
};

} // namespace seonchak::http

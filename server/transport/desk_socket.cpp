// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/desk_socket.h"

#include "core/coupon/socket_path.h"

#include <QFile>

#include <grp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace seonchak::http {

namespace {

constexpr int deskBacklog = 64;
constexpr mode_t deskMode = 0660;

std::unexpected<Error> deskFailure(Trouble trouble, const QString &path, const QString &why)
{
    return failure(trouble, QStringLiteral("desk-socket %1: %2").arg(path, why), {"desk-socket"});
}

QString systemWords(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

sockaddr_un deskAddress(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
    return address;
}

/// Whether a server listens there. If the connection is refused, the file has no server.
bool isAnswered(const sockaddr_un &address)
{
    const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (probe < 0)
        return true; // Unknown: then it must not be removed.
    const auto *where = reinterpret_cast<const sockaddr *>(&address);
    const bool refused = ::connect(probe, where, sizeof address) != 0 && errno == ECONNREFUSED;
    ::close(probe);
    return !refused;
}

std::optional<gid_t> deskGroup()
{
    std::array<char, 16 * 1024> room;
    group entry{};
    group *found = nullptr;
    const int error = ::getgrnam_r(DeskSocket::groupName, &entry, room.data(), room.size(), &found);
    return error == 0 && found ? std::optional(found->gr_gid) : std::nullopt;
}

} // namespace

DeskSocket::DeskSocket(QString path)
    : m_path(std::move(path))
{
}

DeskSocket::DeskSocket(DeskSocket &&other) noexcept
    : m_path(other.m_path)
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_inode(std::exchange(other.m_inode, 0))
    , m_group(other.m_group)
{
}

DeskSocket::~DeskSocket()
{
    struct stat about = {};
    const QByteArray path = QFile::encodeName(m_path);
    // Another server may have replaced a removed file.
    if (m_inode != 0 && ::lstat(path.constData(), &about) == 0 && about.st_ino == m_inode)
        ::unlink(path.constData());
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<DeskSocket> DeskSocket::open(const QString &path)
{
    DeskSocket desk(path);
    if (const auto bound = desk.bind(); !bound)
        return std::unexpected(bound.error());
    if (const auto adorned = desk.setGroupAndMode(); !adorned)
        return std::unexpected(adorned.error());
    if (::listen(desk.m_descriptor, deskBacklog) != 0)
        return deskFailure(Trouble::Internal, path, systemWords(errno));
    return desk;
}

Result<void> DeskSocket::bind()
{
    const QByteArray path = QFile::encodeName(m_path);
    if (const QString trouble = socketPathTrouble(m_path); !trouble.isEmpty())
        return deskFailure(Trouble::BadInput, m_path, trouble);
    const sockaddr_un address = deskAddress(path);
    m_descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_descriptor < 0)
        return deskFailure(Trouble::Internal, m_path, systemWords(errno));
    // No other user may connect until it is set up; the kernel creates the file with at most this mode.
    ::fchmod(m_descriptor, 0600);
    const auto *where = reinterpret_cast<const sockaddr *>(&address);
    int error = ::bind(m_descriptor, where, sizeof address) == 0 ? 0 : errno;
    struct stat about = {};
    const bool isSocket = ::lstat(path.constData(), &about) == 0 && S_ISSOCK(about.st_mode);
    if (error == EADDRINUSE && isSocket && !isAnswered(address)) {
        ::unlink(path.constData());
        error = ::bind(m_descriptor, where, sizeof address) == 0 ? 0 : errno;
    }
    if (error == EADDRINUSE)
        return deskFailure(Trouble::Conflict, m_path,
                           isSocket ? QStringLiteral("another server answers there")
                                    : QStringLiteral("something that is no socket is there"));
    if (error != 0)
        return deskFailure(Trouble::BadInput, m_path, systemWords(error));
    m_inode = ::lstat(path.constData(), &about) == 0 ? about.st_ino : 0;
    return {};
}

/// Sets the group first: with the mode alone another group would have access for a moment.
Result<void> DeskSocket::setGroupAndMode()
{
    const QByteArray path = QFile::encodeName(m_path);
    struct stat about = {};
    if (::lstat(path.constData(), &about) != 0 || about.st_ino != m_inode)
        return deskFailure(Trouble::Conflict, m_path, QStringLiteral("another program took its place"));
    // A service of that group owns it already, and its sandbox does not allow changing owners.
    if (const auto group = deskGroup()) {
        if (about.st_gid == *group || ::lchown(path.constData(), uid_t(-1), *group) == 0)
            m_group = qint64(*group);
    }
    if (::chmod(path.constData(), deskMode) != 0)
        return deskFailure(Trouble::BadInput, m_path, systemWords(errno));
    return {};
}

int DeskSocket::takeListener()
{
    return std::exchange(m_descriptor, -1);
}

} // namespace seonchak::http

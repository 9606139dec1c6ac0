// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/rig/step_control.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace seonchak::lab {

namespace {

using Milliseconds = std::chrono::milliseconds;
constexpr Milliseconds stopSlice{50}; ///< how quickly a stop request is noticed
constexpr auto socketName = "/steps";

std::unexpected<Error> cannot(const char *what)
{
    return failure(Trouble::Unavailable, QStringLiteral("the lab's socket for failpoints: %1: %2")
                                             .arg(QLatin1String(what), QLatin1String(std::strerror(errno))));
}

/// A socket's path is limited to about a hundred bytes, and a run's directory may be deeper.
Result<QByteArray> makeShortDirectory()
{
    constexpr qsizetype longest = 80;
    QByteArray pattern = QFile::encodeName(QDir::tempPath()) + "/seonchak-lab-XXXXXX";
    if (pattern.size() > longest)
        pattern = "/tmp/seonchak-lab-XXXXXX";
    if (!::mkdtemp(pattern.data())) // accessible only to its owner
        return cannot("mkdtemp");
    return pattern;
}

Result<int> listenAt(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0)
        return cannot("socket");
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(listener, 1) != 0) {
        const auto why = cannot("listen");
        ::close(listener);
        return why;
    }
    return listener;
}

bool isReadable(int descriptor, Milliseconds most)
{
    pollfd one{descriptor, POLLIN, 0};
    return ::poll(&one, 1, int(most.count())) > 0;
}

} // namespace

Result<std::unique_ptr<StepControl>> StepControl::listen()
{
    const auto directory = makeShortDirectory();
    if (!directory)
        return std::unexpected(directory.error());
    const auto listener = listenAt(*directory + socketName);
    if (!listener) {
        ::rmdir(directory->constData());
        return std::unexpected(listener.error());
    }
    return std::unique_ptr<StepControl>(new StepControl(QFile::decodeName(*directory), *listener));
}

StepControl::StepControl(QString directory, int listener)
    : m_directory(std::move(directory))
    , m_path(m_directory + QLatin1String(socketName))
    , m_listener(listener)
{
}

StepControl::~StepControl()
{
    removePath();
    for (const int descriptor : {m_listener, m_socket}) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

void StepControl::removePath()
{
    if (m_directory.isEmpty())
        return;
    ::unlink(QFile::encodeName(m_path).constData());
    ::rmdir(QFile::encodeName(m_directory).constData());
    m_directory.clear();
}

std::optional<Crossing> StepControl::next(Milliseconds patience, const std::stop_token &stop)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (m_reached.empty() && !m_gone && !stop.stop_requested()) {
        const auto left = std::chrono::ceil<Milliseconds>(until - std::chrono::steady_clock::now());
        read(std::clamp(left, Milliseconds(0), stopSlice));
        if (left <= Milliseconds(0))
            break;
    }
    if (m_reached.empty())
        return std::nullopt;
    const Crossing crossing = m_reached.front();
    m_reached.pop_front();
    return crossing;
}

void StepControl::read(Milliseconds most)
{
    if (!isReadable(m_socket < 0 ? m_listener : m_socket, most))
        return;
    if (m_socket < 0) {
        m_socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (m_socket >= 0)
            removePath(); // so that a killed lab leaves no socket behind
        return;
    }
    std::array<char, 4096> bytes;
    const auto got = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    m_gone = got == 0 || (got < 0 && errno != EINTR);
    if (got <= 0)
        return;
    m_text.append(bytes.data(), got);
    for (auto end = m_text.indexOf('\n'); end >= 0; end = m_text.indexOf('\n')) {
        takeLine(m_text.first(end));
        m_text.remove(0, end + 1);
    }
}

void StepControl::takeLine(const QByteArray &line)
{
    const auto words = line.split(' ');
    if (words.size() != 5 || words[0] != "at")
        return;
    m_reached.push_back({words[1].toULongLong(), words[2].toLongLong(), words[3], words[4] == "after"});
}

bool StepControl::go(const Crossing &crossing)
{
    const QByteArray line = "go " + QByteArray::number(crossing.id) + '\n';
    // A line of some twenty bytes is sent completely or not at all.
    const bool sent =
        ::send(m_socket, line.constData(), std::size_t(line.size()), MSG_NOSIGNAL) == line.size();
    m_gone = m_gone || !sent;
    return sent;
}

} // namespace seonchak::lab

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/restart.h"

#include "app/exit_status.h"
#include "app/signals.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>
#include <vector>

namespace seonchak {

namespace {

QByteArrayList listOf(char *const texts[])
{
    QByteArrayList list;
    for (int i = 0; texts[i]; ++i)
        list.append(texts[i]);
    return list;
}

std::vector<char *> pointersTo(QByteArrayList &texts)
{
    std::vector<char *> pointers;
    for (auto &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// The path, not the open file: after an update the new program must start.
QByteArray ownProgram()
{
    std::array<char, PATH_MAX> path{};
    const auto length = ::readlink("/proc/self/exe", path.data(), path.size());
    return length > 0 ? QByteArray(path.data(), length) : QByteArray();
}

/// The next program must not inherit this program's files and sockets.
void closeAllAtStart()
{
    constexpr long unlikely = 65'536;
    const long told = ::sysconf(_SC_OPEN_MAX);
    const long most = told > 0 ? std::min(told, unlikely) : unlikely;
    for (int descriptor = STDERR_FILENO + 1; descriptor < most; ++descriptor) {
        if (const int flags = ::fcntl(descriptor, F_GETFD); flags >= 0)
            ::fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC);
    }
}

} // namespace

Restart::Restart(char *const argv[])
    : m_program(ownProgram())
    , m_arguments(listOf(argv))
    , m_environment(listOf(environ))
{
    struct sigaction action = {};
    m_ignoresHangUp = ::sigaction(SIGHUP, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

int Restart::start() const
{
    sigset_t ends;
    ::sigemptyset(&ends);
    for (const int number : {SIGTERM, SIGINT, SIGQUIT})
        ::sigaddset(&ends, number);
    ::sigprocmask(SIG_BLOCK, &ends, nullptr);
    if (Signals::haveAsked())
        return 0;
    // Ignored signals and running timers are inherited by the next program.
    const itimerval none = {};
    ::setitimer(ITIMER_REAL, &none, nullptr);
    for (const int number : {SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGALRM, SIGPIPE}) {
        if (number != SIGHUP || !m_ignoresHangUp)
            std::signal(number, SIG_DFL);
    }
    closeAllAtStart();
    ::sigprocmask(SIG_UNBLOCK, &ends, nullptr); // An end requested meanwhile is delivered here.
    QByteArrayList arguments = m_arguments;
    QByteArrayList environment = m_environment;
    ::execve(m_program.constData(), pointersTo(arguments).data(), pointersTo(environment).data());
    std::fprintf(stderr, "seonchak: %s cannot be started again: %s\n", m_program.constData(),
                 std::strerror(errno));
    return ExitService;
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signals.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace seonchak {

namespace {

constexpr int endSignals[] = {SIGTERM, SIGINT, SIGQUIT, SIGHUP};
/// By default they end the process. Uses a handler instead of SIG_IGN, which our redis-server would inherit.
constexpr int harmlessSignals[] = {SIGUSR1, SIGUSR2, SIGXFSZ};

// A signal handler is a plain function and may only write(): the socket pair must be global.
int wire[2] = {-1, -1};

void onEndSignal(int number)
{
    const int before = errno;
    const char byte = char(number);
    [[maybe_unused]] const auto written = ::write(wire[0], &byte, 1);
    errno = before;
}

void onHarmlessSignal(int) {}

volatile std::sig_atomic_t endAsked = 0;

void onLateSignal(int)
{
    endAsked = 1;
}

void onTimeUp(int)
{
    ::_exit(0);
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(number, &action, nullptr);
}

bool isIgnored(int number)
{
    struct sigaction action = {};
    return ::sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

bool hasTerminal()
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal >= 0)
        ::close(terminal);
    return terminal >= 0;
}

} // namespace

Signals::Signals()
{
    std::signal(SIGPIPE, SIG_IGN);
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, wire) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(wire[1], QSocketNotifier::Read);
    // Checked at the start: by the time of a SIGHUP the terminal is gone.
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this, terminal = hasTerminal()] {
        bool end = false;
        char number = 0;
        while (::read(wire[1], &number, 1) > 0)
            end = end || number != SIGHUP || terminal;
        if (!end)
            return;
        endAsked = 1;
        Q_EMIT asked();
    });
    const bool nohup = isIgnored(SIGHUP);
    for (const int number : endSignals) {
        if (number != SIGHUP || !nohup)
            handle(number, onEndSignal);
    }
    for (const int number : harmlessSignals)
        handle(number, onHarmlessSignal);
}

Signals::~Signals()
{
    // During destruction asked() is no longer emitted; code that would restart checks haveAsked().
    for (const int number : endSignals)
        handle(number, number == SIGHUP ? SIG_IGN : onLateSignal);
    char number = 0;
    while (wire[1] >= 0 &&
           ::read(wire[1], &number, 1) > 0) { // The event loop had ended before they were handled.
        if (number != SIGHUP)
            endAsked = 1;
    }
    m_notifier.reset();
    ::close(wire[0]);
    ::close(wire[1]);
}

bool Signals::haveAsked()
{
    return endAsked != 0;
}

void Signals::endProcessAfter(std::chrono::milliseconds time)
{
    handle(SIGALRM, onTimeUp);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
    const auto rest = std::chrono::duration_cast<std::chrono::microseconds>(time - seconds);
    itimerval timer = {};
    timer.it_value.tv_sec = seconds.count();
    timer.it_value.tv_usec = rest.count();
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

void openStandardDescriptors()
{
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) < 0 && errno == EBADF) [[maybe_unused]]
            const int opened = ::open("/dev/null", O_RDWR); // gets the lowest free number
    }
}

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Users who ask for a coupon over HTTP, one after the other and each with another number: the load of
// ./compare, which has to be the same for every server. Without Qt and with one thread, so that little of the
// machine goes to it.
//
//     seonchak_rush_load PORT CONNECTIONS REQUESTS SECONDS RATE FIRST_USER USERS
//
// It ends after REQUESTS or SECONDS, whichever comes first. RATE 0: each connection asks again as soon as it
// has its answer. Else requests are due on schedule whatever the server does, and latency counts from the
// instant when one was due. After USERS users the first one asks again. It says "connected", waits for a
// line, and prints one JSON object.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Ns = std::int64_t;

constexpr Ns second = 1'000'000'000;
constexpr Ns patience = 10 * second; // with the last answers

Ns now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * second + time.tv_nsec;
}

Ns wallNow()
{
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time);
    return time.tv_sec * second + time.tv_nsec;
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// When the kernel took the bytes that recvmsg() gave: the wait for this program's turn is none of the
/// server's.
Ns arrivalOf(msghdr &message)
{
    for (cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_TIMESTAMPNS)
            continue;
        timespec time{};
        std::memcpy(&time, CMSG_DATA(part), sizeof time);
        return time.tv_sec * second + time.tv_nsec;
    }
    return wallNow();
}

[[noreturn]] void fail(const char *what)
{
    std::perror(what);
    std::exit(1);
}

struct Setting
{
    int port = 0;
    int connections = 0;
    std::int64_t requests = 0;
    double seconds = 0;
    double rate = 0;
    std::int64_t firstUser = 1;
    std::int64_t users = 1;
};

struct Connection
{
    int socket = -1;
    Ns since = 0; // when its request was sent, or was due
    std::string in;
};

struct Tally
{
    std::int64_t valid = 0;
    std::int64_t already = 0;
    std::int64_t soldOut = 0;
    std::int64_t tooEarly = 0;
    std::int64_t other = 0;
    std::int64_t broken = 0; // connections that ended or made no sense
    Ns firstValid = 0;       // when the earliest arrived, by the wall clock
    std::vector<Ns> latencies;

    void count(std::string_view answer, Ns latency, Ns arrived)
    {
        latencies.push_back(latency);
        const auto status = answer.substr(9, 3);
        const bool again = answer.find("\"ALREADY\"") != answer.npos;
        if (status == "200" && !again && (valid == 0 || arrived < firstValid))
            firstValid = arrived;
        if (status == "200")
            ++(again ? already : valid);
        else if (status == "403")
            ++tooEarly;
        else if (status == "404")
            ++soldOut;
        else if (other++ == 0)
            std::fprintf(stderr, "%.*s\n", int(answer.size()), answer.data());
    }

    std::int64_t answered() const { return std::int64_t(latencies.size()); }

    double percentileMs(double share)
    {
        if (latencies.empty())
            return 0;
        const auto place = std::min(latencies.size() - 1, std::size_t(share * double(latencies.size())));
        const auto at = latencies.begin() + std::ptrdiff_t(place);
        std::ranges::nth_element(latencies, at);
        return double(*at) / 1e6;
    }
};

/// How many bytes the first answer of `in` takes; 0: it is not complete yet; -1: no sense.
std::ptrdiff_t answerLength(const std::string &in)
{
    const auto headEnd = in.find("\r\n\r\n");
    if (headEnd == in.npos)
        return 0;
    const char *name = strcasestr(in.c_str(), "\r\ncontent-length:");
    if (!name || in.size() < 12 || name >= in.c_str() + headEnd)
        return -1;
    const auto body = std::strtoll(name + std::strlen("\r\ncontent-length:"), nullptr, 10);
    const auto length = std::ptrdiff_t(headEnd) + 4 + body;
    return length <= std::ptrdiff_t(in.size()) ? length : 0;
}

class Rush
{
public:
    explicit Rush(const Setting &setting)
        : m_setting(setting)
        , m_poll(epoll_create1(0))
        , m_connections(std::size_t(setting.connections))
    {
        if (m_poll < 0)
            fail("epoll_create1");
        m_tally.latencies.reserve(1 << 20);
        for (std::size_t i = 0; i < m_connections.size(); ++i) {
            connect(i);
            m_idle.push_back(i);
        }
    }

    void run()
    {
        m_began = now();
        m_end = m_began + Ns(m_setting.seconds * double(second));
        const double cpu = cpuSeconds();
        while (step()) {
        }
        m_cpu = cpuSeconds() - cpu;
    }

    void print()
    {
        const double took = double(m_last - m_began) / double(second);
        const auto worst = m_tally.latencies.empty() ? 0 : std::ranges::max(m_tally.latencies);
        std::printf("{\"answered\":%lld,\"seconds\":%.6f,\"rate\":%.1f,\"valid\":%lld,\"already\":%lld,"
                    "\"soldOut\":%lld,\"tooEarly\":%lld,\"firstValidUs\":%lld,\"other\":%lld,\"broken\":%lld,"
                    "\"unanswered\":%lld,\"cpuSeconds\":%.6f,"
                    "\"p50Ms\":%.4f,\"p99Ms\":%.4f,\"maxMs\":%.4f}\n",
                    (long long)m_tally.answered(), took, double(m_tally.answered()) / std::max(took, 1e-9),
                    (long long)m_tally.valid, (long long)m_tally.already, (long long)m_tally.soldOut,
                    (long long)m_tally.tooEarly, (long long)(m_tally.firstValid / 1000),
                    (long long)m_tally.other, (long long)m_tally.broken,
                    (long long)(m_sent - m_tally.answered()), m_cpu, m_tally.percentileMs(0.5),
                    m_tally.percentileMs(0.99), double(worst) / 1e6);
    }

private:
    void connect(std::size_t index)
    {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int one = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        setsockopt(socket, SOL_SOCKET, SO_TIMESTAMPNS, &one, sizeof one);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(std::uint16_t(m_setting.port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            fail("connect");
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = index;
        if (epoll_ctl(m_poll, EPOLL_CTL_ADD, socket, &event) != 0)
            fail("epoll_ctl");
        m_connections[index].socket = socket;
    }

    bool open() const { return m_setting.rate > 0; }
    Ns due(std::int64_t number) const
    {
        return m_began + Ns(double(number) * double(second) / m_setting.rate);
    }

    /// Whether another request is to be sent at all.
    bool more(Ns time) const
    {
        return m_sent < m_setting.requests && (open() ? due(m_sent) : time) < m_end && m_alive > 0;
    }

    /// One turn: sends what is due and takes what has come. False at the end.
    bool step()
    {
        const Ns time = now();
        while (!m_idle.empty() && more(time) && (!open() || due(m_sent) <= time))
            send(time);
        const bool sending = more(time);
        const auto waiting = m_sent - m_tally.answered() - m_lost;
        if ((!sending && waiting == 0) || m_alive == 0 || time > m_end + patience)
            return false;
        Ns wait = 100'000'000;
        if (open() && sending && !m_idle.empty())
            wait = std::clamp<Ns>(due(m_sent) - time, 0, wait);
        const timespec most{.tv_sec = 0, .tv_nsec = wait};
        epoll_event events[256];
        const int ready = epoll_pwait2(m_poll, events, 256, &most, nullptr);
        for (int i = 0; i < ready; ++i)
            receive(std::size_t(events[i].data.u64));
        return true;
    }

    void send(Ns time)
    {
        const std::size_t index = m_idle.back();
        m_idle.pop_back();
        Connection &connection = m_connections[index];
        connection.since = open() ? due(m_sent) : time;
        char text[200];
        const auto user = m_setting.firstUser + m_sent % m_setting.users;
        const int length = std::snprintf(text, sizeof text,
                                         "POST /api/v1/coupons/%lld/issue HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"
                                         "Content-Length: 0\r\n\r\n",
                                         (long long)user, m_setting.port);
        ++m_sent;
        if (::send(connection.socket, text, std::size_t(length), MSG_NOSIGNAL) != length)
            lose(connection);
    }

    void receive(std::size_t index)
    {
        Connection &connection = m_connections[index];
        char bytes[16384];
        iovec buffer{bytes, sizeof bytes};
        alignas(cmsghdr) char control[64];
        msghdr message{};
        message.msg_iov = &buffer;
        message.msg_iovlen = 1;
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        const auto got = recvmsg(connection.socket, &message, 0);
        if (got <= 0)
            return lose(connection);
        connection.in.append(bytes, std::size_t(got));
        const auto length = answerLength(connection.in);
        if (length < 0)
            return lose(connection);
        if (length == 0)
            return;
        m_last = now();
        m_tally.count(std::string_view(connection.in).substr(0, std::size_t(length)),
                      m_last - connection.since, arrivalOf(message));
        connection.in.erase(0, std::size_t(length));
        m_idle.push_back(index);
    }

    /// Its request, if there is one, stays without an answer.
    void lose(Connection &connection)
    {
        const auto index = std::size_t(&connection - m_connections.data());
        m_lost += std::erase(m_idle, index) == 0 ? 1 : 0;
        ++m_tally.broken;
        --m_alive;
        close(connection.socket);
    }

    Setting m_setting;
    int m_poll;
    std::vector<Connection> m_connections;
    std::vector<std::size_t> m_idle;
    std::int64_t m_alive = m_setting.connections;
    std::int64_t m_sent = 0;
    std::int64_t m_lost = 0;
    Ns m_began = 0;
    Ns m_end = 0;
    Ns m_last = 0;
    double m_cpu = 0;
    Tally m_tally;
};

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 8) {
        std::fputs("usage: seonchak_rush_load PORT CONNECTIONS REQUESTS SECONDS RATE FIRST_USER USERS\n",
                   stderr);
        return 2;
    }
    Rush rush({.port = std::atoi(argv[1]),
               .connections = std::atoi(argv[2]),
               .requests = std::atoll(argv[3]),
               .seconds = std::atof(argv[4]),
               .rate = std::atof(argv[5]),
               .firstUser = std::atoll(argv[6]),
               .users = std::max(1LL, std::atoll(argv[7]))});
    std::puts("connected");
    std::fflush(stdout);
    if (std::getchar() == EOF)
        return 1;
    rush.run();
    rush.print();
    return 0;
}

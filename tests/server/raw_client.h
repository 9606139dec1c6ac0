// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdlib>
#include <utility>

/// A client that sends what it is told, however wrong, and waits at most twenty seconds for anything.
class RawClient
{
public:
    explicit RawClient(quint16 port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const timeval limit{.tv_sec = 20, .tv_usec = 0};
        const int on = 1;
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawClient() { close(); }
    RawClient(RawClient &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
        , m_connected(other.m_connected)
        , m_read(std::move(other.m_read))
    {
    }
    RawClient &operator=(RawClient &&) = delete;

    struct Answer
    {
        int status = 0; ///< 0: the connection ended instead
        QByteArray head;
        QByteArray body;
    };

    [[nodiscard]] bool isConnected() const { return m_connected; }

    /// False when the server has hung up meanwhile.
    bool send(const QByteArray &bytes)
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const auto count = ::send(m_socket, bytes.constData() + sent,
                                      static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            sent += count;
        }
        return true;
    }

    QByteArray readBytes(qsizetype size)
    {
        while (m_read.size() < size && readMore()) {
        }
        return takeRead(size);
    }

    Answer readAnswer(bool hasBody = true)
    {
        qsizetype end;
        while ((end = m_read.indexOf("\r\n\r\n")) < 0) {
            if (!readMore())
                return {};
        }
        Answer answer;
        answer.head = takeRead(end + 4);
        answer.status = answer.head.sliced(9, 3).toInt();
        const auto at = answer.head.indexOf("Content-Length: ");
        if (hasBody && at >= 0)
            answer.body = readBytes(std::atoll(answer.head.constData() + at + 16));
        return answer;
    }

    Answer ask(const QByteArray &request)
    {
        send(request);
        return readAnswer();
    }

    /// Waits for the end; false if more bytes or the time-out come first.
    bool isClosedByServer()
    {
        char byte;
        const auto count = m_read.isEmpty() ? ::recv(m_socket, &byte, 1, 0) : 1;
        return count == 0 || (count < 0 && (errno == ECONNRESET || errno == EPIPE));
    }

    /// Waits for the end; false if more bytes, a reset or the time-out come first.
    bool isEndedInOrder()
    {
        char byte;
        return m_read.isEmpty() && ::recv(m_socket, &byte, 1, 0) == 0;
    }

    void finishSending() { ::shutdown(m_socket, SHUT_WR); }

    /// Leaves without ceremony.
    void reset()
    {
        const struct linger now{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        close();
    }

    void close()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }

private:
    bool readMore()
    {
        char buffer[16384];
        const auto count = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (count <= 0)
            return false;
        m_read.append(buffer, count);
        return true;
    }

    QByteArray takeRead(qsizetype size)
    {
        const auto taken = m_read.first(std::min(size, m_read.size()));
        m_read.remove(0, taken.size());
        return taken;
    }

    int m_socket;
    bool m_connected = false;
    QByteArray m_read;
};

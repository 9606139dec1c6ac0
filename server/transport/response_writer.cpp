// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/response_writer.h"

#include "server/transport/head_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>

namespace seonchak::http {

namespace {

constexpr qsizetype usualHead = 256;

/// Headers determined by the message or the connection, which no handler may contradict.
bool isOurs(QByteArrayView name)
{
    constexpr std::array ours{"content-length", "transfer-encoding", "connection", "keep-alive",
                              "date",           "content-type",      "upgrade",    "trailer"};
    return std::ranges::any_of(ours,
                               [name](QByteArrayView one) { return rules::equalsIgnoringCase(name, one); });
}

void appendNumber(QByteArray &out, qint64 number)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end - digits.data());
}

void appendValue(QByteArray &out, QByteArrayView value)
{
    if (rules::isFieldValue(value)) {
        out.append(value);
        return;
    }
    for (const char c : value)
        out.append(rules::isFieldValue(QByteArrayView(&c, 1)) ? c : ' ');
}

void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ");
    appendValue(out, value);
    out.append("\r\n");
}

} // namespace

ResponseWriter::ResponseWriter(const Clock &clock, qint64 idleSeconds)
    : m_clock(clock)
    , m_keepAliveLines("Connection: keep-alive\r\nKeep-Alive: timeout=" + QByteArray::number(idleSeconds) +
                       "\r\n")
{
}

QByteArray ResponseWriter::write(const Response &response, Persistence persistence, bool isHead)
{
    const int status = response.status >= 200 && response.status <= 599 ? response.status : 500;
    const bool bodiless = status == 204 || status == 304;
    QByteArray out;
    out.reserve(usualHead + response.body.size());
    out.append("HTTP/1.1 ");
    appendNumber(out, status);
    out.append(' ').append(reasonPhrase(status)).append("\r\n").append(dateLine());
    if (!bodiless) {
        if (!response.contentType.isEmpty())
            appendHeader(out, "Content-Type", response.contentType);
        if (!response.stream) { // otherwise the end of the connection is the end of the body
            out.append("Content-Length: ");
            appendNumber(out, response.body.size());
            out.append("\r\n");
        }
    }
    out.append(persistence == Persistence::Close ? QByteArrayView("Connection: close\r\n")
                                                 : QByteArrayView(m_keepAliveLines));
    for (const auto &[name, value] : response.headers) {
        if (rules::isToken(name) && !isOurs(name))
            appendHeader(out, name, value);
    }
    out.append("\r\n");
    if (!bodiless && !isHead && !response.stream)
        out.append(response.body);
    return out;
}

QByteArrayView ResponseWriter::dateLine()
{
    const auto second = m_clock.wallMs() / 1000;
    if (second == m_second)
        return m_dateLine;
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto now = static_cast<std::time_t>(second);
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "Date: %s, %02d %s %d %02d:%02d:%02d GMT\r\n",
                  days.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                  months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900, utc.tm_hour,
                  utc.tm_min, utc.tm_sec);
    m_second = second;
    m_dateLine = QByteArray(text.data());
    return m_dateLine;
}

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return status < 300   ? "OK"
               : status < 400 ? "Redirect"
               : status < 500 ? "Client Error"
                              : "Server Error";
    }
}

} // namespace seonchak::http

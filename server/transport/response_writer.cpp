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

struct Reason
{
    int status;
    QByteArrayView phrase;
};

constexpr auto reasons = std::to_array<Reason>({
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
});

/// Headers determined by the message or the connection, which no handler may contradict.
bool isOurs(QByteArrayView name)
{
    constexpr std::array ours{"content-length", "transfer-encoding", "connection", "keep-alive",
                              "date",           "content-type",      "upgrade",    "trailer"};
    return std::ranges::any_of(ours,
                               [name](QByteArrayView one) { return rules::equalsIgnoringCase(name, one); });
}

/// Writes into one allocation that is certainly large enough: appending to a QByteArray costs a hundred
/// instructions each time, and a head has twenty parts.
class Writer
{
public:
    explicit Writer(qsizetype most)
        : m_bytes(most, Qt::Uninitialized)
        , m_at(m_bytes.data())
    {
    }
    Writer &put(QByteArrayView text)
    {
        m_at = std::copy(text.begin(), text.end(), m_at);
        return *this;
    }
    Writer &put(qint64 number)
    {
        m_at = std::to_chars(m_at, m_at + longestNumber, number).ptr;
        return *this;
    }
    void putHeader(QByteArrayView name, QByteArrayView value)
    {
        put(name).put(": ");
        char *const begin = m_at;
        put(value).put("\r\n");
        if (!rules::isFieldValue(value))
            std::replace_if(begin, m_at - 2, [](char c) { return !rules::isFieldValue({&c, 1}); }, ' ');
    }
    QByteArray take()
    {
        m_bytes.truncate(m_at - m_bytes.constData());
        return std::move(m_bytes);
    }

    static constexpr qsizetype longestNumber = 20;

private:
    QByteArray m_bytes;
    char *m_at;
};

/// As many bytes as the response may need with its headers; `fixed` are those of its other lines.
qsizetype mostBytes(const Response &response, qsizetype fixed)
{
    constexpr qsizetype roomForNames = 128;
    constexpr qsizetype separators = 4;
    qsizetype most = fixed + roomForNames + response.contentType.size() + response.body.size();
    for (const auto &[name, value] : response.headers)
        most += name.size() + value.size() + separators;
    return most;
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
    const QByteArrayView date = dateLine();
    const QByteArrayView persistenceLines = persistence == Persistence::Close
                                                ? QByteArrayView("Connection: close\r\n")
                                                : QByteArrayView(m_keepAliveLines);
    const QByteArrayView reason = reasonPhrase(status);
    Writer out(mostBytes(response, date.size() + persistenceLines.size() + reason.size()));
    out.put("HTTP/1.1 ").put(status).put(" ").put(reason).put("\r\n").put(date);
    if (!bodiless) {
        if (!response.contentType.isEmpty())
            out.putHeader("Content-Type", response.contentType);
        if (!response.stream) // otherwise the end of the connection is the end of the body
            out.put("Content-Length: ").put(response.body.size()).put("\r\n");
    }
    out.put(persistenceLines);
    for (const auto &[name, value] : response.headers) {
        if (rules::isToken(name) && !isOurs(name))
            out.putHeader(name, value);
    }
    out.put("\r\n");
    if (!bodiless && !isHead && !response.stream)
        out.put(response.body);
    return out.take();
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
    const auto found = std::ranges::find(reasons, status, &Reason::status);
    if (found != reasons.end())
        return found->phrase;
    return status < 300 ? "OK" : status < 400 ? "Redirect" : status < 500 ? "Client Error" : "Server Error";
}

} // namespace seonchak::http

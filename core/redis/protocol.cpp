// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/protocol.h"

#include <hiredis/hiredis.h>

#include <algorithm>
#include <charconv>

namespace seonchak::protocol {
namespace {

constexpr qsizetype overheadMost = 2 * (1 + 20 + 2); // '$', the digits, two line ends

/// Writes one command into one allocation that is certainly large enough.
class Writer
{
public:
    Writer(std::size_t count, qsizetype payload)
        : m_bytes(payload + static_cast<qsizetype>(count + 1) * overheadMost, Qt::Uninitialized)
        , m_at(m_bytes.data())
    {
        number('*', static_cast<qint64>(count));
    }
    void argument(QByteArrayView value)
    {
        number('$', value.size());
        raw(value);
        raw("\r\n");
    }
    void raw(QByteArrayView value)
    {
        m_at = std::copy(value.cbegin(), value.cend(),
                         m_at); // std::memcpy must not get the null of an empty view
    }
    QByteArray take()
    {
        m_bytes.truncate(m_at - m_bytes.constData());
        return std::move(m_bytes);
    }

private:
    void number(char mark, qint64 value)
    {
        *m_at++ = mark;
        m_at = std::to_chars(m_at, m_at + 20, value).ptr;
        raw("\r\n");
    }

    QByteArray m_bytes;
    char *m_at;
};

qsizetype sizeOf(const std::vector<QByteArray> &values)
{
    qsizetype size = 0;
    for (const auto &value : values)
        size += value.size();
    return size;
}

// "$7\r\nEVALSHA\r\n$40\r\n" and forty digits and "\r\n"
constexpr qsizetype evalShaHead = 13 + 5 + 40 + 2;

Error errorFrom(const redisReply &reply)
{
    constexpr std::array passing{"LOADING",  "READONLY",   "MISCONF", "OOM",   "MASTERDOWN", "CLUSTERDOWN",
                                 "TRYAGAIN", "NOREPLICAS", "BUSY",    "MOVED", "ASK"};
    const QByteArrayView words(reply.str, static_cast<qsizetype>(reply.len));
    const qsizetype blank = words.indexOf(' ');
    const QByteArrayView code = blank < 0 ? words : words.first(blank);
    const bool passes = std::any_of(passing.begin(), passing.end(), [&](const char *c) { return code == c; });
    return {passes ? Trouble::Unavailable : Trouble::Internal, QString::fromUtf8(words), {}};
}

/// Copies `from` into `into`; for an error reply inside, returns false and stores it in `error`.
bool copy(const redisReply &from, RedisReply &into, Error &error)
{
    switch (from.type) {
    case REDIS_REPLY_INTEGER:
        into.kind = RedisReply::Kind::Integer;
        into.integer = from.integer;
        return true;
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
        into.kind = from.type == REDIS_REPLY_STRING ? RedisReply::Kind::Text : RedisReply::Kind::Status;
        into.text = QByteArray(from.str, static_cast<qsizetype>(from.len));
        return true;
    case REDIS_REPLY_ARRAY:
        into.kind = RedisReply::Kind::Array;
        into.items.resize(from.elements);
        for (std::size_t i = 0; i < from.elements; ++i) {
            if (!copy(*from.element[i], into.items[i], error))
                return false;
        }
        return true;
    case REDIS_REPLY_ERROR:
        error = errorFrom(from);
        return false;
    default:
        into.kind = RedisReply::Kind::Nil;
        return true;
    }
}

} // namespace

QByteArray encode(const std::vector<QByteArray> &arguments)
{
    Writer writer(arguments.size(), sizeOf(arguments));
    for (const auto &argument : arguments)
        writer.argument(argument);
    return writer.take();
}

QByteArray encodeRunWithSource(const QByteArray &run, const QByteArray &source)
{
    const qsizetype head = run.indexOf('\n') + 1;
    QByteArray again = run.left(head);
    again += "$4\r\nEVAL\r\n$" + QByteArray::number(source.size()) + "\r\n" + source + "\r\n";
    again += QByteArrayView(run).sliced(head + evalShaHead);
    return again;
}

RedisResult resultFrom(const redisReply &reply)
{
    RedisReply copied;
    Error error;
    if (!copy(reply, copied, error))
        return std::unexpected(std::move(error));
    return copied;
}

bool hasCode(const Error &error, QLatin1String code)
{
    return error.detail.startsWith(code) &&
           (error.detail.size() == code.size() || error.detail[code.size()] == u' ');
}

std::optional<std::pair<QString, quint16>> movedTo(const Error &error)
{
    const auto words = error.detail.split(u' ');
    if (words.size() < 3 || words[0] != QLatin1String("MOVED"))
        return {};
    const qsizetype colon = words[2].lastIndexOf(u':'); // the host may be IPv6, without brackets
    bool isNumber = false;
    const ushort port = words[2].mid(colon + 1).toUShort(&isNumber);
    if (colon < 0 || !isNumber || port == 0)
        return {};
    return std::pair(words[2].left(colon), port);
}

} // namespace seonchak::protocol
